#pragma once

#include "core/result.h"
#include "core/verification.h"

#include <QDateTime>
#include <QList>

#include <memory>
#include <optional>

struct x509_st;

namespace tenken {

enum class KeyAlgorithm { EcP256, EcP384, Rsa, Other };

/// One X.509 certificate (RFC 5280) whose bytes are the canonical DER of their content. A cheap, immutable value.
class Certificate {
public:
    /// At most 64 KiB; trailing bytes and encodings that are not DER are refused (CertificateUnreadable).
    static Result<Certificate> fromDer(const QByteArray &der);
    /// Exactly one certificate in PEM, at most 256 KiB
    static Result<Certificate> fromPem(const QByteArray &pem);
    /// One or more certificates in PEM, or a single one in DER: what a trust file (ca.pem) holds
    static Result<QList<Certificate>> listFromFile(const QByteArray &content);

    QByteArray der() const;
    QByteArray pem() const;
    QString commonName() const;
    QString subjectName() const { return commonName(); }
    QString organisationalUnit() const;
    QString organisation() const;
    QString issuerName() const; ///< CN of the issuer, its O when there is no CN
    QString serialHex() const; ///< lower case, as RFC 5280 content octets without leading zeros
    QString sha256Hex() const; ///< lower case, over der()
    QDateTime notBefore() const; ///< UTC
    QDateTime notAfter() const; ///< UTC

    /// From exactly one policy 2.25.166316712848299381229064969969244838544.1.{1…4}; nothing otherwise
    std::optional<Role> role() const;
    KeyAlgorithm keyAlgorithm() const;
    int keyBits() const;
    bool allowsSigning() const; ///< keyUsage present with digitalSignature or nonRepudiation
    bool allowsDigitalSignature() const;
    bool allowsNonRepudiation() const;
    bool allowsCertSigning() const;
    bool allowsCrlSigning() const;
    bool isAuthority() const; ///< basicConstraints CA:TRUE
    bool isSelfIssued() const;
    bool isTimestamping() const; ///< extendedKeyUsage critical and timeStamping only (RFC 3161, 2.3)

    /// No extendedKeyUsage, or one for documents or mail: what is made for servers or timestamps signs no document
    bool isForDocuments() const;

    QByteArray subjectDer() const;
    QByteArray issuerDer() const;
    QByteArray serialDer() const; ///< the INTEGER with tag and length
    QByteArray spkiDer() const;

    /// For signing/ only
    x509_st *handle() const { return m_x509.get(); }
    static Certificate adopt(x509_st *owned);
    friend bool operator==(const Certificate &a, const Certificate &b)
    {
        return a.m_x509 == b.m_x509 || a.der() == b.der();
    }

private:
    explicit Certificate(std::shared_ptr<x509_st> x509) : m_x509(std::move(x509)) { }
    std::shared_ptr<x509_st> m_x509;
};

/// Dotted decimal OID of the policy that marks a certificate of this role
QByteArray rolePolicyOid(Role role);

/// Those of pool on the way up from leaf, by issuer and subject name, nearest first; self-issued ones are left out.
QList<Certificate> issuersWithoutRoot(const Certificate &leaf, QList<Certificate> pool);

} // namespace tenken
