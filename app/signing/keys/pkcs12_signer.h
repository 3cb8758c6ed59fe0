#pragma once

#include "signing/keys/private_key.h"
#include "signing/keys/secret.h"

#include <memory>

namespace tenken {

constexpr int kPkcs12Iterations = 600000;
constexpr int kPkcs12DemoIterations = 10000;

/// Opens a PKCS#12 file (RFC 7292) of at most 1 MiB that holds one key and its certificate.
/// Errors: FileNotFound, FileUnreadable, FileTooLarge, WrongPassphrase, KeyUnreadable, KeyWithoutCertificate.
Result<std::unique_ptr<Signer>> openPkcs12(const QString &path, const SecretBytes &passphrase);
/// The same with the file's bytes; subject names them in errors.
Result<std::unique_ptr<KeySigner>> readPkcs12(const QByteArray &content, const SecretBytes &passphrase,
                                              const QString &subject = {});

/// PKCS#12 bytes: PBES2 with AES-256-CBC and PBKDF2-HMAC-SHA-256, HMAC-SHA-256 over the whole.
Result<QByteArray> writePkcs12(const PrivateKey &key, const Certificate &certificate, const QList<Certificate> &chain,
                               const SecretBytes &passphrase, int iterations = kPkcs12Iterations);

} // namespace tenken
