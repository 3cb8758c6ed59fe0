#include "cli/cli_city.h"

#include <QFileInfo>
#include <QTest>

using namespace tenken::support;

/// What refuses a file says why, and of which file: “see the reasons shown” needs some.
class TestRefusals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theReasonIsShown_data();
    void theReasonIsShown();
    void aValidFileOfAnotherKindIsNoneOfItsFaults_data();
    void aValidFileOfAnotherKindIsNoneOfItsFaults();

private:
    CliCity m_city;
};

void TestRefusals::initTestCase()
{
    const QString id = m_city.start();
    m_city.saveFill();
    QCOMPARE(m_city.run("inspection export --store desk.db --draft --out draft.pdf --inspection " + id).code, 0);
    QCOMPARE(m_city.run("inspection fill --store desk.db --from fill.csv --inspection " + id).code, 0);
    QCOMPARE(m_city.run("inspection export --store desk.db --out s.pdf KEY:inspector --inspection " + id).code, 0);
    QCOMPARE(m_city.run("return s.pdf --reason 証跡 --out returned.pdf TRUST KEY:approver").code, 0);
    QFile signedFile(m_city.path("s.pdf"));
    QVERIFY(signedFile.open(QIODevice::ReadOnly));
    m_city.save("altered.pdf", signedFile.readAll() + '\n');
    SmallCity other(m_city.clock.now());
    m_city.save("stranger.p12",
                other.issue("U0004", tenken::Role::Approver)
                    .toPkcs12(SmallCity::kSecret, tenken::kPkcs12DemoIterations)
                    .value());
}

void TestRefusals::theReasonIsShown_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("shown");
    QTest::newRow("extract a draft") << "extract draft.pdf"
                                     << "draft.pdf"
                                     << "unsigned"
                                     << "署名がありません";
    QTest::newRow("extract an altered one") << "extract altered.pdf"
                                            << "altered.pdf"
                                            << "S4"
                                            << "S4  ";
    QTest::newRow("restore a draft") << "restore draft.pdf --store new.db"
                                     << "draft.pdf"
                                     << "unsigned"
                                     << "署名がありません";
    QTest::newRow("restore a return") << "restore returned.pdf --store new.db"
                                      << "returned.pdf"
                                      << "submission.json"
                                      << "復元するものがありません";
    QTest::newRow("extend an altered one") << "extend altered.pdf --level B-LT --out out.pdf"
                                           << "altered.pdf"
                                           << "S4"
                                           << "S4  ";
    // The file is good; with this signature it would not be.
    QTest::newRow("a stranger approves") << "approve s.pdf --out out.pdf TRUST KEY:stranger"
                                         << "U0004 approver"
                                         << "unknown-issuer"
                                         << "unknown-issuer  ";
}

void TestRefusals::theReasonIsShown()
{
    QFETCH(QString, line);
    QFETCH(QString, subject);
    QFETCH(QString, detail);
    QFETCH(QString, shown);
    const CliRun refused = m_city.run(line);
    QCOMPARE(refused.code, 1);
    QCOMPARE(refused.errorCode(), "not-accepted");
    QCOMPARE(refused.object()[u"error"][u"subject"].toString(), subject);
    QCOMPARE(refused.object()[u"error"][u"detail"].toString(), detail);
    QVERIFY2(QString::fromUtf8(refused.error).contains(shown), refused.error.constData());
    QVERIFY(!QFileInfo::exists(m_city.path("out.pdf")) && !QFileInfo::exists(m_city.path("new.db")));
}

void TestRefusals::aValidFileOfAnotherKindIsNoneOfItsFaults_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("approve") << "approve returned.pdf --out out.pdf TRUST KEY:approver";
    QTest::newRow("return") << "return returned.pdf --reason 証跡 --out out.pdf TRUST KEY:approver";
}

void TestRefusals::aValidFileOfAnotherKindIsNoneOfItsFaults()
{
    QFETCH(QString, line);
    const CliRun refused = m_city.run(line);
    QCOMPARE(refused.code, 1);
    QCOMPARE(refused.object()[u"kind"].toString(), "return");
    QCOMPARE(refused.object()[u"verdict"].toString(), "accepted");
    QVERIFY(QString::fromUtf8(refused.error).contains(QStringLiteral("提出物ではありません")));
    QVERIFY(!QString::fromUtf8(refused.error).contains(QStringLiteral("合格しなかった")));
    QVERIFY(!QFileInfo::exists(m_city.path("out.pdf")));
}

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
