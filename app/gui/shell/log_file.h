#pragma once

#include <QFile>
#include <QMutex>

namespace tenken {

/// Messages of the program in <folder>/tenken.log, one older file kept. Never holds what a person wrote: errors are
/// logged by code.
class LogFile {
public:
    explicit LogFile(const QString &folder);
    ~LogFile();
    LogFile(const LogFile &) = delete;
    LogFile &operator=(const LogFile &) = delete;
    static constexpr qint64 limit = 1 << 20;
    void write(QtMsgType type, const QString &message);

private:
    void rotate();
    QMutex m_mutex;
    QFile m_file;
};

} // namespace tenken
