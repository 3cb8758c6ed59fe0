#include "signing/keys/private_key.h"

#include "signing/keys/openssl_ptr.h"

#include <openssl/ec.h>
#include <openssl/rsa.h>

namespace tenken {

PrivateKey PrivateKey::adopt(evp_pkey_st *owned)
{
    return PrivateKey(std::shared_ptr<evp_pkey_st>(owned, EVP_PKEY_free));
}

Result<PrivateKey> PrivateKey::generate(NewKey algorithm)
{
    EVP_PKEY *key = nullptr;
    switch (algorithm) {
    case NewKey::EcP256:
        key = EVP_EC_gen("P-256");
        break;
    case NewKey::EcP384:
        key = EVP_EC_gen("P-384");
        break;
    case NewKey::Rsa3072:
        key = EVP_RSA_gen(3072);
        break;
    case NewKey::Rsa2048:
        key = EVP_RSA_gen(2048);
        break;
    }
    if (!key)
        return fail(ErrorCode::SigningFailed, {}, opensslTrace());
    return adopt(key);
}

bool PrivateKey::matches(const Certificate &certificate) const
{
    const bool equal = EVP_PKEY_eq(X509_get0_pubkey(certificate.handle()), handle()) == 1;
    ERR_clear_error();
    return equal;
}

Result<QByteArray> PrivateKey::sign(const QByteArray &message) const
{
    const MdCtxPtr context(EVP_MD_CTX_new());
    size_t length = 0;
    const auto size = static_cast<size_t>(message.size());
    if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, handle()) != 1
        || EVP_DigestSign(context.get(), nullptr, &length, bytesOf(message), size) != 1)
        return fail(ErrorCode::SigningFailed, {}, opensslTrace());
    QByteArray signature(static_cast<qsizetype>(length), '\0');
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &length, bytesOf(message),
                       size)
        != 1)
        return fail(ErrorCode::SigningFailed, {}, opensslTrace());
    signature.truncate(static_cast<qsizetype>(length));
    return signature;
}

KeySigner::KeySigner(PrivateKey key, Certificate certificate, QList<Certificate> chain)
    : m_key(std::move(key)), m_certificate(std::move(certificate)), m_chain(std::move(chain))
{ }

} // namespace tenken
