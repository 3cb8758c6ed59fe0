#include "cli/cli_city.h"
#include "exchange/round_file.h"

using namespace tenken;
using namespace tenken::support;

/// From the first answer to the committee's report, as three people would type it
class TestThinPath : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fromStartToReport();
    void aRoundFileIsTrust();
    void keepsPlacesByChoice();
    void restoreFromThePdfAlone();
    void approvesOnlyWhatIsAccepted_data();
    void approvesOnlyWhatIsAccepted();
    void returnsWithAReason();
    void tellsRevokedSigners();

private:
    QString exported();

    std::unique_ptr<CliCity> m_city;
    QString m_id;
};

void TestThinPath::init()
{
    m_city = std::make_unique<CliCity>();
    m_city->saveFill();
    m_id = m_city->start();
    QVERIFY(!QUuid::fromString(m_id).isNull());
}

/// signed.pdf of the started inspection
QString TestThinPath::exported()
{
    const CliRun filled = m_city->run("inspection fill --store desk.db --from fill.csv --inspection " + m_id);
    const CliRun written = m_city->run(QStringList{"inspection", "export", "--store", "desk.db", "--inspection", m_id,
                                                   "--out=signed.pdf", "--signer-name", "点検 花子"}
                                       + m_city->keyArguments("inspector"));
    return filled.code == 0 && written.code == 0 ? written.object()[u"sha256"].toString() : QString();
}

void TestThinPath::fromStartToReport()
{
    QCOMPARE(m_city->run("inspection check --store desk.db --inspection " + m_id).code, 1);
    const QString sha256 = exported();
    QCOMPARE(sha256.size(), 64);
    QCOMPARE(m_city->run("inspection check --store desk.db --inspection " + m_id).code, 0);
    const QStringList trust = m_city->trustArguments();
    const CliRun approved = m_city->run(QStringList{"approve", "signed.pdf", "--out", "approved.pdf"} + trust
                                        + m_city->keyArguments("approver"));
    QCOMPARE(approved.code, 0);
    QCOMPARE(approved.object()[u"state"].toString(), QStringLiteral("approved"));
    const CliRun verified = m_city->run(QStringList{"verify", "signed.pdf", "approved.pdf"} + trust);
    QCOMPARE(verified.code, 0);
    QCOMPARE(verified.array()[0][u"state"].toString(), QStringLiteral("signed"));
    QCOMPARE(verified.array()[1][u"state"].toString(), QStringLiteral("approved"));
    QCOMPARE(verified.array()[1][u"submission"][u"sha256"].toString(), sha256);
    const CliRun imported =
        m_city->run(QStringList{"registry", "import", "--registry", "r.db", "approved.pdf", "signed.pdf"} + trust);
    QCOMPARE(imported.code, 1); // the second file has fewer signatures
    QCOMPARE(imported.object()[u"imported"].toInt(), 1);
    QCOMPARE(imported.object()[u"files"][1][u"reasons"], QJsonValue(QJsonArray{"rollback"}));
    const CliRun compared = m_city->run("compare --registry r.db --checklist KC-B --by department --year 2026");
    QCOMPARE(compared.code, 0);
    QCOMPARE(compared.object()[u"columns"][0][u"key"].toString(), QStringLiteral("U0004"));
    for (const QString &report : {QStringLiteral("committee"), QStringLiteral("department --department U0004")}) {
        const QString line = "report " + report + " --registry r.db --year 2026 --out report.pdf";
        QCOMPARE(m_city->run(line).code, 0);
        QCOMPARE(m_city->run(QStringList{"verify", "report.pdf"} + trust).array()[0][u"verdict"].toString(),
                 QStringLiteral("unsigned"));
        QCOMPARE(m_city->run(line.split(u' ') + m_city->keyArguments("division")).code, 0);
        QCOMPARE(m_city->run(QStringList{"verify", "report.pdf"} + trust).code, 0);
    }
}

/// --trust ROUND: what an administrator has without an extra ca.pem
void TestThinPath::aRoundFileIsTrust()
{
    QVERIFY(!exported().isEmpty());
    Round round;
    round.fiscalYear = FiscalYear(2026);
    round.title = QStringLiteral("定期点検");
    round.policy = support::shippedChecklists().policy.id;
    const Checklist &checklist = *support::shippedChecklists().latest(QStringLiteral("KC-B"));
    round.checklists = {{checklist.id, checklist.edition, checklist.fingerprint}};
    m_city->save("nobody.tenken-round", writeRound(round));
    round.trustAnchors = {QString::fromLatin1(m_city->authority.certificate().pem())};
    m_city->save("city.tenken-round", writeRound(round));
    m_city->save("broken.tenken-round", writeRound(round).chopped(1));
    m_city->save("org.csv", QByteArray("所属コード,課\r\nU0004,総務課\r\n"));
    const CliRun made = m_city->run("registry round --year 2026 --due 2026-07-31 --org org.csv --trust "
                                    "authority/ca.pem --out made.tenken-round");
    QVERIFY2(made.code == 0, made.error.constData());
    QCOMPARE(m_city->run("verify signed.pdf --trust made.tenken-round").code, 0);

    const CliRun verified = m_city->run("verify signed.pdf --trust city.tenken-round");
    QVERIFY2(verified.code == 0, verified.error.constData());
    QCOMPARE(verified.array()[0][u"verdict"].toString(), QStringLiteral("accepted"));
    QCOMPARE(verified.array()[0][u"warnings"], QJsonValue(QJsonArray{"revocation-not-checked", "approval-missing"}));
    const QStringList key = m_city->keyArguments("approver");
    QCOMPARE(
        m_city->run(QStringList{"approve", "signed.pdf", "--trust", "city.tenken-round", "--out", "approved.pdf"} + key)
            .code,
        0);
    const CliRun imported = m_city->run("registry import --registry r.db --trust city.tenken-round --round-file "
                                        "city.tenken-round approved.pdf");
    QCOMPARE(imported.code, 0);
    QCOMPARE(imported.object()[u"imported"].toInt(), 1);
    for (const QString &useless : {QStringLiteral("nobody"), QStringLiteral("broken")}) {
        const CliRun run = m_city->run(QStringLiteral("verify signed.pdf --trust %1.tenken-round").arg(useless));
        QCOMPARE(run.code, 3);
        QCOMPARE(run.object()[u"error"][u"code"].toString(), QStringLiteral("certificate-unreadable"));
        QCOMPARE(run.object()[u"error"][u"subject"].toString(), useless + ".tenken-round");
    }
}

/// registry import --by-reference: where the PDF lies in place of its bytes
void TestThinPath::keepsPlacesByChoice()
{
    QVERIFY(!m_city->save("approved.pdf", m_city->signAndApprove(m_city->inspection("U0004"))).isEmpty());
    for (const bool byReference : {false, true}) {
        const QString name = byReference ? QStringLiteral("places.db") : QStringLiteral("bytes.db");
        const QStringList choice = byReference ? QStringList{"--by-reference"} : QStringList();
        const CliRun imported = m_city->run(QStringList{"registry", "import", "approved.pdf", "--registry", name}
                                            + m_city->trustArguments() + choice);
        QCOMPARE(imported.code, 0);
        const auto registry = Registry::open(m_city->path(name), m_city->clock);
        QVERIFY(registry);
        RegistryRepository repository(**registry);
        const RegisteredDocument document = *repository.document(repository.entries()->first().submission);
        QCOMPARE(document.pdf.isEmpty(), byReference);
        QCOMPARE(QFileInfo(document.source).canonicalFilePath(),
                 QFileInfo(m_city->path("approved.pdf")).canonicalFilePath());
    }
}

void TestThinPath::restoreFromThePdfAlone()
{
    QVERIFY(!exported().isEmpty());
    const CliRun restored = m_city->run("restore signed.pdf --store new.db");
    QCOMPARE(restored.code, 0);
    QCOMPARE(restored.object()[u"inspection"].toString(), m_id);
    const QString status = "inspection status --inspection " + m_id + " --store ";
    QCOMPARE(m_city->run(status + "new.db").object(), m_city->run(status + "desk.db").object());
    const CliRun data = runCli({"extract", m_city->path("signed.pdf")});
    QCOMPARE(data.object()[u"inspection"].toString(), m_id);
}

void TestThinPath::approvesOnlyWhatIsAccepted_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<int>("code");
    QTest::newRow("draft") << "draft.pdf"
                           << "approver.p12"
                           << "pass.txt" << 1;
    QTest::newRow("foreign") << "foreign.pdf"
                             << "approver.p12"
                             << "pass.txt" << 1;
    QTest::newRow("altered") << "altered.pdf"
                             << "approver.p12"
                             << "pass.txt" << 1;
    QTest::newRow("missing file") << "none.pdf"
                                  << "approver.p12"
                                  << "pass.txt" << 3;
    QTest::newRow("missing key") << "signed.pdf"
                                 << "none.p12"
                                 << "pass.txt" << 3;
    QTest::newRow("wrong passphrase") << "signed.pdf"
                                      << "approver.p12"
                                      << "fill.csv" << 5;
    QTest::newRow("inspector's key") << "signed.pdf"
                                     << "inspector.p12"
                                     << "pass.txt" << 5;
}

void TestThinPath::approvesOnlyWhatIsAccepted()
{
    QFETCH(QString, file);
    QFETCH(QString, key);
    QFETCH(QString, passphrase);
    QFETCH(int, code);
    QVERIFY(!exported().isEmpty());
    QByteArray altered = *readFile(m_city->path("signed.pdf"), 64 << 20);
    altered[altered.size() / 3] = static_cast<char>(altered[altered.size() / 3] ^ 1);
    m_city->save("altered.pdf", altered);
    m_city->save("foreign.pdf", foreignPdf());
    m_city->save("draft.pdf", m_city->draft(m_city->inspection("U0004")));
    const CliRun run =
        m_city->run(QStringList{"approve", file, "--key", key, "--passphrase-file", passphrase, "--out", "x.pdf"}
                    + m_city->trustArguments());
    QCOMPARE(run.code, code);
    QCOMPARE(run.errorCode().isEmpty(), code == 1);
    QVERIFY(!QFileInfo::exists(m_city->path("x.pdf")));
}

void TestThinPath::returnsWithAReason()
{
    QVERIFY(!exported().isEmpty());
    const CliRun returned = m_city->run(
        QStringList{"return", "signed.pdf", "--reason", "根拠の番号を書いてください。", "--out", "return.pdf"}
        + m_city->trustArguments() + m_city->keyArguments("approver"));
    QCOMPARE(returned.code, 0);
    const CliRun verified = m_city->run(QStringList{"verify", "return.pdf"} + m_city->trustArguments());
    QCOMPARE(verified.code, 0);
    QCOMPARE(verified.array()[0][u"kind"].toString(), QStringLiteral("return"));
    const CliRun data = runCli({"extract", m_city->path("return.pdf")});
    QCOMPARE(data.object()[u"reason"].toString(), QStringLiteral("根拠の番号を書いてください。"));
}

void TestThinPath::tellsRevokedSigners()
{
    QVERIFY(!exported().isEmpty());
    const QString serial = m_city->authority.issued()->first().serial;
    QCOMPARE(
        m_city->run("authority revoke --authority authority --authority-passphrase-file pass.txt --serial " + serial)
            .code,
        0);
    const CliRun verified = m_city->run(QStringList{"verify", "signed.pdf"} + m_city->trustArguments());
    QCOMPARE(verified.code, 1);
    QCOMPARE(verified.array()[0][u"verdict"].toString(), QStringLiteral("untrusted"));
    QVERIFY(verified.array()[0][u"reasons"].toArray().contains("revoked"));
    QCOMPARE(verified.array()[0][u"signatures"][0][u"trust"].toString(), QStringLiteral("revoked"));
    // and people read who signed
    QVERIFY2(verified.error.contains("  U0004  "), verified.error.constData());
    QVERIFY2(verified.error.contains(verified.array()[0][u"signatures"][0][u"signedAt"].toString().toUtf8()),
             verified.error.constData());
}

QTEST_MAIN(TestThinPath)
#include "tst_thin_path.moc"
