#include "storage/database.h"

#include "storage/sql_error.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlRecord>

#include <atomic>

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

Status checkPlace(const QString &path, const OpenOptions &options)
{
    const QFileInfo info(path);
    if (options.mode == OpenOptions::Mode::MustExist && !info.exists()) {
        return fail(ErrorCode::FileNotFound, path);
    }
    if (const QString type = options.fileSystem(path); isNetworkFileSystem(type)) {
        return fail(ErrorCode::StoreOnNetwork, path, type);
    }
    if (info.isDir() || !QDir().mkpath(info.absolutePath())) {
        return fail(ErrorCode::StoreUnwritable, path, u"not a place for a file"_s);
    }
    if (info.exists() && !info.isReadable()) {
        return fail(ErrorCode::FileUnreadable, path);
    }
    return {};
}

Status checkIdentity(const DatabaseHeader &header, const DatabaseFormat &format, const QString &path)
{
    if (header.applicationId != format.applicationId) {
        return fail(ErrorCode::StoreForeign, path, u"application_id %1"_s.arg(header.applicationId));
    }
    if (header.userVersion > static_cast<quint32>(format.newestVersion())) {
        return fail(ErrorCode::StoreNewer, path, u"user_version %1"_s.arg(header.userVersion));
    }
    return {};
}

// Reads the bytes alone: SQLite itself would fold a write-ahead log into a file that is not ours.
Status checkHeader(const QString &path, const DatabaseFormat &format)
{
    if (QFileInfo(path).size() == 0) {
        return {};
    }
    const auto header = databaseHeaderOf(path);
    if (!header) {
        return fail(ErrorCode::StoreCorrupt, path, u"no SQLite header"_s);
    }
    // A log that was not folded in yet may hold the rest of a page.
    if (!QFile::exists(path + u"-wal"_s) && (header->pageSize == 0 || QFileInfo(path).size() % header->pageSize != 0)) {
        return fail(ErrorCode::StoreCorrupt, path, u"cut off inside a page"_s);
    }
    if (header->applicationId == 0 && header->userVersion == 0) {
        return {}; // new, if it is empty: SQLite will tell
    }
    return checkIdentity(*header, format, path);
}

// QSqlQuery binds a null QString as NULL, which is not the same as no text.
QVariant bindable(const QVariant &value)
{
    if (value.typeId() == QMetaType::QString && value.toString().isNull()) {
        return u""_s;
    }
    if (value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull()) {
        return QByteArray("");
    }
    return value;
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString &path, const DatabaseFormat &format,
                                                 const OpenOptions &options)
{
    const QString file = QFileInfo(path).absoluteFilePath();
    if (const Status place = checkPlace(file, options); !place) {
        return fail(place);
    }
    if (const Status created = createPrivateFile(file); !created) {
        return fail(created);
    }
    if (const Status header = checkHeader(file, format); !header) {
        return fail(header);
    }
    std::unique_ptr<Database> database(new Database(file, options.busyTimeoutMs));
    Status step = database->connect(format);
    if (step) {
        step = database->recognise(format);
    }
    if (step) {
        step = database->quickCheck(format.isCheckedWholly);
    }
    if (step) {
        step = database->useLog();
    }
    if (!step) {
        Error error = step.error();
        if (error.code == ErrorCode::StoreBusy) {
            error.code = ErrorCode::StoreLocked; // held as a whole by another program
        }
        return fail(error);
    }
    return database;
}

Database::Database(const QString &path, int busyTimeoutMs) : m_path(path)
{
    static std::atomic<int> counter{0};
    m_connection = u"tenken-%1"_s.arg(++counter);
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_database.setDatabaseName(m_path);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyTimeoutMs));
}

Database::~Database()
{
    m_kept.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

// None of these writes to the file.
Status Database::connect(const DatabaseFormat &format)
{
    if (!m_database.open()) {
        return fail(toError(m_database.lastError(), m_path));
    }
    for (const QString &pragma : {u"trusted_schema = OFF"_s, u"cell_size_check = ON"_s, u"foreign_keys = ON"_s,
                                  u"synchronous = FULL"_s, u"temp_store = MEMORY"_s,
                                  u"page_size = %1"_s.arg(format.pageSize), // heeded by a new file only
                                  u"cache_size = -%1"_s.arg(format.cacheKib)}) {
        if (const Status set = execute(u"PRAGMA "_s + pragma); !set) {
            return set;
        }
    }
    return {};
}

// In one statement: another process may be at work on the same new file.
Status Database::recognise(const DatabaseFormat &format)
{
    const auto facts = row(u"SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema) "
                           "FROM pragma_application_id, pragma_user_version"_s);
    if (!facts) {
        return fail(facts);
    }
    const quint32 id = facts->at(0).toUInt();
    const quint32 version = facts->at(1).toUInt();
    if (id == 0 && version == 0 && facts->at(2).toInt() == 0) {
        return {}; // new
    }
    return checkIdentity({id, version, 0}, format, m_path);
}

Status Database::useLog()
{
    const auto mode = value(u"PRAGMA journal_mode"_s);
    if (!mode) {
        return fail(mode);
    }
    return mode->toString() == "wal"_L1 ? Status() : execute(u"PRAGMA journal_mode = WAL"_s);
}

Status Database::quickCheck(bool whole)
{
    const auto verdict = value(whole ? u"PRAGMA quick_check(1)"_s : u"PRAGMA quick_check(sqlite_schema)"_s);
    if (!verdict) {
        return fail(verdict);
    }
    return verdict->toString() == "ok"_L1 ? Status() : fail(ErrorCode::StoreCorrupt, m_path, verdict->toString());
}

QSqlQuery Database::prepared(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.prepare(sql); // a failure shows itself when it is run
    return query;
}

Database::Kept &Database::kept(const QString &sql)
{
    constexpr std::size_t most = 64;
    const auto found = m_kept.find(sql);
    if (found != m_kept.end()) {
        return found->second;
    }
    if (m_kept.size() >= most) {
        m_kept.clear();
    }
    return m_kept.emplace(sql, Kept{prepared(sql)}).first->second;
}

bool Database::run(QSqlQuery &query, const QVariantList &values)
{
    if (query.lastError().isValid()) {
        return false;
    }
    for (int place = 0; place < values.size(); ++place) {
        query.bindValue(place, bindable(values.at(place)));
    }
    return query.exec();
}

Status Database::forEach(const QString &sql, const QVariantList &values,
                         const std::function<Status(const QSqlQuery &row)> &visit)
{
    QSqlQuery rows = prepared(sql);
    const bool done = run(rows, values);
    while (done && rows.next()) {
        if (const Status visited = visit(rows); !visited) {
            return visited;
        }
    }
    return rows.lastError().isValid() ? Status(fail(toError(rows.lastError(), m_path))) : Status();
}

Result<QVariantList> Database::row(const QString &sql, const QVariantList &values)
{
    Kept &statement = kept(sql);
    QSqlQuery &query = statement.query;
    QVariantList first;
    bool done = run(query, values);
    if (done && statement.columns < 0) {
        statement.columns = query.record().count();
    }
    if (done && query.next()) {
        for (int column = 0; column < statement.columns; ++column) {
            first.append(query.value(column));
        }
    }
    // A broken page shows itself only when the row is read.
    done = done && !query.lastError().isValid();
    const Error error = done ? Error() : toError(query.lastError(), m_path);
    query.finish();
    if (!done) {
        m_kept.erase(sql);
        return fail(error);
    }
    return first;
}

Result<QVariant> Database::value(const QString &sql, const QVariantList &values)
{
    const auto first = row(sql, values);
    if (!first) {
        return fail(first);
    }
    return first->value(0);
}

Status Database::execute(const QString &sql, const QVariantList &values)
{
    const auto done = row(sql, values);
    return done ? Status() : fail(done);
}

Status Database::executeForEach(const QString &sql, const QList<QVariantList> &rows)
{
    for (const QVariantList &values : rows) {
        if (const Status done = execute(sql, values); !done) {
            return done;
        }
    }
    return {};
}

Result<bool> Database::insertUnlessDuplicate(const QString &sql, const QVariantList &values)
{
    QSqlQuery &insertion = kept(sql).query;
    const bool done = run(insertion, values);
    const QSqlError error = insertion.lastError();
    insertion.finish();
    if (done) {
        return true;
    }
    m_kept.erase(sql);
    return isDuplicate(error) ? Result<bool>(false) : fail(toError(error, m_path));
}

Result<int> Database::version()
{
    const auto version = value(u"PRAGMA user_version"_s);
    if (!version) {
        return fail(version);
    }
    return version->toInt();
}

Result<QStringList> Database::problems()
{
    QStringList found;
    const Status pages = forEach(u"PRAGMA integrity_check(20)"_s, {}, [&](const QSqlQuery &row) -> Status {
        if (const QString line = row.value(0).toString(); line != "ok"_L1) {
            found.append(line);
        }
        return {};
    });
    if (!pages) {
        return fail(pages);
    }
    const Status keys = forEach(u"PRAGMA foreign_key_check"_s, {}, [&](const QSqlQuery &row) -> Status {
        found.append(u"%1: row %2 refers to nothing in %3"_s.arg(row.value(0).toString(), row.value(1).toString(),
                                                                 row.value(2).toString()));
        return {};
    });
    return keys ? Result<QStringList>(found) : fail(keys);
}

Result<Transaction> Transaction::begin(Database &database, Kind kind)
{
    // IMMEDIATE: a writer waits here, where waiting is possible, and not at its first change.
    const Status begun = database.execute(kind == Kind::Write ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
    if (!begun) {
        return fail(begun);
    }
    return Transaction(database);
}

Transaction::~Transaction()
{
    if (m_database) {
        // SQLite may have rolled back already (disk full); then this fails and nothing is left to do.
        static_cast<void>(m_database->execute(u"ROLLBACK"_s));
    }
}

Status Transaction::commit()
{
    const Status committed = m_database->execute(u"COMMIT"_s);
    if (committed) {
        m_database = nullptr;
    }
    return committed;
}

} // namespace tenken
