#include "signing/keys/system_store.h"

#include "signing/keys/cng_key.h"

#include <qt_windows.h>

#include <wincrypt.h>

namespace tenken {

namespace {

struct StoreCloser {
    void operator()(void *store) const { CertCloseStore(store, 0); }
};
using StoreHandle = std::unique_ptr<void, StoreCloser>;

struct ContextFreer {
    void operator()(const CERT_CONTEXT *context) const { CertFreeCertificateContext(context); }
};
using Context = std::unique_ptr<const CERT_CONTEXT, ContextFreer>;

class SystemStoreSigner final : public Signer {
public:
    SystemStoreSigner(CngKey key, Certificate certificate, QList<Certificate> chain, QString storeName)
        : m_key(std::move(key)),
          m_certificate(std::move(certificate)),
          m_chain(std::move(chain)),
          m_storeName(std::move(storeName))
    { }

    const Certificate &certificate() const override { return m_certificate; }
    const QList<Certificate> &chain() const override { return m_chain; }
    Result<QByteArray> sign(const QByteArray &message) const override
    {
        return m_key.sign(message, m_certificate.keyAlgorithm(), m_storeName);
    }

private:
    CngKey m_key;
    Certificate m_certificate;
    QList<Certificate> m_chain;
    QString m_storeName;
};

StoreHandle openStore(const QString &name)
{
    constexpr DWORD flags = CERT_SYSTEM_STORE_CURRENT_USER | CERT_STORE_READONLY_FLAG | CERT_STORE_OPEN_EXISTING_FLAG;
    return StoreHandle(CertOpenStore(CERT_STORE_PROV_SYSTEM_W, 0, 0, flags, name.utf16()));
}

QByteArray derOf(const CERT_CONTEXT *context)
{
    return QByteArray(reinterpret_cast<const char *>(context->pbCertEncoded),
                      static_cast<qsizetype>(context->cbCertEncoded));
}

bool hasKey(const CERT_CONTEXT *context)
{
    DWORD size = 0;
    return CertGetCertificateContextProperty(context, CERT_KEY_PROV_INFO_PROP_ID, nullptr, &size) != 0;
}

/// Calls take(context) for each certificate until it says true; that context is returned.
template <typename Take> Context find(const StoreHandle &store, const Take &take)
{
    const CERT_CONTEXT *context = nullptr;
    while (store && (context = CertEnumCertificatesInStore(store.get(), context))) {
        if (take(context))
            return Context(context);
    }
    return {};
}

/// Of all that Windows knows as intermediates and of the store itself
QList<Certificate> issuersOf(const Certificate &leaf, const QString &storeName)
{
    QList<Certificate> pool;
    for (const QString &name : {storeName, QStringLiteral("CA")}) {
        find(openStore(name), [&pool](const CERT_CONTEXT *context) {
            if (const auto certificate = Certificate::fromDer(derOf(context)))
                pool.append(*certificate);
            return false;
        });
    }
    return issuersWithoutRoot(leaf, pool);
}

} // namespace

bool SystemStore::isSupported() { return true; }

Result<QList<Certificate>> SystemStore::certificates() const
{
    QList<Certificate> found;
    find(openStore(m_name), [&found](const CERT_CONTEXT *context) {
        const auto certificate = Certificate::fromDer(derOf(context));
        if (certificate && hasKey(context) && certificate->allowsSigning() && certificate->isForDocuments())
            found.append(*certificate);
        return false;
    });
    if (found.isEmpty())
        return fail(ErrorCode::TokenFailed, m_name, QStringLiteral("no-token"));
    return found;
}

Result<std::unique_ptr<Signer>> SystemStore::open(const Certificate &which) const
{
    const StoreHandle store = openStore(m_name);
    const QByteArray wanted = which.der();
    const Context context = find(store, [&wanted](const CERT_CONTEXT *each) { return derOf(each) == wanted; });
    if (!context)
        return fail(ErrorCode::TokenFailed, m_name, QStringLiteral("key-missing"));
    HCRYPTPROV_OR_NCRYPT_KEY_HANDLE key = 0;
    DWORD kind = 0;
    BOOL owned = FALSE;
    if (!CryptAcquireCertificatePrivateKey(context.get(), CRYPT_ACQUIRE_ONLY_NCRYPT_KEY_FLAG, nullptr, &key, &kind,
                                           &owned)) {
        return cngFailure(static_cast<long>(GetLastError()), m_name);
    }
    return std::unique_ptr<Signer>(
        std::make_unique<SystemStoreSigner>(CngKey(key, owned != FALSE), which, issuersOf(which, m_name), m_name));
}

} // namespace tenken
