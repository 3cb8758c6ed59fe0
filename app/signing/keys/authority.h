#pragma once

#include "core/clock.h"
#include "signing/keys/pkcs12_signer.h"

#include <optional>

class QDir;

namespace tenken {

enum class AuthorityKey { EcP256, Rsa3072 };

struct IssueRequest {
    QString department; ///< code → OU
    Role role = Role::Inspector;
    QString name; ///< → CN
    std::optional<QDateTime> notBefore; ///< default: now
    std::optional<QDateTime> notAfter; ///< default: 31 March of (fiscal year of notBefore) + 6, 23:59:59 JST
    AuthorityKey algorithm = AuthorityKey::EcP256;
};

/// A key and the certificate that the authority gave it; the key exists only here until it is written
struct IssuedCertificate {
    Certificate certificate;
    PrivateKey key;
    Result<QByteArray> toPkcs12(const SecretBytes &passphrase, int iterations = kPkcs12Iterations) const;
    std::unique_ptr<Signer> toSigner() const;
};

/// One line of the authority's record
struct IssuedRecord {
    QString serial; ///< lower-case hex, as Certificate::serialHex
    Role role = Role::Inspector;
    QString department;
    QString name;
    QDateTime notBefore;
    QDateTime notAfter;
    QDateTime issuedAt;
    QDateTime revokedAt; ///< invalid while not revoked
};

/// The embedded certificate authority: a folder with ca.pem, ca.p12, ca.crl and issued.json, the record of everything
/// issued and revoked (append only). Every change goes through a lock file and replaces whole files.
/// Certificate profile: files-and-cli, "Certificates"; RFC 5280. clock must outlive the object.
class Authority {
public:
    /// Creates the folder when it is missing; AlreadyExists when it already holds an authority, or a file of one.
    /// Leaves nothing when it fails. Root: 20 years.
    static Result<Authority> create(const QString &folder, const QString &name, const SecretBytes &passphrase,
                                    AuthorityKey algorithm, const Clock &clock, int iterations = kPkcs12Iterations);
    static Result<Authority> open(const QString &folder, const SecretBytes &passphrase, const Clock &clock);

    const Certificate &certificate() const { return m_root.certificate; }
    /// InvalidValue for an empty or over-long name or department, or a validity that ends before it begins.
    /// A forgotten passphrase: issue again; every certificate has a new random 128-bit serial.
    Result<IssuedCertificate> issue(const IssueRequest &request);
    /// UnknownItem when the serial was never issued, AlreadyExists when it is revoked already; renews ca.crl.
    Status revoke(const QString &serialHex);
    /// A new certificate revocation list in PEM with the next CRL number, also stored as ca.crl
    Result<QByteArray> crl(int validDays = kCrlDays);
    Result<QList<IssuedRecord>> issued() const;

    static constexpr int kCrlDays = 90;

private:
    static Result<Authority> createIn(QDir dir, const QString &name, const SecretBytes &passphrase,
                                      AuthorityKey algorithm, const Clock &clock, int iterations);
    static Result<Authority> make(const QDir &dir, const QString &name, const SecretBytes &passphrase,
                                  AuthorityKey algorithm, const Clock &clock, int iterations);
    Authority(QString folder, IssuedCertificate root, const Clock &clock);
    QString m_folder;
    IssuedCertificate m_root;
    const Clock *m_clock;
};

} // namespace tenken
