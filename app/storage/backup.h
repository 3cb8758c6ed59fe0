#pragma once

#include "core/clock.h"
#include "storage/database.h"

namespace tenken {

/// 20261122T210300: the form of a time in a file name
QString fileTimeOf(const QDateTime &time);

/// Copies the whole database as of now (VACUUM INTO) to a file that must not exist yet. It is made under another
/// name, flushed and renamed: a backup is there whole or not at all.
Status backupTo(Database &database, const QString &target);

/// The daily backups of one database: backups/<stem>-<time>.db beside it, newest first
QStringList dailyBackupsOf(const QString &databasePath);
/// Makes one when the newest is older than a day, and keeps the newest seven. Those that a wrong clock dated later than
/// now neither count nor go.
Status keepDailyBackup(Database &database, const Clock &clock);

/// Puts a backup in the place of a database. The backup is checked wholly first; the database that was there keeps
/// its bytes as <file>.replaced-<time>, whose path is returned (empty when there was none). StoreBusy while another
/// process has it open. A failure leaves the database where it was.
Result<QString> restoreBackup(const QString &backup, const QString &target, const DatabaseFormat &format,
                              const Clock &clock);

} // namespace tenken
