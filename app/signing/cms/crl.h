#pragma once

#include "core/result.h"
#include "signing/keys/certificate.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <memory>
#include <optional>

namespace tenken {

/// One certificate revocation list (RFC 5280, 5). A cheap, immutable value; copies share what isFrom() found out.
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
    struct Shared;
    explicit Crl(std::shared_ptr<Shared> shared) : m_shared(std::move(shared)) { }
    std::shared_ptr<Shared> m_shared;
};

/// The lists that count, each read once however many signatures are checked against them
class RevocationLists {
public:
    RevocationLists() = default;
    RevocationLists(std::initializer_list<QByteArray> contents) : RevocationLists(QList<QByteArray>(contents)) { }
    RevocationLists(const QList<QByteArray> &contents);
    /// PEM or DER; leaves out what cannot be read: checkCrl() tells beforehand
    RevocationLists &operator<<(const QByteArray &content);
    bool isEmpty() const { return m_lists.isEmpty(); }
    const QList<Crl> &lists() const { return m_lists; }

private:
    QList<Crl> m_lists;
};

/// Whether these bytes are a usable list: for callers that read a file that a person named
Status checkCrl(const QByteArray &content);
/// Its DER, for a DSS
Result<QByteArray> crlToDer(const QByteArray &content);

} // namespace tenken
