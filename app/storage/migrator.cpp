#include "storage/migrator.h"

#include "storage/backup.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

// Outside the namespace: the macro declares a global function.
static void initStorageMigrations() { Q_INIT_RESOURCE(storage_migrations); }

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 localApplicationId = 0x544E4B4C; // "TNKL"
constexpr quint32 registryApplicationId = 0x544E4B52; // "TNKR"

QList<Migration> migrationsOf(const QString &sequence)
{
    initStorageMigrations();
    const QDir folder(u":/storage/migrations/"_s + sequence);
    QList<Migration> migrations;
    const QStringList names =
        folder.entryList(QDir::Files, QDir::Name); // a pattern would wake Qt's regular expressions
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            migrations.append({name.left(4).toInt(), name, file.readAll()});
        }
    }
    return migrations;
}

// Inside a transaction
Status runStep(Database &database, const DatabaseFormat &format, const Migration &step)
{
    // Another process may have done it while this one waited for the lock.
    const auto version = database.version();
    if (!version || *version >= step.version) {
        return version ? Status() : fail(version);
    }
    for (const QString &statement : statementsOf(step.sql)) {
        if (const Status done = database.execute(statement); !done) {
            return fail(done.error().code, database.path(), step.name + u": "_s + done.error().detail);
        }
    }
    if (const Status named = database.execute(u"PRAGMA application_id = %1"_s.arg(format.applicationId)); !named) {
        return named;
    }
    return database.execute(u"PRAGMA user_version = %1"_s.arg(step.version));
}

// A new database comes into being as a whole: nobody sees it half way and takes it for an old one.
Status create(Database &database, const DatabaseFormat &format)
{
    return inTransaction(database, Transaction::Kind::Write, [&]() -> Status {
        for (const Migration &step : format.migrations) {
            if (const Status done = runStep(database, format, step); !done) {
                return done;
            }
        }
        return {};
    });
}

Status upgrade(Database &database, const DatabaseFormat &format, int from)
{
    for (const Migration &step : format.migrations.mid(from)) {
        const Status done =
            inTransaction(database, Transaction::Kind::Write, [&] { return runStep(database, format, step); });
        if (!done) {
            return done;
        }
    }
    return {};
}

Status makeAt(const QString &path, const DatabaseFormat &format, const Clock &clock, const OpenOptions &options)
{
    const QString part = u"%1.new-%2"_s.arg(QFileInfo(path).absoluteFilePath()).arg(QCoreApplication::applicationPid());
    QFile::remove(part); // left by a process with the same number that was killed
    Status made;
    {
        const auto database = Database::open(part, format, options);
        made = database ? migrate(**database, format, clock) : Status(fail(database));
        if (made) { // closing would do it without saying that the disk has no room for it
            made = (*database)->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        }
    }
    if (made) {
        const auto placed = putInPlace(part, QFileInfo(path).absoluteFilePath());
        made = placed ? Status() : Status(fail(placed));
    }
    for (const QString &rest : {part, part + u"-wal"_s, part + u"-shm"_s}) {
        QFile::remove(rest); // still there when it failed, or another process was first: its database is as good
    }
    return made ? made : fail(made.error().code, path, made.error().detail);
}

} // namespace

DatabaseFormat localFormat() { return {localApplicationId, migrationsOf(u"local"_s), true}; }

// Whole PDFs lie in it: with small pages, to write a file is mostly to call the system.
DatabaseFormat registryFormat()
{
    return {registryApplicationId, migrationsOf(u"registry"_s), false, 16 * 1024, 16 * 1024};
}

QStringList statementsOf(const QByteArray &sql)
{
    QString text = QString::fromUtf8(sql);
    text.remove(u'\r');
    QStringList statements;
    for (const QString &part : text.split(u"\n\n"_s, Qt::SkipEmptyParts)) {
        if (const QString statement = part.trimmed(); !statement.isEmpty()) {
            statements.append(statement);
        }
    }
    return statements;
}

Status migrate(Database &database, const DatabaseFormat &format, const Clock &clock)
{
    const auto version = database.version();
    if (!version) {
        return fail(version);
    }
    if (*version == 0) {
        return create(database, format);
    }
    if (*version < format.newestVersion()) {
        const QString backup = u"%1.v%2-%3.bak"_s.arg(database.path()).arg(*version).arg(fileTimeOf(clock.now()));
        if (const Status saved = backupTo(database, backup); !saved) {
            return saved;
        }
    }
    return upgrade(database, format, *version);
}

Result<std::unique_ptr<Database>> openNewest(const QString &path, const DatabaseFormat &format, const Clock &clock,
                                             const OpenOptions &options)
{
    if (options.mode == OpenOptions::Mode::CreateIfAbsent && !QFileInfo::exists(path)) {
        if (const Status made = makeAt(path, format, clock, options); !made) {
            return fail(made);
        }
    }
    auto database = Database::open(path, format, options);
    if (database) {
        if (const Status migrated = migrate(**database, format, clock); !migrated) {
            return fail(migrated);
        }
    }
    return database;
}

} // namespace tenken
