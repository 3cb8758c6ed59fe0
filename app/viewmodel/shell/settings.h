#pragma once

#include <QObject>
#include <QSettings>
#include <QStringList>

namespace tenken {

/// What a person (or, before them, the administrator's policy) has set. INI file in the configuration folder; the
/// policy lies in /etc/tenken/policy.ini or HKLM\Software\Policies\Tenken and cannot be overridden.
class Settings final : public QObject {
    Q_OBJECT

public:
    explicit Settings(const QString &file, const QString &policyFile, QObject *parent = nullptr);
    static QString defaultFile();
    static QString defaultPolicyFile();

    QString language() const; ///< ja or en
    QString appearance() const; ///< light or dark
    int zoom() const; ///< percent, 80 to 200
    QString keyFile() const;
    QString signerName() const;
    QString signerPost() const;
    QString outputFolder() const;
    QStringList trustAnchors() const;
    QString revocationList() const;
    QString organisationFile() const; ///< empty: the demo city's
    QString registryFile() const; ///< the division's registry; empty: registry.db beside the store
    QStringList recentFiles() const;
    QByteArray windowGeometry() const;

    void set(const QString &key, const QVariant &value);
    void addRecentFile(const QString &path);
    bool isFixed(const QString &key) const;

Q_SIGNALS:
    void changed(const QString &key);

private:
    QVariant value(const QString &key, const QVariant &otherwise = {}) const;

    QSettings m_user;
    QSettings m_policy;
};

} // namespace tenken
