#include "support/signing_world.h"

#include <QTest>

#include <functional>
#include <memory>

using namespace tenken;
using namespace tenken::testing;

class CmsVerifierTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<World>(); }

    void acceptsWhatTheBuilderMakes_data()
    {
        QTest::addColumn<NewKey>("algorithm");
        QTest::addColumn<bool>("allowRsa2048");
        QTest::addColumn<QStringList>("reasons");
        QTest::newRow("P-256") << NewKey::EcP256 << false << QStringList();
        QTest::newRow("P-384") << NewKey::EcP384 << false << QStringList();
        QTest::newRow("RSA-3072") << NewKey::Rsa3072 << false << QStringList();
        QTest::newRow("RSA-2048 allowed") << NewKey::Rsa2048 << true << QStringList();
        QTest::newRow("RSA-2048") << NewKey::Rsa2048 << false << QStringList{"C4"};
    }

    void acceptsWhatTheBuilderMakes()
    {
        QFETCH(NewKey, algorithm);
        QFETCH(bool, allowRsa2048);
        const Identity signer = issueTo(signerSpec(), m_world->root, algorithm);
        const auto cms = buildSignature(KeySigner(signer.key, signer.certificate), hashOf(Digest::Sha256));
        QVERIFY(cms);
        TrustPolicy policy = m_world->policy;
        policy.allowRsa2048 = allowRsa2048;
        const CmsFinding finding = verify(padded(*cms), policy);
        QTEST(codes(finding.reasons), "reasons");
        QVERIFY(finding.warnings.isEmpty());
        QCOMPARE(finding.signature.integrity, Integrity::Intact);
        QCOMPARE(finding.signature.trust, Trust::Trusted);
        QCOMPARE(finding.signature.level, Level::BB);
        QVERIFY(finding.signature.role == Role::Inspector);
        QCOMPARE(finding.signature.signer, QStringLiteral("点検 太郎"));
        QCOMPARE(finding.signature.department, QStringLiteral("U0004"));
        QCOMPARE(finding.signature.issuer, QStringLiteral("肥後市認証局"));
        QCOMPARE(finding.signature.serial, signer.certificate.serialHex());
        QCOMPARE(finding.signature.certificateSha256, signer.certificate.sha256Hex());
        QVERIFY(finding.signer == signer.certificate);
        QVERIFY(!finding.signature.signedAt.isValid());
    }

    void acceptsStrongerDigests()
    {
        for (const auto &[digest, md] :
             {std::pair(Digest::Sha384, EVP_sha384()), std::pair(Digest::Sha512, EVP_sha512())}) {
            CraftedCms cms(m_world->signer, hashOf(digest));
            cms.setDigest(digest, md);
            QCOMPARE(codes(verify(padded(cms.encode()), m_world->policy).reasons), QStringList());
        }
    }

    void refusesBrokenStructure_data();
    void refusesBrokenStructure();
    void refusesBrokenBytes_data();
    void refusesBrokenBytes();
    void acceptsNoMutation_data();
    void acceptsNoMutation();

private:
    std::unique_ptr<World> m_world;
};

using Spoil = std::function<void(CraftedCms &, const World &)>;

namespace {

void row(const char *name, const QStringList &reasons, const Spoil &spoil) { QTest::newRow(name) << spoil << reasons; }

/// One signer, nothing inside, exactly three signed attributes, a hash function that holds
void addShapeRows()
{
    const QByteArray signingTime =
        attributeOf(QByteArray::fromHex("2a864886f70d010905"), {der::tlv(der::UtcTime, "261122030000Z")});
    const QByteArray someType = der::tlv(der::Oid, hexDer("2a864886f70d0109100603")); // proof of approval
    const QByteArray hash = der::sequence({digestIdentifier(Digest::Sha256), der::octetString(QByteArray(32, 'x'))});
    const QByteArray commitment = attributeOf(oid::kCommitmentType, {der::sequence({someType})});
    const QByteArray policy = attributeOf(oid::kSignaturePolicy, {der::sequence({someType, hash})});
    const auto with = [](const QList<QByteArray> &more) {
        return [more](CraftedCms &cms, const World &) { cms.attributes += more; };
    };
    row("commitment", {}, with({commitment}));
    row("policy", {}, with({policy}));
    row("commitment and policy", {}, with({policy, commitment}));
    row("commitment twice", {"C3"}, with({commitment, commitment}));
    row("two commitments", {"C3"},
        with({attributeOf(oid::kCommitmentType,
                          {der::sequence({someType}), der::sequence({someType, der::sequence({})})})}));
    row("commitment without a type", {"C3"}, with({attributeOf(oid::kCommitmentType, {der::sequence({})})}));
    row("commitment with qualifiers", {"C3"},
        with({attributeOf(oid::kCommitmentType, {der::sequence({someType, der::sequence({someType})})})}));
    row("policy without its hash", {"C3"}, with({attributeOf(oid::kSignaturePolicy, {der::sequence({someType})})}));
    row("policy that is implied", {"C3"}, with({attributeOf(oid::kSignaturePolicy, {hexDer("0500")})}));
    row("untouched", {}, [](CraftedCms &, const World &) {});
    row("no signer", {"C2"}, [](CraftedCms &cms, const World &) { cms.signerCount = 0; });
    row("two signers", {"C2"}, [](CraftedCms &cms, const World &) { cms.signerCount = 2; });
    row("content inside", {"C2"}, [](CraftedCms &cms, const World &) {
        cms.encapsulated =
            der::sequence({der::tlv(der::Oid, oid::kData), der::tlv(der::Context0, der::octetString(kDocument))});
    });
    row("other content type", {"C2"},
        [](CraftedCms &cms, const World &) { cms.encapsulated = der::sequence({der::tlv(der::Oid, oid::kTstInfo)}); });
    row("no signed attributes", {"C3"}, [](CraftedCms &cms, const World &) { cms.attributes.clear(); });
    row("no ESS", {"C3"}, [](CraftedCms &cms, const World &) { cms.attributes.removeAt(2); });
    row("no message digest", {"C3"}, [](CraftedCms &cms, const World &) { cms.attributes.removeAt(1); });
    row("signing-time", {"C3"}, [=](CraftedCms &cms, const World &) { cms.attributes.append(signingTime); });
    row("attribute twice", {"C3"}, [](CraftedCms &cms, const World &) { cms.attributes.append(cms.attributes.at(1)); });
    row("SHA-1", {"C4"}, [](CraftedCms &cms, const World &) {
        cms.digestAlgorithm = hexDer("300706052b0e03021a");
        cms.digestAlgorithms = {cms.digestAlgorithm};
        cms.attributes[1] = attributeOf(oid::kMessageDigest, {der::octetString(hashOf(Digest::Sha1))});
        cms.hash = EVP_sha1();
    });
}

/// The digest, the signature and the certificate belong together
void addBindingRows()
{
    row("another document", {"C5"}, [](CraftedCms &cms, const World &) {
        cms.attributes[1] = attributeOf(oid::kMessageDigest, {der::octetString(QByteArray(32, 'x'))});
    });
    row("two digests", {"C5", "C9"}, [](CraftedCms &cms, const World &) {
        cms.attributes[1] =
            attributeOf(oid::kMessageDigest, {der::octetString(hashOf(Digest::Sha256)), der::octetString("x")});
    });
    row("transplanted signature", {"C5"}, [](CraftedCms &cms, const World &world) {
        cms.transplanted = CraftedCms(world.signer, QByteArray(32, 'x')).signature();
    });
    row("another's signature", {"C5"}, [](CraftedCms &cms, const World &world) {
        cms.transplanted = world.other.key.sign(cms.attributesSet()).value();
    });
    row("empty signature", {"C5"},
        [](CraftedCms &cms, const World &) { cms.transplanted = hexDer("3006020100020100"); });
    row("content type attribute", {"C9"}, [](CraftedCms &cms, const World &) {
        cms.attributes[0] = attributeOf(oid::kContentType, {der::tlv(der::Oid, oid::kTstInfo)});
    });
    row("ESS of another", {"C6", "C9"},
        [](CraftedCms &cms, const World &world) { cms.attributes[2] = essAttribute(world.other.certificate); });
    row("ESS without issuer", {"C6", "C9"}, [](CraftedCms &cms, const World &world) {
        const QByteArray hash = QByteArray::fromHex(world.signer.certificate.sha256Hex().toLatin1());
        const QByteArray id = der::sequence({der::octetString(hash)});
        cms.attributes[2] = attributeOf(oid::kSigningCertificateV2, {der::sequence({der::sequence({id})})});
    });
    row("signer's certificate missing", {"C6"},
        [](CraftedCms &cms, const World &world) { cms.certificates = {world.other.certificate.der()}; });
    row("signer named wrongly", {"C6"}, [](CraftedCms &cms, const World &world) {
        cms.sid = der::sequence({world.signer.certificate.issuerDer(), der::integer("\x01")});
    });
}

/// What no signature covers must not be free
void addUncoveredFieldRows()
{
    const QByteArray signingTime =
        attributeOf(QByteArray::fromHex("2a864886f70d010905"), {der::tlv(der::UtcTime, "261122030000Z")});
    row("unknown unsigned attribute", {"C7"},
        [=](CraftedCms &cms, const World &) { cms.unsignedAttributes = {signingTime}; });
    row("timestamp without token", {"C7"}, [](CraftedCms &cms, const World &) {
        cms.unsignedAttributes = {attributeOf(oid::kSignatureTimestamp, {der::sequence({})})};
    });
    row("empty unsigned attribute", {"C7"},
        [](CraftedCms &cms, const World &) { cms.unsignedAttributes = {attributeOf(oid::kSignatureTimestamp, {})}; });
    row("version 3", {"C9"}, [](CraftedCms &cms, const World &) { cms.version = hexDer("020103"); });
    row("signer version 3", {"C9"}, [](CraftedCms &cms, const World &) { cms.signerVersion = hexDer("020103"); });
    row("no digest algorithms", {"C9"}, [](CraftedCms &cms, const World &) { cms.digestAlgorithms.clear(); });
    row("more digest algorithms", {"C9"},
        [](CraftedCms &cms, const World &) { cms.digestAlgorithms.append(digestIdentifier(Digest::Sha512)); });
    row("digest algorithm with NULL", {"C9"}, [](CraftedCms &cms, const World &) {
        cms.digestAlgorithm = hexDer("300d06096086480165030402010500");
        cms.digestAlgorithms = {cms.digestAlgorithm};
    });
    row("signature algorithm of another key", {"C9"}, [](CraftedCms &cms, const World &) {
        cms.signatureAlgorithm = signatureIdentifier(KeyAlgorithm::Rsa, Digest::Sha256);
    });
    row("attributes out of order", {"C9"}, [](CraftedCms &cms, const World &) {
        cms.sortAttributes = false;
        std::swap(cms.attributes[0], cms.attributes[2]);
    });
    row("certificate twice", {"C9"},
        [](CraftedCms &cms, const World &) { cms.certificates.append(cms.certificates.first()); });
    row("stranger's certificate", {"C9"},
        [](CraftedCms &cms, const World &world) { cms.certificates.append(world.stranger.certificate.der()); });
    row("root's certificate", {"C9"},
        [](CraftedCms &cms, const World &world) { cms.certificates.append(world.root.certificate.der()); });
    row("certificate that is none", {"C9"},
        [](CraftedCms &cms, const World &) { cms.certificates.append(der::sequence({})); });
    row("revocation list inside", {"C9"}, [](CraftedCms &cms, const World &world) { cms.crls = {world.emptyCrl}; });
}

} // namespace

void CmsVerifierTest::refusesBrokenStructure_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QStringList>("reasons");
    addShapeRows();
    addBindingRows();
    addUncoveredFieldRows();
}

void CmsVerifierTest::refusesBrokenStructure()
{
    QFETCH(Spoil, spoil);
    QFETCH(QStringList, reasons);
    CraftedCms cms(m_world->signer, hashOf(Digest::Sha256));
    spoil(cms, *m_world);
    const CmsFinding finding = verify(padded(cms.encode()), m_world->policy);
    QCOMPARE(codes(finding.reasons), reasons);
    QCOMPARE(finding.signature.integrity, reasons.isEmpty() ? Integrity::Intact : Integrity::Broken);
}

using Respell = std::function<QByteArray(const QByteArray &)>;

void CmsVerifierTest::refusesBrokenBytes_data()
{
    QTest::addColumn<Respell>("respell");
    const auto row = [](const char *name, const Respell &respell) { QTest::newRow(name) << respell; };
    // The outer SEQUENCE of every signature here has a two-byte length: 30 82 hh ll
    row("longer length than needed",
        [](const QByteArray &der) { return "\x30\x83" + QByteArray(1, '\0') + der.mid(2); });
    row("indefinite length", [](const QByteArray &der) { return "\x30\x80" + der.mid(4) + QByteArray(2, '\0'); });
    row("length beyond the end", [](const QByteArray &der) { return "\x30\x82\x7f\xff" + der.mid(4); });
    row("negative length", [](const QByteArray &der) { return "\x30\x84\xff\xff\xff\xff" + der.mid(4); });
    row("cut", [](const QByteArray &der) { return der.chopped(1); });
    row("garbage in the padding", [](const QByteArray &der) { return der + QByteArray(9, '\0') + 'x'; });
    row("a second CMS in the padding", [](const QByteArray &der) { return der + der; });
    row("space in front", [](const QByteArray &der) { return ' ' + der; });
    row("empty", [](const QByteArray &) { return QByteArray(); });
    row("zeros only", [](const QByteArray &) { return QByteArray(kCmsReserve, '\0'); });
    row("too large", [](const QByteArray &der) { return der + QByteArray(64 * 1024, '\0'); });
    row("constructed string", [](const QByteArray &der) {
        QByteArray changed = der;
        // id-data of the content info as a constructed OID
        changed[changed.indexOf("\x06\x09\x2a\x86\x48")] = '\x26';
        return changed;
    });
    row("deep nesting", [](const QByteArray &) {
        QByteArray nested;
        for (int i = 0; i < 3000; ++i)
            nested = der::sequence({nested});
        return nested;
    });
}

void CmsVerifierTest::refusesBrokenBytes()
{
    QFETCH(Respell, respell);
    const QByteArray der = CraftedCms(m_world->signer, hashOf(Digest::Sha256)).encode();
    QCOMPARE(der.first(2), QByteArray("\x30\x82"));
    const CmsFinding finding = verify(respell(der), m_world->policy);
    QCOMPARE(codes(finding.reasons), QStringList{"C1"});
    QCOMPARE(finding.signature.integrity, Integrity::Broken);
    QVERIFY(!finding.signer);
}

void CmsVerifierTest::acceptsNoMutation_data()
{
    QTest::addColumn<QByteArray>("cms");
    QTest::addColumn<QList<int>>("changes");
    const KeySigner signer(m_world->signer.key, m_world->signer.certificate);
    const LocalTsa tsa(m_world->timestamper, utc(2026, 11, 20));
    QTest::newRow("plain") << buildSignature(signer, hashOf(Digest::Sha256)).value() << QList<int>{1, 2, 4, 8, 15};
    QTest::newRow("with timestamp") << buildSignature(signer, hashOf(Digest::Sha256), &tsa).value() << QList<int>{1, 8};
}

/// Every nibble of the signature and of the first four octets of its padding
void CmsVerifierTest::acceptsNoMutation()
{
    QFETCH(QByteArray, cms);
    QFETCH(QList<int>, changes);
    QVERIFY(verify(cms, m_world->policy).isAccepted());
    const QByteArray original = cms + QByteArray(4, '\0');
    for (qsizetype i = 0; i < original.size() * 2; ++i) {
        for (const int change : changes) {
            QByteArray mutated = original;
            mutated[i / 2] = static_cast<char>(mutated.at(i / 2) ^ (i % 2 == 0 ? change << 4 : change));
            if (verify(mutated, m_world->policy).isAccepted())
                QFAIL(qPrintable(QStringLiteral("nibble %1 ^ %2").arg(i).arg(change)));
        }
    }
}

QTEST_GUILESS_MAIN(CmsVerifierTest)
#include "tst_cms_verifier.moc"
