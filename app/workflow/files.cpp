#include "workflow/files.h"

#include "signing/keys/replaced_file.h"

#include <QFile>
#include <QFileInfo>

namespace tenken {

namespace {

/// A pipe or a device that lies in a folder like a file: nobody may be at its other end, or no end at all. What a shell
/// hands over is found below /dev and /proc.
bool isNoFile(const QString &path)
{
    const bool isHandedOver = path.startsWith(QStringLiteral("/dev/")) || path.startsWith(QStringLiteral("/proc/"));
    return !isHandedOver && !QFileInfo(path).isFile();
}

Result<QByteArray> contentOf(const QString &path, qint64 limit)
{
    QFile file(path);
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

} // namespace

Result<QByteArray> readFile(const QString &path, qint64 limit)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return fail(ErrorCode::FileNotFound, path);
    }
    if (info.isDir()) {
        return fail(ErrorCode::FileUnreadable, path, QStringLiteral("a folder"));
    }
    if (isNoFile(path)) {
        return fail(ErrorCode::FileUnreadable, path, QStringLiteral("no file"));
    }
    return contentOf(path, limit);
}

Status writeFile(const QString &path, const QByteArray &content) { return replaceFile(path, content); }

Result<QByteArray> readPassphrase(const QString &path)
{
    constexpr qint64 longest = 4096;
    if (!QFileInfo::exists(path)) {
        return fail(ErrorCode::FileNotFound, path);
    }
    Result<QByteArray> content = contentOf(path, longest); // a pipe is a good way to hand over a passphrase
    if (!content) {
        return content;
    }
    constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf"); // Windows' editor may put it in front, nobody types it
    if (content->startsWith(byteOrderMark)) {
        content->remove(0, byteOrderMark.size());
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
