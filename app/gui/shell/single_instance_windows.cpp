#include "gui/shell/single_instance.h"

#include <QDir>

#include <qt_windows.h>

namespace tenken {

QString sessionName()
{
    DWORD session = 0;
    ProcessIdToSessionId(GetCurrentProcessId(), &session);
    return QString::number(session);
}

QString lockFolder() { return QDir::tempPath(); }

} // namespace tenken
