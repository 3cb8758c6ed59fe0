#pragma once

#include "signing/pdf/pdf_objects.h"

#include <QDateTime>

namespace tenken {

/// The document information dictionary and the XMP packet that says the same (ISO 19005-3, 6.6.2)
struct DocumentInfo {
    QString title;
    QString author;
    QString subject;
    QDateTime created;
};

/// The constants of every document's Creator and Producer
QByteArray documentCreator();
QByteArray documentProducer();

/// D:YYYYMMDDHHmmSS+hh'mm' (ISO 32000-1, 7.9.4) and back; strict, invalid QDateTime otherwise
QByteArray pdfDate(const QDateTime &time);
QDateTime fromPdfDate(const QByteArray &date);

/// ASCII, or UTF-16BE with a byte order mark: the content of a text string, not escaped
QByteArray pdfTextBytes(const QString &text);
/// The same as a token: (…) for ASCII, <…> otherwise
QByteArray pdfTextToken(const QString &text);

/// PDF/A-3b, byte for byte the same for the same info: a verifier rebuilds and compares instead of parsing XML.
QByteArray xmpPacket(const DocumentInfo &info);
/// Of a dictionary in a file; created is invalid when anything is not as we write it.
DocumentInfo readInfo(const PdfValue &dictionary);

} // namespace tenken
