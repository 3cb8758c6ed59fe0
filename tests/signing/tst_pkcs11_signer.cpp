#include "signing/cms/cms_builder.h"
#include "signing/cms/cms_verifier.h"
#include "signing/keys/pkcs11_library.h"
#include "signing/keys/pkcs11_signer.h"
#include "support/soft_token.h"
#include "support/test_pki.h"

#include <QCryptographicHash>
#include <QTest>

#include <algorithm>

using namespace tenken;
using namespace tenken::testing;
using support::SoftToken;

/// Against SoftHSM2, whose tokens are files of a temporary folder. Each test has its own token folder.
class Pkcs11SignerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        const bool needsNone = qstrcmp(QTest::currentTestFunction(), "tellsThatTheModuleIsNone") == 0;
        QVERIFY2(needsNone || !SoftToken::module().isEmpty(), "SoftHSM2 is needed: ./dev setup installs it");
        m_token = std::make_unique<SoftToken>();
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
        QVERIFY(m_token->create() && m_token->putKey(leaf.key, "01") && m_token->putCertificate(leaf.certificate, "01")
                && m_token->putCertificate(middle.certificate, "02")
                && m_token->putCertificate(m_root.certificate, "03"));

        const auto module = Pkcs11Module::load(SoftToken::module());
        QVERIFY(module);
        const auto offered = module->certificates();
        QVERIFY(offered);
        QCOMPARE(offered->size(), 3);
        const TokenCertificate mine = named(*offered, leaf.certificate);
        QCOMPARE(mine.tokenLabel, SoftToken::kLabel);
        QCOMPARE(mine.id, QByteArray("\x01"));

        const auto signer = module->open(mine, SoftToken::kPin);
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
        QVERIFY(m_token->create() && m_token->putCertificate(leaf.certificate, "01"));
        const auto module = Pkcs11Module::load(SoftToken::module());
        QVERIFY(module);
        const TokenCertificate mine = named(module->certificates().value(), leaf.certificate);
        const auto detail = [&](const TokenCertificate &which, const QByteArray &pin) {
            const auto signer = module->open(which, pin);
            return signer ? QStringLiteral("opened") : signer.error().detail;
        };
        QCOMPARE(detail(mine, "4321"), QStringLiteral("pin-incorrect"));
        QCOMPARE(detail(mine, ""), QStringLiteral("pin-incorrect"));
        QCOMPARE(detail(mine, SoftToken::kPin), QStringLiteral("key-missing"));
        TokenCertificate elsewhere = mine;
        elsewhere.slot = 999999;
        QCOMPARE(detail(elsewhere, SoftToken::kPin), QStringLiteral("no-token"));
    }

    void tellsThatThereIsNoCertificate()
    {
        const auto module = Pkcs11Module::load(SoftToken::module());
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
        const auto library = Pkcs11Library::load(SoftToken::module());
        QVERIFY(library);
        const Result<int> failed = (*library)->failure(rv);
        QCOMPARE(failed.error().code, ErrorCode::TokenFailed);
        QTEST(failed.error().detail, "detail");
    }

private:
    static TokenCertificate named(const QList<TokenCertificate> &offered, const Certificate &wanted)
    {
        const auto found = std::find_if(offered.cbegin(), offered.cend(), [&wanted](const TokenCertificate &candidate) {
            return candidate.certificate == wanted;
        });
        if (found == offered.cend())
            qFatal("certificate not offered");
        return *found;
    }

    std::unique_ptr<SoftToken> m_token;
    Identity m_root = makeRoot(authoritySpec("CA"));
};

QTEST_GUILESS_MAIN(Pkcs11SignerTest)
#include "tst_pkcs11_signer.moc"
