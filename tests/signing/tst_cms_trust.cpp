#include "support/signing_world.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>

using namespace tenken;
using namespace tenken::testing;

/// C7 and C8: chains, time, revocation lists, roles and timestamps
class CmsTrustTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void refusesUntrustedSigners_data();
    void refusesUntrustedSigners();
    void judgesTime_data();
    void judgesTime();
    void refusesLookAlikeAuthority_data();
    void refusesLookAlikeAuthority();
    void followsIntermediates();
    void refusesWeakPaths_data();
    void refusesWeakPaths();
    void wantsAnIssuerThatMaySignLists();
    void readsRevocationLists_data();
    void readsRevocationLists();
    void mapsRolesOfForeignCertificates();
    void usesTheTimestampsTime();
    void refusesBadTimestamps_data();
    void refusesBadTimestamps();

private:
    std::unique_ptr<World> m_world;
};

void CmsTrustTest::refusesUntrustedSigners_data()
{
    QTest::addColumn<int>("extension");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QStringList>("reasons");
    const QStringList refused{"C8"};
    QTest::newRow("as made") << int(NID_netscape_comment) << QByteArray() << QStringList();
    QTest::newRow("signs digitally only") << NID_key_usage << QByteArray("critical,digitalSignature") << QStringList();
    QTest::newRow("not repudiable only") << NID_key_usage << QByteArray("critical,nonRepudiation") << QStringList();
    QTest::newRow("for encryption") << NID_key_usage << QByteArray("critical,keyEncipherment") << refused;
    QTest::newRow("no key usage") << NID_key_usage << QByteArray() << refused;
    QTest::newRow("for a web server") << NID_ext_key_usage << QByteArray("serverAuth") << refused;
    QTest::newRow("for timestamps") << NID_ext_key_usage << QByteArray("critical,timeStamping") << refused;
    QTest::newRow("for mail") << NID_ext_key_usage << QByteArray("emailProtection,clientAuth") << QStringList();
    QTest::newRow("for documents") << NID_ext_key_usage << QByteArray("1.3.6.1.5.5.7.3.36") << QStringList();
    QTest::newRow("an authority") << NID_basic_constraints << QByteArray("critical,CA:TRUE") << refused;
    QTest::newRow("unknown critical extension") << NID_netscape_comment << QByteArray("critical,x") << refused;
}

void CmsTrustTest::refusesUntrustedSigners()
{
    QFETCH(int, extension);
    QFETCH(QByteArray, value);
    const Identity signer = issueTo(with(signerSpec(), extension, value), m_world->root);
    const CmsFinding finding = verify(CraftedCms(signer, hashOf(Digest::Sha256)).encode(), m_world->policy);
    QTEST(codes(finding.reasons), "reasons");
    QCOMPARE(finding.signature.integrity, Integrity::Intact);
    QCOMPARE(finding.signature.trust, finding.isAccepted() ? Trust::Trusted : Trust::UnknownIssuer);
}

void CmsTrustTest::judgesTime_data()
{
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<QStringList>("reasons");
    QTest::addColumn<Trust>("trust");
    QTest::newRow("valid") << kNow << QStringList() << Trust::Trusted;
    QTest::newRow("last second") << utc(2032, 3, 31).addSecs(-1) << QStringList() << Trust::Trusted;
    QTest::newRow("expired") << utc(2032, 4, 1) << QStringList{"expired"} << Trust::Expired;
    QTest::newRow("not yet") << utc(2026, 3, 31) << QStringList{"not-yet-valid"} << Trust::NotYetValid;
}

void CmsTrustTest::judgesTime()
{
    QFETCH(QDateTime, now);
    const CmsFinding finding =
        verify(CraftedCms(m_world->signer, hashOf(Digest::Sha256)).encode(), m_world->policy, now);
    QTEST(codes(finding.reasons), "reasons");
    QTEST(finding.signature.trust, "trust");
    QCOMPARE(finding.signature.integrity, Integrity::Intact);
}

void CmsTrustTest::refusesLookAlikeAuthority_data()
{
    QTest::addColumn<Identity *>("issuer");
    QTest::addColumn<CertificateSpec>("spec");
    QTest::addColumn<QStringList>("reasons");
    static Identity sameName = makeRoot(authoritySpec("肥後市認証局"));
    static Identity weak = issueTo(with(signerSpec(), NID_netscape_comment, {}), m_world->root);
    const QStringList unknown{"unknown-issuer"};
    QTest::newRow("same name") << &sameName << signerSpec() << unknown;
    QTest::newRow("same name, no key identifier")
        << &sameName << with(signerSpec(), NID_authority_key_identifier, {}) << QStringList{"C8"};
    QTest::newRow("another name") << &m_world->stranger << signerSpec() << unknown;
    QTest::newRow("issued by an end certificate") << &weak << signerSpec() << unknown;
    CertificateSpec sha1 = signerSpec();
    sha1.digest = EVP_sha1();
    QTest::newRow("signed with SHA-1") << &m_world->root << sha1 << QStringList{"C8"};
}

void CmsTrustTest::refusesLookAlikeAuthority()
{
    QFETCH(Identity *, issuer);
    QFETCH(CertificateSpec, spec);
    const Identity signer = issueTo(spec, *issuer);
    const CmsFinding finding = verify(CraftedCms(signer, hashOf(Digest::Sha256)).encode(), m_world->policy);
    QTEST(codes(finding.reasons), "reasons");
    QCOMPARE(finding.signature.trust, Trust::UnknownIssuer);
    QCOMPARE(finding.signature.integrity, Integrity::Intact);
}

void CmsTrustTest::followsIntermediates()
{
    const Identity middle = issueTo(World::withSerial(authoritySpec("中間認証局"), 5), m_world->root);
    const Identity signer = issueTo(signerSpec(), middle);
    const auto built =
        buildSignature(KeySigner(signer.key, signer.certificate, {middle.certificate}), hashOf(Digest::Sha256));
    QVERIFY(built);
    TrustPolicy policy = m_world->policy;
    CmsFinding finding = verify(*built, policy);
    QCOMPARE(codes(finding.reasons), QStringList());
    QCOMPARE(codes(finding.warnings), QStringList{"revocation-not-checked"});
    QCOMPARE(finding.certificates.size(), 2);

    policy.anchors = {middle.certificate};
    QCOMPARE(codes(verify(*built, policy).reasons), QStringList());
    policy.anchors = {signer.certificate};
    QCOMPARE(codes(verify(*built, policy).reasons), QStringList{"C8"});
    policy.anchors = {};
    QCOMPARE(codes(verify(*built, policy).reasons), QStringList{"unknown-issuer"});

    // The right certificates in an order that is not DER's
    CraftedCms cms(signer, hashOf(Digest::Sha256));
    cms.certificates = {signer.certificate.der(), middle.certificate.der()};
    std::sort(cms.certificates.begin(), cms.certificates.end(), std::greater<>());
    QCOMPARE(codes(verify(cms.encode(), m_world->policy).reasons), QStringList{"C9"});

    // An intermediate that may have none below it
    const Identity last = issueTo(
        with(World::withSerial(authoritySpec("末端認証局"), 6), NID_basic_constraints, "critical,CA:TRUE,pathlen:0"),
        m_world->root);
    const Identity extra = issueTo(World::withSerial(authoritySpec("余分な認証局"), 7), last);
    const Identity tooDeep = issueTo(signerSpec(), extra);
    const auto deep = buildSignature(KeySigner(tooDeep.key, tooDeep.certificate, {extra.certificate, last.certificate}),
                                     hashOf(Digest::Sha256));
    QVERIFY(deep);
    QCOMPARE(codes(verify(*deep, m_world->policy).reasons), QStringList{"C8"});

    const Identity mayNot =
        issueTo(with(authoritySpec("中間認証局"), NID_key_usage, "critical,cRLSign"), m_world->root);
    const Identity below = issueTo(signerSpec(), mayNot);
    const auto refused =
        buildSignature(KeySigner(below.key, below.certificate, {mayNot.certificate}), hashOf(Digest::Sha256));
    QVERIFY(refused);
    QVERIFY(!verify(*refused, m_world->policy).isAccepted());
}

void CmsTrustTest::refusesWeakPaths_data()
{
    QTest::addColumn<QList<Identity>>("path"); // from below the anchor to the signer's issuer
    QTest::addColumn<int>("anchor"); // which of them is the anchor; -1: the root
    QTest::addColumn<QStringList>("reasons");
    const QStringList refused{"C8"};
    const Identity &root = m_world->root;
    QList<Identity> four;
    for (int i = 0; i < 4; ++i)
        four.append(issueTo(World::withSerial(authoritySpec("中間認証局" + QByteArray::number(i)), 10 + i),
                            i == 0 ? root : four.last()));
    QTest::newRow("four intermediates") << four << -1 << QStringList();
    QTest::newRow("five intermediates") << four
            + QList{issueTo(World::withSerial(authoritySpec("五番目の認証局"), 15), four.last())}
                                        << -1 << refused;
    CertificateSpec sha1 = World::withSerial(authoritySpec("中間認証局"), 16);
    sha1.digest = EVP_sha1();
    QTest::newRow("intermediate signed with SHA-1") << QList{issueTo(sha1, root)} << -1 << refused;
    const PrivateKey weak = PrivateKey::adopt(EVP_RSA_gen(1024));
    QTest::newRow("intermediate of RSA-1024")
        << QList{issueFor(weak, World::withSerial(authoritySpec("弱い認証局"), 17), root)} << -1 << refused;
    // An intermediate above the anchor is covered by nothing
    QTest::newRow("more than leads to the anchor") << four.first(2) << 1 << QStringList{"C9"};
}

void CmsTrustTest::refusesWeakPaths()
{
    QFETCH(QList<Identity>, path);
    QFETCH(int, anchor);
    const Identity signer = issueTo(signerSpec(), path.last());
    QList<Certificate> between;
    for (auto issuer = path.crbegin(); issuer != path.crend(); ++issuer)
        between.append(issuer->certificate);
    const auto built = buildSignature(KeySigner(signer.key, signer.certificate, between), hashOf(Digest::Sha256));
    QVERIFY(built);
    TrustPolicy policy = m_world->policy;
    if (anchor >= 0)
        policy.anchors = {path.at(anchor).certificate};
    QTEST(codes(verify(*built, policy).reasons), "reasons");
}

void CmsTrustTest::wantsAnIssuerThatMaySignLists()
{
    const Identity root = makeRoot(with(authoritySpec("名簿なし認証局"), NID_key_usage, "critical,keyCertSign"));
    const Identity signer = issueTo(signerSpec(), root);
    TrustPolicy policy = m_world->policy;
    policy.anchors = {root.certificate};
    policy.crls = {makeCrlOf(root, {{{signer.certificate, utc(2026, 11, 1)}}})};
    const CmsFinding finding = verify(CraftedCms(signer, hashOf(Digest::Sha256)).encode(), policy);
    QCOMPARE(codes(finding.reasons), QStringList());
    QCOMPARE(codes(finding.warnings), QStringList{"revocation-not-checked"});
}

void CmsTrustTest::readsRevocationLists_data()
{
    QTest::addColumn<QList<QByteArray>>("crls");
    QTest::addColumn<QStringList>("reasons");
    QTest::addColumn<QStringList>("warnings");
    const World &world = *m_world;
    CrlSpec revoking{{{world.signer.certificate, utc(2026, 11, 1)}}};
    CrlSpec stale;
    stale.nextUpdate = utc(2026, 11, 1);
    CrlSpec staleRevoking = revoking;
    staleRevoking.nextUpdate = utc(2026, 11, 1);
    CrlSpec newer;
    newer.thisUpdate = utc(2026, 11, 5);
    CrlSpec partial;
    partial.critical = true;
    CrlSpec partialRevoking = revoking;
    partialRevoking.critical = true;
    const QByteArray revoked = makeCrlOf(world.root, revoking);
    const QByteArray pem = "-----BEGIN X509 CRL-----\n" + revoked.toBase64() + "\n-----END X509 CRL-----\n";
    QByteArray spoilt = revoked;
    spoilt[spoilt.size() - 1] = static_cast<char>(spoilt.back() ^ 1);
    Identity impostor = makeRoot(authoritySpec("肥後市認証局"));

    const QStringList unchecked{"revocation-not-checked"};
    const auto row = [](const char *name, const QList<QByteArray> &crls, const QStringList &reasons,
                        const QStringList &warnings) { QTest::newRow(name) << crls << reasons << warnings; };
    row("none", {}, {}, unchecked);
    row("fresh and empty", {world.emptyCrl}, {}, {});
    row("revoked", {revoked}, {"revoked"}, {});
    row("revoked, PEM", {pem}, {"revoked"}, {});
    row("another revoked", {makeCrlOf(world.root, {{{world.other.certificate, utc(2026, 11, 1)}}})}, {}, {});
    row("stale", {makeCrlOf(world.root, stale)}, {}, {"crl-stale"});
    row("stale and revoked", {makeCrlOf(world.root, staleRevoking)}, {"revoked"}, {"crl-stale"});
    row("the newer counts", {revoked, makeCrlOf(world.root, newer)}, {}, {});
    row("the newer counts, whatever comes last", {makeCrlOf(world.root, newer), revoked}, {}, {});
    // nothing proves that the signature is older than that
    row("revoked from tomorrow", {makeCrlOf(world.root, {{{world.signer.certificate, kNow.addDays(1)}}})}, {"revoked"},
        {});
    row("of a stranger", {makeCrlOf(world.stranger, {})}, {}, unchecked);
    row("of an impostor", {makeCrlOf(impostor, revoking)}, {}, unchecked);
    row("signature broken", {spoilt}, {}, unchecked);
    row("no list", {"x"}, {}, unchecked);
    row("partial", {makeCrlOf(world.root, partial)}, {}, unchecked);
    row("partial and revoked", {makeCrlOf(world.root, partialRevoking), world.emptyCrl}, {"revoked"}, {});
}

void CmsTrustTest::readsRevocationLists()
{
    QFETCH(QList<QByteArray>, crls);
    TrustPolicy policy = m_world->policy;
    policy.crls = crls;
    const CmsFinding finding = verify(CraftedCms(m_world->signer, hashOf(Digest::Sha256)).encode(), policy);
    QTEST(codes(finding.reasons), "reasons");
    QTEST(codes(finding.warnings), "warnings");
    QCOMPARE(finding.signature.trust, finding.isAccepted() ? Trust::Trusted : Trust::Revoked);
}

void CmsTrustTest::mapsRolesOfForeignCertificates()
{
    const Identity signer = issueTo(with(signerSpec(), NID_certificate_policies, "1.2.3.4"), m_world->root);
    const QByteArray cms = CraftedCms(signer, hashOf(Digest::Sha256)).encode();
    TrustPolicy policy = m_world->policy;
    CmsFinding finding = verify(cms, policy);
    QVERIFY(finding.isAccepted());
    QVERIFY(!finding.signature.role);

    policy.roles = {{QString(64, u'0'), Role::Auditor, QStringLiteral("X")},
                    {signer.certificate.sha256Hex().toUpper(), Role::Approver, QStringLiteral("U0009")}};
    finding = verify(cms, policy);
    QVERIFY(finding.signature.role == Role::Approver);
    QCOMPARE(finding.signature.department, QStringLiteral("U0009"));
    // A certificate with a role of its own is not given another
    policy.roles = {{m_world->signer.certificate.sha256Hex(), Role::Division, QStringLiteral("X")}};
    finding = verify(CraftedCms(m_world->signer, hashOf(Digest::Sha256)).encode(), policy);
    QVERIFY(finding.signature.role == Role::Inspector);
    QCOMPARE(finding.signature.department, QStringLiteral("U0004"));
}

void CmsTrustTest::usesTheTimestampsTime()
{
    CertificateSpec brief = signerSpec();
    brief.notAfter = utc(2026, 12, 31);
    const Identity signer = issueTo(brief, m_world->root);
    const LocalTsa tsa(m_world->timestamper, utc(2026, 11, 20));
    const auto cms = buildSignature(KeySigner(signer.key, signer.certificate), hashOf(Digest::Sha256), &tsa);
    QVERIFY(cms);
    QVERIFY(cms->size() < kCmsReserve);
    CmsFinding finding = verify(padded(*cms), m_world->policy, utc(2026, 12, 30));
    QCOMPARE(codes(finding.reasons), QStringList());
    QCOMPARE(finding.signature.level, Level::BT);
    QCOMPARE(finding.signature.timeSource, TimeSource::Timestamp);
    QCOMPARE(finding.signature.signedAt, utc(2026, 11, 20));
    QVERIFY(finding.certificates.contains(m_world->timestamper.certificate));

    // The signer's certificate has expired since, but it had not when the signature was stamped
    QCOMPARE(codes(verify(*cms, m_world->policy, utc(2027, 6, 1)).reasons), QStringList());
    QCOMPARE(
        codes(verify(CraftedCms(signer, hashOf(Digest::Sha256)).encode(), m_world->policy, utc(2027, 6, 1)).reasons),
        QStringList{"expired"});
    // Revoked after the stamp is too late, before it is not
    TrustPolicy policy = m_world->policy;
    policy.crls = {makeCrlOf(m_world->root, {{{signer.certificate, utc(2026, 11, 21)}}})};
    QCOMPARE(codes(verify(*cms, policy).reasons), QStringList());
    policy.crls = {makeCrlOf(m_world->root, {{{signer.certificate, utc(2026, 11, 19)}}})};
    QCOMPARE(codes(verify(*cms, policy).reasons), QStringList{"revoked"});
    // A stamp from the future says that a clock is wrong
    QCOMPARE(codes(verify(*cms, m_world->policy, utc(2026, 11, 19)).warnings), QStringList{"clock-skew"});
}

void CmsTrustTest::refusesBadTimestamps_data()
{
    QTest::addColumn<QByteArray>("cms");
    QTest::addColumn<Integrity>("integrity");
    const World &world = *m_world;
    const auto row = [](const char *name, const QByteArray &cms, Integrity integrity) {
        QTest::newRow(name) << cms << integrity;
    };
    const auto stamped = [&world](const Identity &timestamper) {
        const LocalTsa tsa(timestamper, utc(2026, 11, 20));
        return buildSignature(KeySigner(world.signer.key, world.signer.certificate), hashOf(Digest::Sha256), &tsa)
            .value();
    };
    const LocalTsa tsa(world.timestamper, utc(2026, 11, 20));
    CraftedCms other(world.signer, hashOf(Digest::Sha256));
    other.unsignedAttributes = {attributeOf(oid::kSignatureTimestamp, {tsa.requestToken(QByteArray(32, 'x')).value()})};
    row("for another signature", other.encode(), Integrity::Broken);
    CraftedCms twice(world.signer, hashOf(Digest::Sha256));
    twice.transplanted = twice.signature();
    const QByteArray token = tsa.requestToken(QCryptographicHash::hash(twice.transplanted, Digest::Sha256)).value();
    twice.unsignedAttributes = {attributeOf(oid::kSignatureTimestamp, {token}),
                                attributeOf(oid::kSignatureTimestamp, {token})};
    row("twice", twice.encode(), Integrity::Broken);

    const Identity unknown = issueTo(timestamperSpec(), world.stranger);
    row("unknown authority", stamped(unknown), Integrity::Intact);
    CertificateSpec expired = timestamperSpec();
    expired.notAfter = utc(2026, 11, 21);
    row("authority expired since", stamped(issueTo(expired, world.root)), Integrity::Intact);
    CertificateSpec later = timestamperSpec();
    later.notBefore = utc(2026, 11, 21);
    row("authority made later", stamped(issueTo(later, world.root)), Integrity::Intact);
}

void CmsTrustTest::refusesBadTimestamps()
{
    QFETCH(QByteArray, cms);
    QFETCH(Integrity, integrity);
    const CmsFinding finding = verify(cms, m_world->policy);
    QVERIFY(finding.reasons.contains(Reason::C7));
    QCOMPARE(finding.signature.integrity, integrity);
    QCOMPARE(finding.signature.timeSource, TimeSource::Claimed);
    QVERIFY(integrity == Integrity::Broken || finding.signature.trust == Trust::UnknownIssuer);
}

QTEST_GUILESS_MAIN(CmsTrustTest)
#include "tst_cms_trust.moc"
