#include "signing/keys/pkcs11_signer.h"

#include "signing/cms/der.h"
#include "signing/keys/pkcs11_library.h"

#include <QCryptographicHash>

namespace tenken {

namespace {

/// DigestInfo of RFC 8017, 9.2, up to the hash
const QByteArray kSha256DigestInfo = QByteArray::fromHex("3031300d060960864801650304020105000420");

class Pkcs11Signer final : public Signer {
public:
    Pkcs11Signer(std::unique_ptr<Pkcs11Session> session, pkcs11::Object key, SecretBytes pin, Certificate certificate,
                 QList<Certificate> chain)
        : m_session(std::move(session)),
          m_key(key),
          m_pin(std::move(pin)),
          m_certificate(std::move(certificate)),
          m_chain(std::move(chain))
    { }

    const Certificate &certificate() const override { return m_certificate; }
    const QList<Certificate> &chain() const override { return m_chain; }

    Result<QByteArray> sign(const QByteArray &message) const override
    {
        const QByteArray hash = QCryptographicHash::hash(message, QCryptographicHash::Sha256);
        if (m_certificate.keyAlgorithm() == KeyAlgorithm::Rsa)
            return m_session->sign(m_key, pkcs11::kMechanismRsaPkcs, kSha256DigestInfo + hash, m_pin);
        const auto raw = m_session->sign(m_key, pkcs11::kMechanismEcdsa, hash, m_pin);
        if (!raw)
            return fail(raw);
        return der::ecdsaSignature(*raw);
    }

private:
    std::unique_ptr<Pkcs11Session> m_session;
    pkcs11::Object m_key;
    SecretBytes m_pin;
    Certificate m_certificate;
    QList<Certificate> m_chain;
};

/// Those that Tenken can read; a token may hold others
Result<QList<TokenCertificate>> certificatesOf(const Pkcs11Session &session, pkcs11::SlotId slot, const QString &label)
{
    const auto objects = session.find(pkcs11::kClassCertificate);
    if (!objects)
        return fail(objects);
    QList<TokenCertificate> found;
    for (const pkcs11::Object object : *objects)
        if (const auto certificate = Certificate::fromDer(session.attribute(object, pkcs11::kValue)))
            found.append({slot, label, session.attribute(object, pkcs11::kId), *certificate});
    return found;
}

} // namespace

Result<Pkcs11Module> Pkcs11Module::load(const QString &path)
{
    auto library = Pkcs11Library::load(path);
    if (!library)
        return fail(library);
    return Pkcs11Module(std::move(*library));
}

Result<QList<TokenCertificate>> Pkcs11Module::certificates() const
{
    const auto present = m_library->slotsWithToken();
    if (!present)
        return fail(present);
    QList<TokenCertificate> all;
    for (const pkcs11::SlotId slot : *present) {
        const auto label = m_library->tokenLabel(slot);
        const auto session = Pkcs11Session::open(m_library, slot);
        // A slot whose token is not initialised does not hide the others
        if (!label || !session)
            continue;
        const auto found = certificatesOf(**session, slot, *label);
        if (!found)
            return fail(found);
        all.append(*found);
    }
    return all;
}

Result<std::unique_ptr<Signer>> Pkcs11Module::open(const TokenCertificate &which, const SecretBytes &pin) const
{
    const auto slot = static_cast<pkcs11::SlotId>(which.slot);
    auto session = Pkcs11Session::open(m_library, slot);
    if (!session)
        return fail(session);
    if (const auto loggedIn = (*session)->login(pin); !loggedIn)
        return fail(loggedIn);
    const auto keys = (*session)->find(pkcs11::kClassPrivateKey, which.id);
    const auto others = certificatesOf(**session, slot, which.tokenLabel);
    if (!keys || !others)
        return keys ? fail(others) : fail(keys);
    if (keys->size() != 1)
        return m_library->failure(QStringLiteral("key-missing"));
    QList<Certificate> pool;
    for (const TokenCertificate &other : *others)
        pool.append(other.certificate);
    QList<Certificate> chain = issuersWithoutRoot(which.certificate, pool);
    return std::unique_ptr<Signer>(
        std::make_unique<Pkcs11Signer>(std::move(*session), keys->first(), pin, which.certificate, std::move(chain)));
}

} // namespace tenken
