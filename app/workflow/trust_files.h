#pragma once

#include "core/result.h"
#include "signing/cms/trust_policy.h"

#include <QStringList>

namespace tenken {

/// Where trust is pinned: files that a round, an administrator or the command line names
struct TrustFiles {
    QStringList anchors; ///< PEM, one or more certificates each; or round files, which bring theirs (unsigned: naming
                         ///< one here is what trusts it)
    QStringList crls; ///< PEM or DER
    QString roles; ///< CSV, may be empty
    bool allowRsa2048 = false;
};

/// Reads them all, or says which one cannot be used
Result<TrustPolicy> loadTrust(const TrustFiles &files);

} // namespace tenken
