#pragma once

#include "core/result.h"
#include "signing/keys/secret.h"
#include "signing/keys/signer.h"

#include <QList>
#include <QString>

#include <memory>

namespace tenken {

/// Where a key lies: in a PKCS#12 file, or on a token that a PKCS#11 module reaches
struct KeySource {
    QString file; ///< PKCS#12; empty: the token
    QString module; ///< path of the PKCS#11 library
    QString token; ///< label; empty: whichever token is there
    QString certificateSha256; ///< hex; empty: the token's only certificate that signs
};

/// One certificate that a token offers for signing
struct TokenChoice {
    QString token;
    Certificate certificate;
};

/// What there is to choose from: certificates that may sign and are no authority's. TokenFailed.
Result<QList<TokenChoice>> signingCertificates(const QString &module);

/// secret: the file's passphrase or the token's PIN. The errors of openPkcs12 and Pkcs11Module; TokenFailed with the
/// detail no-certificate or several-certificates when the source does not name exactly one.
Result<std::unique_ptr<Signer>> openKey(const KeySource &source, const SecretBytes &secret);

} // namespace tenken
