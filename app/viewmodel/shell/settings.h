#pragma once

#include <QObject>
#include <QSettings>
#include <QStringList>
#include <QUuid>

#include <memory>
#include <vector>

namespace tenken {

/// What a person (or, before them, the administrator's policy) has set. INI file in the configuration folder.
/// Policies are only read and cannot be overridden; the first that names a key decides.
class Settings final : public QObject {
    Q_OBJECT

public:
    /// policyFile: group policy (a registry key), machineFile: the policy of this machine (an INI file); either may
    /// be empty
    explicit Settings(const QString &file, const QString &policyFile, const QString &machineFile = {},
                      QObject *parent = nullptr);
    static QString defaultFile();
    /// HKLM\Software\Policies\Tenken; empty on Linux, which has no group policy
    static QString defaultPolicyFile();
    /// /etc/tenken/policy.ini or C:\ProgramData\Tenken\policy.ini
    static QString defaultMachineFile();

    QString language() const; ///< ja or en
    QString appearance() const; ///< light or dark
    int zoom() const; ///< percent, 80 to 200
    QString keyFile() const;
    QString tokenModule() const; ///< PKCS#11; empty: keys are files
    int keyPlace() const; ///< of KeyPlace
    QString signerName() const;
    QString signerPost() const;
    QString outputFolder() const;
    QStringList trustAnchors() const;
    QString revocationList() const;
    QString organisationFile() const; ///< empty: the demo city's
    QString registryFile() const; ///< the division's registry; empty: registry.db beside the store
    QStringList recentFiles() const;
    QByteArray windowGeometry() const;
    QUuid lastInspection() const; ///< where the person was last
    QString lastItem() const;

    void set(const QString &key, const QVariant &value);
    void addRecentFile(const QString &path);
    bool isFixed(const QString &key) const;

Q_SIGNALS:
    void changed(const QString &key);

private:
    QVariant value(const QString &key, const QVariant &otherwise = {}) const;

    QSettings m_user;
    std::vector<std::unique_ptr<QSettings>> m_policies;
};

} // namespace tenken
