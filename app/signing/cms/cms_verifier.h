#pragma once

#include "core/verification.h"
#include "signing/cms/trust_policy.h"

#include <QCryptographicHash>

#include <functional>
#include <optional>

namespace tenken {

/// Digest of the bytes that the ByteRange covers; asked at most once, for Sha384 or Sha512
using DigestOfBytes = std::function<QByteArray(QCryptographicHash::Algorithm)>;

/// What C1–C9 say about one CMS. Accepted = no reasons. Integrity is Broken for C1 C2 C3 C5 C6 C7 C9 and for a digest
/// that C4 forbids; a weak key (C4), C8, UnknownIssuer, Expired, NotYetValid and Revoked are matters of trust and leave
/// it Intact. C5 is the one that means "altered after signing"; the other breaks mean "not made by Tenken".
struct CmsFinding {
    QList<Reason> reasons;
    QList<Warning> warnings;
    /// From the certificate: role signer department issuer certificateSha256 serial integrity trust level.
    /// With a timestamp also signedAt and timeSource; else signedAt stays invalid for the caller to fill from /M.
    SignatureFinding signature;
    std::optional<Certificate> signer; ///< for V3 (distinct persons) and DSS
    QList<Certificate> certificates; ///< all that the CMS and its timestamp carry, for DSS
    bool isAccepted() const { return reasons.isEmpty(); }
};

/// The time at which trust is judged: now, or, proven, when a document timestamp sealed the signature
struct JudgedAt {
    JudgedAt(const QDateTime &when, bool proven = false) : time(when), isProven(proven) { }
    QDateTime time;
    bool isProven;
};

/// contents: after hex decoding, padded with zeros. The signer's chain is checked at the signature timestamp's time
/// when there is one, else at the judged time; the timestamp's own chain at the judged time. Bounded: 64 KiB, depth 32.
CmsFinding verifyCms(const QByteArray &contents, const QByteArray &digest256, const DigestOfBytes &otherDigest,
                     const TrustPolicy &policy, const JudgedAt &judged);

} // namespace tenken
