#include "storage/database_file.h"

#include <QFile>
#include <QStorageInfo>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace tenken {

using namespace Qt::StringLiterals;

QString fileSystemTypeOf(const QString &path)
{
    return QString::fromUtf8(QStorageInfo(nearestExisting(path).absoluteFilePath()).fileSystemType());
}

bool flushHandle(int handle) { return fsync(handle) == 0; }

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

} // namespace tenken
