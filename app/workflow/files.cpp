#include "workflow/files.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>
#include <QThread>

namespace tenken {

namespace {

constexpr int saveAttempts = 5;
constexpr unsigned long firstWaitMs = 20;

ErrorCode writeErrorOf(const QFileDevice &file, const QString &path, qint64 size)
{
    const QStorageInfo storage(QFileInfo(path).absolutePath());
    const bool full = storage.isValid() && storage.bytesAvailable() < size;
    return full || file.error() == QFileDevice::ResourceError ? ErrorCode::DiskFull : ErrorCode::FileUnwritable;
}

/// One attempt; a virus scanner may hold the target for a moment on Windows
Status saveOnce(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return fail(writeErrorOf(file, path, content.size()), path, file.errorString());
    }
    if (file.write(content) != content.size() || !file.commit()) {
        return fail(writeErrorOf(file, path, content.size()), path, file.errorString());
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
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    }
    if (file.size() > limit) {
        return fail(ErrorCode::FileTooLarge, path, QString::number(file.size()));
    }
    QByteArray content = file.read(limit + 1);
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
    Status saved;
    for (int attempt = 0; attempt < saveAttempts; ++attempt) {
        saved = saveOnce(path, content);
        if (saved || saved.error().code == ErrorCode::DiskFull || !QFileInfo(path).exists()) {
            break;
        }
        QThread::msleep(firstWaitMs << attempt);
    }
    if (!saved) {
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
    return content;
}

} // namespace tenken
