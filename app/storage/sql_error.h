#pragma once

#include "core/error.h"

#include <QSqlError>

namespace tenken {

/// What SQLite's (extended) result code means to us: sqlite.org/rescode.html. path is the database's file.
Error toError(const QSqlError &error, const QString &path);
/// Whether a uniqueness or primary-key constraint refused the row
bool isDuplicate(const QSqlError &error);

} // namespace tenken
