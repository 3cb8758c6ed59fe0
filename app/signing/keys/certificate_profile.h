#pragma once

#include "signing/keys/authority.h"

#include <QDateTime>

/// The certificates and revocation lists of the embedded authority (files-and-cli "Certificates"; RFC 5280).
namespace tenken {

struct RevokedSerial {
    QString serialHex;
    QDateTime at;
};

/// CA:TRUE, pathlen 0, keyCertSign and cRLSign critical
Result<Certificate> makeRootCertificate(const PrivateKey &key, const QString &name, const QDateTime &notBefore,
                                        const QDateTime &notAfter);
/// CA:FALSE, digitalSignature and nonRepudiation critical, one policy OID for the role
Result<Certificate> makeLeafCertificate(const PrivateKey &key, const IssueRequest &request, const QDateTime &notBefore,
                                        const QDateTime &notAfter, const Certificate &root, const PrivateKey &rootKey);
/// PEM, version 2, with the authority's key identifier and the number
Result<QByteArray> makeCrl(const QList<RevokedSerial> &revoked, qint64 number, const QDateTime &thisUpdate,
                           const QDateTime &nextUpdate, const Certificate &root, const PrivateKey &rootKey);

} // namespace tenken
