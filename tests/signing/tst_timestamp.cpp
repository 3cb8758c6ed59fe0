#include "signing/cms/signed_data.h"
#include "signing/cms/timestamp.h"
#include "support/local_tsa.h"

#include <QTest>

#include <functional>

using namespace tenken;
using namespace tenken::testing;

namespace {

const QByteArray kStamped = "signature value";
const QDateTime kNow = utc(2026, 11, 22);

QByteArray hashOf(Digest digest) { return QCryptographicHash::hash(kStamped, digest); }

} // namespace

using Respell = std::function<QByteArray(const QByteArray &)>;

class TimestampTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void requestsAreDerAndNeverTheSame()
    {
        const auto first = timestampRequest(hashOf(Digest::Sha256));
        const auto second = timestampRequest(hashOf(Digest::Sha256));
        QVERIFY(first && second);
        QVERIFY(der::isCanonical(*first));
        QVERIFY(*first != *second);
        QCOMPARE(timestampRequest("short").error().code, ErrorCode::InvalidValue);
    }

    void takesTheTokenOfItsOwnRequestOnly()
    {
        const LocalTsa tsa(m_timestamper, kNow);
        const QByteArray request = timestampRequest(hashOf(Digest::Sha256)).value();
        const QByteArray response = tsa.respond(request);
        QVERIFY(tokenFromResponse(response, request));
        const QByteArray again = timestampRequest(hashOf(Digest::Sha256)).value();
        QCOMPARE(tokenFromResponse(response, again).error().code, ErrorCode::TimestampFailed);
        const QByteArray other = timestampRequest(QByteArray(32, 'x')).value();
        QCOMPARE(tokenFromResponse(response, other).error().code, ErrorCode::TimestampFailed);
        QCOMPARE(tokenFromResponse(response, "no request").error().code, ErrorCode::TimestampFailed);
    }

    void refusesBadResponses_data()
    {
        QTest::addColumn<Respell>("respell");
        const auto row = [](const char *name, const Respell &respell) { QTest::newRow(name) << respell; };
        row("empty", [](const QByteArray &) { return QByteArray(); });
        row("a web page", [](const QByteArray &) { return QByteArray("<html>404</html>"); });
        row("cut", [](const QByteArray &response) { return response.chopped(1); });
        row("something behind", [](const QByteArray &response) { return response + 'x'; });
        row("too large", [](const QByteArray &response) { return response + QByteArray(256 * 1024, '\0'); });
        row("rejection", [](const QByteArray &) { return QByteArray::fromHex("30053003020102"); });
        row("granted without token", [](const QByteArray &) { return QByteArray::fromHex("30053003020100"); });
        row("signature broken", [](const QByteArray &response) {
            QByteArray changed = response;
            changed[changed.size() - 1] = static_cast<char>(changed.back() ^ 1);
            return changed;
        });
    }

    void refusesBadResponses()
    {
        QFETCH(Respell, respell);
        const LocalTsa tsa(m_timestamper, kNow);
        const QByteArray request = timestampRequest(hashOf(Digest::Sha256)).value();
        QCOMPARE(tokenFromResponse(respell(tsa.respond(request)), request).error().code, ErrorCode::TimestampFailed);
    }

    void verifiesTokens_data()
    {
        QTest::addColumn<Identity>("timestamper");
        QTest::addColumn<QStringList>("reasons");
        const auto row = [](const char *name, const Identity &timestamper, const QStringList &reasons) {
            QTest::newRow(name) << timestamper << reasons;
        };
        const Identity stranger = makeRoot(authoritySpec("stranger"));
        CertificateSpec expired = timestamperSpec();
        expired.notAfter = utc(2026, 11, 21);
        row("P-256", m_timestamper, {});
        row("RSA-2048", issueTo(timestamperSpec(), m_root, NewKey::Rsa2048), {});
        row("P-384", issueTo(timestamperSpec(), m_root, NewKey::EcP384), {});
        row("unknown", issueTo(timestamperSpec(), stranger), {"unknown-issuer"});
        row("expired", issueTo(expired, m_root), {"expired"});
    }

    void verifiesTokens()
    {
        QFETCH(Identity, timestamper);
        const LocalTsa tsa(timestamper, kNow);
        const auto token = tsa.requestToken(hashOf(Digest::Sha256));
        QVERIFY2(token, token ? "" : qPrintable(token.error().detail));
        const TimestampFinding finding =
            verifyTimestampToken(*token + QByteArray(100, '\0'), hashOf, {{m_root.certificate}, {}, {}, false}, kNow);
        QStringList found;
        for (const Reason reason : finding.reasons)
            found.append(toCode(reason));
        QTEST(found, "reasons");
        QCOMPARE(finding.time, kNow);
        QVERIFY(finding.signer == timestamper.certificate);
    }

    void carriesTheChain()
    {
        const Identity middle = issueTo(authoritySpec("middle"), m_root);
        LocalTsa tsa(issueTo(timestamperSpec(), middle), kNow);
        const TrustPolicy policy{{m_root.certificate}, {}, {}, false};
        QVERIFY(
            !verifyTimestampToken(tsa.requestToken(hashOf(Digest::Sha256)).value(), hashOf, policy, kNow).isAccepted());
        tsa.setExtraCertificates({middle.certificate});
        const TimestampFinding finding =
            verifyTimestampToken(tsa.requestToken(hashOf(Digest::Sha256)).value(), hashOf, policy, kNow);
        QVERIFY(finding.isAccepted());
        QCOMPARE(finding.certificates.size(), 2);
        // A certificate that the chain does without could be changed unseen
        tsa.setExtraCertificates({middle.certificate, makeRoot(authoritySpec("stranger")).certificate});
        QCOMPARE(verifyTimestampToken(tsa.requestToken(hashOf(Digest::Sha256)).value(), hashOf, policy, kNow).reasons,
                 QList<Reason>{Reason::C7});
    }

    void refusesOtherPurposes()
    {
        // OpenSSL's own authority refuses such a key, so the token is a signature of the wrong certificate by hand:
        // the chain check is what must object.
        const Identity signer = issueTo(signerSpec(), m_root);
        QVERIFY(!signer.certificate.isTimestamping());
        QVERIFY(
            !issueTo(with(timestamperSpec(), NID_ext_key_usage, "timeStamping"), m_root).certificate.isTimestamping());
        QVERIFY(!issueTo(with(timestamperSpec(), NID_ext_key_usage, "critical,timeStamping,emailProtection"), m_root)
                     .certificate.isTimestamping());
        QVERIFY(m_timestamper.certificate.isTimestamping());
    }

private:
    Identity m_root = makeRoot(authoritySpec("CA"));
    Identity m_timestamper = issueTo(timestamperSpec(), m_root);
};

QTEST_GUILESS_MAIN(TimestampTest)
#include "tst_timestamp.moc"
