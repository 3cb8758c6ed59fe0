#include "viewmodel/shell/settings.h"

#include <QStandardPaths>

#include <algorithm>

namespace tenken {

namespace {
constexpr qsizetype longestHistory = 10;
}

Settings::Settings(const QString &file, const QString &policyFile, QObject *parent)
    : QObject(parent),
      m_user(file, QSettings::IniFormat),
#ifdef Q_OS_WIN
      m_policy(policyFile, QSettings::NativeFormat)
#else
      m_policy(policyFile, QSettings::IniFormat)
#endif
{ }

QString Settings::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/tenken.ini");
}

QString Settings::defaultPolicyFile()
{
#ifdef Q_OS_WIN
    return QStringLiteral("HKEY_LOCAL_MACHINE\\Software\\Policies\\Tenken");
#else
    return QStringLiteral("/etc/tenken/policy.ini");
#endif
}

QVariant Settings::value(const QString &key, const QVariant &otherwise) const
{
    return m_policy.contains(key) ? m_policy.value(key) : m_user.value(key, otherwise);
}

QString Settings::language() const
{
    return value(QStringLiteral("language"), QStringLiteral("ja")).toString() == u"en" ? QStringLiteral("en")
                                                                                       : QStringLiteral("ja");
}

QString Settings::appearance() const
{
    return value(QStringLiteral("appearance")).toString() == u"dark" ? QStringLiteral("dark") : QStringLiteral("light");
}

int Settings::zoom() const { return std::clamp(value(QStringLiteral("zoom"), 100).toInt(), 80, 200); }
QString Settings::keyFile() const { return value(QStringLiteral("keyFile")).toString(); }
QString Settings::signerName() const { return value(QStringLiteral("signerName")).toString(); }
QString Settings::signerPost() const { return value(QStringLiteral("signerPost")).toString(); }

QString Settings::outputFolder() const
{
    return value(QStringLiteral("outputFolder"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
        .toString();
}

QStringList Settings::trustAnchors() const { return value(QStringLiteral("trustAnchors")).toStringList(); }
QString Settings::revocationList() const { return value(QStringLiteral("revocationList")).toString(); }
QString Settings::organisationFile() const { return value(QStringLiteral("organisationFile")).toString(); }
QString Settings::registryFile() const { return value(QStringLiteral("registryFile")).toString(); }
QStringList Settings::recentFiles() const { return value(QStringLiteral("recentFiles")).toStringList(); }
QByteArray Settings::windowGeometry() const { return value(QStringLiteral("windowGeometry")).toByteArray(); }

void Settings::set(const QString &key, const QVariant &newValue)
{
    if (isFixed(key) || m_user.value(key) == newValue) {
        return;
    }
    m_user.setValue(key, newValue);
    Q_EMIT changed(key);
}

void Settings::addRecentFile(const QString &path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    set(QStringLiteral("recentFiles"), files.mid(0, longestHistory));
}

bool Settings::isFixed(const QString &key) const { return m_policy.contains(key); }

} // namespace tenken
