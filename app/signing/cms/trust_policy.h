#pragma once

#include "core/verification.h"
#include "signing/cms/crl.h"
#include "signing/keys/certificate.h"
#include "signing/keys/known_certificates.h"

#include <QByteArray>
#include <QList>

#include <memory>

namespace tenken {

/// Whom the verifier believes. Pinned: the system's certificate store is never consulted.
struct TrustPolicy {
    QList<Certificate> anchors; ///< authorities of signers and of timestamps
    RevocationLists crls;
    QList<RoleMapping> roles; ///< certificates of a city's own authority
    bool allowRsa2048 = false;
    /// Shared by copies: decides nothing, spares reading the same certificate again
    std::shared_ptr<KnownCertificates> known = std::make_shared<KnownCertificates>();
};

} // namespace tenken
