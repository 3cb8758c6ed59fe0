#include "cli/cli_city.h"

#include <QFile>
#include <QTest>

using namespace tenken::support;

/// --out is never a file that the command reads: what stands there is a signed PDF, a store, a key.
class TestKeptInputs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void inputsStay_data();
    void inputsStay();
    void aSignatureMayContinueItsFile();

private:
    QByteArray read(const QString &name) const
    {
        QFile file(m_city.path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    CliCity m_city;
};

void TestKeptInputs::initTestCase()
{
    const QString id = m_city.start();
    m_city.saveFill();
    QCOMPARE(m_city.run("inspection fill --store desk.db --from fill.csv --inspection " + id).code, 0);
    QCOMPARE(m_city.run("inspection export --store desk.db --out s.pdf KEY:inspector --inspection " + id).code, 0);
    QCOMPARE(m_city.run("approve s.pdf --out a.pdf TRUST KEY:approver").code, 0);
    QCOMPARE(m_city.run("registry import a.pdf --registry r.db TRUST").code, 0);
    m_city.save("org.csv", "所属コード,課\r\nU0004,総務課\r\n");
}

void TestKeptInputs::inputsStay_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kept");
    QTest::newRow("extract") << "extract s.pdf --out s.pdf"
                             << "s.pdf";
    QTest::newRow("extract by another way") << "extract s.pdf --out ./authority/../s.pdf"
                                            << "s.pdf";
    QTest::newRow("return") << "return s.pdf --reason 証跡 --out s.pdf TRUST KEY:approver"
                            << "s.pdf";
    QTest::newRow("approve onto the key") << "approve s.pdf --out approver.p12 TRUST KEY:approver"
                                          << "approver.p12";
    QTest::newRow("compare") << "compare --registry r.db --checklist KC-B --by city --out r.db"
                             << "r.db";
    QTest::newRow("report") << "report committee --registry r.db --year 2026 --out r.db"
                            << "r.db";
    QTest::newRow("round") << "registry round --year 2026 --due 2026-12-18 --org org.csv --out org.csv"
                           << "org.csv";
    QTest::newRow("missing") << "registry missing --registry r.db --year 2026 --org org.csv --format csv --out org.csv"
                             << "org.csv";
    QTest::newRow("backup") << "store backup --store desk.db --out desk.db"
                            << "desk.db";
    QTest::newRow("authority's key") << "authority issue --authority authority --authority-passphrase-file pass.txt "
                                        "--department U0004 --role inspector --name 花子 --passphrase-file pass.txt "
                                        "--out authority/ca.p12"
                                     << "authority/ca.p12";
}

void TestKeptInputs::inputsStay()
{
    QFETCH(QString, text);
    QFETCH(QString, kept);
    const QByteArray before = read(kept);
    QVERIFY(!before.isEmpty());
    const CliRun run = m_city.run(text);
    QCOMPARE(run.code, 1);
    QCOMPARE(run.errorCode(), "already-exists");
    QCOMPARE(read(kept), before);
}

void TestKeptInputs::aSignatureMayContinueItsFile()
{
    m_city.save("own.pdf", read("s.pdf"));
    QCOMPARE(m_city.run("approve own.pdf --out own.pdf TRUST KEY:approver").code, 0);
    QVERIFY(read("own.pdf").startsWith(read("s.pdf")));
    QVERIFY(read("own.pdf").size() > read("s.pdf").size());
    QCOMPARE(
        m_city.run("authority crl --authority authority --authority-passphrase-file pass.txt --out authority/ca.crl")
            .code,
        0);
}

QTEST_GUILESS_MAIN(TestKeptInputs)
#include "tst_kept_inputs.moc"
