#pragma once

#include <QByteArray>
#include <QObject>

#include <memory>

namespace tenken {

/// From a later start to the first one: a local socket that only this user may open. On Windows that is a named pipe of
/// QtNetwork; on Linux the system's own calls do, because with QtNetwork a start loads nine libraries more.
class LocalLine final : public QObject {
    Q_OBJECT

public:
    LocalLine();
    ~LocalLine() override;
    /// Takes messages from now on; whatever is left of a dead one's socket goes
    bool listen(const QString &name);
    /// To the one that listens; false when nobody does
    bool connectTo(const QString &name, int patienceMs);
    /// All of it, once: whoever sends ends next
    bool send(const QByteArray &message);

    static constexpr qint64 longestMessage = 1 << 20;

Q_SIGNALS:
    void received(const QByteArray &message);

private:
    void takeCall();

    struct Ends;
    std::unique_ptr<Ends> m_ends;
};

} // namespace tenken
