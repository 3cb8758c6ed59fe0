#include "signing/pdf/content_compaction.h"

#include <cmath>
#include <optional>

namespace tenken {

namespace {

constexpr double kTolerance = 0.5; // of the twentieths of a point in which the pages are drawn

/// A number with at most three decimals: 0.0001 pt, or a sixteenth of a step of an 8-bit colour
QByteArray shortNumber(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 3);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text == "-0" ? QByteArray("0") : text;
}

QByteArray withShortNumbers(QByteArrayView line)
{
    const bool isMatrix = line.endsWith(" cm") || line.endsWith(" Tm");
    if (isMatrix || !line.contains('.'))
        return line.toByteArray();
    QByteArray shorter;
    for (const QByteArray &word : line.toByteArray().split(' ')) {
        bool isNumber = false;
        const double value = word.contains('.') ? word.toDouble(&isNumber) : 0;
        shorter += (shorter.isEmpty() ? "" : " ") + (isNumber ? shortNumber(value) : word);
    }
    return shorter;
}

/// "dx dy Td <glyph> Tj"
struct Shown {
    double dx = 0;
    QByteArray dy;
    QByteArray glyph; ///< four hex digits
};

std::optional<Shown> shownBy(QByteArrayView line)
{
    constexpr QByteArrayView behind("> Tj");
    constexpr QByteArrayView between(" Td <");
    const qsizetype at = line.indexOf(between);
    if (at < 0 || !line.endsWith(behind) || line.size() != at + between.size() + 4 + behind.size())
        return {};
    const QList<QByteArray> move = line.first(at).toByteArray().split(' ');
    bool isNumber = false;
    const double dx = move.first().toDouble(&isNumber);
    if (move.size() != 2 || !isNumber)
        return {};
    return Shown{dx, move.last(), line.sliced(at + between.size(), 4).toByteArray()};
}

class Compaction {
public:
    explicit Compaction(const QHash<QByteArray, GlyphWidths> &widths) : m_widths(widths) { }

    QByteArray run(const QByteArray &content)
    {
        m_out.reserve(content.size() / 2);
        for (QByteArrayView rest = content; !rest.isEmpty();) {
            const qsizetype end = rest.indexOf('\n');
            line(end < 0 ? rest : rest.first(end));
            rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        }
        flush();
        return m_out;
    }

private:
    void line(QByteArrayView line)
    {
        if (const auto shown = shownBy(line)) {
            show(*shown);
            return;
        }
        flush();
        if (line == "BT" || line.endsWith(" Tm"))
            m_moved = 0;
        if (line.endsWith(" Tm") && line.contains(" Tf "))
            chooseFont(line);
        m_out += withShortNumbers(line) + '\n';
    }

    /// "/F12 180 Tf 1 0 0 -1 0 0 Tm"
    void chooseFont(QByteArrayView line)
    {
        const QList<QByteArray> words = line.toByteArray().split(' ');
        const auto found = m_widths.constFind(words.value(0).mid(1));
        m_font = found == m_widths.cend() ? nullptr : &*found;
        m_size = words.value(1).toDouble();
    }

    std::optional<double> widthOf(const QByteArray &glyph) const
    {
        const int cid = glyph.toInt(nullptr, 16);
        return m_font && cid < m_font->size() ? std::optional(m_font->at(cid) * m_size / 1000) : std::nullopt;
    }

    /// Td counts from where the string began, glyphs follow each other by their widths.
    void show(const Shown &shown)
    {
        const bool follows =
            !m_glyphs.isEmpty() && shown.dy == "0" && m_pen && std::abs(m_moved + shown.dx - *m_pen) <= kTolerance;
        if (follows) {
            m_moved += shown.dx;
        } else {
            flush();
            m_out += shortNumber(m_moved + shown.dx) + ' ' + withShortNumbers(shown.dy) + " Td <";
            m_pen = 0;
            m_moved = 0;
        }
        m_glyphs += shown.glyph;
        const auto width = widthOf(shown.glyph);
        m_pen = width ? std::optional(*m_pen + *width) : std::nullopt;
    }

    void flush()
    {
        if (!m_glyphs.isEmpty())
            m_out += m_glyphs + "> Tj\n";
        m_glyphs.clear();
    }

    const QHash<QByteArray, GlyphWidths> &m_widths;
    const GlyphWidths *m_font = nullptr;
    double m_size = 0;
    QByteArray m_glyphs; ///< of the string that is being joined
    double m_moved = 0; ///< from the last string's beginning to where its last glyph belongs
    std::optional<double> m_pen; ///< from its beginning to where the next glyph would stand
    QByteArray m_out;
};

} // namespace

QByteArray compacted(const QByteArray &content, const QHash<QByteArray, GlyphWidths> &widths)
{
    return Compaction(widths).run(content);
}

} // namespace tenken
