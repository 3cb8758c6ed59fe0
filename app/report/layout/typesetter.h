#pragma once

#include "report/layout/draw_item.h"
#include "report/layout/font_book.h"

#include <QHash>
#include <QList>
#include <QString>

#include <utility>

namespace tenken {

struct TextStyle {
    qreal pointSize = 10.5;
    bool bold = false;
    bool fixedPitch = false;
    Qt::Alignment align = Qt::AlignLeft | Qt::AlignTop;
    qreal leading = 1.5; ///< line height ÷ size
    QColor colour = Qt::black;
    qreal lineHeight() const { return pointSize * 20 * leading; }
};

/// One set line. Items have their origin at the line's left end on the baseline.
struct TextLine {
    QString text;
    qreal width = 0;
    QList<GlyphItem> items;
    QStringList missing; ///< what the book cannot print on this line, a stand-in in its place
};

/// Breaks text into lines by the Japanese rules (禁則, ～ included) and turns it into glyphs. What the book cannot
/// print becomes 〓 and is named by the line.
class Typesetter {
public:
    explicit Typesetter(const FontBook &book) : m_book(book) { }
    /// Newlines end paragraphs; an empty paragraph is an empty line. width in layout units.
    QList<TextLine> set(const QString &text, const TextStyle &style, qreal width) const;
    /// Width of the text on one line
    qreal widthOf(const QString &text, const TextStyle &style) const;

private:
    /// What decides how a text is set; alignment and leading come later
    struct Setting {
        QString text;
        qreal width = 0;
        qreal pointSize = 0;
        QRgb colour = 0;
        bool bold = false;
        bool fixedPitch = false;
        friend bool operator==(const Setting &, const Setting &) = default;
        friend size_t qHash(const Setting &s, size_t seed = 0)
        {
            return qHashMulti(seed, s.text, s.width, s.pointSize, s.colour, s.bold, s.fixedPitch);
        }
    };
    QList<TextLine> setAnew(const QString &text, const TextStyle &style, qreal width) const;
    void setParagraph(const QString &paragraph, const TextStyle &style, qreal width, QList<TextLine> &lines) const;
    /// Kept, because looking a font's engine up costs more than setting a short line
    const QFont &font(Face face, qreal pointSize) const;
    const FontBook &m_book;
    mutable QHash<std::pair<int, qreal>, QFont> m_fonts;
    /// A table says the same thousands of times, and is measured first.
    mutable QHash<Setting, QList<TextLine>> m_known;
};

/// Distance of the baseline from the top of a line
qreal baselineOf(const TextStyle &style);

} // namespace tenken
