#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace tenken {

/// All that is left of the preparation program. PUSHB[2] 1 1, INSTCTRL[]: glyphs run no programs of their own
inline constexpr QByteArrayView noHinting("\xb1\x01\x01\x8e", 4);

/// A TrueType file with its hinting switched off: the program that prepares each size says nothing but INSTCTRL. At the
/// size of the design grid, at which a PDF takes them, the outlines are the same; FreeType gets at them ten times
/// faster because Qt sets that size anew for each glyph, and each time the whole preparation would run. Costs no memory
/// but the pages changed, and stays as long as the program runs: fonts are read from it. Empty where the system itself
/// draws the glyphs, or the file has no such program or no name.
QByteArray unhintedFont(const QString &path);
/// The name of the family in that file: one of its own, because windows draw with the same family from the files as
/// they are, and of two fonts of one name Qt finds only one
QString unhintedFamily(const QString &family);

} // namespace tenken
