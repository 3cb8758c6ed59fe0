#pragma once

#include "core/verification.h"
#include "signing/cms/crl.h"
#include "signing/keys/certificate.h"

#include <QByteArray>
#include <QList>

namespace tenken {

/// Whom the verifier believes. Pinned: the system's certificate store is never consulted.
struct TrustPolicy {
    QList<Certificate> anchors; ///< authorities of signers and of timestamps
    RevocationLists crls;
    QList<RoleMapping> roles; ///< certificates of a city's own authority
    bool allowRsa2048 = false;
};

} // namespace tenken
