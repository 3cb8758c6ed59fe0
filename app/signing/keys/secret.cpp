#include "signing/keys/secret.h"

#include <QRandomGenerator>

#include <openssl/crypto.h>

#include <string_view>
#include <utility>

namespace tenken {

SecretBytes::SecretBytes(const QByteArray &bytes) : m_bytes(bytes.constData(), bytes.size()) { }

SecretBytes::SecretBytes(const SecretBytes &other) : SecretBytes(other.m_bytes) { }

SecretBytes::SecretBytes(SecretBytes &&other) noexcept { m_bytes.swap(other.m_bytes); }

SecretBytes &SecretBytes::operator=(SecretBytes other) noexcept
{
    m_bytes.swap(other.m_bytes);
    return *this;
}

SecretBytes::~SecretBytes()
{
    if (!m_bytes.isEmpty())
        OPENSSL_cleanse(m_bytes.data(), static_cast<size_t>(m_bytes.size()));
}

SecretBytes randomPassphrase()
{
    constexpr std::string_view alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    constexpr int length = 20;
    QByteArray text(length, '\0');
    for (char &c : text)
        c = alphabet[QRandomGenerator::system()->bounded(static_cast<quint32>(alphabet.size()))];
    SecretBytes secret(text);
    OPENSSL_cleanse(text.data(), static_cast<size_t>(text.size()));
    return secret;
}

} // namespace tenken
