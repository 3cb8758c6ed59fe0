#include "workflow/files.h"

#include "signing/keys/replaced_file.h"

#include <QFile>
#include <QFileInfo>

namespace tenken {

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

Status writeFile(const QString &path, const QByteArray &content) { return replaceFile(path, content); }

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
