#pragma once

#include "core/clock.h"
#include "storage/database.h"

namespace tenken {

/// The local store of one user (tenken.db): application_id "TNKL"
DatabaseFormat localFormat();
/// The division's registry: application_id "TNKR"; it can be large, so its pages are not all read on open.
DatabaseFormat registryFormat();

/// The statements of a migration file. One statement ends where an empty line follows it; SQLite itself refuses to
/// prepare two at a time or a part of one, so a file that breaks the rule never goes through.
QStringList statementsOf(const QByteArray &sql);

/// Brings the database to the newest version. A new one is made in one transaction. An existing one is first copied
/// to <file>.v<version>-<time>.bak, then each file is one transaction: a failing step leaves the version before it.
Status migrate(Database &database, const DatabaseFormat &format, const Clock &clock);

/// Database::open and migrate. A database that is not there is made under another name and put in its place whole, so
/// that programs that start at once do not get in each other's way.
Result<std::unique_ptr<Database>> openNewest(const QString &path, const DatabaseFormat &format, const Clock &clock,
                                             const OpenOptions &options);

} // namespace tenken
