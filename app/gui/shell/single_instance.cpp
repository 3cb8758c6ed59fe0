#include "gui/shell/single_instance.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QThread>

namespace tenken {

namespace {

constexpr int patienceMs = 2000;
constexpr int retryMs = 50;

/// Of this user (the home folder tells), this session, this store
QString nameFor(const QString &storePath)
{
    const QByteArray key =
        (QDir::homePath() + u'|' + sessionName() + u'|' + QFileInfo(storePath).absoluteFilePath()).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex().left(16);
    return QStringLiteral("tenken-") + QString::fromLatin1(hash);
}

} // namespace

SingleInstance::SingleInstance(const QString &storePath, QObject *parent)
    : QObject(parent), m_name(nameFor(storePath)), m_lock(QDir(lockFolder()).filePath(m_name + QStringLiteral(".lock")))
{
    m_lock.setStaleLockTime(0);
    m_isFirst = m_lock.tryLock(0);
    if (!m_isFirst && !reachFirst()) {
        QFile::remove(m_lock.fileName());
        m_isFirst = m_lock.tryLock(0);
    }
    if (m_isFirst) {
        connect(&m_line, &LocalLine::received, this, &SingleInstance::receive);
        m_line.listen(m_name);
    }
}

/// Whoever holds the lock listens a moment later; a refused connection after that means that nobody is there.
bool SingleInstance::reachFirst()
{
    const QDeadlineTimer patience(patienceMs);
    while (!patience.hasExpired()) {
        if (m_line.connectTo(m_name, static_cast<int>(patience.remainingTime()))) {
            return true;
        }
        QThread::msleep(retryMs);
    }
    return false;
}

bool SingleInstance::sendFiles(const QStringList &files)
{
    QByteArray message;
    QDataStream stream(&message, QIODevice::WriteOnly);
    stream << files;
    return m_line.send(message);
}

void SingleInstance::receive(const QByteArray &message)
{
    QDataStream stream(message);
    QStringList files;
    stream >> files;
    if (stream.status() == QDataStream::Ok) {
        Q_EMIT filesReceived(files);
    }
}

} // namespace tenken
