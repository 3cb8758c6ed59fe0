#pragma once

#include "core/inspection.h"
#include "core/verification.h"
#include "signing/keys/secret.h"
#include "signing/keys/signer.h"

#include <memory>
#include <optional>

namespace tenken {

/// Where a key lies: a PKCS#12 file, a token (an IC card, a USB token) behind a PKCS#11 module, or the operating
/// system's own store, which asks for its PIN itself
enum class KeyPlace { File, Token, System };
/// Only Windows has one
bool hasSystemStore();

/// The key that a person chose, and the name and post that they gave
struct SigningKey {
    KeyPlace place = KeyPlace::File;
    QString file; ///< PKCS#12, or the token's PKCS#11 module
    QString certificate; ///< not of a file's key: SHA-256 of its certificate, lower-case hex
    SecretBytes passphrase; ///< or the token's PIN
    Author author;
};

/// What a certificate says about a key
struct KeyFacts {
    QString certificate; ///< SHA-256, lower-case hex
    QString holder;
    QString department;
    std::optional<Role> role;
    QString issuer;
    QDateTime notAfter;
    QString token; ///< its label; empty for a file
};
KeyFacts factsOf(const Certificate &certificate);

/// Takes a while: 600,000 rounds of PBKDF2, or a card reader. The errors of openPkcs12 and Pkcs11Module; TokenFailed
/// (key-missing) when the token no longer holds the certificate.
Result<std::unique_ptr<Signer>> openKey(const SigningKey &key);
/// The keys of all tokens behind a module, or of the system's store, that may sign documents
Result<QList<KeyFacts>> keysOnTokens(const QString &module);
Result<QList<KeyFacts>> keysInSystemStore();

} // namespace tenken
