#include "signing/cms/cms_builder.h"
#include "signing/cms/cms_verifier.h"
#include "signing/keys/pkcs11_library.h"
#include "signing/keys/pkcs11_signer.h"
#include "support/test_pki.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLibrary>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/pem.h>

#include <algorithm>
#include <iterator>

using namespace tenken;
using namespace tenken::testing;

namespace {

const QByteArray kPin = "1234";
const QString kLabel = QStringLiteral("Tenken");

QString modulePath()
{
    for (const char *candidate :
         {"/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"})
        if (QLibrary::isLibrary(QLatin1String(candidate)) && QFileInfo::exists(QLatin1String(candidate)))
            return QLatin1String(candidate);
    return {};
}

bool softhsm(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("softhsm2-util"), arguments);
    return process.waitForFinished() && process.exitCode() == 0;
}

} // namespace

/// Against SoftHSM2, whose tokens are files of a temporary folder. Each test has its own token folder.
class Pkcs11SignerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        const bool needsNone = qstrcmp(QTest::currentTestFunction(), "tellsThatTheModuleIsNone") == 0;
        QVERIFY2(needsNone || !modulePath().isEmpty(), "SoftHSM2 is needed: ./dev setup installs it");
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkdir("tokens"));
        QFile configuration(m_folder->filePath("softhsm2.conf"));
        QVERIFY(configuration.open(QIODevice::WriteOnly));
        configuration.write("directories.tokendir = " + m_folder->filePath("tokens").toUtf8()
                            + "\nlog.level = ERROR\n");
        configuration.close();
        qputenv("SOFTHSM2_CONF", configuration.fileName().toUtf8());
    }

    void signs_data()
    {
        QTest::addColumn<NewKey>("algorithm");
        QTest::newRow("P-256") << NewKey::EcP256;
        QTest::newRow("P-384") << NewKey::EcP384;
        QTest::newRow("RSA-3072") << NewKey::Rsa3072;
    }

    void signs()
    {
        QFETCH(NewKey, algorithm);
        const Identity middle = issueTo(authoritySpec("middle"), m_root);
        const Identity leaf = issueTo(signerSpec(), middle, algorithm);
        initToken();
        import(leaf.key, "01");
        store({{leaf.certificate, "01"}, {middle.certificate, "02"}, {m_root.certificate, "03"}});

        const auto module = Pkcs11Module::load(modulePath());
        QVERIFY(module);
        const auto offered = module->certificates();
        QVERIFY(offered);
        QCOMPARE(offered->size(), 3);
        const TokenCertificate mine = named(*offered, leaf.certificate);
        QCOMPARE(mine.tokenLabel, kLabel);
        QCOMPARE(mine.id, QByteArray("\x01"));

        const auto signer = module->open(mine, kPin);
        QVERIFY2(signer, signer ? "" : qPrintable(signer.error().detail));
        QVERIFY((*signer)->certificate() == leaf.certificate);
        QVERIFY((*signer)->chain() == QList<Certificate>{middle.certificate});
        const QByteArray digest = QCryptographicHash::hash("document", QCryptographicHash::Sha256);
        const auto cms = buildSignature(**signer, digest);
        QVERIFY2(cms, cms ? "" : qPrintable(cms.error().detail));
        QVERIFY(verifyCms(*cms, digest, {}, {{m_root.certificate}, {}, {}, false}, utc(2026, 11, 22)).isAccepted());
    }

    void tellsWhyItCannotOpen()
    {
        const Identity leaf = issueTo(signerSpec(), m_root);
        initToken();
        store({{leaf.certificate, "01"}});
        const auto module = Pkcs11Module::load(modulePath());
        QVERIFY(module);
        const TokenCertificate mine = named(module->certificates().value(), leaf.certificate);
        const auto detail = [&](const TokenCertificate &which, const QByteArray &pin) {
            const auto signer = module->open(which, pin);
            return signer ? QStringLiteral("opened") : signer.error().detail;
        };
        QCOMPARE(detail(mine, "4321"), QStringLiteral("pin-incorrect"));
        QCOMPARE(detail(mine, ""), QStringLiteral("pin-incorrect"));
        QCOMPARE(detail(mine, kPin), QStringLiteral("key-missing"));
        TokenCertificate elsewhere = mine;
        elsewhere.slot = 999999;
        QCOMPARE(detail(elsewhere, kPin), QStringLiteral("no-token"));
    }

    void tellsThatThereIsNoCertificate()
    {
        const auto module = Pkcs11Module::load(modulePath());
        QVERIFY(module);
        // SoftHSM2 always shows one slot with a token that is not initialised
        QVERIFY(module->certificates().value().isEmpty());
    }

    void tellsThatTheModuleIsNone_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("missing") << "/nonexistent/module.so";
        QTest::newRow("another library") << "libz.so.1";
    }

    void tellsThatTheModuleIsNone()
    {
        QFETCH(QString, path);
        const auto module = Pkcs11Module::load(path);
        QVERIFY(!module);
        QCOMPARE(module.error(), (Error{ErrorCode::TokenFailed, path, QStringLiteral("module-unloadable")}));
    }

    void namesWhatModulesSay_data()
    {
        QTest::addColumn<ulong>("rv");
        QTest::addColumn<QString>("detail");
        QTest::newRow("PIN wrong") << pkcs11::kPinIncorrect << "pin-incorrect";
        QTest::newRow("PIN locked") << pkcs11::kPinLocked << "pin-locked";
        QTest::newRow("no token") << pkcs11::kTokenNotPresent << "no-token";
        QTest::newRow("pulled out") << pkcs11::kDeviceRemoved << "token-removed";
        QTest::newRow("no such mechanism") << pkcs11::kMechanismInvalid << "mechanism-missing";
        QTest::newRow("another") << 0x30UL << "CKR 0x30";
    }

    void namesWhatModulesSay()
    {
        QFETCH(ulong, rv);
        const auto library = Pkcs11Library::load(modulePath());
        QVERIFY(library);
        const Result<int> failed = (*library)->failure(rv);
        QCOMPARE(failed.error().code, ErrorCode::TokenFailed);
        QTEST(failed.error().detail, "detail");
    }

private:
    void initToken()
    {
        QVERIFY(softhsm({"--init-token", "--free", "--label", kLabel, "--pin", kPin, "--so-pin", "12345678"}));
    }

    void import(const PrivateKey &key, const QString &id)
    {
        const QString path = m_folder->filePath("key.pem");
        const BioPtr file(BIO_new_file(qPrintable(path), "w"));
        QCOMPARE(PEM_write_bio_PKCS8PrivateKey(file.get(), key.handle(), nullptr, nullptr, 0, nullptr, nullptr), 1);
        BIO_flush(file.get());
        QVERIFY(softhsm({"--import", path, "--token", kLabel, "--label", "key", "--id", id, "--pin", kPin}));
    }

    /// Certificates as public objects, through the module itself
    void store(const QList<std::pair<Certificate, QByteArray>> &certificates)
    {
        using namespace pkcs11;
        const auto library = Pkcs11Library::load(modulePath()).value();
        const QList<SlotId> present = library->slotsWithToken().value();
        const auto slot = std::find_if(present.cbegin(), present.cend(), [&library](SlotId candidate) {
            return library->tokenLabel(candidate).value() == kLabel;
        });
        QVERIFY(slot != present.cend());
        Session session = 0;
        QCOMPARE((*library)->openSession(*slot, kSerialSession | kReadWriteSession, nullptr, nullptr, &session), kOk);
        QCOMPARE((*library)->login(session, kUser, reinterpret_cast<const Byte *>(kPin.constData()), 4UL), kOk);
        for (const auto &[certificate, hexId] : certificates) {
            Ulong objectClass = kClassCertificate;
            Ulong type = kCertificateX509;
            Byte yes = 1;
            Byte no = 0;
            QByteArray value = certificate.der();
            QByteArray subject = certificate.subjectDer();
            QByteArray id = QByteArray::fromHex(hexId);
            Attribute attributes[]{{kClass, &objectClass, sizeof objectClass},
                                   {kCertificateType, &type, sizeof type},
                                   {kToken, &yes, 1},
                                   {kPrivate, &no, 1},
                                   {kValue, value.data(), static_cast<Ulong>(value.size())},
                                   {kSubject, subject.data(), static_cast<Ulong>(subject.size())},
                                   {kId, id.data(), static_cast<Ulong>(id.size())}};
            Object object = 0;
            QCOMPARE((*library)->createObject(session, attributes, std::size(attributes), &object), kOk);
        }
        QCOMPARE((*library)->closeSession(session), kOk);
    }

    static TokenCertificate named(const QList<TokenCertificate> &offered, const Certificate &wanted)
    {
        const auto found = std::find_if(offered.cbegin(), offered.cend(), [&wanted](const TokenCertificate &candidate) {
            return candidate.certificate == wanted;
        });
        if (found == offered.cend())
            qFatal("certificate not offered");
        return *found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Identity m_root = makeRoot(authoritySpec("CA"));
};

QTEST_GUILESS_MAIN(Pkcs11SignerTest)
#include "tst_pkcs11_signer.moc"
