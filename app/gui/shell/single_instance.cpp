#include "gui/shell/single_instance.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QThread>

namespace tenken {

namespace {

constexpr int patienceMs = 2000;
constexpr int sendingMs = 10000; // a named pipe has no room: the other one must read
constexpr int retryMs = 50;
constexpr qint64 longestMessage = 1 << 20;

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
        listen();
    }
}

/// Whoever holds the lock listens a moment later; a refused connection after that means that nobody is there.
bool SingleInstance::reachFirst()
{
    const QDeadlineTimer patience(patienceMs);
    while (!patience.hasExpired()) {
        m_first.connectToServer(m_name);
        if (m_first.waitForConnected(static_cast<int>(patience.remainingTime()))) {
            return true;
        }
        QThread::msleep(retryMs);
    }
    return false;
}

void SingleInstance::listen()
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(m_name);
    if (!m_server.listen(m_name)) {
        qWarning("single instance: %s", qPrintable(m_server.errorString()));
    }
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::receive);
}

bool SingleInstance::sendFiles(const QStringList &files)
{
    if (m_first.state() != QLocalSocket::ConnectedState) {
        return false;
    }
    QByteArray message;
    QDataStream stream(&message, QIODevice::WriteOnly);
    stream << files;
    m_first.write(message);
    while (m_first.bytesToWrite() > 0) { // all of it: this program ends next
        if (!m_first.waitForBytesWritten(sendingMs)) {
            return false;
        }
    }
    return true;
}

void SingleInstance::receive()
{
    QLocalSocket *socket = m_server.nextPendingConnection();
    socket->setReadBufferSize(longestMessage);
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        QDataStream stream(socket);
        stream.startTransaction();
        QStringList files;
        stream >> files;
        if (stream.commitTransaction()) {
            Q_EMIT filesReceived(files);
        }
    });
}

} // namespace tenken
