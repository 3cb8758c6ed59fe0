#pragma once

#include "core/result.h"
#include "signing/keys/certificate.h"

#include <QByteArray>

namespace tenken {

/// An NCRYPT_KEY_HANDLE of Windows' Cryptography API: Next Generation
class CngKey {
public:
    /// owned: the handle is freed with this
    CngKey(quintptr handle, bool owned) : m_handle(handle), m_owned(owned) { }
    CngKey(CngKey &&other) noexcept;
    CngKey &operator=(CngKey &&) = delete;
    ~CngKey();

    /// What Signer::sign promises; TokenFailed or Cancelled with this subject otherwise
    Result<QByteArray> sign(const QByteArray &message, KeyAlgorithm algorithm, const QString &subject) const;

private:
    quintptr m_handle;
    bool m_owned;
};

/// A status of Windows (HRESULT) as an Error
[[nodiscard]] tl::unexpected<Error> cngFailure(long status, const QString &subject);

} // namespace tenken
