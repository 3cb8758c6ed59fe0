#include "storage/inspection_repository.h"

#include "child_process.h"
#include "result_checks.h"
#include "sample_inspection.h"
#include "support/odd_disks.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#endif

using namespace tenken;
using namespace Qt::StringLiterals;

namespace {

const QUuid id = sample::inspectionId;

// Every item as the history's rows leave it, starting from nothing
QHash<QString, QString> replayedComments(const QList<HistoryEntry> &history)
{
    QHash<QString, QString> comments;
    for (const HistoryEntry &entry : history) {
        if (entry.field == u"comment") {
            // A gap in the chain shows as a text that no answer has.
            const bool follows = comments.value(entry.item) == entry.before;
            comments.insert(entry.item, follows ? entry.after : u"gap before "_s + entry.after);
        }
    }
    return comments;
}

} // namespace

/// What was acknowledged is there, and nothing is half there, whatever happens to the process or the disk.
class TestSuddenDeath : public QObject {
    Q_OBJECT

    SystemClock m_clock;

    // Acknowledged numbers are 1 … acknowledged; one more may have reached the disk without being told.
    void checkStore(const QString &path, int acknowledged, int *found = nullptr)
    {
        const auto store = Store::open(path, m_clock);
        VERIFY_OK(store);
        QVERIFY((*store)->check()->isIntact);
        InspectionRepository inspections(**store);
        const auto inspection = inspections.load(id);
        VERIFY_OK(inspection);
        const auto history = inspections.history(id);
        VERIFY_OK(history);
        const QHash<QString, QString> replayed = replayedComments(*history);
        int newest = 0;
        for (auto it = inspection->answers.constBegin(); it != inspection->answers.constEnd(); ++it) {
            QCOMPARE(replayed.value(it.key()), it->comment);
            newest = std::max(newest, it->comment.toInt());
        }
        QCOMPARE(replayed.size(), inspection->answers.size());
        QSet<int> numbers;
        for (const HistoryEntry &entry : *history) {
            if (entry.field == u"comment") {
                numbers.insert(entry.after.toInt());
            }
        }
        for (int number = 1; number <= newest; ++number) {
            QVERIFY2(numbers.contains(number), qPrintable(QString::number(number)));
        }
        QVERIFY2(newest == acknowledged || newest == acknowledged + 1,
                 qPrintable(u"%1 acknowledged, %2 found"_s.arg(acknowledged).arg(newest)));
        if (found) {
            *found = newest;
        }
    }
    void makeInspection(const QString &path)
    {
        const auto store = Store::open(path, m_clock);
        VERIFY_OK(store);
        VERIFY_OK(InspectionRepository(**store).create(sample::inspection(), {}));
    }

private Q_SLOTS:
    /// TENKEN_KILL_ROUNDS=200 for the long run
    void losesNothingWhenKilled()
    {
        bool given = false;
        const int wanted = qEnvironmentVariableIntValue("TENKEN_KILL_ROUNDS", &given);
        const int rounds = given ? wanted : 12;
        QTemporaryDir folder;
        const QString path = folder.filePath(u"tenken.db"_s);
        makeInspection(path);
        QRandomGenerator random(20261122);
        int acknowledged = 0;
        for (int round = 0; round < rounds; ++round) {
            QProcess writer;
            writer.start(QCoreApplication::applicationDirPath() + u"/answer_writer"_s,
                         {path, id.toString(QUuid::WithoutBraces)});
            QVERIFY(writer.waitForStarted());
            // Some die while they open the store, the others after a random number of answers.
            const int patience = round % 4 == 3 ? 0 : random.bounded(1, 120);
            QByteArray output;
            for (int lines = 0; lines < patience; lines = static_cast<int>(output.count('\n'))) {
                QVERIFY(writer.waitForReadyRead());
                output += writer.readAllStandardOutput();
            }
            writer.kill();
            QVERIFY(writer.waitForFinished());
            QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
            output += writer.readAllStandardOutput();
            const QList<QByteArray> told = output.left(output.lastIndexOf('\n') + 1).split('\n');
            for (const QByteArray &line : told) {
                acknowledged = std::max(acknowledged, line.toInt());
            }
            checkStore(path, acknowledged, &acknowledged);
            if (QTest::currentTestFailed()) {
                qWarning("round %d of %d", round, rounds);
                return;
            }
        }
        QVERIFY(acknowledged > rounds);
    }

#ifdef Q_OS_UNIX
    void losesNothingWhenTheFileMayNotGrow()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"tenken.db"_s);
        makeInspection(path);
        child::SharedNumber acknowledged;
        const int code = child::run([&] {
            const rlimit limit{400000, 400000};
            if (std::signal(SIGXFSZ, SIG_IGN) == SIG_ERR || setrlimit(RLIMIT_FSIZE, &limit) != 0) {
                return 255;
            }
            return writeUntilItFails(path, [&](int number) { acknowledged.set(number); });
        });
        QCOMPARE(code, static_cast<int>(ErrorCode::StoreUnwritable));
        QVERIFY(acknowledged.value() > 10);
        checkStore(path, acknowledged.value());
    }

    /// A disk of its own needs a name space of its own: allowed to root, and to users on most systems.
    void losesNothingWhenTheDiskIsFull()
    {
        QTemporaryDir folder;
        child::SharedNumber acknowledged;
        const int result = child::run([&] {
            const int spaces = geteuid() == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER;
            if (unshare(spaces) != 0 || mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
                || mount("tmpfs", qPrintable(folder.path()), "tmpfs", 0, "size=700k") != 0) {
                return 255;
            }
            const QString path = folder.filePath(u"tenken.db"_s);
            makeInspection(path);
            const int code = writeUntilItFails(path, [&](int number) { acknowledged.set(number); });
            checkStore(path, acknowledged.value());
            return QTest::currentTestFailed() ? 254 : code;
        });
        if (result == 255) {
            QSKIP("no mount name space here");
        }
        QCOMPARE(result, static_cast<int>(ErrorCode::DiskFull));
        QVERIFY(acknowledged.value() > 10);
    }
#else
    void losesNothingWhenTheDiskIsFull()
    {
        const support::SmallDisk disk(700 << 10);
        if (disk.path().isEmpty()) {
            QSKIP("no small disk here");
        }
        const QString path = disk.path() + u"/tenken.db"_s;
        makeInspection(path);
        int acknowledged = 0;
        const int code = writeUntilItFails(path, [&](int number) { acknowledged = number; });
        QCOMPARE(code, static_cast<int>(ErrorCode::DiskFull));
        QVERIFY(acknowledged > 10);
        checkStore(path, acknowledged);
    }
#endif

private:
    int writeUntilItFails(const QString &path, const std::function<void(int)> &acknowledge)
    {
        const auto store = Store::open(path, m_clock);
        if (!store) {
            return 253;
        }
        InspectionRepository inspections(**store);
        for (int number = 1; number < 10000; ++number) {
            Answer answer = sample::coded(AnswerCode::Yes, QString::number(number));
            answer.opinion = QString(2000, u'x');
            if (const auto stored = inspections.recordAnswer(id, u"item %1"_s.arg(number), answer, {}, {}); !stored) {
                // The store still answers, and still without the answer that failed.
                const auto inspection = inspections.load(id);
                return inspection && inspection->answers.size() == number - 1 ? static_cast<int>(stored.error().code)
                                                                              : 252;
            }
            acknowledge(number);
        }
        return 251;
    }
};

QTEST_GUILESS_MAIN(TestSuddenDeath)
#include "tst_sudden_death.moc"
