#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace tenken {

/// One program for each store and session: a second start hands its files to the first and ends.
class SingleInstance final : public QObject {
    Q_OBJECT

public:
    explicit SingleInstance(const QString &storePath, QObject *parent = nullptr);
    bool isFirst() const { return m_isFirst; }
    /// To the first instance; false when it does not answer
    bool sendFiles(const QStringList &files) const;

Q_SIGNALS:
    void filesReceived(const QStringList &files);

private:
    void receive();

    QString m_name;
    QLockFile m_lock;
    QLocalServer m_server;
    bool m_isFirst = false;
};

} // namespace tenken
