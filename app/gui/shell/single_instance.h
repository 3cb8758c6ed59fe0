#pragma once

#include "gui/shell/local_line.h"

#include <QLockFile>
#include <QObject>

namespace tenken {

/// What tells the logged-in sessions of one user apart
QString sessionName();
/// Where a lock may lie until the user logs out; in memory where the system has such a folder, because QLockFile waits
/// until its file is on the disk
QString lockFolder();

/// One program for each store and session: a second start hands its files to the first and ends. A first one
/// that was killed and is still listed (a zombie, its number given to another) does not keep the next one out.
class SingleInstance final : public QObject {
    Q_OBJECT

public:
    explicit SingleInstance(const QString &storePath, QObject *parent = nullptr);
    bool isFirst() const { return m_isFirst; }
    /// To the first instance; false when it does not answer
    bool sendFiles(const QStringList &files);

Q_SIGNALS:
    void filesReceived(const QStringList &files);

private:
    void receive(const QByteArray &message);
    bool reachFirst();

    QString m_name;
    QLockFile m_lock;
    LocalLine m_line;
    bool m_isFirst = false;
};

} // namespace tenken
