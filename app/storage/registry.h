#pragma once

#include "core/clock.h"
#include "storage/database.h"

namespace tenken {

/// The division's registry: an SQLite file of its own format. Opening reads the schema, not every page, so that it
/// costs the same however many rounds there are; check reads everything. One thread; clock must outlive it.
class Registry {
public:
    static Result<std::unique_ptr<Registry>> open(const QString &path, const Clock &clock,
                                                  const OpenOptions &options = {});
    Database &database() { return *m_database; }
    const Clock &clock() const { return m_clock; }
    const QString &path() const { return m_database->path(); }
    Status backup(const QString &to);
    static Result<QString> restore(const QString &backupFile, const QString &registryPath, const Clock &clock);
    /// SQLite's own words for what is wrong; empty when nothing is
    Result<QStringList> check() { return m_database->problems(); }

private:
    Registry(std::unique_ptr<Database> database, const Clock &clock) : m_database(std::move(database)), m_clock(clock)
    { }
    std::unique_ptr<Database> m_database;
    const Clock &m_clock;
};

} // namespace tenken
