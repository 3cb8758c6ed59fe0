// A plugin that Qt loads into a program (QT_QPA_GENERIC_PLUGINS=stopwatch): as soon as its main window is painted and
// takes input, it prints the resident memory in kB and ends the program.
#include <QApplication>
#include <QFile>
#include <QGenericPlugin>
#include <QMainWindow>
#include <QTimer>

#include <cstdio>

namespace {

long residentKb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("VmRSS:")) {
                return line.mid(6).simplified().split(' ').first().toLong();
            }
        }
    }
    return 0;
}

class Stopwatch final : public QObject {
public:
    Stopwatch() { qApp->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && qobject_cast<QMainWindow *>(watched)) {
            qApp->removeEventFilter(this);
            // behind what was waiting: the children's paint, the first timers
            const int delayMs = qEnvironmentVariableIsEmpty("STOPWATCH_AT_REST") ? 0 : 2000;
            QTimer::singleShot(delayMs, this, [] {
                std::printf("%ld\n", residentKb());
                std::fflush(stdout);
                QCoreApplication::quit();
            });
        }
        return false;
    }
};

} // namespace

class StopwatchPlugin final : public QGenericPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "stopwatch.json")

public:
    QObject *create(const QString &, const QString &) override { return new Stopwatch; }
};

#include "stopwatch.moc"
