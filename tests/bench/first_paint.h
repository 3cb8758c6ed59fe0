#pragma once

#include <QApplication>
#include <QFile>
#include <QTimer>
#include <QWidget>

#include <cstdio>

namespace tenken::bench {

/// Resident memory of this process in kB (VmRSS, or VmHWM for the most it ever was)
inline long residentKb()
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

/// Runs until the window is painted and takes input, prints the resident memory and ends
inline int untilPainted(QWidget &window)
{
    window.repaint();
    QTimer::singleShot(0, &window, [] { // behind what was waiting
        std::printf("%ld\n", residentKb());
        QApplication::quit();
    });
    return QApplication::exec();
}

} // namespace tenken::bench
