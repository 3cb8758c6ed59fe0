#pragma once

#include "core/result.h"

#include <QFileInfo>
#include <QString>

#include <functional>
#include <optional>

namespace tenken {

/// What the first 100 bytes of a database file say (SQLite file format, §1.3)
struct DatabaseHeader {
    quint32 applicationId = 0;
    quint32 userVersion = 0;
    int pageSize = 0; ///< bytes
};
/// Nothing when the file is not an SQLite database. The file is only read.
std::optional<DatabaseHeader> databaseHeaderOf(const QString &path);

/// Name of the file system that holds path (which need not exist yet), e.g. ext4 or nfs4; smb for a share of Windows
using FileSystemProbe = std::function<QString(const QString &path)>;
QString fileSystemTypeOf(const QString &path);
/// File systems on which another computer may write too: SQLite's WAL does not work there.
bool isNetworkFileSystem(const QString &type);
/// The path itself or the first folder above it that is there
QFileInfo nearestExisting(const QString &path);

/// Makes an empty file that only its owner may read; one that exists already is left alone.
Status createPrivateFile(const QString &path);
/// Returns when the file's bytes are on the disk.
Status flushToDisk(const QString &path);
bool flushHandle(int handle);
/// Gives a flushed file its final name in one step; false when that name is taken, which then stays as it is.
/// (QFile::rename copies over a file that appears in between.)
Result<bool> putInPlace(const QString &from, const QString &to);

} // namespace tenken
