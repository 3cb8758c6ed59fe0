#include "gui/shell/log_file.h"

#include <QDateTime>
#include <QDir>

namespace tenken {

namespace {

// qInstallMessageHandler takes a plain function: this is where it finds the log of the running program.
LogFile *installed = nullptr;
QtMessageHandler before = nullptr;

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (installed) {
        installed->write(type, message);
    }
    if (before) {
        before(type, context, message);
    }
}

QString wordOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return QStringLiteral("debug");
    case QtInfoMsg:
        return QStringLiteral("info");
    case QtWarningMsg:
        return QStringLiteral("warning");
    case QtCriticalMsg:
        return QStringLiteral("critical");
    case QtFatalMsg:
        return QStringLiteral("fatal");
    }
    Q_UNREACHABLE();
}

} // namespace

LogFile::LogFile(const QString &folder)
{
    QDir().mkpath(folder);
    m_file.setFileName(folder + QStringLiteral("/tenken.log"));
    rotate();
    installed = this;
    before = qInstallMessageHandler(handle);
}

LogFile::~LogFile()
{
    qInstallMessageHandler(before);
    installed = nullptr;
}

void LogFile::rotate()
{
    if (m_file.size() > limit) {
        const QString older = m_file.fileName() + QStringLiteral(".1");
        m_file.close();
        QFile::remove(older);
        QFile::rename(m_file.fileName(), older);
    }
    if (!m_file.isOpen()) {
        m_file.open(QIODevice::WriteOnly | QIODevice::Append);
    }
}

void LogFile::write(QtMsgType type, const QString &message)
{
    const QMutexLocker locker(&m_mutex);
    rotate();
    const QString line =
        QStringLiteral("%1 %2 %3\n")
            .arg(QDateTime::currentDateTime().toString(Qt::ISODate), wordOf(type), message.simplified().left(500));
    m_file.write(line.toUtf8());
    m_file.flush();
}

} // namespace tenken
