#include "storage/database_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QtEndian>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace tenken {

using namespace Qt::StringLiterals;

std::optional<DatabaseHeader> databaseHeaderOf(const QString &path)
{
    constexpr qsizetype headerSize = 100;
    constexpr qsizetype pageSizeAt = 16;
    constexpr qsizetype userVersionAt = 60;
    constexpr qsizetype applicationIdAt = 68;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QByteArray head = file.read(headerSize);
    if (head.size() < headerSize || !head.startsWith(QByteArrayView("SQLite format 3", 16))) {
        return std::nullopt;
    }
    const quint16 pageSize = qFromBigEndian<quint16>(head.constData() + pageSizeAt);
    return DatabaseHeader{qFromBigEndian<quint32>(head.constData() + applicationIdAt),
                          qFromBigEndian<quint32>(head.constData() + userVersionAt), pageSize == 1 ? 65536 : pageSize};
}

QString fileSystemTypeOf(const QString &path)
{
    QFileInfo place(path);
    while (!place.exists() && !place.isRoot()) {
        place.setFile(place.absolutePath());
    }
#ifdef Q_OS_WIN
    const QString native = QDir::toNativeSeparators(place.absoluteFilePath());
    const QString root = native.left(3);
    if (native.startsWith(u"\\\\"_s)
        || GetDriveTypeW(reinterpret_cast<const wchar_t *>(root.utf16())) == DRIVE_REMOTE) {
        return u"smb"_s;
    }
#endif
    return QString::fromUtf8(QStorageInfo(place.absoluteFilePath()).fileSystemType());
}

bool isNetworkFileSystem(const QString &type)
{
    static const QStringList network{u"nfs"_s,           u"nfs4"_s,        u"cifs"_s,           u"smb"_s,
                                     u"smb2"_s,          u"smb3"_s,        u"smbfs"_s,          u"ncpfs"_s,
                                     u"afs"_s,           u"ceph"_s,        u"glusterfs"_s,      u"davfs"_s,
                                     u"lustre"_s,        u"fuse.sshfs"_s,  u"fuse.glusterfs"_s, u"fuse.davfs"_s,
                                     u"fuse.smbnetfs"_s, u"fuse.rclone"_s, u"fuse.gvfsd-fuse"_s};
    return network.contains(type.toLower());
}

Status createPrivateFile(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)
        || QFileInfo::exists(path)) {
        return {};
    }
    return fail(ErrorCode::StoreUnwritable, path, file.errorString());
}

Status flushToDisk(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly)) {
        return fail(ErrorCode::StoreUnwritable, path, file.errorString());
    }
#ifdef Q_OS_WIN
    const int failed = _commit(file.handle());
#else
    const int failed = fsync(file.handle());
#endif
    return failed == 0 ? Status() : fail(ErrorCode::StoreUnwritable, path, u"flush failed"_s);
}

#ifdef Q_OS_WIN
Result<bool> putInPlace(const QString &from, const QString &to)
{
    const QString source = QDir::toNativeSeparators(from);
    const QString target = QDir::toNativeSeparators(to);
    if (MoveFileExW(reinterpret_cast<const wchar_t *>(source.utf16()),
                    reinterpret_cast<const wchar_t *>(target.utf16()), MOVEFILE_WRITE_THROUGH)) {
        return true;
    }
    const DWORD error = GetLastError();
    if (error == ERROR_ALREADY_EXISTS || error == ERROR_FILE_EXISTS) {
        return false;
    }
    return fail(ErrorCode::StoreUnwritable, to, u"MoveFileEx %1"_s.arg(error));
}
#else
Result<bool> putInPlace(const QString &from, const QString &to)
{
    const QByteArray source = QFile::encodeName(from);
    const QByteArray target = QFile::encodeName(to);
    int failed = renameat2(AT_FDCWD, source.constData(), AT_FDCWD, target.constData(), RENAME_NOREPLACE);
    if (failed != 0 && (errno == EINVAL || errno == ENOSYS)) { // not every file system knows that flag
        failed = link(source.constData(), target.constData());
        failed = failed == 0 ? unlink(source.constData()) : failed;
    }
    if (failed != 0) {
        return errno == EEXIST ? Result<bool>(false)
                               : fail(ErrorCode::StoreUnwritable, to, u"rename: errno %1"_s.arg(errno));
    }
    // The name is on the disk when its folder is.
    const int folder = open(QFile::encodeName(QFileInfo(to).absolutePath()).constData(), O_RDONLY | O_DIRECTORY);
    if (folder >= 0) {
        fsync(folder);
        close(folder);
    }
    return true;
}
#endif

} // namespace tenken
