#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

namespace tenken {

/// Text of each glyph of each embedded font, by PostScript name; index = CID, 0 is .notdef.
using GlyphTexts = QHash<QByteArray, QStringList>;

/// Qt writes ToUnicode maps that know nothing beyond the BMP, call the space a tab and confuse 日 with ⽇: replaces
/// them with what was really set (ISO 32000-1, 9.10.3). pdf is QPdfWriter's own output. Errors: RenderFailed.
Result<QByteArray> repairToUnicode(const QByteArray &pdf, const GlyphTexts &texts);

} // namespace tenken
