#pragma once

#include "core/result.h"
#include "signing/cms/trust_policy.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QDateTime>

#include <functional>
#include <optional>

namespace tenken {

/// Gives RFC 3161 tokens: over the network in workflow/, from memory in tests
class TimestampAuthority {
public:
    TimestampAuthority() = default;
    virtual ~TimestampAuthority() = default;
    TimestampAuthority(const TimestampAuthority &) = delete;
    TimestampAuthority &operator=(const TimestampAuthority &) = delete;
    /// A DER TimeStampToken whose imprint is this SHA-256; TimestampFailed otherwise
    virtual Result<QByteArray> requestToken(const QByteArray &sha256) const = 0;
};

/// TimeStampReq (RFC 3161, 2.4.1) with a random 64-bit nonce and certReq, in DER: the body of the HTTP request
Result<QByteArray> timestampRequest(const QByteArray &sha256);
/// The token of a TimeStampResp that grants exactly this request (status, imprint, nonce); TimestampFailed otherwise.
/// Whether its signer is trusted is a question for verifyTimestampToken.
Result<QByteArray> tokenFromResponse(const QByteArray &response, const QByteArray &request);

/// What one token proves. Structure, signature and imprint hold when reasons lacks C7.
struct TimestampFinding {
    QList<Reason> reasons; ///< C7, or UnknownIssuer Expired NotYetValid Revoked C8 of the authority's chain
    QList<Warning> warnings;
    QDateTime time; ///< genTime, UTC
    std::optional<Certificate> signer;
    QList<Certificate> certificates;
    bool isAccepted() const { return reasons.isEmpty(); }
};

/// token: strict DER, for a document timestamp still padded with zeros. imprint: SHA-256, 384 or 512 of what was
/// stamped is found by digestOf. The authority's chain is checked at now.
TimestampFinding verifyTimestampToken(const QByteArray &token,
                                      const std::function<QByteArray(QCryptographicHash::Algorithm)> &digestOf,
                                      const TrustPolicy &policy, const QDateTime &now);

} // namespace tenken
