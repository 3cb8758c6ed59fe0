#include "cli/cli_program.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace tenken::support;
using namespace Qt::StringLiterals;

/// tenken-cli registry round: what it writes, and how it says what is wrong
class TestRoundCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesWhatWasAsked_data();
    void writesWhatWasAsked();
    void trustsWhomItIsTold();
    void wrongInputIsTold_data();
    void wrongInputIsTold();
    void aRefusalLeavesTheFileThatWasThere();

private:
    void write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    QByteArray read(const QString &name)
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// The usual arguments, with these in their place; an empty value leaves the option out
    static QStringList arguments(const QMap<QString, QString> &changes)
    {
        QMap<QString, QString> options{{u"--year"_s, u"2026"_s},
                                       {u"--due"_s, u"2026-12-18"_s},
                                       {u"--org"_s, u"org.csv"_s},
                                       {u"--out"_s, u"out.tenken-round"_s}};
        options.insert(changes);
        QStringList words{u"registry"_s, u"round"_s};
        for (auto option = options.constBegin(); option != options.constEnd(); ++option) {
            if (!option->isNull()) {
                words << option.key() << *option;
            }
        }
        return words;
    }
    CliRun run(const QMap<QString, QString> &changes) { return runJson(arguments(changes), m_folder->path()); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

using Changes = QMap<QString, QString>;

void TestRoundCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(u"org.csv"_s, "\xef\xbb\xbf所属コード,課\r\nU0004,企画課\r\nU0005,戸籍課\r\n");
    write(u"systems.csv"_s, "システムコード,システム名,所管所属コード\r\nS001,住民記録,U0005\r\n");
    write(u"nobody.csv"_s, "所属コード,課\r\n");
    write(u"no-name.csv"_s, "所属コード\r\nU1\r\n");
    write(u"twice.csv"_s, "所属コード,課\r\nU1,甲\r\nU1,乙\r\n");
    write(u"empty.csv"_s, {});
    write(u"junk.pem"_s, QByteArray::fromHex("00ff10").repeated(100));
    write(u"pass.txt"_s, "secret\n");
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
}

void TestRoundCommand::writesWhatWasAsked_data()
{
    QTest::addColumn<Changes>("changes");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("year") << Changes() << u"fiscalYear"_s << QJsonValue(2026);
    QTest::newRow("first round") << Changes() << u"number"_s << QJsonValue(1);
    QTest::newRow("last round") << Changes{{u"--round"_s, u"99"_s}} << u"number"_s << QJsonValue(99);
    QTest::newRow("due") << Changes() << u"due"_s << QJsonValue(u"2026-12-18"_s);
    QTest::newRow("due in 和暦") << Changes{{u"--due"_s, u"令和8年12月18日"_s}} << u"due"_s
                                 << QJsonValue(u"2026-12-18"_s);
    QTest::newRow("due in short") << Changes{{u"--due"_s, u"R8.12.18"_s}} << u"due"_s << QJsonValue(u"2026-12-18"_s);
    QTest::newRow("due with slashes") << Changes{{u"--due"_s, u"2026/12/18"_s}} << u"due"_s
                                      << QJsonValue(u"2026-12-18"_s);
    QTest::newRow("title") << Changes{{u"--title"_s, u"年末の点検"_s}} << u"title"_s << QJsonValue(u"年末の点検"_s);
    QTest::newRow("title of its own") << Changes{{u"--round"_s, u"2"_s}} << u"title"_s
                                      << QJsonValue(u"2026年度 第2回 情報セキュリティ自己点検"_s);
}

void TestRoundCommand::writesWhatWasAsked()
{
    QFETCH(Changes, changes);
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    changes.insert(u"--systems"_s, u"systems.csv"_s);
    const CliRun done = run(changes);
    QCOMPARE(done.code, 0);
    QCOMPARE(done.object()[u"expected"].toInt(), 3);
    const QJsonObject round = QJsonDocument::fromJson(read(u"out.tenken-round"_s)).object();
    QCOMPARE(round[key], value);
    QCOMPARE(round[u"expected"].toArray().size(), 3);
    QCOMPARE(round[u"checklists"].toArray().size(), 2);
    QCOMPARE(round[u"trustAnchors"].toArray().size(), 0);
}

void TestRoundCommand::trustsWhomItIsTold()
{
    QCOMPARE(
        runCli({"authority", "init", "--out", "ca", "--name", "市", "--passphrase-file", "pass.txt"}, m_folder->path())
            .code,
        0);
    QCOMPARE(run({{u"--trust"_s, u"ca/ca.pem"_s}}).code, 0);
    const QJsonObject round = QJsonDocument::fromJson(read(u"out.tenken-round"_s)).object();
    QCOMPARE(round[u"trustAnchors"].toArray().size(), 1);
    QVERIFY(round[u"trustAnchors"][0].toString().startsWith(u"-----BEGIN CERTIFICATE-----"));
    QCOMPARE(run({{u"--trust"_s, u"out.tenken-round"_s}, {u"--out"_s, u"again.tenken-round"_s}}).code, 0);
    QCOMPARE(read(u"again.tenken-round"_s), read(u"out.tenken-round"_s));
}

void TestRoundCommand::wrongInputIsTold_data()
{
    QTest::addColumn<Changes>("changes");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("sentence"); // what the Japanese message has to name
    const auto row = [](const char *name, const Changes &changes, int code, const QString &error,
                        const QString &sentence) { QTest::newRow(name) << changes << code << error << sentence; };
    const QString date = u"日付"_s;
    row("no such day", {{u"--due"_s, u"2026-02-30"_s}}, 2, u"invalid-date"_s, u"2026-02-30"_s);
    row("no such day in 和暦", {{u"--due"_s, u"令和8年2月30日"_s}}, 2, u"invalid-date"_s, u"令和8年2月30日"_s);
    row("day first", {{u"--due"_s, u"18.12.2026"_s}}, 2, u"invalid-date"_s, date);
    row("empty date", {{u"--due"_s, u""_s}}, 2, u"invalid-date"_s, date);
    row("no date", {{u"--due"_s, QString()}}, 2, u"usage"_s, u"--help"_s);
    row("no year", {{u"--year"_s, QString()}}, 2, u"usage"_s, u"--help"_s);
    row("no organisation", {{u"--org"_s, QString()}}, 2, u"usage"_s, u"--help"_s);
    row("no place", {{u"--out"_s, QString()}}, 2, u"usage"_s, u"--help"_s);
    row("round 0", {{u"--round"_s, u"0"_s}}, 2, u"invalid-value"_s, u"--round 0"_s);
    row("round 100", {{u"--round"_s, u"100"_s}}, 2, u"invalid-value"_s, u"--round 100"_s);
    row("half a round", {{u"--round"_s, u"1.5"_s}}, 2, u"invalid-value"_s, u"--round 1.5"_s);
    row("round of a word", {{u"--round"_s, u"第1回"_s}}, 2, u"invalid-value"_s, u"--round 第1回"_s);
    row("negative round", {{u"--round"_s, u"-1"_s}}, 2, u"invalid-value"_s, u"--round -1"_s);
    row("year 0", {{u"--year"_s, u"0"_s}}, 2, u"invalid-value"_s, u"--year 0"_s);
    row("year of five digits", {{u"--year"_s, u"20260"_s}}, 2, u"invalid-value"_s, u"--year 20260"_s);
    row("year in 和暦", {{u"--year"_s, u"R8"_s}}, 2, u"invalid-value"_s, u"--year R8"_s);
    row("empty title", {{u"--title"_s, u""_s}}, 2, u"invalid-value"_s, u"--title"_s);
    row("title of blanks", {{u"--title"_s, u" 　"_s}}, 2, u"invalid-value"_s, u"--title"_s);
    row("title with an escape", {{u"--title"_s, u"\u001b[31m赤"_s}}, 2, u"invalid-value"_s, u"--title"_s);
    row("empty name of the organisation", {{u"--org"_s, u""_s}}, 2, u"invalid-value"_s, u"--org"_s);
    row("missing organisation", {{u"--org"_s, u"none.csv"_s}}, 3, u"file-not-found"_s, u"none.csv"_s);
    row("a folder as organisation", {{u"--org"_s, u"folder"_s}}, 3, u"file-unreadable"_s, u"folder"_s);
    row("organisation without names", {{u"--org"_s, u"no-name.csv"_s}}, 3, u"malformed-csv"_s, u"課"_s);
    row("department twice", {{u"--org"_s, u"twice.csv"_s}}, 3, u"malformed-csv"_s, u"twice.csv:3"_s);
    row("empty organisation", {{u"--org"_s, u"empty.csv"_s}}, 3, u"malformed-csv"_s, u"所属コード"_s);
    row("organisation of nobody", {{u"--org"_s, u"nobody.csv"_s}}, 3, u"malformed-csv"_s, u"所属コード"_s);
    row("missing systems", {{u"--systems"_s, u"none.csv"_s}}, 3, u"file-not-found"_s, u"none.csv"_s);
    row("departments as systems", {{u"--systems"_s, u"org.csv"_s}}, 3, u"malformed-csv"_s, u"システムコード"_s);
    row("broken authority", {{u"--trust"_s, u"junk.pem"_s}}, 3, u"certificate-unreadable"_s, u"junk.pem"_s);
    row("missing authority", {{u"--trust"_s, u"none.pem"_s}}, 3, u"file-not-found"_s, u"none.pem"_s);
    row("organisation as authority", {{u"--trust"_s, u"org.csv"_s}}, 3, u"certificate-unreadable"_s, u"org.csv"_s);
    row("no such folder", {{u"--out"_s, u"none/out"_s}}, 3, u"file-unwritable"_s, u"none/out"_s);
    row("a folder as place", {{u"--out"_s, u"folder"_s}}, 3, u"file-unwritable"_s, u"folder"_s);
    row("empty place", {{u"--out"_s, u""_s}}, 3, u"file-unwritable"_s, u"ファイル"_s);
}

void TestRoundCommand::wrongInputIsTold()
{
    QFETCH(Changes, changes);
    QFETCH(int, code);
    QFETCH(QString, error);
    QFETCH(QString, sentence);
    const QStringList before = QDir(m_folder->path()).entryList();
    const CliRun json = run(changes);
    QCOMPARE(json.code, code);
    QCOMPARE(json.errorCode(), error);
    const CliRun japanese = runCli(arguments(changes) + QStringList{u"--lang"_s, u"ja"_s}, m_folder->path());
    QCOMPARE(japanese.code, code);
    QVERIFY(japanese.out.isEmpty());
    const QString told = QString::fromUtf8(japanese.error);
    QVERIFY2(told.contains(sentence), qPrintable(told));
    QVERIFY2(told.contains(QRegularExpression(u"[ぁ-ん].*[。]"_s)), qPrintable(told));
    QVERIFY2(!told.contains(QRegularExpression(u"%[0-9]"_s)), qPrintable(told));
    QCOMPARE(QDir(m_folder->path()).entryList(), before);
}

void TestRoundCommand::aRefusalLeavesTheFileThatWasThere()
{
    QCOMPARE(run({}).code, 0);
    const QByteArray before = read(u"out.tenken-round"_s);
    QVERIFY(!before.isEmpty());
    for (const Changes &wrong : {Changes{{u"--round"_s, u"0"_s}}, Changes{{u"--org"_s, u"twice.csv"_s}},
                                 Changes{{u"--trust"_s, u"junk.pem"_s}}, Changes{{u"--title"_s, u" "_s}}}) {
        QVERIFY(run(wrong).code != 0);
        QCOMPARE(read(u"out.tenken-round"_s), before);
    }
    QCOMPARE(run({{u"--round"_s, u"2"_s}}).code, 0);
    QVERIFY(read(u"out.tenken-round"_s) != before);
}

QTEST_GUILESS_MAIN(TestRoundCommand)
#include "tst_round_command.moc"
