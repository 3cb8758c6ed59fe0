#include "signing/keys/replaced_file.h"

#include "core/patience.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

#include <cstdint>
#include <filesystem>
#include <system_error>

namespace tenken {

namespace {

/// Asks for the folder, not for its drive: another disk may be mounted there.
bool lacksRoom(const QString &path, qint64 size)
{
    std::error_code unknown;
    const QString folder = QFileInfo(path).absolutePath() + u'/';
    const std::uintmax_t room = std::filesystem::space(folder.toStdU16String(), unknown).available;
    constexpr auto none = static_cast<std::uintmax_t>(-1); // what libstdc++ makes of a full disk of Windows
    // a disk that can only be read says that no room is left
    return !unknown && (room == none || room < static_cast<std::uintmax_t>(size)) && !QStorageInfo(folder).isReadOnly();
}

ErrorCode errorOf(const QFileDevice &file, const QString &path, qint64 size)
{
    return lacksRoom(path, size) || file.error() == QFileDevice::ResourceError ? ErrorCode::DiskFull
                                                                               : ErrorCode::FileUnwritable;
}

Attempt saveOnce(const QString &path, const QByteArray &content, ReadableBy readers)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {fail(errorOf(file, path, content.size()), path, file.errorString()), QFileInfo::exists(path)};
    // commit() does not notice when the last of it does not fit on the disk, and would rename the half file
    const bool written = (readers == ReadableBy::Everybody || file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        && file.write(content) == content.size() && file.flush();
    if (written && file.commit())
        return {};
    const ErrorCode code = errorOf(file, path, content.size());
    return {fail(code, path, file.errorString()), written && code != ErrorCode::DiskFull};
}

bool holds(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(content.size() + 1) == content;
}

} // namespace

Status replaceFile(const QString &path, const QByteArray &content, ReadableBy readers)
{
    const QFileInfo there(path);
    if (there.exists() && !there.isFile())
        return fail(ErrorCode::FileUnwritable, path, QStringLiteral("not a file"));
    if (const Status saved = patiently([&] { return saveOnce(path, content, readers); }); !saved)
        return saved;
    if (!holds(path, content))
        return fail(ErrorCode::FileUnwritable, path, QStringLiteral("re-read differs"));
    return {};
}

} // namespace tenken
