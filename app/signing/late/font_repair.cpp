#include "signing/late/font_repair.h"

#include "signing/keys/sha256.h"
#include "signing/late/qpdf_headers.h"
#include "signing/late/qpdf_rewrite.h"
#include "signing/pdf/flate.h"

#include <set>

namespace tenken {

namespace {

/// Six capital letters (ISO 32000-1, 9.6.4) that follow from the font program
QByteArray subsetTag(const QByteArray &program)
{
    const QByteArray hash = sha256Of(program);
    QByteArray tag;
    for (qsizetype i = 0; i < 6; ++i)
        tag.append(static_cast<char>('A' + static_cast<unsigned char>(hash[i]) % 26));
    return tag + "+";
}

QByteArray withoutTag(const std::string &name)
{
    const QByteArray plain = QByteArray::fromStdString(name).mid(1);
    return plain.mid(plain.indexOf('+') + 1);
}

void repairFont(QPDFObjectHandle font, FontPrograms programs)
{
    QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
    if (!descendants.isArray() || descendants.getArrayNItems() != 1)
        return;
    QPDFObjectHandle cidFont = descendants.getArrayItem(0);
    QPDFObjectHandle descriptor = cidFont.getKey("/FontDescriptor");
    if (!descriptor.isDictionary() || !descriptor.getKey("/FontFile2").isStream())
        return;
    descriptor.removeKey("/CIDSet");
    QPDFObjectHandle file = descriptor.getKey("/FontFile2");
    const QByteArray program = unpackedStream(file);
    if (programs == FontPrograms::Stored)
        file.replaceStreamData(stored(program).toStdString(), QPDFObjectHandle::newName("/FlateDecode"),
                               QPDFObjectHandle::newNull());
    const QByteArray plain = withoutTag(descriptor.getKey("/FontName").getName());
    const QByteArray tagged = "/" + subsetTag(program) + plain;
    const QPDFObjectHandle name = QPDFObjectHandle::newName(tagged.toStdString());
    descriptor.replaceKey("/FontName", name);
    cidFont.replaceKey("/BaseFont", name);
    font.replaceKey("/BaseFont", name);
}

/// c [w …] or first last w, one after the other (ISO 32000-1, 9.7.4.3)
GlyphWidths widthsOf(QPDFObjectHandle cidFont)
{
    constexpr int most = 65536;
    QPDFObjectHandle runs = cidFont.getKey("/W");
    GlyphWidths widths;
    const auto put = [&widths](int cid, double width) {
        while (widths.size() <= cid && cid < most)
            widths.append(1000);
        if (cid >= 0 && cid < most)
            widths[cid] = width;
    };
    for (int i = 0; runs.isArray() && i + 1 < runs.getArrayNItems();) {
        const int first = runs.getArrayItem(i).getIntValueAsInt();
        QPDFObjectHandle next = runs.getArrayItem(i + 1);
        for (int k = 0; next.isArray() && k < next.getArrayNItems(); ++k)
            put(first + k, next.getArrayItem(k).getNumericValue());
        for (int cid = first; !next.isArray() && cid <= next.getIntValueAsInt() && cid < most; ++cid)
            put(cid, runs.getArrayItem(i + 2).getNumericValue());
        i += next.isArray() ? 2 : 3;
    }
    return widths;
}

} // namespace

void repairFonts(QPDF &document, FontPrograms programs)
{
    std::set<QPDFObjGen> repaired; // by way of the pages: getAllObjects() first looks for what no page reaches
    for (QPDFPageObjectHelper &page : QPDFPageDocumentHelper(document).getAllPages()) {
        QPDFObjectHandle fonts = page.getObjectHandle().getKey("/Resources").getKey("/Font");
        for (const std::string &key : fonts.isDictionary() ? fonts.getKeys() : std::set<std::string>()) {
            QPDFObjectHandle font = fonts.getKey(key);
            if (font.isDictionaryOfType("/Font", "/Type0") && repaired.insert(font.getObjGen()).second)
                repairFont(font, programs);
        }
    }
}

QHash<QByteArray, GlyphWidths> FontWidths::of(QPDFObjectHandle resources)
{
    QHash<QByteArray, GlyphWidths> widths;
    QPDFObjectHandle fonts = resources.getKey("/Font");
    for (const std::string &key : fonts.isDictionary() ? fonts.getKeys() : std::set<std::string>()) {
        QPDFObjectHandle font = fonts.getKey(key);
        QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
        if (!font.isIndirect() || !descendants.isArray() || descendants.getArrayNItems() != 1)
            continue;
        auto known = m_known.constFind(font.getObjectID());
        if (known == m_known.cend())
            known = m_known.insert(font.getObjectID(), widthsOf(descendants.getArrayItem(0)));
        widths.insert(QByteArray::fromStdString(key).mid(1), *known);
    }
    return widths;
}

} // namespace tenken
