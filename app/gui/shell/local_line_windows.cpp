#include "gui/shell/local_line.h"

#include <QDataStream>
#include <QLocalServer>
#include <QLocalSocket>

namespace tenken {

namespace {

constexpr int sendingMs = 10000; // a named pipe has no room: the other one must read

} // namespace

struct LocalLine::Ends {
    QLocalServer server;
    QLocalSocket first; ///< a server takes another connection only after a while: this one is kept
};

LocalLine::LocalLine() : m_ends(std::make_unique<Ends>())
{
    connect(&m_ends->server, &QLocalServer::newConnection, this, &LocalLine::takeCall);
}

LocalLine::~LocalLine() = default;

bool LocalLine::listen(const QString &name)
{
    m_ends->server.setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(name);
    const bool isListening = m_ends->server.listen(name);
    if (!isListening) {
        qWarning("single instance: %s", qPrintable(m_ends->server.errorString()));
    }
    return isListening;
}

bool LocalLine::connectTo(const QString &name, int patienceMs)
{
    m_ends->first.connectToServer(name);
    return m_ends->first.waitForConnected(patienceMs);
}

bool LocalLine::send(const QByteArray &message)
{
    if (m_ends->first.state() != QLocalSocket::ConnectedState) {
        return false;
    }
    QByteArray framed;
    QDataStream stream(&framed, QIODevice::WriteOnly);
    stream << message;
    m_ends->first.write(framed);
    while (m_ends->first.bytesToWrite() > 0) {
        if (!m_ends->first.waitForBytesWritten(sendingMs)) {
            return false;
        }
    }
    return true;
}

void LocalLine::takeCall()
{
    QLocalSocket *socket = m_ends->server.nextPendingConnection();
    socket->setReadBufferSize(longestMessage);
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        QDataStream stream(socket);
        stream.startTransaction();
        QByteArray message;
        stream >> message;
        if (stream.commitTransaction()) {
            Q_EMIT received(message);
        }
    });
}

} // namespace tenken
