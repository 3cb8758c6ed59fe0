#include "signing/pdf/font_repair.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <qpdf/QPDF.hh>

namespace tenken {

namespace {

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

void repairFont(QPDFObjectHandle font)
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
}

} // namespace

void repairFonts(QPDF &document)
{
    for (QPDFObjectHandle object : document.getAllObjects()) {
        if (object.isDictionaryOfType("/Font", "/Type0"))
            repairFont(object);
    }
}

} // namespace tenken
