#include "viewmodel/viewmodel_fixture.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <filesystem>
#include <memory>

using namespace tenken;

namespace {

constexpr int patienceMs = 60000;
constexpr int savedWithinMs = 600; ///< half a second and the timer's own tolerance

/// A portable copy: with settings of its own on every system
QString portableProgram(const QString &home)
{
    namespace fs = std::filesystem;
    const fs::path built(QStringLiteral(TENKEN_PROGRAM).toStdU16String());
    const fs::path copy = fs::path(home.toStdU16String()) / "portable";
    const fs::path program = copy / "bin" / built.filename();
    std::error_code wrong;
    fs::create_directories(program.parent_path(), wrong);
    fs::copy_file(built, program, fs::copy_options::skip_existing, wrong);
    fs::create_directories(copy / "share", wrong);
    fs::copy(built.parent_path().parent_path() / "share" / "tenken", copy / "share" / "tenken",
             fs::copy_options::recursive | fs::copy_options::skip_existing, wrong);
    QFile mark(home + QStringLiteral("/portable/portable.txt"));
    return !wrong && mark.open(QIODevice::WriteOnly) ? QString::fromStdU16String(program.u16string()) : QString();
}

/// The real program with the typist in it, in a home of its own
class Program {
public:
    Program(const QString &home, const QStringList &files, bool withTypist = true)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *variable : {"TMPDIR", "TEMP", "TMP"}) { // of Linux, of Windows
            environment.insert(QLatin1String(variable), home);
        }
        if (withTypist) {
            const QString plugins = environment.value(QStringLiteral("QT_PLUGIN_PATH"));
            environment.insert(QStringLiteral("QT_PLUGIN_PATH"),
                               QStringLiteral(TYPIST_FOLDER) + QDir::listSeparator() + plugins);
            environment.insert(QStringLiteral("QT_QPA_GENERIC_PLUGINS"), QStringLiteral("typist"));
        }
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(portableProgram(home),
                        QStringList{QStringLiteral("--store"), home + QStringLiteral("/tenken.db")} + files);
    }
    ~Program() { kill(); }
    /// As when the power fails: no handler runs
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    void tell(const QString &command) { m_process.write(command.toUtf8() + '\n'); }
    QString line()
    {
        (void)QTest::qWaitFor([this] { return m_process.canReadLine(); }, patienceMs);
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }
    QString ask(const QString &command)
    {
        tell(command);
        return line();
    }
    bool waitFor(const QString &question, const QString &expected)
    {
        return QTest::qWaitFor([&] { return ask(question) == expected; }, patienceMs);
    }
    bool end() { return m_process.waitForFinished(patienceMs); }
    int exitCode() const { return m_process.exitCode(); }

private:
    QProcess m_process;
};

} // namespace

/// What only the program as a whole can show: it is killed, started twice, started again
class TestProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void killedWhileTyping();
    void secondStartHandsItsFileOver();

private:
    QString home() const { return m_fixture->folder.path(); }
    Answer storedAnswer();
    QString allLogs() const;

    std::unique_ptr<support::DeskFixture> m_fixture;
    QUuid m_inspection;
};

void TestProgram::init()
{
    m_fixture = std::make_unique<support::DeskFixture>();
    QVERIFY(m_fixture->open());
    m_inspection = m_fixture->start();
    QVERIFY(!m_inspection.isNull());
    m_fixture->desk.reset();
}

void TestProgram::cleanup() { m_fixture.reset(); }

Answer TestProgram::storedAnswer()
{
    const auto desk = Desk::open(home() + QStringLiteral("/tenken.db"), m_fixture->clock);
    const auto session = InspectionSession::open(**desk, m_inspection);
    return session ? (*session)->answerOf((*session)->items().first()) : Answer();
}

/// What the program wrote for whoever looks after it; null when there is no log
QString TestProgram::allLogs() const
{
    QString text;
    const QDir folder(home() + QStringLiteral("/log"));
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        text += file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) + u'\n' : QString();
    }
    return text;
}

void TestProgram::killedWhileTyping()
{
    const QString text = QStringLiteral("体制表を確認し、昨年からの変更を課内で共有した。").repeated(4);
    int surelyThere = 0;
    {
        Program program(home(), {});
        QVERIFY(program.waitFor(QStringLiteral("focus"), QStringLiteral("inspections")));
        QCOMPARE(program.ask(QStringLiteral("press Return")), QStringLiteral("pressed"));
        QVERIFY(program.waitFor(QStringLiteral("page"), QStringLiteral("点検")));
        program.ask(QStringLiteral("press C"));
        program.tell(QStringLiteral("type ") + text);
        QList<qint64> times; // of each key
        while (times.size() < text.size() - 10) {
            const QStringList typed = program.line().split(u' ');
            QCOMPARE(typed.value(0), QStringLiteral("typed"));
            times << typed.value(2).toLongLong();
        }
        program.kill();
        while (surelyThere < times.size() && times.at(surelyThere) <= times.last() - savedWithinMs) {
            ++surelyThere;
        }
    }
    QVERIFY2(surelyThere > 20, qPrintable(QString::number(surelyThere)));
    const QString stored = storedAnswer().comment;
    QVERIFY2(stored.size() >= surelyThere, qPrintable(stored));
    QVERIFY2(text.startsWith(stored), qPrintable(stored));

    Program again(home(), {});
    QVERIFY(again.waitFor(QStringLiteral("focus"), QStringLiteral("inspections")));
    const QString notice = again.ask(QStringLiteral("text notice"));
    QVERIFY2(notice.contains(QStringLiteral("企画課")) && notice.contains(QStringLiteral("正しく終わりませんでした")),
             qPrintable(notice));
    again.ask(QStringLiteral("press Return"));
    QVERIFY(again.waitFor(QStringLiteral("page"), QStringLiteral("点検")));
    QCOMPARE(again.ask(QStringLiteral("text comment")), stored);
    QVERIFY(!allLogs().isNull());
    QVERIFY(!allLogs().contains(stored.left(6)));
}

void TestProgram::secondStartHandsItsFileOver()
{
    QFile file(home() + QStringLiteral("/foreign.pdf"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("%PDF-1.4\n") > 0);
    file.close();
    auto first = std::make_unique<Program>(home(), QStringList());
    for (int round = 0; round < 2; ++round) {
        QVERIFY(first->waitFor(QStringLiteral("page"), QStringLiteral("ホーム")));
        Program second(home(), {file.fileName()}, false);
        QVERIFY(second.end());
        QCOMPARE(second.exitCode(), 0);
        QVERIFY(first->waitFor(QStringLiteral("page"), QStringLiteral("承認")));
        Program third(home(), {}, false); // no file: the window comes to the front
        QVERIFY(third.end());
        QCOMPARE(third.exitCode(), 0);
        first->kill();
        first = std::make_unique<Program>(home(), QStringList()); // what the dead one left does not keep it out
    }
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
