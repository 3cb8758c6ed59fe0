#include "report/layout/font_book.h"

#include "report/layout/unhinted_font.h"

#include <QDir>
#include <QFile>
#include <QFontDatabase>
#include <QHash>
#include <QMutex>
#include <QRawFont>

#include <utility>

using namespace Qt::StringLiterals;

namespace tenken {
namespace {

constexpr auto ipamjFamilies = {"IPAmjMincho", "IPAmj明朝"};

bool isCombining(char32_t c) { return c == 0x3099 || c == 0x309A; }

bool isIgnorable(char32_t c)
{
    return c == '\t' || c == '\n' || c == '\r' || c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2028
        || c == 0x2029 || c == 0x2060 || c == 0xFEFF;
}

char32_t characterAt(const QString &text, qsizetype at, qsizetype &length)
{
    const QChar high = text[at];
    if (high.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
        length = 2;
        return QChar::surrogateToUcs4(high, text[at + 1]);
    }
    length = 1;
    return high.unicode();
}

/// A base character with the variation selector or voiced sound mark that follows it
CharacterCluster clusterAt(const QString &text, qsizetype at, qsizetype &length)
{
    CharacterCluster cluster{characterAt(text, at, length)};
    while (at + length < text.size()) {
        qsizetype more = 0;
        const char32_t next = characterAt(text, at + length, more);
        if (!isVariationSelector(next) && !isCombining(next))
            break;
        cluster.append(next);
        length += more;
    }
    return cluster;
}

/// Where the system draws the glyphs the file as it is: of two fonts of one name Qt takes the one that was added last,
/// once it knows those of the system.
int addFont(const QString &path, const QString &family)
{
    const QByteArray unhinted = unhintedFont(path);
    if (!unhinted.isEmpty())
        return QFontDatabase::addApplicationFontFromData(unhinted);
    static_cast<void>(QFontDatabase::hasFamily(family)); // now it knows them
    return QFontDatabase::addApplicationFont(path);
}

/// Once in a program, as Qt's font database is one: added again a file is another font, and a PDF that another thread
/// is painting would hold both.
bool isAdded(const QString &folder, const QString &file, const QString &family)
{
    static QMutex mutex;
    static QHash<QString, int> added;
    const QMutexLocker lock(&mutex);
    const auto holds = [&family](int id) {
        const QStringList families = QFontDatabase::applicationFontFamilies(id);
        return families.contains(family) || families.contains(unhintedFamily(family));
    };
    if (const auto known = added.constFind(file); known != added.constEnd() && holds(*known))
        return true;
    const int id = addFont(QDir(folder).filePath(file), family);
    if (id < 0 || !holds(id))
        return false;
    added.insert(file, id);
    return true;
}

Status loadFaces(const QString &folder)
{
    const std::pair<QString, QString> faces[] = {
        {u"BIZUDPGothic-Regular.ttf"_s, u"BIZ UDPGothic"_s},
        {u"BIZUDPGothic-Bold.ttf"_s, u"BIZ UDPGothic"_s},
        {u"BIZUDGothic-Regular.ttf"_s, u"BIZ UDGothic"_s},
        {u"BIZUDGothic-Bold.ttf"_s, u"BIZ UDGothic"_s},
    };
    for (const auto &[file, family] : faces) {
        const QString path = QDir(folder).filePath(file);
        if (!QFile::exists(path) || !isAdded(folder, file, family))
            return fail(ErrorCode::FontMissing, family, path);
    }
    return {};
}

bool findMincho(const QString &folder)
{
    for (const char *family : ipamjFamilies)
        if (QFontDatabase::hasFamily(QString::fromUtf8(family)))
            return true;
    for (const QString &path :
         {QDir(folder).filePath(u"ipamjm.ttf"_s), u"/usr/share/fonts/truetype/ipamj/ipamjm.ttf"_s})
        if (QFile::exists(path) && QFontDatabase::addApplicationFont(path) >= 0)
            return true;
    return false;
}

} // namespace

QFont fontOf(Face face, qreal pointSize)
{
    QFont font;
    const QString gothic = face == Face::Text || face == Face::TextBold ? u"BIZ UDPGothic"_s : u"BIZ UDGothic"_s;
    if (face == Face::Mincho)
        font.setFamilies({QString::fromUtf8(*ipamjFamilies.begin()), QString::fromUtf8(*(ipamjFamilies.begin() + 1))});
    else
        font.setFamilies({unhintedFamily(gothic), gothic});
    font.setBold(face == Face::TextBold || face == Face::FixedBold);
    font.setPixelSize(qRound(pointSize * 20));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(static_cast<QFont::StyleStrategy>(QFont::NoFontMerging | QFont::PreferOutline));
    return font;
}

QByteArray postScriptName(Face face)
{
    switch (face) {
    case Face::Text:
        return "BIZUDPGothic-Regular";
    case Face::TextBold:
        return "BIZUDPGothic-Bold";
    case Face::Fixed:
        return "BIZUDGothic-Regular";
    case Face::FixedBold:
        return "BIZUDGothic-Bold";
    case Face::Mincho:
        break;
    }
    return "IPAmjMincho";
}

QString describe(const MissingGlyph &glyph)
{
    QStringList codes;
    for (const uint code : glyph.text.toUcs4())
        codes += u"U+"_s + QString::number(code, 16).toUpper().rightJustified(4, u'0');
    return u"「%1」%2 ×%3"_s.arg(glyph.text, codes.join(u' ')).arg(glyph.count);
}

QString describe(const QList<MissingGlyph> &glyphs)
{
    QStringList parts;
    for (const MissingGlyph &glyph : glyphs)
        parts += describe(glyph);
    return parts.join(u"、"_s);
}

Result<FontBook> FontBook::load(const QString &folder)
{
    if (const Status faces = loadFaces(folder); !faces)
        return fail(faces);
    FontBook book;
    book.m_gothic = CharacterCoverage(QRawFont::fromFont(fontOf(Face::Text, 10)).fontTable("cmap"));
    if (book.m_gothic.isEmpty())
        return fail(ErrorCode::FontMissing, u"BIZ UDPGothic"_s, u"cmap"_s);
    if (findMincho(folder))
        book.m_mincho = CharacterCoverage(QRawFont::fromFont(fontOf(Face::Mincho, 10)).fontTable("cmap"));
    return book;
}

bool FontBook::prints(const CharacterCoverage &coverage, const CharacterCluster &cluster) const
{
    if (!coverage.has(cluster.first()))
        return cluster.size() == 1 && isIgnorable(cluster.first());
    for (qsizetype i = 1; i < cluster.size(); ++i) {
        if (isVariationSelector(cluster[i])) {
            if (!coverage.hasSequence(cluster.first(), cluster[i]))
                return false;
            continue;
        }
        // か + U+3099 prints as が, which the shaper composes
        const char32_t pair[] = {cluster.first(), cluster[i]};
        const QString composed = QString::fromUcs4(pair, 2).normalized(QString::NormalizationForm_C);
        if (composed.size() != 1 || !coverage.has(composed.front().unicode()))
            return false;
    }
    return true;
}

QList<FontRun> FontBook::runs(const QString &text, Face wanted) const
{
    QList<FontRun> runs;
    for (qsizetype at = 0; at < text.size();) {
        FontRun run{at, 0, wanted, false};
        const CharacterCluster cluster = clusterAt(text, at, run.length);
        if (!prints(m_gothic, cluster)) {
            run.missing = !prints(m_mincho, cluster);
            run.face = run.missing ? wanted : Face::Mincho;
        }
        at += run.length;
        if (!runs.isEmpty() && !run.missing && !runs.last().missing && runs.last().face == run.face)
            runs.last().length += run.length;
        else
            runs += run;
    }
    return runs;
}

QList<MissingGlyph> FontBook::missingGlyphs(const QString &text) const
{
    QList<MissingGlyph> missing;
    for (const FontRun &run : runs(text, Face::Text)) {
        if (!run.missing)
            continue;
        const QString cluster = text.mid(run.start, run.length);
        bool known = false;
        for (MissingGlyph &glyph : missing) {
            known = glyph.text == cluster;
            glyph.count += known ? 1 : 0;
            if (known)
                break;
        }
        if (!known)
            missing += {cluster, static_cast<char32_t>(cluster.toUcs4().first()), 1};
    }
    return missing;
}

} // namespace tenken
