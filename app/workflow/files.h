#pragma once

#include "core/result.h"

#include <QByteArray>

namespace tenken {

/// The whole file. FileNotFound, FileUnreadable, or FileTooLarge before more than limit bytes are read.
Result<QByteArray> readFile(const QString &path, qint64 limit);
/// Temporary file, flush, rename, re-read, compare: the old content or the new one, never half of it.
/// DiskFull or FileUnwritable otherwise.
Status writeFile(const QString &path, const QByteArray &content);
/// A passphrase file: UTF-8, one final line end stripped, a byte order mark, too
Result<QByteArray> readPassphrase(const QString &path);

} // namespace tenken
