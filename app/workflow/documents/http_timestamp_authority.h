#pragma once

#include "signing/cms/timestamp.h"

#include <QUrl>

namespace tenken {

/// A timestamp authority reached by HTTP (RFC 3161, 3.4). Blocks for at most timeoutMs; never used unless a person
/// configured or named its address. TimestampFailed for every failure, detail says which.
class HttpTimestampAuthority final : public TimestampAuthority {
public:
    explicit HttpTimestampAuthority(QUrl address, int timeoutMs = 15'000);
    Result<QByteArray> requestToken(const QByteArray &sha256) const override;

private:
    QUrl m_address;
    int m_timeoutMs;
};

} // namespace tenken
