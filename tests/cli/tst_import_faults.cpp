#include "cli/cli_city.h"
#include "storage/answer_sheets.h"
#include "support/odd_disks.h"
#include "support/places.h"
#include "support/small_city.h"

#include <QCryptographicHash>
#include <QProcess>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace tenken;
using namespace tenken::support;

namespace {

constexpr int filesInPile = 130; // more than two batches
constexpr int goodEvery = 26;
constexpr int good = filesInPile / goodEvery;

QString hashOf(const QString &path)
{
    return QString::fromLatin1(QCryptographicHash::hash(*readFile(path, 64 << 20), QCryptographicHash::Sha256).toHex());
}

} // namespace

/// Whatever happens to an import, nothing is half there, going on completes it, and the PDFs stay as they were.
class TestImportFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void killed_data();
    void killed();
    void cancelled();
    void lockedByAnotherProcess();
#ifdef Q_OS_UNIX
    void theFileMayNotGrow();
    void aNewRegistryNeedsRoom_data();
    void aNewRegistryNeedsRoom();
#endif
    void theDiskIsFull();

private:
    QStringList importArguments(const QString &registry) const
    {
        return QStringList{"registry", "import", "--json", "--registry", registry, "pile"} + m_city.trustArguments();
    }
    /// Only whole submissions; then going on brings the rest
    void checkAndComplete(const QString &name);
    void checkWhole(const QString &name, int *found);
    /// Exit code of a shell that does this and then runs the import
    std::optional<int> importOnDisk(int room, const QString &end, QByteArray *output) const;
    int importUnder(const QString &shell, const QString &registry, QByteArray *output = nullptr) const;

    CliCity m_city;
    QHash<QString, QString> m_hashes; ///< of the files of the pile
};

void TestImportFaults::initTestCase()
{
    QVERIFY(QDir(m_city.folder.path()).mkdir("pile"));
    const QByteArray foreign = foreignPdf();
    for (int i = 0; i < filesInPile; ++i) {
        const QString name = QStringLiteral("pile/%1.pdf").arg(i, 3, 10, QLatin1Char('0'));
        const bool isGood = i % goodEvery == 0;
        const QString department = QStringLiteral("U%1").arg(4 + i / goodEvery, 4, 10, QLatin1Char('0'));
        const QString path = m_city.save(name, isGood ? m_city.signAndApprove(m_city.inspection(department)) : foreign);
        QVERIFY(!path.isEmpty());
        m_hashes.insert(path, hashOf(path));
    }
}

void TestImportFaults::cleanup()
{
    for (auto file = m_hashes.constBegin(); file != m_hashes.constEnd(); ++file) {
        QCOMPARE(hashOf(file.key()), *file);
    }
}

void TestImportFaults::checkWhole(const QString &name, int *found)
{
    const auto registry = Registry::open(m_city.path(name), m_city.clock);
    QVERIFY2(registry, registry ? "" : qPrintable(registry.error().detail));
    QCOMPARE(*(*registry)->check(), QStringList());
    RegistryRepository repository(**registry);
    const QList<RegistryEntry> entries = *repository.entries();
    for (const RegistryEntry &entry : entries) {
        const QByteArray json = *repository.submissionJson(entry.submission);
        const Reading<Submission> submission = readSubmission(json, entry.fileName);
        QVERIFY(submission);
        RegistryFilter one;
        one.department = entry.department.code;
        qsizetype answers = 0;
        QVERIFY(forEachAnswerSheet(**registry, one, [&](const Submission &sheet) {
            answers += sheet.items.size();
            return true;
        }));
        QCOMPARE(answers, submission.value->items.size());
        const RegisteredDocument document = *repository.document(entry.submission);
        QCOMPARE(document.signatures.size(), 2);
        QCOMPARE(document.pdf, *readFile(m_city.path(QStringLiteral("pile/") + entry.fileName), 64 << 20));
    }
    *found = static_cast<int>(entries.size());
}

void TestImportFaults::checkAndComplete(const QString &name)
{
    int before = 0;
    checkWhole(name, &before);
    const CliRun rest = runCli(importArguments(name), m_city.folder.path());
    QCOMPARE(rest.code, 1);
    QCOMPARE(rest.object()[u"alreadyThere"].toInt(), before);
    QCOMPARE(rest.object()[u"imported"].toInt(), good - before);
    QCOMPARE(rest.object()[u"refused"].toInt(), filesInPile - good);
    int after = 0;
    checkWhole(name, &after);
    QCOMPARE(after, good);
}

void TestImportFaults::killed_data()
{
    QTest::addColumn<int>("lines"); // of progress that are waited for
    for (int lines = 0; lines < 4; ++lines) {
        QTest::addRow("after %d lines", lines) << lines;
    }
}

void TestImportFaults::killed()
{
    QFETCH(int, lines);
    const QString name = QStringLiteral("killed-%1.db").arg(lines);
    QProcess program;
    program.setWorkingDirectory(m_city.folder.path());
    program.start(builtPath("bin/tenken-cli"), importArguments(name));
    QVERIFY(program.waitForStarted());
    program.setReadChannel(QProcess::StandardError);
    QByteArray told;
    while (told.count('\n') < lines && program.waitForReadyRead()) {
        told += program.readAllStandardError();
    }
    program.kill();
    QVERIFY(program.waitForFinished());
    checkAndComplete(name);
}

void TestImportFaults::cancelled()
{
    const QString name = QStringLiteral("cancelled.db");
    {
        const auto registry = Registry::open(m_city.path(name), m_city.clock);
        QVERIFY(registry);
        ImportSubmissions importing(**registry, shippedChecklists(), m_city.trust);
        const auto results = importing.import({m_city.path("pile")}, [](int done, int) { return done == 0; });
        QVERIFY(results && !results->isEmpty());
        QVERIFY(results->size() < filesInPile);
    }
    checkAndComplete(name);
}

void TestImportFaults::lockedByAnotherProcess()
{
    const QString name = QStringLiteral("locked.db");
    {
        const auto registry = Registry::open(m_city.path(name), m_city.clock);
        QVERIFY(registry);
        const auto lock = Transaction::begin((*registry)->database(), Transaction::Kind::Write);
        QVERIFY(lock);
        const CliRun run = runCli(importArguments(name), m_city.folder.path());
        QCOMPARE(run.code, 4);
        QCOMPARE(run.errorCode(), QStringLiteral("store-busy"));
    }
    int found = 0;
    checkWhole(name, &found);
    QCOMPARE(found, 0);
    checkAndComplete(name);
}

#ifdef Q_OS_UNIX
int TestImportFaults::importUnder(const QString &shell, const QString &registry, QByteArray *output) const
{
    QStringList words{builtPath("bin/tenken-cli")};
    words << importArguments(registry);
    QProcess program;
    program.setWorkingDirectory(m_city.folder.path());
    program.start(QStringLiteral("/bin/sh"), QStringList{QStringLiteral("-c"), shell, QStringLiteral("sh")} + words);
    constexpr int longest = 120'000;
    if (!program.waitForFinished(longest) || program.exitStatus() != QProcess::NormalExit) {
        return -1;
    }
    if (output) {
        *output = program.readAllStandardOutput();
    }
    return program.exitCode();
}

void TestImportFaults::theFileMayNotGrow()
{
    const QString name = QStringLiteral("small.db");
    // Room for the schema, none for a batch with its PDFs (blocks of 512 bytes)
    QCOMPARE(importUnder(QStringLiteral("trap '' XFSZ; ulimit -f 1000; exec \"$@\""), name), 4);
    checkAndComplete(name);
}

void TestImportFaults::aNewRegistryNeedsRoom_data()
{
    QTest::addColumn<int>("room"); // KiB
    QTest::newRow("not for its tables") << 200;
    QTest::newRow("for its log, not for its file") << 560;
}

/// Imports into r.db on a disk with so much room and ends with the shell's words; nothing where no disk can be mounted.
/// It needs a name space of its own: allowed to root, and to users on most systems.
std::optional<int> TestImportFaults::importOnDisk(int room, const QString &end, QByteArray *output) const
{
    QDir(m_city.folder.path()).mkpath("disk");
    const QString shell =
        QStringLiteral("unshare %1-m sh -c 'mount -t tmpfs -o size=%2k tmpfs disk || exit 255; \"$@\"; "
                       "code=$?; %3; exit $code' sh \"$@\"")
            .arg(geteuid() == 0 ? QString() : QStringLiteral("-r "))
            .arg(room)
            .arg(end);
    const int code = importUnder(shell, QStringLiteral("disk/r.db"), output);
    return code == 255 || (code == 1 && output->isEmpty()) ? std::nullopt : std::optional(code);
}

/// Half a registry would pass for a damaged one the next time.
void TestImportFaults::aNewRegistryNeedsRoom()
{
    QFETCH(int, room);
    QByteArray output;
    const auto code = importOnDisk(room, QStringLiteral("[ -z \"$(ls -A disk)\" ] || exit 77"), &output);
    if (!code) {
        QSKIP("no mount name space here");
    }
    QCOMPARE(*code, 4);
    QCOMPARE(QJsonDocument::fromJson(output)[u"error"][u"code"].toString(), QStringLiteral("disk-full"));
}

void TestImportFaults::theDiskIsFull()
{
    QVERIFY(QDir(m_city.folder.path()).mkdir("rescued"));
    QByteArray output;
    const auto code = importOnDisk(1200, QStringLiteral("cp disk/* rescued/ || exit 1"), &output);
    if (!code) {
        QSKIP("no mount name space here");
    }
    QCOMPARE(*code, 4);
    QCOMPARE(QJsonDocument::fromJson(output)[u"error"][u"code"].toString(), QStringLiteral("disk-full"));
    checkAndComplete(QStringLiteral("rescued/r.db"));
}
#else
void TestImportFaults::theDiskIsFull()
{
    // Not even a new registry has room. With some more, Wine's memory map of SQLite's index, in a file that the full
    // tmpfs cannot hold, ends the program with a page fault.
    const SmallDisk disk(400 << 10);
    if (disk.path().isEmpty()) {
        QSKIP("no small disk here");
    }
    const CliRun run = runCli(importArguments(disk.path() + "/r.db"), m_city.folder.path());
    QCOMPARE(run.code, 4);
    QCOMPARE(run.errorCode(), QStringLiteral("disk-full"));
    QVERIFY(QDir(m_city.folder.path()).mkdir("rescued"));
    for (const QString &file : QDir(disk.path()).entryList(QDir::Files)) {
        QVERIFY(QFile::copy(disk.path() + '/' + file, m_city.path("rescued/" + file)));
    }
    checkAndComplete(QStringLiteral("rescued/r.db"));
}
#endif

QTEST_MAIN(TestImportFaults)
#include "tst_import_faults.moc"
