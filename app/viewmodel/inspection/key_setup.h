#pragma once

#include "viewmodel/inspection/signing_key.h"
#include "viewmodel/shell/desk.h"
#include "viewmodel/shell/settings.h"

#include <QObject>

namespace tenken {

/// Whose key is made
struct OwnKeyOrder {
    QString department; ///< code
    QString name;
    Role role = Role::Inspector;
    SecretBytes passphrase;
};

/// How a person comes by a key: takes over the file that the division made, or makes one. Keys lie in the folder
/// "keys" beside the store, readable by this user only. One thing at a time, in the background.
class KeySetup final : public QObject {
    Q_OBJECT

public:
    KeySetup(Desk &desk, Settings &settings, QObject *parent = nullptr);
    bool isBusy() const { return m_busy; }
    QString folder() const;
    /// Copies a PKCS#12 file that opens with the passphrase and makes it the key that is offered first
    void takeOver(const QString &file, const SecretBytes &passphrase);
    /// An authority of one's own in keys/own-authority (made once, same passphrase) and a key from it. Its ca.pem
    /// becomes a trusted authority here; others must be given it.
    void makeOwn(const OwnKeyOrder &order);

Q_SIGNALS:
    void busyChanged();
    void ready(const QString &file, const tenken::KeyFacts &facts);
    void failed(const tenken::Error &error);

private:
    struct Made {
        QString file;
        QString anchor; ///< ca.pem; empty when another's authority issued the key
        KeyFacts facts;
    };
    static Result<Made> copyKey(const QString &folder, const QString &file, const SecretBytes &passphrase);
    static Result<Made> issueKey(const QString &folder, const OwnKeyOrder &order, const Clock &clock);
    void begin();
    void finish(const Result<Made> &made);

    Desk &m_desk;
    Settings &m_settings;
    bool m_busy = false;
};

} // namespace tenken
