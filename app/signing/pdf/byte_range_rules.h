#pragma once

#include "signing/keys/hashed_bytes.h"
#include "signing/pdf/pdf_revisions.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QList>

namespace tenken {

/// One signature or document timestamp: the object that carries /ByteRange, and the field that names it
struct SignatureSlot {
    int revision = 0;
    int number = 0; ///< of the signature dictionary
    int field = 0; ///< object number of the field, 0: none
    QByteArray fieldName;
    PdfValue dictionary;
    qsizetype gapBegin = 0;
    qsizetype gapEnd = 0;
    qsizetype coveredEnd = 0; ///< end of its revision
    QList<Violation> violations; ///< B1–B4
    bool isTimestamp() const { return dictionary.find("Type").isName("DocTimeStamp"); }
};

/// Every object with a /ByteRange, in order of revision, judged by B1–B4.
QList<SignatureSlot> findSignatures(const PdfFile &file);

/// Digest of the bytes around the gap; what the slot's CMS must say
QByteArray digestOf(const PdfFile &file, const SignatureSlot &slot, QCryptographicHash::Algorithm algorithm);
/// SHA-256 of each slot, as digestOf gives it. What several cover alike, nearly the whole file, is hashed once.
QList<QByteArray> sha256OfEach(HashedBytes &pdf, const QList<SignatureSlot> &slots);

} // namespace tenken
