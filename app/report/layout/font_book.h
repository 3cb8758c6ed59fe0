#pragma once

#include "core/result.h"
#include "report/layout/character_coverage.h"

#include <QFont>
#include <QList>
#include <QString>
#include <QStringList>
#include <QVarLengthArray>

namespace tenken {

/// The faces that a report is set in. Mincho is IPAmj明朝, for characters that BIZ UD does not have.
enum class Face { Text, TextBold, Fixed, FixedBold, Mincho };
inline constexpr Face allFaces[] = {Face::Text, Face::TextBold, Face::Fixed, Face::FixedBold, Face::Mincho};
/// Never merges with other families: what the face lacks is not drawn from elsewhere in silence.
QFont fontOf(Face face, qreal pointSize);
/// The name under which the face is embedded in a PDF
QByteArray postScriptName(Face face);

/// A character (or variation sequence) that no face of the book can print
struct MissingGlyph {
    QString text;
    char32_t codePoint = 0; ///< the base character
    int count = 1;
    friend bool operator==(const MissingGlyph &, const MissingGlyph &) = default;
};
/// 「𓀀」U+13000 ×2
QString describe(const MissingGlyph &glyph);
QString describe(const QList<MissingGlyph> &glyphs);

/// A stretch of text in one face. missing: no face has it, print a stand-in.
struct FontRun {
    qsizetype start = 0;
    qsizetype length = 0;
    Face face = Face::Text;
    bool missing = false;
};

/// A character with what modifies it; hardly ever more than one
using CharacterCluster = QVarLengthArray<char32_t, 4>;

/// The four BIZ UD Gothic faces, loaded by path, and what they can print. An immutable value.
class FontBook {
public:
    /// folder holds BIZUDPGothic-Regular.ttf and its three siblings, perhaps also ipamjm.ttf. Errors: FontMissing.
    static Result<FontBook> load(const QString &folder);
    bool hasFallback() const { return !m_mincho.isEmpty(); }
    /// Each character that cannot be printed once, in order of appearance, with the number of times it occurs
    QList<MissingGlyph> missingGlyphs(const QString &text) const;
    /// Cuts the text into runs so that each face has every character of its runs
    QList<FontRun> runs(const QString &text, Face wanted) const;

private:
    bool prints(const CharacterCoverage &coverage, const CharacterCluster &cluster) const;
    CharacterCoverage m_gothic; ///< the same in all four faces
    CharacterCoverage m_mincho;
};

} // namespace tenken
