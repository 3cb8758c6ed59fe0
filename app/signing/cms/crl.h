#pragma once

#include "core/result.h"
#include "signing/keys/certificate.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <memory>
#include <optional>

struct X509_crl_st;

namespace tenken {

/// One certificate revocation list (RFC 5280, 5). A cheap, immutable value.
class Crl {
public:
    /// PEM or canonical DER, at most 8 MiB; CertificateUnreadable or FileTooLarge otherwise
    static Result<Crl> read(const QByteArray &content);

    QByteArray der() const;
    /// Same name, signature right, issuer allowed to sign lists
    bool isFrom(const Certificate &issuer) const;
    /// Holds all that the issuer revoked: no critical extension (such as a distribution point) narrows it
    bool isComplete() const;
    QDateTime thisUpdate() const;
    QDateTime nextUpdate() const; ///< invalid when the list does not say
    /// When the certificate with this serial was revoked, if it was
    std::optional<QDateTime> revokedAt(const Certificate &certificate) const;

private:
    explicit Crl(std::shared_ptr<X509_crl_st> crl) : m_crl(std::move(crl)) { }
    std::shared_ptr<X509_crl_st> m_crl;
};

/// Whether these bytes are a usable list: for callers that read a file that a person named
Status checkCrl(const QByteArray &content);
/// Its DER, for a DSS
Result<QByteArray> crlToDer(const QByteArray &content);

} // namespace tenken
