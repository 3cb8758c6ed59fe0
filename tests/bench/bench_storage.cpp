// One recorded answer against one bare SQLite commit of the same row, both with WAL and synchronous = FULL.
// bench_storage [FOLDER]: where the databases are made (the disk counts); prints medians and their ratio, goal ≤ 1.3.

#include "storage/answer_sheets.h"
#include "storage/inspection_repository.h"
#include "storage/registry_repository.h"

#include "storage/sample_submission.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace tenken;

namespace {

constexpr int rounds = 400;

double median(std::vector<qint64> nanoseconds)
{
    std::sort(nanoseconds.begin(), nanoseconds.end());
    return static_cast<double>(nanoseconds.at(nanoseconds.size() / 2)) / 1000.0;
}

double quickest(std::vector<qint64> nanoseconds)
{
    std::sort(nanoseconds.begin(), nanoseconds.end());
    return static_cast<double>(nanoseconds.at(nanoseconds.size() / 10)) / 1000.0;
}

void require(bool holds, const char *what)
{
    if (!holds) {
        std::fprintf(stderr, "%s failed\n", what);
        std::exit(1);
    }
}

// The bare row, by the C interface with a statement prepared once: nothing can be cheaper and as durable.
class BareTable {
public:
    explicit BareTable(const QString &path)
    {
        require(sqlite3_open(qPrintable(path), &m_database) == SQLITE_OK, "open");
        require(sqlite3_exec(m_database,
                             "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                             "CREATE TABLE answers (item TEXT PRIMARY KEY, answer TEXT, comment TEXT, at TEXT) STRICT,"
                             " WITHOUT ROWID;",
                             nullptr, nullptr, nullptr)
                    == SQLITE_OK,
                "schema");
        require(sqlite3_prepare_v2(m_database, "INSERT OR REPLACE INTO answers VALUES (?, 'YES', ?, ?)", -1,
                                   &m_statement, nullptr)
                    == SQLITE_OK,
                "prepare");
    }
    ~BareTable()
    {
        sqlite3_finalize(m_statement);
        sqlite3_close(m_database);
    }
    Q_DISABLE_COPY(BareTable)
    void write(const QByteArray &item, const QByteArray &comment)
    {
        sqlite3_bind_text(m_statement, 1, item.constData(), -1, SQLITE_TRANSIENT);
        sqlite3_bind_text(m_statement, 2, comment.constData(), -1, SQLITE_TRANSIENT);
        sqlite3_bind_text(m_statement, 3, "2026-11-22T21:03:00+09:00", -1, SQLITE_STATIC);
        require(sqlite3_step(m_statement) == SQLITE_DONE, "write");
        sqlite3_reset(m_statement);
    }

private:
    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_statement = nullptr;
};

void compareOneAnswer(const QTemporaryDir &folder)
{
    const SystemClock clock;
    BareTable bare(folder.filePath(QStringLiteral("bare.db")));
    const auto store = Store::open(folder.filePath(QStringLiteral("tenken.db")), clock);
    require(store.has_value(), "store");
    InspectionRepository inspections(**store);
    const QUuid id = sample::inspectionId;
    require(inspections.create(sample::inspection(), {}).has_value(), "create");
    QHash<QString, Answer> known;
    std::vector<qint64> bareTimes;
    std::vector<qint64> storeTimes;
    for (int round = 0; round < rounds; ++round) {
        const QString item = QStringLiteral("KC-B-%1").arg(round % 74);
        const QString comment = QStringLiteral("comment of round %1").arg(round);
        QElapsedTimer timer;
        timer.start();
        bare.write(item.toUtf8(), comment.toUtf8());
        bareTimes.push_back(timer.nsecsElapsed());
        timer.start();
        const auto stored = inspections.recordAnswer(id, item, sample::coded(AnswerCode::Yes, comment),
                                                     known.value(item), QStringLiteral("bench"));
        storeTimes.push_back(timer.nsecsElapsed());
        require(stored.has_value(), "recordAnswer");
        known.insert(item, *stored);
    }
    const double bareMedian = median(bareTimes);
    const double storeMedian = median(storeTimes);
    std::printf("bare commit    %8.1f us\nrecordAnswer   %8.1f us\nratio          %8.2f\n", bareMedian, storeMedian,
                storeMedian / bareMedian);
    // the disk's own time varies more than what is compared: the quickest tenth shows the programs
    std::printf("quickest tenth %8.1f us, %.1f us, ratio %.2f\n", quickest(bareTimes), quickest(storeTimes),
                quickest(storeTimes) / quickest(bareTimes));
}

// Opening the registry and reading one round, with few and with many other rounds beside it
void measureRounds(const QTemporaryDir &folder)
{
    const SystemClock clock;
    const QString path = folder.filePath(QStringLiteral("registry.db"));
    RegistryFilter one;
    one.fiscalYear = FiscalYear(2000);
    one.round = 1;
    one.checklist = QStringLiteral("KC-B");
    for (int year = 2000; year < 2020; ++year) {
        {
            const auto registry = Registry::open(path, clock);
            require(registry.has_value(), "registry");
            QList<NewSubmission> round = sample::round(year, 1, 300);
            for (NewSubmission &submission : round) {
                submission.document.pdf = QByteArray(50000, 'x');
            }
            require(RegistryRepository(**registry).addSubmissions(round).has_value(), "addSubmissions");
        }
        if (year == 2000 || year == 2019) {
            QElapsedTimer timer;
            timer.start();
            const auto registry = Registry::open(path, clock);
            int sheets = 0;
            const Status read = forEachAnswerSheet(**registry, one, [&](const Submission &sheet) {
                sheets += sheet.items.size() == 3 ? 1 : 0;
                return true;
            });
            require(read && sheets == 300, "sheets");
            std::printf("open and read one of %2d rounds  %8.2f ms\n", year - 1999,
                        static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QString place = QCoreApplication::arguments().value(1, QStringLiteral("."));
    const QTemporaryDir folder(place + QStringLiteral("/bench_storage"));
    require(folder.isValid(), "folder");
    compareOneAnswer(folder);
    measureRounds(folder);
    return 0;
}
