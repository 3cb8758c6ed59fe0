#include "signing/pdf/content_compaction.h"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

namespace tenken {

namespace {

constexpr double kTolerance = 0.5; // of the twentieths of a point in which the pages are drawn

constexpr double kFarAway = 1e9; // no page reaches there

std::string_view view(QByteArrayView bytes) { return {bytes.data(), static_cast<std::size_t>(bytes.size())}; }

/// Numbers are read and written in place: a page has ten thousand of them.
std::optional<double> toNumber(QByteArrayView word)
{
    double value = 0;
    const auto read = std::from_chars(word.begin(), word.end(), value);
    const bool isPlain = read.ec == std::errc() && read.ptr == word.end() && std::abs(value) < kFarAway;
    return isPlain ? std::optional(value) : std::nullopt;
}

/// With at most three decimals: 0.0001 pt, or a sixteenth of a step of an 8-bit colour
void appendShort(std::string &out, double value)
{
    std::array<char, 32> digits;
    const auto append = [&](long long whole) {
        const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), whole);
        out.append(digits.data(), written.ptr);
    };
    const long long thousandths = std::llround(value * 1000);
    const long long size = std::abs(thousandths);
    if (thousandths < 0)
        out += '-';
    append(size / 1000);
    if (const long long rest = size % 1000; rest != 0) {
        const std::size_t point = out.size();
        append(1000 + rest); // 1ddd: three digits whatever they are
        out[point] = '.';
        out.erase(out.find_last_not_of('0') + 1);
    }
}

void appendWithShortNumbers(std::string &out, QByteArrayView line)
{
    const bool isMatrix = line.endsWith(" cm") || line.endsWith(" Tm");
    if (isMatrix || !line.contains('.')) {
        out += view(line);
        return;
    }
    for (bool more = true; more;) {
        const qsizetype space = line.indexOf(' ');
        more = space >= 0;
        const QByteArrayView word = more ? line.first(space) : line;
        const auto number = word.contains('.') ? toNumber(word) : std::nullopt;
        if (number)
            appendShort(out, *number);
        else
            out += view(word);
        if (more)
            out += ' ';
        line = more ? line.sliced(space + 1) : line;
    }
}

/// "dx dy Td <glyph> Tj"
struct Shown {
    double dx = 0;
    QByteArrayView dy;
    QByteArrayView glyph; ///< four hex digits
};

std::optional<Shown> shownBy(QByteArrayView line)
{
    constexpr QByteArrayView behind("> Tj");
    constexpr QByteArrayView between(" Td <");
    const qsizetype at = line.size() - behind.size() - 4 - between.size();
    if (at < 0 || !line.endsWith(behind) || line.sliced(at, between.size()) != between)
        return {};
    const QByteArrayView move = line.first(at);
    const qsizetype space = move.indexOf(' ');
    const auto dx = space < 0 ? std::nullopt : toNumber(move.first(space));
    if (!dx || move.lastIndexOf(' ') != space)
        return {};
    return Shown{*dx, move.sliced(space + 1), line.sliced(at + between.size(), 4)};
}

class Compaction {
public:
    Compaction(std::string &out, const QHash<QByteArray, GlyphWidths> &widths) : m_out(out), m_widths(widths) { }

    void run(QByteArrayView content)
    {
        for (QByteArrayView rest = content; !rest.isEmpty();) {
            const qsizetype end = rest.indexOf('\n');
            line(end < 0 ? rest : rest.first(end));
            rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        }
        flush();
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
        appendWithShortNumbers(m_out, line);
        m_out += '\n';
    }

    /// "/F12 180 Tf 1 0 0 -1 0 0 Tm"
    void chooseFont(QByteArrayView line)
    {
        const QList<QByteArray> words = line.toByteArray().split(' ');
        const auto found = m_widths.constFind(words.value(0).mid(1));
        m_font = found == m_widths.cend() ? nullptr : &*found;
        m_size = words.value(1).toDouble();
    }

    std::optional<double> widthOf(QByteArrayView glyph) const
    {
        int cid = 0;
        std::from_chars(glyph.begin(), glyph.end(), cid, 16);
        return m_font && cid < m_font->size() ? std::optional(m_font->at(cid) * m_size / 1000) : std::nullopt;
    }

    /// Td counts from where the string began, glyphs follow each other by their widths.
    void show(const Shown &shown)
    {
        const bool follows =
            m_isOpen && shown.dy == "0" && m_pen && std::abs(m_moved + shown.dx - *m_pen) <= kTolerance;
        if (follows) {
            m_moved += shown.dx;
        } else {
            flush();
            appendShort(m_out, m_moved + shown.dx);
            m_out += ' ';
            appendWithShortNumbers(m_out, shown.dy);
            m_out += " Td <";
            m_pen = 0;
            m_moved = 0;
        }
        m_out += view(shown.glyph);
        m_isOpen = true;
        const auto width = widthOf(shown.glyph);
        m_pen = width ? std::optional(*m_pen + *width) : std::nullopt;
    }

    void flush()
    {
        if (m_isOpen)
            m_out += "> Tj\n";
        m_isOpen = false;
    }

    std::string &m_out;
    const QHash<QByteArray, GlyphWidths> &m_widths;
    const GlyphWidths *m_font = nullptr;
    double m_size = 0;
    bool m_isOpen = false; ///< a string that more glyphs may join
    double m_moved = 0; ///< from the last string's beginning to where its last glyph belongs
    std::optional<double> m_pen; ///< from its beginning to where the next glyph would stand
};

} // namespace

void appendCompacted(std::string &out, QByteArrayView content, const QHash<QByteArray, GlyphWidths> &widths)
{
    Compaction(out, widths).run(content);
}

} // namespace tenken
