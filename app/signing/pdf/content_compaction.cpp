#include "signing/pdf/content_compaction.h"

#include "signing/pdf/content_operations.h"
#include "signing/pdf/content_stream.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tenken {

namespace {

constexpr double kTolerance = 0.5; // of the twentieths of a point in which the pages are drawn
constexpr double kFarAway = 1e9; // no page reaches there
constexpr std::int64_t kPlace = 10; // a tenth of those: 0.005 pt
constexpr std::int64_t kShade = 1000; // a quarter of a step of an 8-bit colour

std::string_view view(QByteArrayView bytes) { return {bytes.data(), static_cast<std::size_t>(bytes.size())}; }

/// Numbers are read and written in place: a page has ten thousand of them.
std::optional<double> toNumber(QByteArrayView word)
{
    double value = 0;
    const auto read = std::from_chars(word.begin(), word.end(), value);
    const bool isPlain = read.ec == std::errc() && read.ptr == word.end() && std::abs(value) < kFarAway;
    return isPlain ? std::optional(value) : std::nullopt;
}

/// parts / scale without zeros at its end; scale: a power of ten
void appendParts(std::string &out, std::int64_t parts, std::int64_t scale)
{
    std::array<char, 32> digits;
    const auto append = [&](std::int64_t whole) {
        const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), whole);
        out.append(digits.data(), written.ptr);
    };
    const std::int64_t size = std::abs(parts);
    if (parts < 0)
        out += '-';
    append(size / scale);
    if (const std::int64_t rest = size % scale; rest != 0) {
        const std::size_t point = out.size();
        append(scale + rest); // 1ddd: three digits whatever they are
        out[point] = '.';
        out.erase(out.find_last_not_of('0') + 1);
    }
}

void appendShort(std::string &out, QByteArrayView words, std::int64_t scale)
{
    if (!words.contains('.')) {
        out += view(words);
        return;
    }
    for (bool more = true; more;) {
        const qsizetype space = words.indexOf(' ');
        more = space >= 0;
        const QByteArrayView word = more ? words.first(space) : words;
        if (const auto number = word.contains('.') ? toNumber(word) : std::nullopt)
            appendParts(out, std::llround(*number * static_cast<double>(scale)), scale);
        else
            out += view(word);
        if (more)
            out += ' ';
        words = more ? words.sliced(space + 1) : words;
    }
}

/// What the graphics state holds of what QPdfWriter sets (ISO 32000-1, 8.4.1), in the order in which it is said: a
/// colour behind its space
enum Parameter : std::size_t {
    Extended,
    FillSpace,
    Fill,
    StrokeSpace,
    Stroke,
    Width,
    Cap,
    Join,
    Miter,
    Dash,
    Font,
    Mode
};
constexpr std::array<std::string_view, Mode + 1> kOperators{"gs", "cs", "scn", "CS", "SCN", "w",
                                                            "J",  "j",  "M",   "d",  "Tf",  "Tr"};
constexpr auto kCodes = [] {
    std::array<unsigned int, kOperators.size()> codes{};
    std::transform(kOperators.begin(), kOperators.end(), codes.begin(),
                   [](std::string_view name) { return operatorCode(name.data(), name.size()); });
    return codes;
}();

/// The operands as they were written; empty: never set
using State = std::array<QByteArrayView, kOperators.size()>;

constexpr QByteArrayView kFilledText("0");

/// Where a page begins (ISO 32000-1, tables 52 and 104)
State initialState()
{
    State state;
    state[Width] = "1";
    state[Cap] = state[Join] = "0";
    state[Mode] = kFilledText;
    state[Miter] = "10";
    state[Dash] = "[]0";
    return state;
}

constexpr unsigned int bit(Parameter parameter) { return 1U << parameter; }
constexpr unsigned int kFilling = bit(Extended) | bit(FillSpace) | bit(Fill);
constexpr unsigned int kStroking =
    bit(Extended) | bit(StrokeSpace) | bit(Stroke) | bit(Width) | bit(Cap) | bit(Join) | bit(Miter) | bit(Dash);
constexpr unsigned int kWriting = kFilling | bit(Font) | bit(Mode);
constexpr unsigned int kAll = kFilling | kStroking | kWriting;

class Compaction {
public:
    Compaction(std::string &out, const QHash<QByteArray, GlyphWidths> &widths) : m_out(out), m_widths(widths) { }

    void run(QByteArrayView content)
    {
        ContentOperations operations(content);
        while (const auto operation = operations.next())
            apply(*operation);
        closeText();
    }

private:
    /// q and Q that stand around nothing but parameters are left out: the parameters are said when they are needed.
    struct Level {
        State wanted; ///< at its q
        State said;
        bool isWritten = false;
    };

    void apply(const Operation &operation)
    {
        const QByteArrayView name = operation.name;
        const unsigned int code = operatorCode(name.data(), static_cast<std::size_t>(name.size()));
        const auto *const setter = std::find(kCodes.begin(), kCodes.end(), code);
        if (setter != kCodes.end())
            return want(static_cast<Parameter>(setter - kCodes.begin()), operation.operands);
        switch (code) {
        case op("q"):
            m_levels.push_back({m_wanted, {}, false});
            return;
        case op("Q"):
            return leave();
        case op("m"):
        case op("l"):
        case op("c"):
        case op("h"):
        case op("re"):
            appendShort(m_path, operation.operands, kPlace);
            m_path += operation.operands.isEmpty() ? "" : " ";
            m_path += view(name);
            m_path += '\n';
            return;
        case op("W"):
        case op("W*"):
            m_clip = name;
            return;
        case op("n"):
            return paint(name, 0);
        case op("S"):
            return paint(name, kStroking);
        case op("f"):
        case op("f*"):
            return paint(name, kFilling);
        case op("B"):
        case op("B*"):
            return paint(name, kFilling | kStroking);
        case op("BT"):
            m_lineMatrix = {};
            m_line = {};
            return;
        case op("ET"):
            return;
        case op("Tm"):
            m_lineMatrix = operation.operands;
            m_line = {};
            return;
        case op("Td"):
            return move(operation.operands);
        case op("Tj"):
            return operation.operands.startsWith('<') ? show(operation.operands) : pass(operation);
        default: // among them cm, which only Q takes back
            return pass(operation);
        }
    }

    void want(Parameter parameter, QByteArrayView operands)
    {
        m_wanted[parameter] = operands;
        if (parameter == FillSpace || parameter == StrokeSpace) // its first colour
            m_wanted[parameter + 1] = {};
    }

    void leave()
    {
        if (m_levels.empty())
            return;
        const Level level = m_levels.back();
        m_levels.pop_back();
        m_wanted = level.wanted;
        if (!level.isWritten)
            return;
        closeText();
        m_out += "Q\n";
        m_said = level.said;
    }

    void writeLevels()
    {
        for (Level &level : m_levels) {
            if (level.isWritten)
                continue;
            closeText();
            m_out += "q\n";
            level.isWritten = true;
            level.said = m_said;
        }
    }

    /// What was never set cannot be set again, only saved: but a space's first colour by its space, and nobody writes
    /// without having chosen a font.
    bool isLostOutside(std::size_t parameter) const
    {
        const bool isColour = parameter == Fill || parameter == Stroke;
        return parameter != Font && std::any_of(m_levels.cbegin(), m_levels.cend(), [=](const Level &level) {
                   return !level.isWritten && level.wanted[isColour ? parameter - 1 : parameter].isEmpty();
               });
    }

    void say(unsigned int parameters)
    {
        for (std::size_t i = 0; i < kOperators.size(); ++i) {
            const bool isSpace = i == FillSpace || i == StrokeSpace;
            const bool isFirstColourAgain = isSpace && m_wanted[i + 1].isEmpty() && !m_said[i + 1].isEmpty();
            const bool isDifferent = m_said[i] != m_wanted[i] || isFirstColourAgain;
            if (!(parameters >> i & 1) || m_wanted[i].isEmpty() || !isDifferent)
                continue;
            if (isLostOutside(i))
                writeLevels();
            closeString();
            appendShort(m_out, m_wanted[i], kShade);
            m_out += ' ';
            m_out += kOperators[i];
            m_out += '\n';
            m_said[i] = m_wanted[i];
            if (isSpace)
                m_said[i + 1] = {};
        }
    }

    void paint(QByteArrayView name, unsigned int parameters)
    {
        if (m_clip.isEmpty() && parameters == 0) {
            m_path.clear();
            return;
        }
        closeText();
        if (!m_clip.isEmpty())
            writeLevels();
        say(parameters);
        m_out += m_path;
        m_path.clear();
        if (!m_clip.isEmpty())
            m_out.append(view(m_clip)).append(" ");
        m_clip = {};
        m_out.append(view(name)).append("\n");
    }

    void pass(const Operation &operation)
    {
        closeText();
        writeLevels();
        say(kAll);
        m_out += view(operation.operands);
        m_out += operation.operands.isEmpty() ? "" : " ";
        m_out.append(view(operation.name)).append("\n");
    }

    struct Place {
        double x = 0;
        double y = 0;
    };

    void move(QByteArrayView operands)
    {
        const qsizetype space = operands.indexOf(' ');
        m_line.x += toNumber(operands.first(std::max<qsizetype>(space, 0))).value_or(0);
        m_line.y += toNumber(operands.sliced(space + 1)).value_or(0);
    }

    void chooseFont()
    {
        if (m_fontOfWidths == m_wanted[Font])
            return;
        m_fontOfWidths = m_wanted[Font];
        const QList<QByteArray> words = m_fontOfWidths.toByteArray().split(' ');
        const auto found = m_widths.constFind(words.value(0).mid(1));
        m_glyphWidths = found == m_widths.cend() ? nullptr : &*found;
        m_size = words.value(1).toDouble();
    }

    std::optional<double> widthOf(QByteArrayView glyph) const
    {
        int cid = 0;
        std::from_chars(glyph.begin(), glyph.end(), cid, 16);
        const bool isKnown = m_glyphWidths && glyph.size() == 4 && cid < m_glyphWidths->size();
        return isKnown ? std::optional(m_glyphWidths->at(cid) * m_size / 1000) : std::nullopt;
    }

    /// "<glyph>", four hex digits. Glyphs that follow each other by their widths become one string.
    void show(QByteArrayView string)
    {
        const QByteArrayView glyph = string.sliced(1).chopped(1);
        if (m_matrix != m_lineMatrix)
            closeText();
        say(m_wanted[Mode] == kFilledText ? kWriting : kAll);
        const bool follows =
            m_isStringOpen && m_pen && m_line.y == m_stringY && std::abs(m_line.x - *m_pen) <= kTolerance;
        if (!follows)
            openString();
        m_out += view(glyph);
        chooseFont();
        const auto width = widthOf(glyph);
        m_pen = width ? std::optional(*m_pen + *width) : std::nullopt;
    }

    /// Td counts from where the last string began.
    void openString()
    {
        closeString();
        if (!m_isTextOpen) {
            m_out += "BT\n";
            m_out += view(m_lineMatrix);
            m_out += m_lineMatrix.isEmpty() ? "" : " Tm\n";
            m_isTextOpen = true;
            m_matrix = m_lineMatrix;
            m_toldX = m_toldY = 0;
        }
        const std::int64_t x = std::llround(m_line.x * kPlace);
        const std::int64_t y = std::llround(m_line.y * kPlace);
        appendParts(m_out, x - m_toldX, kPlace);
        m_out += ' ';
        appendParts(m_out, y - m_toldY, kPlace);
        m_out += " Td <";
        m_toldX = x;
        m_toldY = y;
        m_pen = m_line.x;
        m_stringY = m_line.y;
        m_isStringOpen = true;
    }

    void closeString()
    {
        if (m_isStringOpen)
            m_out += "> Tj\n";
        m_isStringOpen = false;
    }

    void closeText()
    {
        closeString();
        if (m_isTextOpen)
            m_out += "ET\n";
        m_isTextOpen = false;
    }

    std::string &m_out;
    const QHash<QByteArray, GlyphWidths> &m_widths;
    State m_wanted = initialState(); ///< by what was read
    State m_said = initialState(); ///< by what is written
    std::vector<Level> m_levels;
    std::string m_path;
    QByteArrayView m_clip; ///< W or W*, which works with the next painting

    QByteArrayView m_lineMatrix; ///< as read; empty: none
    Place m_line; ///< where the next glyph belongs, in that matrix
    QByteArrayView m_fontOfWidths;
    const GlyphWidths *m_glyphWidths = nullptr;
    double m_size = 0;

    bool m_isTextOpen = false;
    QByteArrayView m_matrix; ///< of the open text
    std::int64_t m_toldX = 0; ///< where its last string began, in parts of kPlace
    std::int64_t m_toldY = 0;
    bool m_isStringOpen = false; ///< a string that more glyphs may join
    double m_stringY = 0;
    std::optional<double> m_pen; ///< where the next glyph would stand
};

} // namespace

void appendCompacted(std::string &out, QByteArrayView content, const QHash<QByteArray, GlyphWidths> &widths)
{
    Compaction(out, widths).run(content);
}

} // namespace tenken
