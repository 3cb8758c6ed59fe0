#pragma once

#include "signing/keys/signer.h"

#include <memory>

struct evp_pkey_st;

namespace tenken {

enum class NewKey { EcP256, EcP384, Rsa3072, Rsa2048 };

/// A private key in memory. A cheap value; OpenSSL wipes the key with its last copy.
class PrivateKey {
public:
    static Result<PrivateKey> generate(NewKey algorithm);
    static PrivateKey adopt(evp_pkey_st *owned);

    bool matches(const Certificate &certificate) const;
    /// As Signer::sign
    Result<QByteArray> sign(const QByteArray &message) const;
    /// For signing/ only
    evp_pkey_st *handle() const { return m_key.get(); }

private:
    explicit PrivateKey(std::shared_ptr<evp_pkey_st> key) : m_key(std::move(key)) { }
    std::shared_ptr<evp_pkey_st> m_key;
};

/// A Signer over a key in memory
class KeySigner final : public Signer {
public:
    KeySigner(PrivateKey key, Certificate certificate, QList<Certificate> chain = {});
    const Certificate &certificate() const override { return m_certificate; }
    const QList<Certificate> &chain() const override { return m_chain; }
    Result<QByteArray> sign(const QByteArray &message) const override { return m_key.sign(message); }
    const PrivateKey &key() const { return m_key; }

private:
    PrivateKey m_key;
    Certificate m_certificate;
    QList<Certificate> m_chain;
};

} // namespace tenken
