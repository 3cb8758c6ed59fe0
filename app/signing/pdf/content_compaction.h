#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

#include <string>

namespace tenken {

/// Widths of one font's glyphs in thousandths of its size, by CID (ISO 32000-1, 9.7.4.3)
using GlyphWidths = QList<double>;

/// A page's content as QPdfWriter writes it, a third of the bytes, so that a verifier unpacks and reads a third as
/// much: glyphs joined into strings, numbers without digits that nobody can see, and of colours, pens and saved states
/// only what something drawn afterwards needs. Nothing moves by more than 0.03 pt. Behind out, in qpdf's kind of
/// string. widths: by the font's name in the page's resources; glyphs of other fonts stay where they are.
void appendCompacted(std::string &out, QByteArrayView content, const QHash<QByteArray, GlyphWidths> &widths);

} // namespace tenken
