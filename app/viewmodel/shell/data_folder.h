#pragma once

#include <QString>

namespace tenken {

/// Where the program keeps what a person typed. Installed: the user's local data folder (%LOCALAPPDATA%\tenken, which
/// never roams). Portable, told by a file portable.txt beside bin: the folder data beside bin.
class DataFolder {
public:
    /// programFolder: the one that holds the executable
    explicit DataFolder(const QString &programFolder);
    static DataFolder ofThisProgram();

    bool isPortable() const { return !m_portable.isEmpty(); }
    QString storeFile() const;
    QString settingsFile() const;

private:
    QString m_portable; ///< the folder data
};

} // namespace tenken
