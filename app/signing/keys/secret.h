#pragma once

#include <QByteArray>

namespace tenken {

/// A passphrase or a PIN: an own copy of its bytes, overwritten when it is destroyed or assigned to.
class SecretBytes {
public:
    SecretBytes() = default;
    SecretBytes(const QByteArray &bytes);
    SecretBytes(const SecretBytes &other);
    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes other) noexcept;
    ~SecretBytes();

    const char *data() const { return m_bytes.constData(); }
    qsizetype size() const { return m_bytes.size(); }
    bool isEmpty() const { return m_bytes.isEmpty(); }

private:
    QByteArray m_bytes;
};

/// Twenty random characters (about 99 bits) without look-alikes such as 0 O 1 l I.
SecretBytes randomPassphrase();

} // namespace tenken
