#include "cli/cli_city.h"
#include "support/http_tsa.h"
#include "support/local_tsa.h"

#include <QFileInfo>

using namespace tenken;
using namespace tenken::support;
using namespace tenken::testing;

Q_DECLARE_METATYPE(HttpTsa::Answer)

/// timestamp and extend against an authority that answers by HTTP, as a city's would
class TestTimestamps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void raisesTheLevel();
    void sealsBothSignatures();
    void foreignJudges_data();
    void foreignJudges();
    void leavesNothingHalfDone_data();
    void leavesNothingHalfDone();
    void refusesWhatCannotBeRaised();

private:
    /// What verify says of the file's signatures: "level timeSource" each
    QStringList levelsOf(const QString &file) const
    {
        const CliRun run = m_city->run(QStringList{"verify", file, "--trust", "tsa.pem"} + m_city->trustArguments());
        QStringList levels{run.array()[0][u"verdict"].toString()};
        for (const QJsonValue signature : run.array()[0][u"signatures"].toArray()) {
            levels << signature[u"level"].toString() + u' ' + signature[u"timeSource"].toString();
        }
        return levels;
    }
    HttpTsa::Answer honest() const
    {
        return [this](const QByteArray &body) { return HttpTsa::response(m_tsa->respond(body)); };
    }

    std::unique_ptr<CliCity> m_city;
    std::unique_ptr<LocalTsa> m_tsa;
};

void TestTimestamps::initTestCase()
{
    m_city = std::make_unique<CliCity>();
    CertificateSpec spec = authoritySpec("TSA root");
    spec.notBefore = m_city->clock.now().addDays(-10);
    CertificateSpec stamper = timestamperSpec();
    stamper.notBefore = spec.notBefore;
    stamper.notAfter = m_city->clock.now().addYears(5);
    const Identity root = makeRoot(spec);
    m_tsa = std::make_unique<LocalTsa>(issueTo(stamper, root), m_city->clock.now().addSecs(60));
    m_city->save(QStringLiteral("tsa.pem"), root.certificate.pem());
    const QByteArray pdf = m_city->sign(m_city->inspection(QStringLiteral("U0004")));
    m_city->save(QStringLiteral("signed.pdf"), pdf);
    m_city->save(QStringLiteral("approved.pdf"), m_city->approve(pdf, QStringLiteral("U0004")));
}

void TestTimestamps::raisesTheLevel()
{
    const HttpTsa server(honest());
    QCOMPARE(levelsOf("signed.pdf"), (QStringList{"accepted", "B-B claimed"}));
    const CliRun stamped = m_city->run({"timestamp", "signed.pdf", "--tsa", server.address(), "--out", "stamped.pdf"});
    QCOMPARE(stamped.code, 0);
    QCOMPARE(stamped.object()[u"level"].toString(), QStringLiteral("B-T"));
    QCOMPARE(levelsOf("stamped.pdf"), (QStringList{"accepted", "B-T timestamp"}));

    const CliRun kept =
        m_city->run({"extend", "stamped.pdf", "--level", "B-LT", "--crl", "authority/ca.crl", "--out", "kept.pdf"});
    QCOMPARE(kept.code, 0);
    QCOMPARE(levelsOf("kept.pdf"), (QStringList{"accepted", "B-LT timestamp"}));

    const CliRun archived = m_city->run({"extend", "stamped.pdf", "--level", "B-LTA", "--crl", "authority/ca.crl",
                                         "--tsa", server.address(), "--out", "archived.pdf"});
    QCOMPARE(archived.code, 0);
    QCOMPARE(levelsOf("archived.pdf"), (QStringList{"accepted", "B-LTA timestamp"}));
    // whoever does not know the authority of the timestamps is told so
    const CliRun unknown = m_city->run(QStringList{"verify", "stamped.pdf"} + m_city->trustArguments());
    QCOMPARE(unknown.code, 1);
    QCOMPARE(unknown.array()[0][u"verdict"].toString(), QStringLiteral("untrusted"));
}

void TestTimestamps::sealsBothSignatures()
{
    const HttpTsa server(honest());
    const CliRun archived = m_city->run({"extend", "approved.pdf", "--level", "B-LTA", "--crl", "authority/ca.crl",
                                         "--tsa", server.address(), "--out", "both.pdf"});
    QCOMPARE(archived.code, 0);
    QCOMPARE(levelsOf("both.pdf"), (QStringList{"accepted", "B-LTA claimed", "B-LTA claimed"}));
}

/// Whoever has no Tenken: pdfsig, qpdf and mutool find nothing wrong at any level
void TestTimestamps::foreignJudges_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("persons");
    QTest::newRow("B-B") << "signed.pdf" << 1;
    QTest::newRow("B-B, approved") << "approved.pdf" << 2;
    QTest::newRow("B-T") << "stamped.pdf" << 1;
    QTest::newRow("B-LT") << "kept.pdf" << 1;
    QTest::newRow("B-LTA") << "archived.pdf" << 1;
    QTest::newRow("B-LTA, approved") << "both.pdf" << 2;
}

void TestTimestamps::foreignJudges()
{
    QFETCH(QString, file);
    QFETCH(int, persons);
    const auto said = [&](const QString &program, const QStringList &arguments) {
        QProcess judge;
        judge.setWorkingDirectory(m_city->folder.path());
        judge.setProcessChannelMode(QProcess::MergedChannels);
        judge.start(program, arguments + QStringList{file});
        const bool ended = judge.waitForFinished() && judge.exitCode() == 0;
        return (ended ? QByteArray() : QByteArray("failed: ")) + judge.readAll();
    };
    // of persons; this pdfsig does not judge timestamps
    QCOMPARE(said("pdfsig", {"-nocert"}).count("Signature is Valid."), persons);
    const QByteArray checked = said("qpdf", {"--check"});
    QVERIFY2(checked.contains("No syntax or stream encoding errors found") && !checked.contains("failed"),
             checked.constData());
    const QByteArray read = said("mutool", {"info"});
    QVERIFY2(!read.contains("failed") && !read.contains("error") && !read.contains("warning"), read.constData());
}

void TestTimestamps::leavesNothingHalfDone_data()
{
    QTest::addColumn<HttpTsa::Answer>("answer");
    const auto row = [](const char *name, const HttpTsa::Answer &answer) { QTest::newRow(name) << answer; };
    row("refused", nullptr);
    row("garbage", [](const QByteArray &) { return HttpTsa::response("garbage"); });
    row("huge", [](const QByteArray &) { return HttpTsa::response(QByteArray(8 << 20, 'x')); });
    row("error", [](const QByteArray &) { return HttpTsa::response({}, "503 Service Unavailable"); });
    row("another nonce", [this](const QByteArray &) {
        return HttpTsa::response(m_tsa->respond(timestampRequest(QByteArray(32, 'x')).value()));
    });
}

void TestTimestamps::leavesNothingHalfDone()
{
    QFETCH(HttpTsa::Answer, answer);
    HttpTsa server(answer);
    if (!answer) {
        server.close();
    }
    m_city->save("older.pdf", "older");
    for (const QStringList &command :
         {QStringList{"timestamp", "signed.pdf"}, QStringList{"extend", "signed.pdf", "--level", "B-LTA"}}) {
        for (const char *out : {"none.pdf", "older.pdf"}) {
            const CliRun run = m_city->run(command + QStringList{"--tsa", server.address(), "--out", out});
            QCOMPARE(run.code, 5);
            QCOMPARE(run.errorCode(), QStringLiteral("timestamp-failed"));
            QCOMPARE(run.object()[u"error"][u"subject"].toString(), server.address());
            QVERIFY(QString::fromUtf8(run.error).contains(server.address()));
        }
    }
    QVERIFY(!QFileInfo::exists(m_city->path("none.pdf")));
    QCOMPARE(*readFile(m_city->path("older.pdf"), 100), QByteArray("older"));
}

void TestTimestamps::refusesWhatCannotBeRaised()
{
    const HttpTsa server(honest());
    m_city->save("draft.pdf", m_city->draft(m_city->inspection(QStringLiteral("U0004"))));
    m_city->save("foreign.pdf", foreignPdf());
    for (const char *file : {"draft.pdf", "foreign.pdf"}) {
        for (const CliRun &run : {m_city->run({"timestamp", file, "--tsa", server.address(), "--out", "none.pdf"}),
                                  m_city->run({"extend", file, "--level", "B-LT", "--out", "none.pdf"})}) {
            QCOMPARE(run.code, 1);
            QCOMPARE(run.errorCode(), QStringLiteral("not-accepted"));
            QCOMPARE(run.object()[u"error"][u"subject"].toString(), QLatin1String(file));
        }
    }
    const CliRun noList =
        m_city->run({"extend", "signed.pdf", "--level", "B-LT", "--crl", "foreign.pdf", "--out", "none.pdf"});
    QCOMPARE(noList.code, 3);
    QCOMPARE(noList.object()[u"error"][u"subject"].toString(), QStringLiteral("foreign.pdf"));
    // twice over the same signature: told by the file's name, and nothing is written
    QCOMPARE(
        m_city->run({"extend", "signed.pdf", "--level", "B-LTA", "--tsa", server.address(), "--out", "once.pdf"}).code,
        0);
    const CliRun again =
        m_city->run({"extend", "once.pdf", "--level", "B-LTA", "--tsa", server.address(), "--out", "none.pdf"});
    QCOMPARE(again.code, 1);
    QCOMPARE(again.object()[u"error"][u"subject"].toString(), QStringLiteral("once.pdf"));
    QCOMPARE(m_city->run({"extend", "signed.pdf", "--level", "B-T", "--out", "none.pdf"}).code, 2);
    QCOMPARE(m_city->run({"extend", "signed.pdf", "--level", "B-LTA", "--out", "none.pdf"}).code, 2);
    QCOMPARE(m_city->run({"timestamp", "signed.pdf", "--tsa", "ftp://127.0.0.1/", "--out", "none.pdf"}).code, 5);
    QVERIFY(!QFileInfo::exists(m_city->path("none.pdf")));
}

QTEST_MAIN(TestTimestamps)
#include "tst_timestamps.moc"
