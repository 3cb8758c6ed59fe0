#include "signing/cms/cms_builder.h"
#include "signing/cms/cms_verifier.h"
#include "signing/keys/cng_key.h"
#include "signing/keys/system_store.h"
#include "support/test_pki.h"

#include <QCryptographicHash>
#include <QTest>

#include <memory>

#include <qt_windows.h>

#include <ncrypt.h>
#include <wincrypt.h>

using namespace tenken;
using namespace tenken::testing;

namespace {

const wchar_t *const storeName = L"TenkenTest";

/// Big-endian, at full length
QByteArray number(const PrivateKey &key, const char *name, qsizetype length)
{
    BIGNUM *value = nullptr;
    EVP_PKEY_get_bn_param(key.handle(), name, &value);
    QByteArray bytes(length, '\0');
    BN_bn2binpad(value, reinterpret_cast<unsigned char *>(bytes.data()), static_cast<int>(length));
    BN_free(value);
    return bytes;
}

/// BCRYPT_RSAPRIVATE_BLOB of a key in memory
QByteArray rsaBlob(const PrivateKey &key)
{
    const qsizetype size = EVP_PKEY_get_size(key.handle());
    const BCRYPT_RSAKEY_BLOB head{BCRYPT_RSAPRIVATE_MAGIC,  static_cast<ULONG>(size * 8), 3,
                                  static_cast<ULONG>(size), static_cast<ULONG>(size / 2), static_cast<ULONG>(size / 2)};
    return QByteArray(reinterpret_cast<const char *>(&head), sizeof head) + number(key, "e", 3) + number(key, "n", size)
        + number(key, "rsa-factor1", size / 2) + number(key, "rsa-factor2", size / 2);
}

/// BCRYPT_ECCPRIVATE_BLOB of a P-256 key in memory
QByteArray ecBlob(const PrivateKey &key)
{
    constexpr ULONG size = 32;
    const BCRYPT_ECCKEY_BLOB head{BCRYPT_ECDSA_PRIVATE_P256_MAGIC, size};
    return QByteArray(reinterpret_cast<const char *>(&head), sizeof head) + number(key, "qx", size)
        + number(key, "qy", size) + number(key, "priv", size);
}

CngKey imported(const PrivateKey &key, const wchar_t *kind, QByteArray blob)
{
    NCRYPT_PROV_HANDLE provider = 0;
    NCRYPT_KEY_HANDLE handle = 0;
    if (NCryptOpenStorageProvider(&provider, MS_KEY_STORAGE_PROVIDER, 0) == ERROR_SUCCESS && key.handle()) {
        NCryptImportKey(provider, 0, kind, nullptr, &handle, reinterpret_cast<PBYTE>(blob.data()),
                        static_cast<DWORD>(blob.size()), 0);
        NCryptFreeObject(provider);
    }
    return CngKey(handle, handle != 0);
}

/// A Signer as SystemStore opens it, with a key that lies nowhere
class LooseSigner final : public Signer {
public:
    LooseSigner(CngKey key, Certificate certificate) : m_key(std::move(key)), m_certificate(std::move(certificate)) { }
    const Certificate &certificate() const override { return m_certificate; }
    const QList<Certificate> &chain() const override { return m_chain; }
    Result<QByteArray> sign(const QByteArray &message) const override
    {
        return m_key.sign(message, m_certificate.keyAlgorithm(), QStringLiteral("test"));
    }

private:
    CngKey m_key;
    Certificate m_certificate;
    QList<Certificate> m_chain;
};

/// Puts a certificate into the store TenkenTest; container: the name of its key, none when empty
bool store(const Certificate &certificate, QString container)
{
    void *const target = CertOpenStore(CERT_STORE_PROV_SYSTEM_W, 0, 0, CERT_SYSTEM_STORE_CURRENT_USER, storeName);
    const QByteArray der = certificate.der();
    const CERT_CONTEXT *context = nullptr;
    bool done =
        CertAddEncodedCertificateToStore(target, X509_ASN_ENCODING, reinterpret_cast<const BYTE *>(der.data()),
                                         static_cast<DWORD>(der.size()), CERT_STORE_ADD_REPLACE_EXISTING, &context)
        != 0;
    QString provider = QString::fromWCharArray(MS_KEY_STORAGE_PROVIDER);
    CRYPT_KEY_PROV_INFO info{};
    info.pwszContainerName = reinterpret_cast<wchar_t *>(container.data());
    info.pwszProvName = reinterpret_cast<wchar_t *>(provider.data());
    if (done && !container.isEmpty()) {
        done = CertSetCertificateContextProperty(context, CERT_KEY_PROV_INFO_PROP_ID, 0, &info) != 0;
    }
    CertFreeCertificateContext(context);
    CertCloseStore(target, 0);
    return done;
}

/// A key that Windows keeps under this name, removed when this is destroyed
class StoredKey {
public:
    explicit StoredKey(const wchar_t *name)
    {
        NCryptOpenStorageProvider(&m_provider, MS_KEY_STORAGE_PROVIDER, 0);
        NCryptCreatePersistedKey(m_provider, &m_key, BCRYPT_RSA_ALGORITHM, name, 0, NCRYPT_OVERWRITE_KEY_FLAG);
        DWORD bits = 3072;
        NCryptSetProperty(m_key, NCRYPT_LENGTH_PROPERTY, reinterpret_cast<PBYTE>(&bits), sizeof bits, 0);
        NCryptFinalizeKey(m_key, 0);
    }
    ~StoredKey()
    {
        NCryptDeleteKey(m_key, 0);
        NCryptFreeObject(m_provider);
    }
    Q_DISABLE_COPY_MOVE(StoredKey)

    /// SubjectPublicKeyInfo for OpenSSL
    PrivateKey publicPart() const
    {
        DWORD size = 0;
        if (!CryptExportPublicKeyInfoEx(m_key, 0, X509_ASN_ENCODING, nullptr, 0, nullptr, nullptr, &size)) {
            return PrivateKey::adopt(nullptr);
        }
        QByteArray bytes(static_cast<qsizetype>(size), '\0');
        auto *info = reinterpret_cast<CERT_PUBLIC_KEY_INFO *>(bytes.data());
        CryptExportPublicKeyInfoEx(m_key, 0, X509_ASN_ENCODING, nullptr, 0, nullptr, info, &size);
        const unsigned char *at = info->PublicKey.pbData;
        return PrivateKey::adopt(d2i_PublicKey(EVP_PKEY_RSA, nullptr, &at, static_cast<long>(info->PublicKey.cbData)));
    }

private:
    NCRYPT_PROV_HANDLE m_provider = 0;
    NCRYPT_KEY_HANDLE m_key = 0;
};

} // namespace

/// The store of Windows: its keys sign what Tenken's own verifier accepts.
class SystemStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { CertUnregisterSystemStore(storeName, CERT_SYSTEM_STORE_CURRENT_USER | CERT_STORE_DELETE_FLAG); }

    void keysSign_data()
    {
        QTest::addColumn<NewKey>("algorithm");
        QTest::newRow("RSA-3072") << NewKey::Rsa3072;
        QTest::newRow("P-256") << NewKey::EcP256;
    }

    void keysSign()
    {
        QFETCH(NewKey, algorithm);
        const Identity leaf = issueTo(signerSpec(), m_root, algorithm);
        const bool isRsa = algorithm == NewKey::Rsa3072;
        const LooseSigner signer(imported(leaf.key, isRsa ? BCRYPT_RSAPRIVATE_BLOB : BCRYPT_ECCPRIVATE_BLOB,
                                          isRsa ? rsaBlob(leaf.key) : ecBlob(leaf.key)),
                                 leaf.certificate);
        expectValid(signer);
    }

    void withoutKeysThereIsNothing()
    {
        QVERIFY(SystemStore::isSupported());
        const Identity leaf = issueTo(signerSpec(), m_root);
        QVERIFY(store(leaf.certificate, {}));
        const auto offered = m_store.certificates();
        QVERIFY(!offered);
        QCOMPARE(offered.error().detail, QStringLiteral("no-token"));
        QVERIFY(!m_store.open(leaf.certificate));
        const auto stranger = m_store.open(issueTo(signerSpec(), m_root).certificate);
        QVERIFY(!stranger);
        QCOMPARE(stranger.error().detail, QStringLiteral("key-missing"));
    }

    void offersWhatHasAKey()
    {
        const Identity leaf = issueTo(signerSpec(), m_root);
        const Identity server = issueTo(timestamperSpec(), m_root);
        QVERIFY(store(leaf.certificate, QStringLiteral("TenkenTest")));
        QVERIFY(store(server.certificate, QStringLiteral("TenkenTest")));
        const auto offered = m_store.certificates();
        QVERIFY(offered);
        QVERIFY(*offered == QList<Certificate>{leaf.certificate});
    }

    void storedKeysSign()
    {
        const StoredKey key(storeName);
        const PrivateKey publicPart = key.publicPart();
        QVERIFY(publicPart.handle());
        const Identity leaf = issueFor(publicPart, signerSpec(), m_root);
        QVERIFY(store(leaf.certificate, QStringLiteral("TenkenTest")));
        const auto signer = m_store.open(leaf.certificate);
        QVERIFY2(signer, signer ? "" : qPrintable(signer.error().detail));
        expectValid(**signer);
    }

private:
    void expectValid(const Signer &signer)
    {
        const QByteArray digest = QCryptographicHash::hash("document", QCryptographicHash::Sha256);
        const auto cms = buildSignature(signer, digest);
        QVERIFY2(cms, cms ? "" : qPrintable(cms.error().detail));
        QVERIFY(verifyCms(*cms, digest, {}, {{m_root.certificate}, {}, {}, false}, utc(2026, 11, 22)).isAccepted());
    }

    const SystemStore m_store{QString::fromWCharArray(storeName)};
    const Identity m_root = makeRoot(authoritySpec("root"));
};

QTEST_GUILESS_MAIN(SystemStoreTest)
#include "tst_system_store_windows.moc"
