#include "viewmodel/shell/data_folder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace tenken {

DataFolder::DataFolder(const QString &programFolder)
{
    const QString top = QDir::cleanPath(programFolder + QStringLiteral("/.."));
    if (QFileInfo(top + QStringLiteral("/portable.txt")).isFile()) {
        m_portable = top + QStringLiteral("/data");
    }
}

DataFolder DataFolder::ofThisProgram() { return DataFolder(QCoreApplication::applicationDirPath()); }

QString DataFolder::storeFile() const
{
    const QString folder =
        isPortable() ? m_portable : QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    return folder + QStringLiteral("/tenken.db");
}

QString DataFolder::settingsFile() const
{
    const QString folder =
        isPortable() ? m_portable : QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    return folder + QStringLiteral("/tenken.ini");
}

} // namespace tenken
