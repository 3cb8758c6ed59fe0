#pragma once

#include "core/clock.h"
#include "storage/database.h"

#include <optional>

namespace tenken {

/// What `tenken-cli store check` tells
struct StoreHealth {
    bool isIntact = false;
    QStringList problems; ///< SQLite's own words
    int schemaVersion = 0;
    int inspections = 0;
    qint64 bytes = 0;
    QString newestBackup; ///< path; empty when there is none
};

/// Local store of one user (tenken.db, mode 0600). Open means: ours, intact, at the newest schema, a backup of today
/// beside it. Used by the thread that opened it; clock must outlive it.
class Store {
public:
    static Result<std::unique_ptr<Store>> open(const QString &path, const Clock &clock,
                                               const OpenOptions &options = {});
    Database &database() { return *m_database; }
    const Clock &clock() const { return m_clock; }
    const QString &path() const { return m_database->path(); }
    /// Why there is no backup of today; it does not keep the store from opening (a full disk must not)
    const std::optional<Error> &backupProblem() const { return m_backupProblem; }
    /// A copy as of now in a new file
    Status backup(const QString &to);
    /// Puts a checked backup in the place of dbPath; returns where the database that was there is kept
    static Result<QString> restore(const QString &backupFile, const QString &dbPath, const Clock &clock);
    /// Reads every page
    Result<StoreHealth> check();

private:
    Store(std::unique_ptr<Database> database, const Clock &clock) : m_database(std::move(database)), m_clock(clock) { }
    Status keepBackup();

    std::unique_ptr<Database> m_database;
    const Clock &m_clock;
    std::optional<Error> m_backupProblem;
};

} // namespace tenken
