#pragma once

#include "signing/cms/algorithms.h"
#include "signing/keys/known_certificates.h"

#include <QDateTime>

#include <functional>
#include <optional>

namespace tenken {

/// A TimeStampToken (RFC 3161, 2.4.2) whose structure, signature and imprint hold. Whom it comes from is another
/// question.
struct TimestampToken {
    QDateTime time; ///< genTime, UTC
    Certificate signer;
    QList<Certificate> certificates; ///< all, with the signer's
};

/// DER, padded with zeros or not, at most 64 KiB; digestOf gives the digest of what must have been stamped.
std::optional<TimestampToken> readTimestampToken(const QByteArray &padded,
                                                 const std::function<QByteArray(Digest)> &digestOf,
                                                 KnownCertificates &known);

/// The DER element at the start when only zeros follow it and it is canonical; empty otherwise (C1)
QByteArray withoutPadding(const QByteArray &padded, qsizetype maximum);
/// Every certificate read, none twice; nothing otherwise
std::optional<QList<Certificate>> readCertificates(const QList<QByteArray> &encoded, KnownCertificates &known);

} // namespace tenken
