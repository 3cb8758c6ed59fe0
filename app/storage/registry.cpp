#include "storage/registry.h"

#include "storage/backup.h"
#include "storage/migrator.h"

namespace tenken {

Result<std::unique_ptr<Registry>> Registry::open(const QString &path, const Clock &clock, const OpenOptions &options)
{
    auto database = openNewest(path, registryFormat(), clock, options);
    if (!database) {
        return fail(database);
    }
    return std::unique_ptr<Registry>(new Registry(std::move(*database), clock));
}

Status Registry::backup(const QString &to) { return backupTo(*m_database, to); }

Result<QString> Registry::restore(const QString &backupFile, const QString &registryPath, const Clock &clock)
{
    return restoreBackup(backupFile, registryPath, registryFormat(), clock);
}

} // namespace tenken
