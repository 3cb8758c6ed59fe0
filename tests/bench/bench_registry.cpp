// The division's registry: importing real PDFs against what no import can do without, pdfsig and the sqlite3 shell, and
// growth to 30,000 submissions.
// bench_registry [CITY [import]]: a folder that `tenken-cli demo` made; without one a demo city is made first
// (minutes). With import, no growth: the import alone. The 300, 3,000 and 30,000 submissions of the growth are the
// city's submissions under other rounds, put in through the repository without their PDFs.

#include "bench/measure.h"
#include "exchange/submission_json.h"
#include "signing/cms/algorithms.h"
#include "signing/keys/authority.h"
#include "signing/keys/sha256.h"
#include "storage/registry_repository.h"
#include "workflow/demo/demo_city.h"
#include "workflow/files.h"
#include "workflow/program_data.h"
#include "workflow/registry/compare_submissions.h"
#include "workflow/registry/import_submissions.h"
#include "workflow/trust_files.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QtConcurrent>

#include <sqlite3.h>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace tenken;

namespace {

constexpr int departmentsInRound = 300;
constexpr int sizes[] = {300, 3'000, 30'000};
constexpr int roundsInYear = 4;
const FiscalYear newestYear(2026);

void require(bool holds, const char *what)
{
    if (!holds) {
        std::fprintf(stderr, "%s failed\n", what);
        std::exit(1);
    }
}

double millisecondsOf(const std::function<void()> &work) { return bench::median(1, work); }

/// Peak of this process so far, in MB
double peakMemory()
{
#ifdef Q_OS_UNIX
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
#else
    return 0;
#endif
}

QStringList pdfsBelow(const QString &folder)
{
    QStringList files;
    QDirIterator walk(folder, {QStringLiteral("*.pdf")}, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        files << walk.next();
    }
    files.sort();
    return files;
}

void run(const QString &program, const QStringList &arguments, const QString &input = {}, const QString &output = {})
{
    QProcess process;
    if (!input.isEmpty()) {
        process.setStandardInputFile(input);
    }
    process.setStandardOutputFile(output.isEmpty() ? QProcess::nullDevice() : output);
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program, arguments);
    require(process.waitForFinished(-1), qPrintable(program));
}

/// The floor of verifying, on all cores: each file read, its own SHA-256 and that of what each of two signatures
/// covers, and the arithmetic of two signatures and of their certificates
double arithmeticOf(const QStringList &pdfs, const QTemporaryDir &folder)
{
    const SystemClock clock;
    Authority authority =
        Authority::create(folder.filePath(QStringLiteral("floor")), QStringLiteral("floor"),
                          SecretBytes(QByteArrayLiteral("measure")), AuthorityKey::EcP256, clock, kPkcs12DemoIterations)
            .value();
    const IssuedCertificate issued =
        authority.issue({QStringLiteral("U1"), Role::Inspector, QStringLiteral("floor"), {}, {}, AuthorityKey::EcP256})
            .value();
    const std::unique_ptr<Signer> signer = issued.toSigner();
    const QByteArray message(500, 'x');
    const QByteArray signature = signer->sign(message).value();
    return millisecondsOf([&] {
        QtConcurrent::blockingMap(pdfs, [&](const QString &path) {
            const QByteArray pdf = readFile(path, 64 << 20).value();
            for (int pass = 0; pass < 3; ++pass) {
                (void)sha256Of(pdf);
            }
            for (int check = 0; check < 4; ++check) {
                require(verifySignature(signer->certificate(), Digest::Sha256, message, signature), "arithmetic");
            }
        });
    });
}

/// A connection by the C interface
struct Bare {
    explicit Bare(const QString &path)
    {
        require(sqlite3_open(qPrintable(path), &database) == SQLITE_OK, "open");
        sqlite3_extended_result_codes(database, 1);
    }
    ~Bare() { sqlite3_close(database); }
    Q_DISABLE_COPY(Bare)
    void run(const QByteArray &sql) const
    {
        require(sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK, sql.constData());
    }
    sqlite3_stmt *prepared(const QByteArray &sql) const
    {
        sqlite3_stmt *statement = nullptr;
        require(sqlite3_prepare_v2(database, sql.constData(), -1, &statement, nullptr) == SQLITE_OK, sql.constData());
        return statement;
    }
    QList<QByteArray> texts(const QByteArray &sql) const
    {
        QList<QByteArray> texts;
        sqlite3_stmt *rows = prepared(sql);
        while (sqlite3_step(rows) == SQLITE_ROW) {
            texts << reinterpret_cast<const char *>(sqlite3_column_text(rows, 0));
        }
        sqlite3_finalize(rows);
        return texts;
    }
    sqlite3 *database = nullptr;
};

/// Rows of one table, on their way from one file into another
struct BareTable {
    BareTable(const Bare &from, const QByteArray &name)
    {
        sqlite3_stmt *rows = from.prepared("SELECT * FROM " + name);
        const int columns = sqlite3_column_count(rows);
        insertion = "INSERT INTO " + name + " VALUES (?" + QByteArray(",?").repeated(columns - 1) + ")";
        while (sqlite3_step(rows) == SQLITE_ROW) {
            for (int i = 0; i < columns; ++i) {
                values << sqlite3_value_dup(sqlite3_column_value(rows, i));
            }
        }
        sqlite3_finalize(rows);
        width = columns;
    }
    ~BareTable()
    {
        for (sqlite3_value *value : values) {
            sqlite3_value_free(value);
        }
    }
    Q_DISABLE_COPY(BareTable)
    void insertInto(const Bare &to) const
    {
        sqlite3_stmt *statement = to.prepared(insertion);
        for (qsizetype at = 0; at < values.size(); at += width) {
            for (int i = 0; i < width; ++i) {
                sqlite3_bind_value(statement, i + 1, values.at(at + i));
            }
            require(sqlite3_step(statement) == SQLITE_DONE, "insert");
            sqlite3_reset(statement);
        }
        sqlite3_finalize(statement);
    }
    QByteArray insertion;
    QList<sqlite3_value *> values;
    int width = 0;
};

/// The floor of storing: the same rows, held in memory, in one transaction with statements prepared once, on the disk
/// at the end
double writingOf(const QString &registry, const QString &copy)
{
    const Bare from(registry);
    const Bare to(copy);
    to.run("PRAGMA page_size = " + from.texts("PRAGMA page_size").first());
    to.run("PRAGMA journal_mode = WAL");
    for (const QByteArray &sql : from.texts("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")) {
        to.run(sql);
    }
    std::vector<std::unique_ptr<BareTable>> tables;
    for (const QByteArray &name : from.texts("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
        tables.push_back(std::make_unique<BareTable>(from, name));
    }
    return millisecondsOf([&] {
        to.run("BEGIN");
        for (const auto &table : tables) {
            table->insertInto(to);
        }
        to.run("COMMIT");
    });
}

double importOf(const QStringList &pdfs, const QString &city, const ChecklistSet &checklists, const QString &path,
                bool keepsPdfs)
{
    TrustFiles files;
    files.anchors = {city + QStringLiteral("/authority/ca.pem")};
    files.crls = {city + QStringLiteral("/authority/ca.crl")};
    const SystemClock clock;
    return millisecondsOf([&] {
        const auto registry = Registry::open(path, clock);
        require(registry.has_value(), "registry");
        ImportSubmissions importing(**registry, checklists, *loadTrust(files));
        importing.setKeepsPdfs(keepsPdfs);
        const auto results = importing.import(pdfs);
        const auto isIn = [](const ImportResult &result) { return result.outcome == ImportOutcome::Imported; };
        require(results && std::all_of(results->begin(), results->end(), isIn), "import");
    });
}

void importAgainstOthers(const QString &city, const ChecklistSet &checklists, const QTemporaryDir &folder)
{
    const QString path = folder.filePath(QStringLiteral("r.db"));
    const QStringList pdfs = pdfsBelow(city + QStringLiteral("/submissions"));
    const double ours = importOf(pdfs, city, checklists, path, true);
    const double places = importOf(pdfs, city, checklists, folder.filePath(QStringLiteral("places.db")), false);
    const double pdfsig = millisecondsOf([&] {
        for (const QString &pdf : pdfs) {
            run(QStringLiteral("pdfsig"), {pdf});
        }
    });
    const double arithmetic = arithmeticOf(pdfs, folder);
    const double writing = writingOf(path, folder.filePath(QStringLiteral("bare.db")));
    const QString dump = folder.filePath(QStringLiteral("r.sql"));
    run(QStringLiteral("sqlite3"), {path, QStringLiteral(".dump")}, {}, dump);
    const double shell =
        millisecondsOf([&] { run(QStringLiteral("sqlite3"), {folder.filePath(QStringLiteral("shell.db"))}, dump); });
    const QByteArray what = "verify and import " + QByteArray::number(pdfs.size()) + " PDFs, all cores";
    bench::report(what.constData(), ours, "pdfsig over the same files", pdfsig, "<= 0.10");
    bench::report(what.constData(), ours, "SHA-256 and signature arithmetic alone", arithmetic, "reported");
    bench::report(what.constData(), ours, "SQLite's C interface, the same rows", writing, "reported");
    bench::report(what.constData(), ours, "both floors, one after the other", arithmetic + writing, "reported");
    const QByteArray byPlace = what + ", their places";
    bench::report(byPlace.constData(), places, "pdfsig over the same files", pdfsig, "<= 0.10");
    bench::report(byPlace.constData(), places, "SHA-256 and signature arithmetic alone", arithmetic, "reported");
    bench::report("both floors", arithmetic + writing, "pdfsig over the same files", pdfsig, "reported");
    bench::report(what.constData(), ours, "sqlite3 shell, the same rows", shell, "reported");
}

/// What the division has after one round, as the repository takes it
class Material {
public:
    explicit Material(const QString &registryPath)
    {
        const SystemClock clock;
        const auto registry = Registry::open(registryPath, clock);
        require(registry.has_value(), "registry of the city");
        RegistryFilter filter;
        filter.fiscalYear = newestYear;
        RegistryRepository repository(**registry);
        require(repository
                    .forEachSubmission(filter,
                                       [&](const RegistryEntry &entry, const QByteArray &json) {
                                           m_submissions << *readSubmission(json, entry.fileName).value;
                                       })
                    .has_value(),
                "submissions of the city");
        require(m_submissions.size() == departmentsInRound, "300 departments");
        m_signatures = repository.document(m_submissions.first().id)->signatures;
    }
    /// Number 0 is the newest round
    QList<NewSubmission> round(int number) const
    {
        QList<NewSubmission> round;
        for (Submission submission : m_submissions) {
            const QString name = QString::number(number);
            submission.id = QUuid::createUuidV5(submission.id, name);
            submission.inspection = QUuid::createUuidV5(submission.inspection, name);
            submission.fiscalYear = FiscalYear(newestYear.startYear() - number / roundsInYear);
            submission.round = roundsInYear - number % roundsInYear;
            round << newSubmission(submission);
        }
        return round;
    }

private:
    NewSubmission newSubmission(const Submission &submission) const
    {
        NewSubmission added;
        added.json = writeSubmission(submission);
        added.entry.submission = submission.id;
        added.entry.inspection = submission.inspection;
        added.entry.sha256 =
            QString::fromLatin1(QCryptographicHash::hash(added.json, QCryptographicHash::Sha256).toHex());
        added.entry.checklist = submission.checklist;
        added.entry.edition = submission.edition;
        added.entry.subject = submission.subject;
        added.entry.department = submission.department;
        added.entry.fiscalYear = submission.fiscalYear;
        added.entry.round = submission.round;
        added.entry.fileName = fileNameOf(submission);
        added.items = submission.items;
        added.document.sha256 = QString::fromLatin1(
            QCryptographicHash::hash(submission.id.toByteArray(), QCryptographicHash::Sha256).toHex());
        added.document.source = added.entry.fileName;
        added.document.approved = true;
        added.document.signatures = m_signatures;
        return added;
    }
    QList<Submission> m_submissions;
    QList<SignatureFinding> m_signatures;
};

/// Opens the registry anew and compares the departments of the newest round
double openAndCompare(const QString &path, const ChecklistSet &checklists)
{
    const SystemClock clock;
    CompareRequest request;
    request.checklist = QStringLiteral("KC-B");
    request.year = newestYear;
    request.round = roundsInYear;
    return bench::median(3, [&] {
        const auto registry = Registry::open(path, clock);
        const auto comparison = CompareSubmissions(checklists, **registry).compare(request);
        require(comparison && comparison->columns.size() == departmentsInRound, "compare");
    });
}

void grow(const Material &material, const ChecklistSet &checklists, const QString &path)
{
    const SystemClock clock;
    int rounds = 0;
    double firstPerThousand = 0;
    double firstCompare = 0;
    for (const int size : sizes) {
        double inserting = 0;
        const int before = rounds;
        {
            const auto registry = Registry::open(path, clock);
            require(registry.has_value(), "registry");
            for (; rounds * departmentsInRound < size; ++rounds) {
                const QList<NewSubmission> round = material.round(rounds);
                inserting += millisecondsOf([&] {
                    require(RegistryRepository(**registry).addSubmissions(round).has_value(), "addSubmissions");
                });
            }
        }
        const double perThousand = inserting * 1000 / ((rounds - before) * departmentsInRound);
        const double comparing = openAndCompare(path, checklists);
        firstPerThousand = firstPerThousand > 0 ? firstPerThousand : perThousand;
        firstCompare = firstCompare > 0 ? firstCompare : comparing;
        const QByteArray at = QByteArray::number(size) + " submissions: ";
        bench::report((at + "insert, per 1,000").constData(), perThousand, "at 300", firstPerThousand, "linear");
        bench::report((at + "open and compare one round").constData(), comparing, "at 300", firstCompare, "~ 1");
        std::printf("%-46s %10.1f MB   goal < 500 MB\n", (at + "peak memory").constData(), peakMemory());
    }
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const ChecklistSet checklists = loadChecklists().value();
    const QTemporaryDir folder(QStringLiteral("./bench_registry"));
    require(folder.isValid(), "folder");
    QString city = QCoreApplication::arguments().value(1);
    if (city.isEmpty()) {
        city = folder.filePath(QStringLiteral("city"));
        const Press press = openPress().value();
        DemoRequest request;
        request.folder = city;
        require(DemoCity(checklists, press).build(request, {}).has_value(), "demo city");
    }
    if (QCoreApplication::arguments().value(2) != QStringLiteral("import")) {
        grow(Material(city + QStringLiteral("/registry.db")), checklists, folder.filePath(QStringLiteral("many.db")));
    }
    importAgainstOthers(city, checklists, folder);
    return 0;
}
