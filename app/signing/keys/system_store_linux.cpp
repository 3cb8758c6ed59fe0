#include "signing/keys/system_store.h"

namespace tenken {

bool SystemStore::isSupported() { return false; }

Result<QList<Certificate>> SystemStore::certificates() const
{
    return fail(ErrorCode::TokenFailed, m_name, QStringLiteral("no-token"));
}

Result<std::unique_ptr<Signer>> SystemStore::open(const Certificate &) const
{
    return fail(ErrorCode::TokenFailed, m_name, QStringLiteral("no-token"));
}

} // namespace tenken
