#include "viewmodel/shell/settings.h"

#include <QDir>

#include <qt_windows.h>
#include <shlobj.h>

namespace tenken {

QString Settings::defaultPolicyFile() { return QStringLiteral("HKEY_LOCAL_MACHINE\\Software\\Policies\\Tenken"); }

// Asked of the system: the environment variable ProgramData is the user's to change.
QString Settings::defaultMachineFile()
{
    wchar_t *folder = nullptr;
    QString file;
    if (SHGetKnownFolderPath(FOLDERID_ProgramData, 0, nullptr, &folder) == S_OK) {
        file = QDir::fromNativeSeparators(QString::fromWCharArray(folder)) + QStringLiteral("/Tenken/policy.ini");
    }
    CoTaskMemFree(folder);
    return file;
}

} // namespace tenken
