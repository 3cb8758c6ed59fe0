#include "viewmodel/shell/settings.h"

#include "viewmodel/shell/data_folder.h"

#include <QStandardPaths>

#include <algorithm>

namespace tenken {

namespace {
constexpr qsizetype longestHistory = 10;
}

Settings::Settings(const QString &file, const QString &policyFile, const QString &machineFile, QObject *parent)
    : QObject(parent), m_user(file, QSettings::IniFormat)
{
    for (const QString &policy : {policyFile, machineFile}) {
        if (!policy.isEmpty()) {
            const bool isRegistry = policy.startsWith(QStringLiteral("HKEY_"));
            m_policies.push_back(
                std::make_unique<QSettings>(policy, isRegistry ? QSettings::NativeFormat : QSettings::IniFormat));
        }
    }
}

QString Settings::defaultFile() { return DataFolder::ofThisProgram().settingsFile(); }

QVariant Settings::value(const QString &key, const QVariant &otherwise) const
{
    for (const auto &policy : m_policies) {
        if (policy->contains(key)) {
            return policy->value(key);
        }
    }
    return m_user.value(key, otherwise);
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
QString Settings::tokenModule() const { return value(QStringLiteral("tokenModule")).toString(); }
int Settings::keyPlace() const { return value(QStringLiteral("keyPlace")).toInt(); }
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
QUuid Settings::lastInspection() const { return value(QStringLiteral("lastInspection")).toUuid(); }
QString Settings::lastItem() const { return value(QStringLiteral("lastItem")).toString(); }

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

bool Settings::isFixed(const QString &key) const
{
    return std::any_of(m_policies.begin(), m_policies.end(),
                       [&key](const auto &policy) { return policy->contains(key); });
}

} // namespace tenken
