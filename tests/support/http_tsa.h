#pragma once

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <openssl/crypto.h>

#include <functional>
#include <memory>

/// A small HTTP server on this machine that answers as a test tells it to, in a thread of its own
namespace tenken::support {

class HttpTsa {
public:
    /// Gets a request's body and gives the whole response; empty: the connection stays open and silent
    using Answer = std::function<QByteArray(const QByteArray &body)>;

    explicit HttpTsa(Answer answer) : m_answer(std::move(answer))
    {
        m_server.moveToThread(&m_thread);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { serve(); });
        // wait() returns before the thread's destructors have run: a program that ends then would leave what OpenSSL
        // keeps for each thread.
        QObject::connect(&m_thread, &QThread::finished, [] { OPENSSL_thread_stop(); });
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_server,
            [this] {
                m_server.listen(QHostAddress::LocalHost);
                m_port = m_server.serverPort();
            },
            Qt::BlockingQueuedConnection);
    }
    ~HttpTsa()
    {
        close();
        m_thread.quit();
        m_thread.wait();
    }
    HttpTsa(const HttpTsa &) = delete;
    HttpTsa &operator=(const HttpTsa &) = delete;

    QString address() const { return QStringLiteral("http://127.0.0.1:%1/tsa").arg(m_port); }
    /// From now on connections are refused
    void close()
    {
        QMetaObject::invokeMethod(
            &m_server,
            [this] {
                m_server.close();
                qDeleteAll(m_server.findChildren<QTcpSocket *>());
            },
            Qt::BlockingQueuedConnection);
    }

    static QByteArray response(const QByteArray &body, const QByteArray &status = "200 OK",
                               const QByteArray &more = "Content-Type: application/timestamp-reply\r\n")
    {
        return "HTTP/1.1 " + status + "\r\n" + more + "Content-Length: " + QByteArray::number(body.size())
            + "\r\nConnection: close\r\n\r\n" + body;
    }

private:
    void serve()
    {
        QTcpSocket *socket = m_server.nextPendingConnection();
        const auto received = std::make_shared<QByteArray>();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, received] {
            *received += socket->readAll();
            const qsizetype head = received->indexOf("\r\n\r\n");
            const qsizetype length = received->toLower().indexOf("content-length:");
            if (head < 0 || length < 0) {
                return;
            }
            const qsizetype value = length + qsizetype(sizeof("content-length:")) - 1;
            const qsizetype size = received->mid(value, received->indexOf('\r', value) - value).trimmed().toLongLong();
            if (received->size() < head + 4 + size) {
                return;
            }
            const QByteArray answer = m_answer(received->mid(head + 4, size));
            if (!answer.isEmpty()) {
                socket->write(answer);
                socket->disconnectFromHost();
            }
        });
    }

    Answer m_answer;
    QThread m_thread;
    QTcpServer m_server;
    quint16 m_port = 0;
};

} // namespace tenken::support
