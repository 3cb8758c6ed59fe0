#include "exchange/round_file.h"
#include "support/small_city.h"
#include "workflow/trust_files.h"

#include <QTest>

using namespace tenken;
using namespace tenken::support;

/// The files that say whom to believe: certificates, round files, revocation lists, the roles of a foreign PKI
class TestTrustFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anchorsComeFromCertificatesAndRounds();
    void aRoundsAnchorsDecide();
    void brokenFilesAreNamed_data();
    void brokenFilesAreNamed();
    void rolesAreRead();

private:
    static QByteArray roundWith(const QStringList &anchors);
    SmallCity m_city;
};

QByteArray TestTrustFiles::roundWith(const QStringList &anchors)
{
    Round round;
    round.fiscalYear = FiscalYear(2026);
    round.title = QStringLiteral("定期点検");
    round.policy = shippedChecklists().policy.id;
    round.trustAnchors = anchors;
    return writeRound(round);
}

void TestTrustFiles::anchorsComeFromCertificatesAndRounds()
{
    SmallCity neighbour;
    const QString ours = QString::fromLatin1(m_city.authority.certificate().pem());
    const QString theirs = QString::fromLatin1(neighbour.authority.certificate().pem());
    TrustFiles files;
    files.anchors = {m_city.save(QStringLiteral("both.tenken-round"), roundWith({ours, theirs}))};
    QCOMPARE(loadTrust(files)->anchors,
             QList<Certificate>({m_city.authority.certificate(), neighbour.authority.certificate()}));
    files.anchors = {m_city.save(QStringLiteral("one.tenken-round"), roundWith({theirs})),
                     m_city.path(QStringLiteral("authority/ca.pem"))};
    QCOMPARE(loadTrust(files)->anchors,
             QList<Certificate>({neighbour.authority.certificate(), m_city.authority.certificate()}));
}

void TestTrustFiles::aRoundsAnchorsDecide()
{
    SmallCity neighbour;
    const QByteArray pdf = m_city.signAndApprove(m_city.inspection(QStringLiteral("U0004")));
    const auto verdictBy = [&](const SmallCity &city) {
        TrustFiles files;
        files.anchors = {m_city.save(QStringLiteral("r.tenken-round"),
                                     roundWith({QString::fromLatin1(city.authority.certificate().pem())}))};
        return verifyDocumentData(pdf, *loadTrust(files), m_city.clock.now()).verdict;
    };
    QCOMPARE(verdictBy(m_city), Verdict::Accepted);
    QCOMPARE(verdictBy(neighbour), Verdict::Untrusted);
}

void TestTrustFiles::brokenFilesAreNamed_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray half = m_city.authority.certificate().pem().left(200);
    QTest::newRow("no certificate") << "anchor" << QByteArray("Dear Sir") << ErrorCode::CertificateUnreadable;
    QTest::newRow("half a certificate") << "anchor" << half << ErrorCode::CertificateUnreadable;
    QTest::newRow("round without anchors") << "anchor" << roundWith({}) << ErrorCode::CertificateUnreadable;
    QTest::newRow("round with half an anchor")
        << "anchor" << roundWith({QString::fromLatin1(half)}) << ErrorCode::CertificateUnreadable;
    QTest::newRow("JSON, but no round") << "anchor" << QByteArray(R"({"format":"tenken.submission/1"})")
                                        << ErrorCode::CertificateUnreadable;
    QTest::newRow("no revocation list") << "crl" << m_city.authority.certificate().pem()
                                        << ErrorCode::CertificateUnreadable;
    QTest::newRow("no table of roles") << "roles" << QByteArray("role,who\r\ninspector,me\r\n")
                                       << ErrorCode::MalformedCsv;
    for (const char *option : {"anchor", "crl", "roles"}) {
        QTest::newRow(qPrintable(QStringLiteral("missing ") + QLatin1String(option)))
            << QString::fromLatin1(option) << QByteArray() << ErrorCode::FileNotFound;
    }
}

void TestTrustFiles::brokenFilesAreNamed()
{
    QFETCH(QString, option);
    QFETCH(QByteArray, content);
    QFETCH(ErrorCode, code);
    const QString file =
        content.isEmpty() ? m_city.path(QStringLiteral("none")) : m_city.save(QStringLiteral("broken"), content);
    TrustFiles files;
    files.anchors = {m_city.path(QStringLiteral("authority/ca.pem"))};
    if (option == u"anchor") {
        files.anchors << file;
    } else if (option == u"crl") {
        files.crls << file;
    } else {
        files.roles = file;
    }
    const Result<TrustPolicy> trust = loadTrust(files);
    QVERIFY(!trust);
    QCOMPARE(trust.error().code, code);
    QCOMPARE(trust.error().subject, file);
}

void TestTrustFiles::rolesAreRead()
{
    TrustFiles files;
    files.anchors = {m_city.path(QStringLiteral("authority/ca.pem"))};
    const QByteArray fingerprint(64, 'a');
    files.roles = m_city.save(QStringLiteral("roles.csv"),
                              "certificate_sha256,role,department\r\n" + fingerprint + ",approver,U0004\r\n");
    files.allowRsa2048 = true;
    const Result<TrustPolicy> trust = loadTrust(files);
    QVERIFY(trust && trust->allowRsa2048);
    QCOMPARE(trust->roles.size(), 1);
    QCOMPARE(trust->roles.first().role, Role::Approver);
    QCOMPARE(trust->roles.first().department, QStringLiteral("U0004"));
    QCOMPARE(trust->roles.first().certificateSha256, QString::fromLatin1(fingerprint));
    files.roles = m_city.save(QStringLiteral("nobodys.csv"),
                              "department,role,certificate_sha256\r\n,approver," + fingerprint + "\r\n");
    const Result<TrustPolicy> refused = loadTrust(files);
    QVERIFY(!refused);
    QVERIFY2(refused.error().detail.contains(QStringLiteral("nobodys.csv:2:")), qPrintable(refused.error().detail));
}

QTEST_MAIN(TestTrustFiles)
#include "tst_trust_files.moc"
