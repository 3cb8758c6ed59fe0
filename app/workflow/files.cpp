#include "workflow/files.h"

#include "core/patience.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

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
    const auto space = std::filesystem::space(folder.toStdU16String(), unknown);
    return !unknown && space.available < static_cast<std::uintmax_t>(size);
}

ErrorCode writeErrorOf(const QFileDevice &file, const QString &path, qint64 size)
{
    const bool full = lacksRoom(path, size);
    return full || file.error() == QFileDevice::ResourceError ? ErrorCode::DiskFull : ErrorCode::FileUnwritable;
}

Attempt saveOnce(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return {fail(writeErrorOf(file, path, content.size()), path, file.errorString()), QFileInfo::exists(path)};
    }
    const bool written = file.write(content) == content.size();
    if (!written || !file.commit()) {
        const ErrorCode code = writeErrorOf(file, path, content.size());
        return {fail(code, path, file.errorString()), written && code != ErrorCode::DiskFull};
    }
    return {};
}

} // namespace

Result<QByteArray> readFile(const QString &path, qint64 limit)
{
    QFile file(path);
    if (!file.exists()) {
        return fail(ErrorCode::FileNotFound, path);
    }
    if (QFileInfo(path).isDir()) {
        return fail(ErrorCode::FileUnreadable, path, QStringLiteral("a folder"));
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    }
    if (file.size() > limit) {
        return fail(ErrorCode::FileTooLarge, path, QString::number(file.size()));
    }
    // As much as is said to be there, not room for the limit; what says nothing, or has grown, is read to its end.
    QByteArray content = file.read(file.size());
    if (content.isEmpty() || !file.atEnd()) {
        content += file.read(limit + 1 - content.size());
    }
    if (content.size() > limit) {
        return fail(ErrorCode::FileTooLarge, path);
    }
    if (file.error() != QFileDevice::NoError) {
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    }
    return content;
}

Status writeFile(const QString &path, const QByteArray &content)
{
    if (const Status saved = patiently([&] { return saveOnce(path, content); }); !saved) {
        return saved;
    }
    const Result<QByteArray> written = readFile(path, content.size());
    if (!written || *written != content) {
        return fail(ErrorCode::FileUnwritable, path, QStringLiteral("re-read differs"));
    }
    return {};
}

Result<QByteArray> readPassphrase(const QString &path)
{
    constexpr qint64 longest = 4096;
    Result<QByteArray> content = readFile(path, longest);
    if (!content) {
        return content;
    }
    if (content->endsWith('\n')) {
        content->chop(1);
        if (content->endsWith('\r')) {
            content->chop(1);
        }
    }
    if (!content->isValidUtf8()) {
        content->fill('\0');
        return fail(ErrorCode::NotUtf8, path);
    }
    return content;
}

} // namespace tenken
