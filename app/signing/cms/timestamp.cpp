#include "signing/cms/timestamp.h"

#include "signing/cms/chain.h"
#include "signing/cms/der.h"
#include "signing/cms/timestamp_token.h"
#include "signing/keys/openssl_ptr.h"

#include <openssl/ts.h>

#include <algorithm>

namespace tenken {

namespace {

constexpr qsizetype kSha256Length = 32;
constexpr int kNonceBits = 64;
constexpr qsizetype kMaxResponse = 128 * 1024;
constexpr qint64 kTolerance = 5 * 60; // seconds that two clocks may differ

using RequestPtr = OpensslPtr<TS_REQ, TS_REQ_free>;
using ResponsePtr = OpensslPtr<TS_RESP, TS_RESP_free>;
using VerifyPtr = OpensslPtr<TS_VERIFY_CTX, TS_VERIFY_CTX_free>;

tl::unexpected<Error> failed(const QString &detail) { return fail(ErrorCode::TimestampFailed, {}, detail); }

RequestPtr readRequest(const QByteArray &der)
{
    const unsigned char *at = bytesOf(der);
    return RequestPtr(d2i_TS_REQ(nullptr, &at, static_cast<long>(der.size())));
}

bool setImprint(TS_REQ *request, const QByteArray &sha256)
{
    const OpensslPtr<X509_ALGOR, X509_ALGOR_free> algorithm(X509_ALGOR_new());
    const OpensslPtr<TS_MSG_IMPRINT, TS_MSG_IMPRINT_free> imprint(TS_MSG_IMPRINT_new());
    QByteArray bytes = sha256;
    return algorithm && imprint && X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr) == 1
        && TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()) == 1
        && TS_MSG_IMPRINT_set_msg(imprint.get(), reinterpret_cast<unsigned char *>(bytes.data()),
                                  static_cast<int>(bytes.size()))
        == 1
        && TS_REQ_set_msg_imprint(request, imprint.get()) == 1;
}

bool setNonce(TS_REQ *request)
{
    const BnPtr number(BN_new());
    if (!number || BN_rand(number.get(), kNonceBits, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) != 1)
        return false;
    const Asn1IntegerPtr nonce(BN_to_ASN1_INTEGER(number.get(), nullptr));
    return nonce && TS_REQ_set_nonce(request, nonce.get()) == 1;
}

QByteArray imprintOf(TS_REQ *request)
{
    const ASN1_OCTET_STRING *hash = TS_MSG_IMPRINT_get_msg(TS_REQ_get_msg_imprint(request));
    return QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(hash)), ASN1_STRING_length(hash));
}

} // namespace

Result<QByteArray> timestampRequest(const QByteArray &sha256)
{
    if (sha256.size() != kSha256Length)
        return fail(ErrorCode::InvalidValue);
    const RequestPtr request(TS_REQ_new());
    if (!request || TS_REQ_set_version(request.get(), 1) != 1 || !setImprint(request.get(), sha256)
        || !setNonce(request.get()) || TS_REQ_set_cert_req(request.get(), 1) != 1)
        return failed(opensslTrace());
    return toDer(i2d_TS_REQ, request.get());
}

Result<QByteArray> tokenFromResponse(const QByteArray &response, const QByteArray &request)
{
    const RequestPtr asked = readRequest(request);
    if (!asked || response.size() > kMaxResponse)
        return failed(asked ? QStringLiteral("response too large") : opensslTrace());
    const unsigned char *at = bytesOf(response);
    const ResponsePtr answer(d2i_TS_RESP(nullptr, &at, static_cast<long>(response.size())));
    // Status, imprint, nonce, policy; the signature follows below by the strict rules
    const VerifyPtr context(TS_REQ_to_TS_VERIFY_CTX(asked.get(), nullptr));
    if (!answer || !context || TS_RESP_verify_response(context.get(), answer.get()) != 1)
        return failed(opensslTrace());
    der::Reader outer(response);
    der::Reader parts(outer.take(der::Sequence));
    parts.take(der::Sequence);
    const QByteArray token = parts.take(der::Sequence).whole.toByteArray();
    const auto digestOf = [&asked](Digest digest) {
        return digest == Digest::Sha256 ? imprintOf(asked.get()) : QByteArray();
    };
    KnownCertificates known;
    if (!outer.finished() || !parts.finished() || !readTimestampToken(token, digestOf, known))
        return failed(QStringLiteral("token outside the profile"));
    return token;
}

TimestampFinding verifyTimestampToken(const QByteArray &token,
                                      const std::function<QByteArray(QCryptographicHash::Algorithm)> &digestOf,
                                      const TrustPolicy &policy, const QDateTime &now)
{
    TimestampFinding finding;
    const auto read = readTimestampToken(token, digestOf, *policy.known);
    if (!read) {
        finding.reasons.append(Reason::C7);
        return finding;
    }
    finding.time = read->time;
    finding.signer = read->signer;
    finding.certificates = read->certificates;
    const ChainFinding chain =
        checkChain(read->signer, read->certificates, policy, {now, false, now}, Purpose::Timestamping);
    finding.reasons = chain.reasons;
    finding.warnings = chain.warnings;
    if (read->time < read->signer.notBefore() && !finding.reasons.contains(Reason::NotYetValid))
        finding.reasons.append(Reason::NotYetValid);
    if (read->time > now.addSecs(kTolerance))
        finding.warnings.append(Warning::ClockSkew);
    const auto isUsed = [&chain](const Certificate &certificate) { return chain.path.contains(certificate); };
    if (!chain.path.isEmpty() && !std::all_of(read->certificates.cbegin(), read->certificates.cend(), isUsed))
        finding.reasons.append(Reason::C7);
    return finding;
}

} // namespace tenken
