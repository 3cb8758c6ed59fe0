#pragma once

#include "core/answer.h"
#include "report/layout/draw_item.h"

#include <QColor>
#include <QRectF>

#include <optional>

namespace tenken {

/// Textures that stay apart on a black and white printer
enum class Hatch { None, Diagonal, Cross, Vertical, Wide };

/// Fill and texture of an answer's segment, as the legend shows them. nullopt = unanswered.
struct AnswerFill {
    QColor colour;
    Hatch hatch = Hatch::None;
};
AnswerFill fillOf(std::optional<AnswerCode> answer);

/// The lines of the texture, clipped to the area. Empty for None.
LinesItem hatchLines(const QRectF &area, Hatch hatch);

} // namespace tenken
