#pragma once

#include "signing/cms/trust_policy.h"

#include <QDateTime>
#include <QList>

namespace tenken {

enum class Purpose { Signing, Timestamping };

/// What time a chain is asked about. proven: by a timestamp; a revocation after a proven time does not reach back.
struct ChainTime {
    QDateTime at;
    bool proven = false;
    QDateTime now;
};

/// Whether a certificate leads to a pinned anchor (C8)
struct ChainFinding {
    QList<Reason> reasons; ///< C8 UnknownIssuer Expired NotYetValid Revoked
    QList<Warning> warnings; ///< CrlStale RevocationNotChecked
    QList<Certificate> path; ///< leaf to anchor; empty when none was found

    /// The worst of the reasons; C8 (a chain that ends at an anchor but must not be used so) counts as unknown issuer
    Trust trust() const;
};

/// RFC 5280, 6 with X509_V_FLAG_X509_STRICT; key usage, CA flags, key lengths and hash functions checked here.
ChainFinding checkChain(const Certificate &leaf, const QList<Certificate> &others, const TrustPolicy &policy,
                        const ChainTime &time, Purpose purpose);

} // namespace tenken
