#pragma once

#include "signing/keys/signer.h"

#include <QList>

#include <memory>

namespace tenken {

/// The certificates with a private key that the operating system keeps for this person: on Windows the store "MY"
/// (certmgr.msc, "Personal"), whose keys may also lie on an IC card; Windows itself asks for the PIN. Linux has none.
/// Failures are TokenFailed with the details of Pkcs11Module or "Windows 0x…", or Cancelled. Subject: the store's name.
class SystemStore {
public:
    /// Another name than MY is for tests
    explicit SystemStore(const QString &name = QStringLiteral("MY")) : m_name(name) { }

    static bool isSupported();
    /// Those that can sign documents; no-token when there is none
    Result<QList<Certificate>> certificates() const;
    Result<std::unique_ptr<Signer>> open(const Certificate &which) const;

private:
    QString m_name;
};

} // namespace tenken
