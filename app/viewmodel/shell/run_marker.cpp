#include "viewmodel/shell/run_marker.h"

#include <QFile>

namespace tenken {

RunMarker::RunMarker(const QString &storePath, const Clock &clock) : m_path(storePath + QStringLiteral(".running"))
{
    QFile file(m_path);
    if (file.open(QIODevice::ReadOnly)) {
        m_broken = fromIso(QString::fromLatin1(file.read(64)));
        file.close();
    }
    if (file.open(QIODevice::WriteOnly)) {
        file.write(toIso(clock.now()).toLatin1());
    }
}

RunMarker::~RunMarker() { QFile::remove(m_path); }

} // namespace tenken
