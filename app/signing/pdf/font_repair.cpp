#include "signing/pdf/font_repair.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <qpdf/QPDF.hh>

namespace tenken {

namespace {

QString fromUtf16Hex(const QString &hex)
{
    QString text;
    for (qsizetype i = 0; i + 4 <= hex.size(); i += 4)
        text.append(QChar(QStringView(hex).mid(i, 4).toUShort(nullptr, 16)));
    return text;
}

/// QPdfWriter writes U+0009 for the glyph that tab and space share
QString corrected(const QString &text) { return text == QStringLiteral("\t") ? QStringLiteral(" ") : text; }

/// Six capital letters (ISO 32000-1, 9.6.4) that follow from the font program
QByteArray subsetTag(const QByteArray &program)
{
    const QByteArray hash = QCryptographicHash::hash(program, QCryptographicHash::Sha256);
    QByteArray tag;
    for (qsizetype i = 0; i < 6; ++i)
        tag.append(static_cast<char>('A' + static_cast<unsigned char>(hash[i]) % 26));
    return tag + "+";
}

QByteArray bytesOf(QPDFObjectHandle stream)
{
    const auto buffer = stream.getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char *>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize())};
}

QByteArray withoutTag(const std::string &name)
{
    const QByteArray plain = QByteArray::fromStdString(name).mid(1);
    return plain.mid(plain.indexOf('+') + 1);
}

void repairUnicode(QPDFObjectHandle font, const QByteArray &name, const QList<UnicodeRepair> &repairs)
{
    QPDFObjectHandle stream = font.getKey("/ToUnicode");
    if (!stream.isStream())
        return;
    QMap<quint16, QString> texts = readUnicodeMap(bytesOf(stream));
    for (const UnicodeRepair &repair : repairs) {
        if (repair.font.toUtf8() == name)
            texts.insert(repair.glyph, repair.text);
    }
    stream.replaceStreamData(writeUnicodeMap(texts).toStdString(), QPDFObjectHandle::newNull(),
                             QPDFObjectHandle::newNull());
}

void repairFont(QPDFObjectHandle font, const QList<UnicodeRepair> &repairs)
{
    QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
    if (!descendants.isArray() || descendants.getArrayNItems() != 1)
        return;
    QPDFObjectHandle cidFont = descendants.getArrayItem(0);
    QPDFObjectHandle descriptor = cidFont.getKey("/FontDescriptor");
    if (!descriptor.isDictionary() || !descriptor.getKey("/FontFile2").isStream())
        return;
    descriptor.removeKey("/CIDSet");
    const QByteArray plain = withoutTag(descriptor.getKey("/FontName").getName());
    const QByteArray tagged = "/" + subsetTag(bytesOf(descriptor.getKey("/FontFile2"))) + plain;
    const QPDFObjectHandle name = QPDFObjectHandle::newName(tagged.toStdString());
    descriptor.replaceKey("/FontName", name);
    cidFont.replaceKey("/BaseFont", name);
    font.replaceKey("/BaseFont", name);
    repairUnicode(font, plain, repairs);
}

} // namespace

void repairFonts(QPDF &document, const QList<UnicodeRepair> &repairs)
{
    for (QPDFObjectHandle object : document.getAllObjects()) {
        if (object.isDictionaryOfType("/Font", "/Type0"))
            repairFont(object, repairs);
    }
}

QMap<quint16, QString> readUnicodeMap(const QByteArray &cmap)
{
    static const QRegularExpression range(
        QStringLiteral("<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> (?:<([0-9A-Fa-f]+)>|\\[([^\\]]*)\\])"));
    static const QRegularExpression item(QStringLiteral("<([0-9A-Fa-f]+)>"));
    QMap<quint16, QString> texts;
    const QString source = QString::fromLatin1(cmap);
    for (auto matches = range.globalMatch(source); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const int first = match.captured(1).toInt(nullptr, 16);
        const int last = match.captured(2).toInt(nullptr, 16);
        QString text = fromUtf16Hex(match.captured(3));
        auto items = item.globalMatch(match.captured(4));
        for (int glyph = first; glyph <= last; ++glyph) {
            if (items.hasNext())
                text = fromUtf16Hex(items.next().captured(1));
            if (glyph > 0 && !text.isEmpty() && text != QString(QChar(0)))
                texts.insert(static_cast<quint16>(glyph), corrected(text));
            if (!text.isEmpty())
                text.back().unicode()++;
        }
    }
    return texts;
}

QByteArray writeUnicodeMap(const QMap<quint16, QString> &texts)
{
    QByteArray cmap = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    qsizetype left = texts.size();
    qsizetype inBlock = 0;
    for (auto it = texts.cbegin(); it != texts.cend(); ++it) {
        if (inBlock == 0)
            cmap += QByteArray::number(inBlock = std::min<qsizetype>(left, 100)) + " beginbfchar\n";
        QByteArray text;
        for (const QChar c : it.value())
            text += QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
        cmap += "<" + QByteArray::number(it.key(), 16).rightJustified(4, '0') + "> <" + text + ">\n";
        --left;
        if (--inBlock == 0)
            cmap += "endbfchar\n";
    }
    return cmap + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

} // namespace tenken
