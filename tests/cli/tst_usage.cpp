#include "cli/cli_program.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace tenken::support;

/// Exit codes, the error document, languages: what every command has in common
class TestUsage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void exitCodes_data();
    void exitCodes();
    void optionForms_data();
    void optionForms();
    void answersInEitherCase_data();
    void answersInEitherCase();
    void theDocumentHasTheOutputForItself_data();
    void theDocumentHasTheOutputForItself();
    void anEmptyPartIsTakenAway_data();
    void anEmptyPartIsTakenAway();
    void languages_data();
    void languages();
    void standardErrorIsOurs();
    void helpAndVersion();

private:
    void write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    QString start(const QStringList &more = {})
    {
        return runJson(QStringList{"inspection", "start", "--store", "s.db", "--checklist", "KC-B", "--department",
                                   "U0004", "--department-name", "総務課", "--year", "2026"}
                           + more,
                       m_folder->path())
            .object()[u"inspection"]
            .toString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestUsage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write("junk.txt", "item_id,nonsense\r\n");
    write("broken.json", "{\"a\":1,\"a\":2}");
    write("pass.txt", "secret\n");
    write("empty.txt", "\r\n");
    write("latin.txt", "p\xe4ss\n");
}

void TestUsage::exitCodes_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("error");
    const QString start = "inspection start --store new.db --department U1 --department-name x --checklist ";
    QTest::newRow("nothing") << "" << 2 << "usage";
    QTest::newRow("no such command") << "inspect" << 2 << "usage";
    QTest::newRow("unknown option") << "checklist list --colour" << 2 << "usage";
    QTest::newRow("short option") << "verify -x --trust junk.txt" << 2 << "usage";
    QTest::newRow("option twice") << "store check --store a.db --store b.db" << 2 << "usage";
    QTest::newRow("value for a switch") << "inspection list --store a.db --draft=1" << 2 << "usage";
    QTest::newRow("option without value") << "store check --store" << 2 << "usage";
    QTest::newRow("option missing") << "store check" << 2 << "usage";
    QTest::newRow("too many arguments") << "checklist show KC-B KC-A" << 2 << "usage";
    QTest::newRow("language") << "checklist list --lang fr" << 2 << "usage";
    QTest::newRow("checklist") << "checklist show KC-Z" << 2 << "unknown-checklist";
    QTest::newRow("audit") << start + "KC-E --year 2026" << 2 << "not-supported-yet";
    QTest::newRow("year") << start + "KC-B --year 20x6" << 2 << "invalid-value";
    QTest::newRow("round") << start + "KC-B --year 2026 --round 0" << 2 << "invalid-value";
    QTest::newRow("body") << start + "KC-B --year 2026 --body navy" << 2 << "invalid-value";
    QTest::newRow("flag") << start + "KC-B --year 2026 --profile no_such" << 2 << "unknown-flag";
    QTest::newRow("postgresql") << "registry list --registry postgresql://x/y" << 2 << "not-supported-yet";
    QTest::newRow("xlsx to the screen") << "compare --registry r.db --checklist KC-B --by year --format xlsx" << 2
                                        << "usage";
    QTest::newRow("missing file") << "checklist validate none.json" << 3 << "file-not-found";
    QTest::newRow("missing store") << "inspection list --store none.db" << 3 << "file-not-found";
    QTest::newRow("missing registry") << "registry list --registry none.db" << 3 << "file-not-found";
    QTest::newRow("missing vectors") << "score --vectors none.json" << 3 << "file-not-found";
    QTest::newRow("unparsable vectors") << "score --vectors junk.txt" << 3 << "invalid-content";
    QTest::newRow("unparsable trust") << "verify junk.txt --trust junk.txt" << 3 << "certificate-unreadable";
    QTest::newRow("a folder") << "checklist validate ." << 3 << "file-unreadable";
    const QString init = "authority init --out ca --name x --passphrase-file ";
    QTest::newRow("passphrase of nothing") << init + "empty.txt" << 2 << "invalid-value";
    QTest::newRow("passphrase in another encoding") << init + "latin.txt" << 3 << "not-utf8";
    QTest::newRow("no such day") << "registry round --year 2026 --due R8.2.30 --org junk.txt --out r" << 2
                                 << "invalid-date";
    QTest::newRow("nothing to restore") << "restore junk.txt --store none.db" << 1 << "not-accepted";
    QTest::newRow("nothing to stamp") << "timestamp junk.txt --tsa http://127.0.0.1:9 --out x" << 1 << "not-accepted";
    QTest::newRow("unparsable list") << "extend junk.txt --level B-LT --crl pass.txt --out x" << 3
                                     << "certificate-unreadable";
    QTest::newRow("not a store") << "inspection list --store junk.txt" << 4 << "store-corrupt";
    QTest::newRow("not a registry") << "registry list --registry junk.txt" << 4 << "store-corrupt";
    QTest::newRow("not a backup") << "store restore --store s.db --from junk.txt" << 4 << "store-corrupt";
}

void TestUsage::exitCodes()
{
    QFETCH(QString, line);
    QFETCH(int, code);
    QFETCH(QString, error);
    const CliRun run = runJson(line.split(u' ', Qt::SkipEmptyParts), m_folder->path());
    QCOMPARE(run.code, code);
    QCOMPARE(keysOf(run.object()), QStringLiteral("error"));
    QCOMPARE(keysOf(run.object()[u"error"]), QStringLiteral("code detail subject"));
    QCOMPARE(run.errorCode(), error);
    QVERIFY(!run.error.isEmpty());
    const CliRun plain = runCli(line.split(u' ', Qt::SkipEmptyParts), m_folder->path());
    QCOMPARE(plain.code, code);
    QVERIFY(plain.out.isEmpty());
    QVERIFY(!plain.error.isEmpty());
    QVERIFY(!QFileInfo::exists(m_folder->filePath("none.db")));
}

void TestUsage::optionForms_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("two words") << QStringList{"checklist", "show", "KC-B", "--edition", "2025.1"};
    QTest::newRow("one word") << QStringList{"checklist", "show", "KC-B", "--edition=2025.1"};
    QTest::newRow("option first") << QStringList{"checklist", "show", "--edition=2025.1", "KC-B"};
    QTest::newRow("global first") << QStringList{"--lang", "en", "checklist", "show", "KC-B", "--edition", "2025.1"};
    QTest::newRow("end of options") << QStringList{"checklist", "show", "--edition=2025.1", "--", "KC-B"};
}

void TestUsage::optionForms()
{
    QFETCH(QStringList, arguments);
    const CliRun run = runCli(QStringList{"--json"} + arguments);
    QCOMPARE(run.code, 0);
    QCOMPARE(run.object()[u"edition"].toString(), QStringLiteral("2025.1"));
}

void TestUsage::answersInEitherCase_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<int>("code");
    QTest::newRow("upper") << "PARTIAL"
                           << "PARTIAL" << 0;
    QTest::newRow("lower") << "partial"
                           << "PARTIAL" << 0;
    QTest::newRow("mixed") << "Unknown"
                           << "UNKNOWN" << 0;
    QTest::newRow("none") << "MAYBE"
                          << "" << 2;
}

void TestUsage::answersInEitherCase()
{
    QFETCH(QString, typed);
    QFETCH(QString, stored);
    QFETCH(int, code);
    const QString id = start();
    const CliRun run =
        runJson({"inspection", "answer", "--store", "s.db", "--inspection", id, "B-6.1-01", typed}, m_folder->path());
    QCOMPARE(run.code, code);
    QCOMPARE(run.object()[u"answer"].toString(), stored);
    if (code == 0) {
        const QRegularExpression tokyo(QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+09:00$"));
        QVERIFY(tokyo.match(run.object()[u"answeredAt"].toString()).hasMatch());
    }
}

void TestUsage::theDocumentHasTheOutputForItself_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("csv") << "compare --registry r.db --checklist KC-B --by year --format csv";
    QTest::newRow("letter") << "registry missing --registry r.db --year 2026 --format reminder";
}

/// --json and another format cannot both have it; there is no registry, so the other way ends later
void TestUsage::theDocumentHasTheOutputForItself()
{
    QFETCH(QString, line);
    const QStringList words = line.split(u' ');
    const CliRun refused = runJson(words, m_folder->path());
    QCOMPARE(refused.code, 2);
    QCOMPARE(refused.errorCode(), "usage");
    QCOMPARE(runCli(words, m_folder->path()).code, 3);
    QCOMPARE(runJson(words + QStringList{"--out", "x"}, m_folder->path()).errorCode(), "file-not-found");
}

void TestUsage::anEmptyPartIsTakenAway_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    QTest::newRow("comment") << "--comment"
                             << "様式が古い";
    QTest::newRow("cause") << "--cause"
                           << "no-capacity";
    QTest::newRow("opinion") << "--opinion"
                             << "様式を減らしてほしい";
    QTest::newRow("evidence") << "--evidence-date"
                              << "2026-09-30";
    QTest::newRow("plan") << "--plan"
                          << "作り直す";
}

void TestUsage::anEmptyPartIsTakenAway()
{
    QFETCH(QString, option);
    QFETCH(QString, value);
    const QStringList desk{"--store", "s.db", "--inspection", start()};
    const auto answer = [&](const QString &given) {
        return runJson(QStringList{"inspection", "answer", "B-6.1-01", "NO", option, given} + desk, m_folder->path());
    };
    const auto last = [&] { // of the item: the inspection's state changes, too
        QJsonObject found;
        for (const QJsonValue entry : runJson(QStringList{"inspection", "history"} + desk, m_folder->path()).array()) {
            found = entry[u"item"].isNull() ? found : entry.toObject();
        }
        return found;
    };
    QCOMPARE(answer(value).code, 0);
    const QJsonObject given = last();
    QVERIFY(given[u"after"].toString().contains(value));
    QCOMPARE(answer({}).code, 0);
    QCOMPARE(last()[u"field"], given[u"field"]);
    QCOMPARE(last()[u"after"].toString(), QString());
    QCOMPARE(last()[u"before"], given[u"after"]);
}

void TestUsage::languages_data()
{
    QTest::addColumn<QStringList>("option");
    QTest::addColumn<QString>("environment");
    QTest::addColumn<bool>("japanese");
    QTest::newRow("told English") << QStringList{"--lang", "en"} << "ja_JP.UTF-8" << false;
    QTest::newRow("told Japanese") << QStringList{"--lang=ja"} << "en_US.UTF-8" << true;
    QTest::newRow("English system") << QStringList() << "en_US.UTF-8" << false;
    QTest::newRow("Japanese system") << QStringList() << "ja_JP.UTF-8" << true;
}

void TestUsage::languages()
{
    QFETCH(QStringList, option);
    QFETCH(QString, environment);
    QFETCH(bool, japanese);
    const CliRun run =
        runCli(QStringList{"store", "check", "--store", "none.db"} + option, m_folder->path(), environment);
    QCOMPARE(run.code, 3);
    QCOMPARE(QString::fromUtf8(run.error).contains(QStringLiteral("ファイル")), japanese);
}

void TestUsage::standardErrorIsOurs()
{
    const CliRun run = runCli({"checklist", "list"});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.error, QByteArray());
}

void TestUsage::helpAndVersion()
{
    const CliRun help = runCli({"--help"});
    QCOMPARE(help.code, 0);
    for (const char *command : {"checklist validate", "authority issue", "inspection fill", "approve", "return",
                                "verify", "extract", "restore", "timestamp", "extend", "registry import", "compare",
                                "report committee", "score", "store check", "demo"}) {
        QVERIFY2(help.out.contains(QByteArray("tenken-cli ") + command), command);
    }
    QVERIFY(runCli({"--version"}).out.startsWith("tenken-cli "));
    QCOMPARE(keysOf(runJson({"--version"}).object()), QStringLiteral("name version"));
}

QTEST_GUILESS_MAIN(TestUsage)
#include "tst_usage.moc"
