#include "storage/database_file.h"

#include <QDir>
#include <QStorageInfo>
#include <QThread>

#include <array>
#include <io.h>
#include <qt_windows.h>

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

const wchar_t *wide(const QString &text) { return reinterpret_cast<const wchar_t *>(text.utf16()); }

/// A UNC path, also behind the prefix of long paths
bool isShare(const QString &native)
{
    return native.startsWith(u"\\\\?\\UNC\\"_s, Qt::CaseInsensitive)
        || (native.startsWith(u"\\\\"_s) && !native.startsWith(u"\\\\?\\"_s) && !native.startsWith(u"\\\\.\\"_s));
}

/// A drive letter or a mounted folder on a server
bool isOnRemoteDrive(const QString &native)
{
    std::array<wchar_t, MAX_PATH + 1> volume{};
    return GetVolumePathNameW(wide(native), volume.data(), static_cast<DWORD>(volume.size())) != 0
        && GetDriveTypeW(volume.data()) == DRIVE_REMOTE;
}

/// Somebody else (a virus scanner, the indexer) has the file open for a moment
bool isHeld(DWORD error)
{
    return error == ERROR_SHARING_VIOLATION || error == ERROR_LOCK_VIOLATION || error == ERROR_ACCESS_DENIED;
}

} // namespace

QString fileSystemTypeOf(const QString &path)
{
    if (isShare(QDir::toNativeSeparators(QFileInfo(path).absoluteFilePath()))) {
        return u"smb"_s; // before anything asks a server that may not answer
    }
    const QFileInfo place = nearestExisting(path);
    for (const QString &form : {place.absoluteFilePath(), place.canonicalFilePath()}) { // links lead elsewhere
        const QString native = QDir::toNativeSeparators(form);
        if (isShare(native) || isOnRemoteDrive(native)) {
            return u"smb"_s;
        }
    }
    return QString::fromUtf8(QStorageInfo(place.absoluteFilePath()).fileSystemType());
}

bool flushHandle(int handle) { return _commit(handle) == 0; }

Result<bool> putInPlace(const QString &from, const QString &to)
{
    constexpr int attempts = 6;
    constexpr unsigned long firstWaitMs = 20;
    const QString source = QDir::toNativeSeparators(from);
    const QString target = QDir::toNativeSeparators(to);
    DWORD error = ERROR_SUCCESS;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (MoveFileExW(wide(source), wide(target), MOVEFILE_WRITE_THROUGH)) {
            return true;
        }
        error = GetLastError();
        if (error == ERROR_ALREADY_EXISTS || error == ERROR_FILE_EXISTS) {
            return false;
        }
        if (!isHeld(error)) {
            break;
        }
        QThread::msleep(firstWaitMs << attempt);
    }
    return fail(ErrorCode::StoreUnwritable, to, u"MoveFileEx %1"_s.arg(error));
}

} // namespace tenken
