#include "signing/keys/cng_key.h"

#include "signing/cms/der.h"

#include <QCryptographicHash>

#include <utility>

#include <qt_windows.h>

#include <ncrypt.h>

namespace tenken {

namespace {

// winerror.h spells some of these without the sign that a SECURITY_STATUS has.
constexpr auto kUserCancelled = static_cast<long>(0x80090036);
constexpr auto kCardCancelled = static_cast<long>(0x8010006e);
constexpr auto kWrongPin = static_cast<long>(0x8010006b);
constexpr auto kPinBlocked = static_cast<long>(0x8010006c);
constexpr auto kNoCard = static_cast<long>(0x8010000c);
constexpr auto kCardRemoved = static_cast<long>(0x80100069);
constexpr auto kNoKey = static_cast<long>(0x8009000d);
constexpr auto kNoKeySet = static_cast<long>(0x80090016);
constexpr auto kNotSupported = static_cast<long>(0x80090029);

QString nameOf(long status)
{
    switch (status) {
    case kWrongPin:
        return QStringLiteral("pin-incorrect");
    case kPinBlocked:
        return QStringLiteral("pin-locked");
    case kNoCard:
        return QStringLiteral("no-token");
    case kCardRemoved:
        return QStringLiteral("token-removed");
    case kNoKey:
    case kNoKeySet:
        return QStringLiteral("key-missing");
    case kNotSupported:
        return QStringLiteral("mechanism-missing");
    default:
        return QStringLiteral("Windows 0x%1").arg(static_cast<quint32>(status), 8, 16, QChar(u'0'));
    }
}

} // namespace

tl::unexpected<Error> cngFailure(long status, const QString &subject)
{
    if (status == kUserCancelled || status == kCardCancelled || status == ERROR_CANCELLED)
        return fail(ErrorCode::Cancelled, subject);
    return fail(ErrorCode::TokenFailed, subject, nameOf(status));
}

CngKey::CngKey(CngKey &&other) noexcept
    : m_handle(std::exchange(other.m_handle, 0)), m_owned(std::exchange(other.m_owned, false))
{ }

CngKey::~CngKey()
{
    if (m_owned)
        NCryptFreeObject(m_handle);
}

Result<QByteArray> CngKey::sign(const QByteArray &message, KeyAlgorithm algorithm, const QString &subject) const
{
    QByteArray hash = QCryptographicHash::hash(message, QCryptographicHash::Sha256);
    const bool isRsa = algorithm == KeyAlgorithm::Rsa;
    BCRYPT_PKCS1_PADDING_INFO padding{BCRYPT_SHA256_ALGORITHM};
    void *how = isRsa ? &padding : nullptr;
    const DWORD flags = isRsa ? BCRYPT_PAD_PKCS1 : 0;
    constexpr DWORD longest = 1024; // RSA 8192
    QByteArray signature(longest, '\0');
    DWORD length = 0;
    const long status =
        NCryptSignHash(m_handle, how, reinterpret_cast<PBYTE>(hash.data()), static_cast<DWORD>(hash.size()),
                       reinterpret_cast<PBYTE>(signature.data()), longest, &length, flags);
    if (status != ERROR_SUCCESS)
        return cngFailure(status, subject);
    signature.truncate(static_cast<qsizetype>(length));
    return isRsa ? signature : der::ecdsaSignature(signature);
}

} // namespace tenken
