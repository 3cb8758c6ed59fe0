#pragma once

#include "core/result.h"
#include "signing/cms/timestamp.h"

namespace tenken {

/// Raises a signed PDF to a level that outlives its certificates (ETSI EN 319 142-1). Only files whose integrity holds
/// are touched. MalformedPdf, CertificateUnreadable (a CRL), TimestampFailed, AlreadyExists.
class ExtendDocument {
public:
    /// B-T: a timestamp on the newest signature
    Result<QByteArray> timestamp(const QByteArray &pdf, const TimestampAuthority &authority) const;
    /// B-LT: the signers' certificates and these CRLs (PEM or DER)
    Result<QByteArray> toLongTerm(const QByteArray &pdf, const QList<QByteArray> &crls) const;
    /// B-LTA: the same, sealed by a document timestamp
    Result<QByteArray> toArchive(const QByteArray &pdf, const QList<QByteArray> &crls,
                                 const TimestampAuthority &authority) const;
};

} // namespace tenken
