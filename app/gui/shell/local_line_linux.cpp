#include "gui/shell/local_line.h"

#include "gui/shell/single_instance.h"

#include <QDir>
#include <QFile>
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <cstring>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace tenken {

namespace {

/// An open socket; closed at the end
class Socket {
public:
    explicit Socket(int descriptor) : m_descriptor(descriptor) { }
    ~Socket()
    {
        if (m_descriptor >= 0) {
            close(m_descriptor);
        }
    }
    Q_DISABLE_COPY_MOVE(Socket)
    int operator*() const { return m_descriptor; }

private:
    int m_descriptor;
};

/// A connection that is heard to its end
struct Caller final : QObject {
    Caller(int descriptor, QObject *parent) : QObject(parent), socket(descriptor) { }
    Socket socket;
    QSocketNotifier notifier{*socket, QSocketNotifier::Read};
    QByteArray message;
};

QByteArray pathOf(const QString &name) { return QFile::encodeName(QDir(lockFolder()).filePath(name)); }

/// bind or connect
bool attach(int (*call)(int, const sockaddr *, socklen_t), int socket, const QByteArray &path)
{
    sockaddr_un address{};
    if (path.size() >= static_cast<qsizetype>(sizeof address.sun_path)) {
        errno = ENAMETOOLONG;
        return false;
    }
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
    return call(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

} // namespace

struct LocalLine::Ends {
    Socket server{socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)};
    Socket first{socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    QSocketNotifier notifier{QSocketNotifier::Read};
    QByteArray path; ///< while it listens
    bool isConnected = false;
};

LocalLine::LocalLine() : m_ends(std::make_unique<Ends>())
{
    connect(&m_ends->notifier, &QSocketNotifier::activated, this, &LocalLine::takeCall);
}

LocalLine::~LocalLine()
{
    if (!m_ends->path.isEmpty()) {
        unlink(m_ends->path.constData());
    }
}

bool LocalLine::listen(const QString &name)
{
    const QByteArray path = pathOf(name);
    const int server = *m_ends->server;
    unlink(path.constData());
    // its mode from the beginning: there is no moment in which others may connect
    if (fchmod(server, S_IRUSR | S_IWUSR) != 0 || !attach(bind, server, path) || ::listen(server, SOMAXCONN) != 0) {
        qWarning("single instance: %s: %s", path.constData(), std::strerror(errno));
        return false;
    }
    m_ends->path = path;
    m_ends->notifier.setSocket(server);
    m_ends->notifier.setEnabled(true);
    return true;
}

/// There is nothing to wait for: the system connects to whoever listens, at once.
bool LocalLine::connectTo(const QString &name, int patienceMs)
{
    Q_UNUSED(patienceMs);
    m_ends->isConnected = m_ends->isConnected || attach(::connect, *m_ends->first, pathOf(name));
    return m_ends->isConnected;
}

bool LocalLine::send(const QByteArray &message)
{
    qsizetype sent = 0;
    while (m_ends->isConnected && sent < message.size()) {
        const ssize_t count = ::send(*m_ends->first, message.constData() + sent,
                                     static_cast<std::size_t>(message.size() - sent), MSG_NOSIGNAL);
        if (count < 0 && errno != EINTR) {
            return false;
        }
        sent += qMax<ssize_t>(count, 0);
    }
    return m_ends->isConnected && shutdown(*m_ends->first, SHUT_WR) == 0;
}

void LocalLine::takeCall()
{
    const int descriptor = accept4(*m_ends->server, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (descriptor < 0) {
        return;
    }
    auto *caller = new Caller(descriptor, this);
    connect(&caller->notifier, &QSocketNotifier::activated, caller, [this, caller] {
        std::array<char, 65536> part; // NOLINT(cppcoreguidelines-pro-type-member-init): filled by read()
        const ssize_t count = read(*caller->socket, part.data(), part.size());
        if (count > 0 && caller->message.size() < longestMessage) {
            caller->message.append(part.data(), count);
            return;
        }
        caller->notifier.setEnabled(false);
        caller->deleteLater();
        if (count == 0) {
            Q_EMIT received(caller->message);
        }
    });
}

} // namespace tenken
