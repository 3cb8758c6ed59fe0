#include "storage/store.h"

#include "storage/backup.h"
#include "storage/migrator.h"

#include <QFileInfo>

namespace tenken {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<Store>> Store::open(const QString &path, const Clock &clock, const OpenOptions &options)
{
    const QFileInfo file(path);
    // SQLite takes an empty file for a new database. With backups beside it, it is one that lost its content.
    if (file.exists() && file.size() == 0 && !dailyBackupsOf(path).isEmpty()) {
        return fail(ErrorCode::StoreCorrupt, path, u"empty although there are backups"_s);
    }
    auto database = openNewest(path, localFormat(), clock, options);
    if (!database) {
        return fail(database);
    }
    std::unique_ptr<Store> store(new Store(std::move(*database), clock));
    if (const Status kept = store->keepBackup(); !kept) {
        store->m_backupProblem = kept.error();
    }
    return store;
}

Status Store::keepBackup()
{
    const auto inspections = m_database->value(u"SELECT count(*) FROM inspections"_s);
    if (!inspections) {
        return fail(inspections);
    }
    return inspections->toInt() > 0 ? keepDailyBackup(*m_database, m_clock) : Status();
}

Status Store::backup(const QString &to) { return backupTo(*m_database, to); }

Result<QString> Store::restore(const QString &backupFile, const QString &dbPath, const Clock &clock)
{
    return restoreBackup(backupFile, dbPath, localFormat(), clock);
}

Result<StoreHealth> Store::check()
{
    StoreHealth health;
    const auto problems = m_database->problems();
    if (!problems) {
        return fail(problems);
    }
    const auto version = m_database->version();
    if (!version) {
        return fail(version);
    }
    const auto inspections = m_database->value(u"SELECT count(*) FROM inspections WHERE deleted_at IS NULL"_s);
    if (!inspections) {
        return fail(inspections);
    }
    health.problems = *problems;
    health.isIntact = problems->isEmpty();
    health.schemaVersion = *version;
    health.inspections = inspections->toInt();
    health.bytes = QFileInfo(path()).size();
    health.newestBackup = dailyBackupsOf(path()).value(0);
    return health;
}

} // namespace tenken
