#include "report/layout/to_unicode_repair.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace tenken {
namespace {

tl::unexpected<Error> broken(const QString &what) { return fail(ErrorCode::RenderFailed, u"PDF"_s, what); }

QByteArray hex(const QString &text)
{
    QByteArray digits;
    for (const QChar c : text)
        digits += QByteArray::number(c.unicode(), 16).rightJustified(4, '0').toUpper();
    return digits;
}

QByteArray mapOf(const QStringList &texts)
{
    QByteArray map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                     "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                     "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                     "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    QList<QByteArray> lines;
    for (qsizetype cid = 1; cid < texts.size(); ++cid)
        if (!texts[cid].isEmpty())
            lines +=
                "<" + QByteArray::number(cid, 16).rightJustified(4, '0').toUpper() + "> <" + hex(texts[cid]) + ">\n";
    for (qsizetype at = 0; at < lines.size(); at += 100) {
        const QList<QByteArray> block = lines.mid(at, 100);
        map += QByteArray::number(block.size()) + " beginbfchar\n" + block.join() + "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

/// The highest CID that Qt's own map names: must be ours as well, or the order of glyphs was not what we think
int lastCid(const QByteArray &object)
{
    int last = 0;
    static const QRegularExpression range(u"^<[0-9A-Fa-f]{4}> <([0-9A-Fa-f]{4})> [\\[<]"_s,
                                          QRegularExpression::MultilineOption);
    for (auto it = range.globalMatch(QString::fromLatin1(object)); it.hasNext();)
        last = std::max(last, it.next().captured(1).toInt(nullptr, 16));
    return last;
}

/// QPdfWriter's file cut into its objects by the cross-reference table
struct Objects {
    QByteArray header;
    std::map<int, QByteArray> bodies; ///< from "n 0 obj" to before the next object
    QList<int> order; ///< numbers in file order
    QByteArray trailer; ///< "trailer … >>\n"
    int size = 0;
};

Result<Objects> cut(const QByteArray &pdf)
{
    const qsizetype startxref = pdf.lastIndexOf("startxref");
    const qsizetype xref = startxref < 0 ? -1 : pdf.mid(startxref + 10, 20).split('\n').first().trimmed().toLongLong();
    const qsizetype trailer = pdf.lastIndexOf("trailer", startxref);
    if (xref <= 0 || trailer < xref || !pdf.mid(xref, 7).startsWith("xref\n0 "))
        return broken(u"xref"_s);
    Objects objects;
    objects.trailer = pdf.mid(trailer, startxref - trailer);
    const QList<QByteArray> lines = pdf.mid(xref, trailer - xref).split('\n');
    objects.size = lines[1].mid(2).toInt();
    std::map<qsizetype, int> byOffset;
    for (int number = 1; number < objects.size && number + 2 < lines.size(); ++number)
        if (lines[number + 2].mid(17, 1) == "n")
            byOffset[lines[number + 2].left(10).toLongLong()] = number;
    if (byOffset.empty())
        return broken(u"xref entries"_s);
    objects.header = pdf.left(byOffset.begin()->first);
    for (auto it = byOffset.begin(); it != byOffset.end(); ++it) {
        const qsizetype end = std::next(it) == byOffset.end() ? xref : std::next(it)->first;
        objects.bodies[it->second] = pdf.mid(it->first, end - it->first);
        objects.order += it->second;
        if (!objects.bodies[it->second].startsWith(QByteArray::number(it->second) + " 0 obj"))
            return broken(u"object %1"_s.arg(it->second));
    }
    return objects;
}

QByteArray join(const Objects &objects)
{
    QByteArray pdf = objects.header;
    QList<qsizetype> offsets(objects.size, -1);
    for (const int number : objects.order) {
        offsets[number] = pdf.size();
        pdf += objects.bodies.at(number);
    }
    const qsizetype xref = pdf.size();
    pdf += "xref\n0 " + QByteArray::number(objects.size) + "\n0000000000 65535 f \n";
    for (int number = 1; number < objects.size; ++number)
        pdf += offsets[number] < 0 ? QByteArray("0000000000 65535 f \n")
                                   : QByteArray::number(offsets[number]).rightJustified(10, '0') + " 00000 n \n";
    return pdf + objects.trailer + "startxref\n" + QByteArray::number(xref) + "\n%%EOF\n";
}

} // namespace

Result<QByteArray> repairToUnicode(const QByteArray &pdf, const GlyphTexts &texts)
{
    Result<Objects> objects = cut(pdf);
    if (!objects)
        return fail(objects);
    static const QRegularExpression font(
        u"/Subtype /Type0\\s+/BaseFont /(\\S+)\\s+/Encoding /Identity-H\\s+/DescendantFonts \\[[^\\]]*\\]\\s+/ToUnicode (\\d+) 0 R"_s);
    qsizetype repaired = 0;
    for (const int number : objects->order) {
        const QRegularExpressionMatch match = font.match(QString::fromLatin1(objects->bodies[number].left(400)));
        if (!match.hasMatch())
            continue;
        const QStringList known = texts.value(match.captured(1).toLatin1());
        const int map = match.captured(2).toInt();
        const auto body = objects->bodies.find(map);
        if (body == objects->bodies.end() || lastCid(body->second) > known.size() - 1)
            return broken(
                u"%1: %2 / %3 glyphs"_s.arg(match.captured(1)).arg(lastCid(body->second)).arg(known.size() - 1));
        const QByteArray stream = mapOf(known);
        body->second = QByteArray::number(map) + " 0 obj\n<< /Length " + QByteArray::number(stream.size())
            + " >>\nstream\n" + stream + "\nendstream\nendobj\n";
        ++repaired;
    }
    if (repaired != texts.size())
        return broken(u"%1 of %2 fonts"_s.arg(repaired).arg(texts.size()));
    return join(*objects);
}

} // namespace tenken
