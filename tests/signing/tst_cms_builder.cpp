#include "signing/cms/cms_builder.h"
#include "signing/cms/signed_data.h"
#include "support/local_tsa.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tenken;
using namespace tenken::testing;

namespace {

const QByteArray kDocument = "点検結果 2026";

QByteArray documentHash() { return QCryptographicHash::hash(kDocument, Digest::Sha256); }

/// A signer whose key is not its certificate's, or that fails
class BadSigner final : public Signer {
public:
    BadSigner(Certificate certificate, Result<QByteArray> answer)
        : m_certificate(std::move(certificate)), m_answer(std::move(answer))
    { }
    const Certificate &certificate() const override { return m_certificate; }
    const QList<Certificate> &chain() const override { return m_chain; }
    Result<QByteArray> sign(const QByteArray &) const override { return m_answer; }

private:
    Certificate m_certificate;
    QList<Certificate> m_chain;
    Result<QByteArray> m_answer;
};

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

class CmsBuilderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsTheProfile()
    {
        const Identity root = makeRoot(authoritySpec("CA"));
        const Identity middle = issueTo(authoritySpec("Middle"), root);
        const Identity signer = issueTo(signerSpec(), middle);
        const auto cms =
            buildSignature(KeySigner(signer.key, signer.certificate, {middle.certificate}), documentHash());
        QVERIFY(cms);
        QVERIFY(der::isCanonical(*cms));
        QVERIFY(cms->size() < kCmsReserve);
        const auto data = parseSignedData(*cms);
        QVERIFY(data);
        QCOMPARE(data->version, QByteArray::fromHex("020101"));
        QCOMPARE(data->signerVersion, QByteArray::fromHex("020101"));
        QCOMPARE(data->digestAlgorithms, QList<QByteArray>{QByteArray::fromHex("300b0609608648016503040201")});
        QCOMPARE(data->digestAlgorithm, data->digestAlgorithms.first());
        QCOMPARE(data->signatureAlgorithm, QByteArray::fromHex("300a06082a8648ce3d040302"));
        QVERIFY(!data->content);
        QVERIFY(!data->hasCrls);
        QVERIFY(data->unsignedAttributes.isEmpty());
        QCOMPARE(data->signerCount, 1);
        QCOMPARE(data->signedAttributes.size(), 3);
        QVERIFY(der::isCanonical(data->signedAttributesDer));
        QCOMPARE(data->certificates.size(), 2);
        QVERIFY(data->certificates.contains(signer.certificate.der()));
        QVERIFY(data->certificates.contains(middle.certificate.der()));
    }

    void opensslAccepts_data()
    {
        QTest::addColumn<NewKey>("algorithm");
        QTest::addColumn<bool>("stamped");
        QTest::newRow("P-256") << NewKey::EcP256 << false;
        QTest::newRow("P-384") << NewKey::EcP384 << false;
        QTest::newRow("RSA-3072") << NewKey::Rsa3072 << false;
        QTest::newRow("P-256 with timestamp") << NewKey::EcP256 << true;
    }

    void opensslAccepts()
    {
        QFETCH(NewKey, algorithm);
        QFETCH(bool, stamped);
        const Identity root = makeRoot(authoritySpec("CA"));
        const Identity signer = issueTo(signerSpec(), root, algorithm);
        const LocalTsa tsa(issueTo(timestamperSpec(), root), utc(2026, 11, 20));
        const auto cms =
            buildSignature(KeySigner(signer.key, signer.certificate), documentHash(), stamped ? &tsa : nullptr);
        QVERIFY(cms);
        const QTemporaryDir folder;
        write(folder.filePath("cms.der"), *cms);
        write(folder.filePath("document"), kDocument);
        write(folder.filePath("ca.pem"), root.certificate.pem());
        QProcess openssl;
        openssl.setWorkingDirectory(folder.path());
        openssl.start("openssl",
                      {"cms", "-verify", "-binary", "-cades", "-inform", "DER", "-in", "cms.der", "-content",
                       "document", "-CAfile", "ca.pem", "-purpose", "any", "-attime", "1795305600", "-out",
                       "verified"});
        QVERIFY2(openssl.waitForFinished(), "openssl is needed: ./dev setup installs it");
        QVERIFY2(openssl.exitCode() == 0, openssl.readAllStandardError().constData());
    }

    void passesFailuresOn()
    {
        const Identity root = makeRoot(authoritySpec("CA"));
        const Identity signer = issueTo(signerSpec(), root);
        const KeySigner good(signer.key, signer.certificate);
        QCOMPARE(buildSignature(good, "short").error().code, ErrorCode::InvalidValue);
        const BadSigner failing(signer.certificate, fail(ErrorCode::TokenFailed, "x", "pin-locked"));
        QCOMPARE(buildSignature(failing, documentHash()).error().code, ErrorCode::TokenFailed);
        const BadSigner lying(signer.certificate, QByteArray("nonsense"));
        QCOMPARE(buildSignature(lying, documentHash()).error().code, ErrorCode::SigningFailed);
        const PrivateKey odd = PrivateKey::adopt(EVP_EC_gen("P-521"));
        const KeySigner weak(odd, issueFor(odd, signerSpec(), root).certificate);
        QCOMPARE(buildSignature(weak, documentHash()).error().code, ErrorCode::CertificateWeak);
    }

    void refusesWhatDoesNotFitTheReserve()
    {
        const Identity root = makeRoot(authoritySpec("CA"));
        const Identity signer = issueTo(signerSpec(), root);
        QList<Certificate> chain(40, root.certificate);
        QCOMPARE(buildSignature(KeySigner(signer.key, signer.certificate, chain), documentHash()).error().code,
                 ErrorCode::SigningFailed);
    }
};

QTEST_GUILESS_MAIN(CmsBuilderTest)
#include "tst_cms_builder.moc"
