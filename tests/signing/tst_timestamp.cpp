#include "signing/cms/timestamp.h"
#include "support/crafted_cms.h"
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

    void refusesAWeakAuthority()
    {
        const Identity weak = issueFor(PrivateKey::adopt(EVP_RSA_gen(1024)), timestamperSpec(), m_root);
        const QByteArray request = timestampRequest(hashOf(Digest::Sha256)).value();
        QVERIFY(!tokenFromResponse(LocalTsa(weak, kNow).respond(request), request));
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

    void refusesCraftedTokens_data();
    void refusesCraftedTokens();

private:
    Identity m_root = makeRoot(authoritySpec("CA"));
    Identity m_timestamper = issueTo(timestamperSpec(), m_root);
};

using Spoil = std::function<void(CraftedCms &, const Identity &)>;

namespace {

/// The token over another TSTInfo
void stampWith(CraftedCms &cms, const std::function<void(QByteArray &)> &change)
{
    der::Reader encapsulated(der::Reader(cms.encapsulated).take());
    encapsulated.take();
    QByteArray info = der::Reader(encapsulated.take()).take().content.toByteArray();
    change(info);
    cms.encapsulated =
        der::sequence({der::tlv(der::Oid, oid::kTstInfo), der::tlv(der::Context0, der::octetString(info))});
    cms.attributes[1] =
        attributeOf(oid::kMessageDigest, {der::octetString(QCryptographicHash::hash(info, Digest::Sha256))});
}

} // namespace

void TimestampTest::refusesCraftedTokens_data()
{
    QTest::addColumn<CertificateSpec>("spec");
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QStringList>("reasons");
    const auto row = [](const char *name, const QStringList &reasons, const Spoil &spoil) {
        QTest::newRow(name) << timestamperSpec() << spoil << reasons;
    };
    const Spoil nothing = [](CraftedCms &, const Identity &) {};
    row("untouched", {}, nothing);
    row("put together again", {}, [](CraftedCms &cms, const Identity &) { stampWith(cms, [](QByteArray &) {}); });
    QTest::newRow("certificate of a person") << signerSpec() << nothing << QStringList{"C8"};
    QTest::newRow("purpose not critical")
        << with(timestamperSpec(), NID_ext_key_usage, "timeStamping") << nothing << QStringList{"C8"};
    QTest::newRow("another purpose too") << with(timestamperSpec(), NID_ext_key_usage,
                                                 "critical,timeStamping,emailProtection")
                                         << nothing << QStringList{"C8"};
    row("ESS of 1999 with SHA-1", {}, [](CraftedCms &cms, const Identity &signer) {
        const QByteArray hash = QCryptographicHash::hash(signer.certificate.der(), Digest::Sha1);
        const QByteArray id = der::sequence({der::octetString(hash)});
        cms.attributes[2] = attributeOf(oid::kSigningCertificate, {der::sequence({der::sequence({id})})});
    });
    const QStringList broken{"C7"};
    row("no ESS", broken, [](CraftedCms &cms, const Identity &) { cms.attributes.removeAt(2); });
    row("ESS of another", broken,
        [this](CraftedCms &cms, const Identity &) { cms.attributes[2] = essAttribute(m_root.certificate); });
    row("attribute twice", broken,
        [](CraftedCms &cms, const Identity &) { cms.attributes.append(cms.attributes.at(1)); });
    row("other content type", broken, [](CraftedCms &cms, const Identity &) {
        cms.attributes[0] = attributeOf(oid::kContentType, {der::tlv(der::Oid, oid::kData)});
    });
    row("attributes out of order", broken, [](CraftedCms &cms, const Identity &) {
        cms.sortAttributes = false;
        std::swap(cms.attributes[0], cms.attributes[2]);
    });
    row("no certificate", broken, [](CraftedCms &cms, const Identity &) { cms.certificates.clear(); });
    row("unsigned attribute", broken, [](CraftedCms &cms, const Identity &) {
        cms.unsignedAttributes = {attributeOf(oid::kContentType, {der::tlv(der::Oid, oid::kData)})};
    });
    row("revocation list", broken, [this](CraftedCms &cms, const Identity &) { cms.crls = {makeCrlOf(m_root, {})}; });
    row("TSTInfo of version 2", broken, [](CraftedCms &cms, const Identity &) {
        stampWith(cms, [](QByteArray &info) { info[info.indexOf("\x02\x01\x01") + 2] = 2; });
    });
    row("extension that nobody may ignore", broken, [](CraftedCms &cms, const Identity &) {
        stampWith(cms, [](QByteArray &info) {
            const QByteArray extension = der::sequence({hexDer("06032a0304"), hexDer("0101ff"), der::octetString("x")});
            info = der::tlv(der::Sequence,
                            der::Reader(info).take().content.toByteArray() + der::tlv(der::Context1, extension));
        });
    });
    row("version 1", broken, [](CraftedCms &cms, const Identity &) { cms.version = hexDer("020101"); });
    row("more digest algorithms", broken,
        [](CraftedCms &cms, const Identity &) { cms.digestAlgorithms.append(digestIdentifier(Digest::Sha512)); });
    row("two signers", broken, [](CraftedCms &cms, const Identity &) { cms.signerCount = 2; });
    row("no content", broken, [](CraftedCms &cms, const Identity &) {
        cms.encapsulated = der::sequence({der::tlv(der::Oid, oid::kTstInfo)});
    });
    row("signature of another", broken,
        [this](CraftedCms &cms, const Identity &) { cms.transplanted = m_root.key.sign(cms.attributesSet()).value(); });
}

void TimestampTest::refusesCraftedTokens()
{
    QFETCH(CertificateSpec, spec);
    QFETCH(Spoil, spoil);
    const QByteArray good = LocalTsa(m_timestamper, kNow).requestToken(hashOf(Digest::Sha256)).value();
    const QByteArray info = parseSignedData(good)->content.value();
    const Identity signer = issueTo(spec, m_root);
    CraftedCms cms(signer, QCryptographicHash::hash(info, Digest::Sha256));
    cms.version = hexDer("020103");
    cms.encapsulated =
        der::sequence({der::tlv(der::Oid, oid::kTstInfo), der::tlv(der::Context0, der::octetString(info))});
    cms.attributes[0] = attributeOf(oid::kContentType, {der::tlv(der::Oid, oid::kTstInfo)});
    spoil(cms, signer);
    const TimestampFinding finding =
        verifyTimestampToken(cms.encode(), hashOf, {{m_root.certificate}, {}, {}, false}, kNow);
    QStringList found;
    for (const Reason reason : finding.reasons)
        found.append(toCode(reason));
    QTEST(found, "reasons");
}

QTEST_GUILESS_MAIN(TimestampTest)
#include "tst_timestamp.moc"
