#include "cli/cli_city.h"

#include <QFile>
#include <QTest>

#include <filesystem>

using namespace tenken::support;

/// What Linux alone can be asked: a standard output that is full or closed, names that are no UTF-8
class TestOutput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFullDiskIsTold_data();
    void aFullDiskIsTold();
    void aClosedOutputIsNobodysLoss();
    void aNameWithoutUtf8IsTold();
    void anInputBehindALinkStays();

private:
    CliRun shell(const QString &line) const
    {
        QProcess program;
        program.setWorkingDirectory(m_city.folder.path());
        program.start("sh", {"-c", builtPath("bin/tenken-cli") + ' ' + line});
        return program.waitForFinished() ? CliRun{program.exitCode(), {}, program.readAllStandardError()} : CliRun();
    }

    CliCity m_city;
};

void TestOutput::aFullDiskIsTold_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("code");
    QTest::newRow("sentences") << "checklist list" << 3;
    QTest::newRow("document") << "checklist list --json" << 3;
    QTest::newRow("bytes") << "--help" << 3;
    QTest::newRow("one line") << "--version" << 3;
    QTest::newRow("an error's document") << "checklist show KC-Z --json" << 3;
    QTest::newRow("a higher code stays") << "inspection list --store pass.txt --json" << 4;
    QTest::newRow("nothing to write") << "checklist show KC-Z" << 2;
}

void TestOutput::aFullDiskIsTold()
{
    QFETCH(QString, line);
    QFETCH(int, code);
    const CliRun run = shell(line + " >/dev/full");
    QCOMPARE(run.code, code);
    QCOMPARE(run.error.contains("標準出力"), code != 2);
}

void TestOutput::aClosedOutputIsNobodysLoss()
{
    QCOMPARE(shell("checklist list >&-").code, 0);
    QCOMPARE(shell("checklist list --json 2>&- >/dev/null").code, 0);
    QCOMPARE(shell("checklist show KC-Z >&- 2>&- <&-").code, 2);
}

void TestOutput::aNameWithoutUtf8IsTold()
{
    const std::filesystem::path folder(m_city.folder.path().toStdString());
    std::filesystem::create_directories(folder / "in" / "deep");
    m_city.save("in/good.pdf", foreignPdf());
    const QStringList line = QStringList{"registry", "import", "in", "--registry", "r.db"} + m_city.trustArguments();
    QCOMPARE(m_city.run(line).code, 1); // the foreign one is refused
    std::filesystem::copy_file(folder / "in" / "good.pdf", folder / "in" / "deep" / "\x8f\xb3\x94\x46.PDF");
    const CliRun run = m_city.run(line);
    QCOMPARE(run.code, 3);
    QCOMPARE(run.errorCode(), "file-unreadable");
    QVERIFY(run.object()[u"error"][u"subject"].toString().startsWith("in/deep/"));
    QVERIFY(QString::fromUtf8(run.error).contains(QStringLiteral("名前を変えて")));
}

void TestOutput::anInputBehindALinkStays()
{
    const QByteArray content = "所属コード,課\nU0004,総務課\n";
    m_city.save("org.csv", content);
    QVERIFY(QFile::link("org.csv", m_city.path("link.csv")));
    const CliRun run = m_city.run(QString("registry round --year 2026 --due 2026-12-18 --org link.csv --out org.csv"));
    QCOMPARE(run.code, 1);
    QCOMPARE(run.errorCode(), "already-exists");
    QFile file(m_city.path("org.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

QTEST_MAIN(TestOutput)
#include "tst_output_linux.moc"
