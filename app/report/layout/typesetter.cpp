#include "report/layout/typesetter.h"

#include <QGlyphRun>
#include <QRawFont>
#include <QTextBoundaryFinder>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenken {
namespace {

constexpr char16_t geta = u'〓';

Face faceOf(const TextStyle &style)
{
    if (style.fixedPitch)
        return style.bold ? Face::FixedBold : Face::Fixed;
    return style.bold ? Face::TextBold : Face::Text;
}

/// A paragraph as it will be set: stand-ins in, runs by face
struct Prepared {
    struct Run {
        qsizetype start = 0;
        qsizetype length = 0;
        Face face = Face::Text;
        QString missing;
    };
    QString text;
    QList<Run> runs;
};

Prepared prepare(const FontBook &book, const QString &paragraph, Face face)
{
    Prepared prepared;
    for (const FontRun &run : book.runs(paragraph, face)) {
        QString stretch = paragraph.mid(run.start, run.length);
        Prepared::Run own{prepared.text.size(), 0, run.face, run.missing ? stretch : QString()};
        if (run.missing) {
            // a variant that is missing is printed by its base character, anything else by the geta
            const QString base = stretch.left(stretch.front().isHighSurrogate() && stretch.size() > 1 ? 2 : 1);
            const FontRun alone = book.runs(base, face).first();
            stretch = alone.missing ? QString(QChar(geta)) : base;
            own.face = alone.missing ? face : alone.face;
        }
        stretch.replace(u'\t', u' ');
        own.length = stretch.size();
        prepared.text += stretch;
        prepared.runs += own;
    }
    return prepared;
}

/// Qt's line breaking obeys JIS X 4051 but for these two, which it lets begin a line.
bool mayNotBeginLine(QChar c) { return c == u'～' || c == u'〜'; }

void shortenUntilAllowed(QTextLine &line, const QString &text, qreal width)
{
    int columns = line.textLength();
    const auto next = [&line] { return line.textStart() + line.textLength(); };
    while (next() < text.size() && mayNotBeginLine(text[next()]) && columns > 1)
        line.setNumColumns(--columns, width);
}

/// The meaning of each glyph when the shaper made other than one glyph a character. All letters of a ligature name
/// the same glyph: they are told by its place.
QStringList clustersOf(const QTextLine &line, const QString &text, qsizetype start, qsizetype length)
{
    QStringList clusters;
    const QString stretch = text.mid(start, length);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, stretch);
    qsizetype lastCluster = 0;
    qreal lastX = -1;
    for (qsizetype from = 0, to = 0; (to = finder.toNextBoundary()) > 0; from = to) {
        QList<QPointF> places;
        for (const QGlyphRun &run : line.glyphRuns(static_cast<int>(start + from), static_cast<int>(to - from)))
            places += run.positions();
        if (places.isEmpty())
            continue;
        if (!clusters.isEmpty() && qFuzzyCompare(1 + places.first().x(), 1 + lastX)) {
            clusters[lastCluster] += stretch.mid(from, to - from);
            continue;
        }
        lastX = places.first().x();
        lastCluster = clusters.size();
        clusters += stretch.mid(from, to - from);
        clusters.resize(lastCluster + places.size());
    }
    return clusters;
}

GlyphItem glyphsOf(const QTextLine &line, const QString &text, const Prepared::Run &run)
{
    GlyphItem item;
    item.face = run.face;
    item.text = text.mid(run.start, run.length);
    item.glyphs.reserve(run.length);
    item.positions.reserve(run.length);
    const qreal baseline = line.y() + line.ascent();
    for (const QGlyphRun &shaped : line.glyphRuns(static_cast<int>(run.start), static_cast<int>(run.length))) {
        item.glyphs += shaped.glyphIndexes();
        for (const QPointF &position : shaped.positions())
            item.positions += QPointF(position.x(), position.y() - baseline);
    }
    if (item.glyphs.size() != item.text.toUcs4().size())
        item.clusters = clustersOf(line, text, run.start, run.length);
    return item;
}

TextLine textLine(const QTextLine &line, const Prepared &prepared, const TextStyle &style)
{
    const qsizetype start = line.textStart();
    const qsizetype end = start + line.textLength();
    TextLine result{prepared.text.mid(start, end - start), line.naturalTextWidth(), {}, {}};
    for (const Prepared::Run &run : prepared.runs) {
        const qsizetype from = std::max(run.start, start);
        const qsizetype to = std::min(run.start + run.length, end);
        if (from >= to)
            continue;
        GlyphItem item = glyphsOf(line, prepared.text, {from, to - from, run.face, {}});
        item.pointSize = style.pointSize;
        item.colour = style.colour;
        if (!item.glyphs.isEmpty())
            result.items += item;
        if (!run.missing.isEmpty() && from == run.start)
            result.missing += run.missing;
    }
    return result;
}

} // namespace

qreal baselineOf(const TextStyle &style)
{
    const qreal size = style.pointSize * 20;
    return (style.lineHeight() - size) / 2 + size * 0.88;
}

const QFont &Typesetter::font(Face face, qreal pointSize) const
{
    const std::pair key(static_cast<int>(face), pointSize);
    auto known = m_fonts.constFind(key);
    if (known == m_fonts.cend())
        known = m_fonts.insert(key, fontOf(face, pointSize));
    return *known;
}

void Typesetter::setParagraph(const QString &paragraph, const TextStyle &style, qreal width,
                              QList<TextLine> &lines) const
{
    const Face face = faceOf(style);
    const Prepared prepared = prepare(m_book, paragraph, face);
    if (prepared.text.isEmpty()) {
        lines += TextLine{};
        return;
    }
    QTextLayout layout(prepared.text, font(face, style.pointSize));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LeftToRight);
    layout.setTextOption(option);
    layout.setCacheEnabled(true); // or all is shaped a second time when its glyphs are asked for
    QList<QTextLayout::FormatRange> formats;
    for (const Prepared::Run &run : prepared.runs) {
        if (run.face == face)
            continue;
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(run.start);
        range.length = static_cast<int>(run.length);
        range.format.setFont(font(run.face, style.pointSize));
        formats += range;
    }
    layout.setFormats(formats);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        shortenUntilAllowed(line, prepared.text, width);
    }
    layout.endLayout();
    for (int i = 0; i < layout.lineCount(); ++i)
        lines += textLine(layout.lineAt(i), prepared, style);
}

QList<TextLine> Typesetter::set(const QString &text, const TextStyle &style, qreal width) const
{
    constexpr qsizetype longest = 200; // beyond that nothing is said twice
    constexpr qsizetype most = 20'000;
    if (text.size() > longest)
        return setAnew(text, style, width);
    const Setting setting{text, width, style.pointSize, style.colour.rgba(), style.bold, style.fixedPitch};
    const auto known = m_known.constFind(setting);
    if (known != m_known.constEnd())
        return *known;
    if (m_known.size() >= most)
        m_known.clear();
    return *m_known.insert(setting, setAnew(text, style, width));
}

QList<TextLine> Typesetter::setAnew(const QString &text, const TextStyle &style, qreal width) const
{
    QList<TextLine> lines;
    QString unified = text;
    unified.remove(u'\r');
    for (const QString &paragraph : unified.split(u'\n'))
        setParagraph(paragraph, style, width, lines);
    return lines;
}

qreal Typesetter::widthOf(const QString &text, const TextStyle &style) const
{
    qreal width = 0;
    for (const TextLine &line : set(text, style, 1e6))
        width = std::max(width, line.width);
    return width;
}

} // namespace tenken
