#include "report/layout/hatch.h"

#include "report/layout/palette.h"
#include "report/layout/units.h"

#include <algorithm>
#include <cmath>

namespace tenken {
namespace {

int linesIn(qreal width, qreal step) { return std::max(0, static_cast<int>(std::ceil(width / step))); }

/// Lines y = x + c (rising to the right on paper when mirrored), clipped by arithmetic: a clip path would be written
/// into the PDF for every cell.
void addDiagonals(QList<QLineF> &lines, const QRectF &area, qreal step, bool falling)
{
    for (int line = 0; line < linesIn(area.width() + area.height() - step / 2, step); ++line) {
        const qreal offset = step / 2 + line * step;
        const qreal x1 = std::min(offset, area.width());
        const qreal y1 = offset - x1;
        const qreal y2 = std::min(offset, area.height());
        const qreal x2 = offset - y2;
        if (falling)
            lines += QLineF(area.right() - x1, area.top() + y1, area.right() - x2, area.top() + y2);
        else
            lines += QLineF(area.left() + x1, area.top() + y1, area.left() + x2, area.top() + y2);
    }
}

} // namespace

AnswerFill fillOf(std::optional<AnswerCode> answer)
{
    if (!answer)
        return {Qt::white, Hatch::None};
    switch (*answer) {
    case AnswerCode::Yes:
        return {palette::yes, Hatch::None};
    case AnswerCode::Partial:
        return {palette::partial, Hatch::Diagonal};
    case AnswerCode::No:
        return {palette::no, Hatch::Cross};
    case AnswerCode::Unknown:
        return {palette::unknown, Hatch::Vertical};
    case AnswerCode::NotApplicable:
        break;
    }
    return {palette::band, Hatch::None};
}

LinesItem hatchLines(const QRectF &area, Hatch hatch)
{
    LinesItem item{{}, palette::quiet, points(0.35), true};
    switch (hatch) {
    case Hatch::None:
        break;
    case Hatch::Diagonal:
        addDiagonals(item.lines, area, points(4.5), false);
        break;
    case Hatch::Wide:
        item.colour = palette::rule;
        addDiagonals(item.lines, area, points(7), false);
        break;
    case Hatch::Cross:
        addDiagonals(item.lines, area, points(3.6), false);
        addDiagonals(item.lines, area, points(3.6), true);
        break;
    case Hatch::Vertical:
        for (int line = 0; line < linesIn(area.width() - points(1.5), points(2.6)); ++line) {
            const qreal x = area.left() + points(1.5) + line * points(2.6);
            item.lines += QLineF(x, area.top(), x, area.bottom());
        }
        break;
    }
    return item;
}

} // namespace tenken
