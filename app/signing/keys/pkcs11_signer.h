#pragma once

#include "signing/keys/secret.h"
#include "signing/keys/signer.h"

#include <QList>
#include <QString>

#include <memory>

namespace tenken {

/// A certificate that a token offers, with what finds its key again
struct TokenCertificate {
    quint64 slot = 0;
    QString tokenLabel;
    QByteArray id; ///< CKA_ID shared by key and certificate
    Certificate certificate;
};

class Pkcs11Library;

/// A PKCS#11 v2.40 module (a shared library that drives IC cards and USB tokens). Every failure is TokenFailed with
/// one of these details: module-unloadable no-token pin-incorrect pin-locked pin-needed key-missing
/// mechanism-missing token-removed, or "CKR 0x…" for what has no name here. Subject: the module's path.
class Pkcs11Module {
public:
    static Result<Pkcs11Module> load(const QString &path);

    /// Certificates of all present tokens; no-token when no slot holds one
    Result<QList<TokenCertificate>> certificates() const;
    /// Logs in and finds the key. Signer::chain holds the token's certificates on the way to, and without, the root.
    Result<std::unique_ptr<Signer>> open(const TokenCertificate &which, const SecretBytes &pin) const;

private:
    explicit Pkcs11Module(std::shared_ptr<Pkcs11Library> library) : m_library(std::move(library)) { }
    std::shared_ptr<Pkcs11Library> m_library;
};

} // namespace tenken
