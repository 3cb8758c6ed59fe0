#include "storage/database_file.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

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
    return flushHandle(file.handle()) ? Status() : fail(ErrorCode::StoreUnwritable, path, u"flush failed"_s);
}

QFileInfo nearestExisting(const QString &path)
{
    QFileInfo place(path);
    while (!place.exists() && !place.isRoot() && place.absolutePath() != place.absoluteFilePath()) {
        place.setFile(place.absolutePath());
    }
    return place;
}

} // namespace tenken
