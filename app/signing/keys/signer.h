#pragma once

#include "core/result.h"
#include "signing/keys/certificate.h"

#include <QByteArray>
#include <QList>

namespace tenken {

/// A private key that signs: a PKCS#12 file, a PKCS#11 token or the Windows store.
class Signer {
public:
    Signer() = default;
    virtual ~Signer() = default;
    Signer(const Signer &) = delete;
    Signer &operator=(const Signer &) = delete;

    virtual const Certificate &certificate() const = 0;
    /// Intermediates from the signer's issuer upwards, without the root
    virtual const QList<Certificate> &chain() const = 0;
    /// SHA-256 with RSA PKCS#1 v1.5, or ECDSA (a DER Ecdsa-Sig-Value), over message
    virtual Result<QByteArray> sign(const QByteArray &message) const = 0;
};

} // namespace tenken
