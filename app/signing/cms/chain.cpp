#include "signing/cms/chain.h"

#include "signing/cms/crl.h"
#include "signing/keys/openssl_ptr.h"

#include <algorithm>

namespace tenken {

namespace {

constexpr int kMaxDepth = 4;
constexpr int kMinimumCaSecurityBits = 112; // RSA 2048 and better

template <class T> void appendOnce(QList<T> *list, T value)
{
    if (!list->contains(value))
        list->append(value);
}

Reason reasonFor(int error)
{
    switch (error) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return Reason::Expired;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return Reason::NotYetValid;
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
    case X509_V_ERR_CERT_UNTRUSTED:
        return Reason::UnknownIssuer;
    default:
        return Reason::C8;
    }
}

/// Notes every objection; only those about time let the verification go on.
int noteError(int ok, X509_STORE_CTX *context)
{
    if (ok == 1)
        return 1;
    const Reason reason = reasonFor(X509_STORE_CTX_get_error(context));
    appendOnce(static_cast<QList<Reason> *>(X509_STORE_CTX_get_app_data(context)), reason);
    return reason == Reason::Expired || reason == Reason::NotYetValid ? 1 : 0;
}

X509StorePtr storeOf(const QList<Certificate> &anchors)
{
    X509StorePtr store(X509_STORE_new());
    if (store)
        for (const Certificate &anchor : anchors)
            X509_STORE_add_cert(store.get(), anchor.handle());
    return store;
}

/// The path to an anchor; empty, with a reason, when there is none
QList<Certificate> findPath(const Certificate &leaf, const QList<Certificate> &others,
                            const QList<Certificate> &anchors, const QDateTime &at, QList<Reason> *reasons)
{
    const X509StorePtr store = storeOf(anchors);
    const X509StackPtr untrusted(sk_X509_new_null());
    const X509StoreCtxPtr context(X509_STORE_CTX_new());
    QList<Certificate> path;
    bool ready = store && untrusted && context;
    for (const Certificate &other : others)
        ready = ready && X509_add_cert(untrusted.get(), other.handle(), X509_ADD_FLAG_UP_REF) == 1;
    if (!ready || X509_STORE_CTX_init(context.get(), store.get(), leaf.handle(), untrusted.get()) != 1) {
        reasons->append(Reason::C8);
        return path;
    }
    X509_VERIFY_PARAM *parameters = X509_STORE_CTX_get0_param(context.get());
    // A pinned authority may be an intermediate of a larger hierarchy
    X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_X509_STRICT | X509_V_FLAG_PARTIAL_CHAIN);
    X509_VERIFY_PARAM_set_depth(parameters, kMaxDepth);
    X509_VERIFY_PARAM_set_time(parameters, at.toSecsSinceEpoch());
    X509_STORE_CTX_set_app_data(context.get(), reasons);
    X509_STORE_CTX_set_verify_cb(context.get(), noteError);
    if (X509_verify_cert(context.get()) == 1) {
        const STACK_OF(X509) *chain = X509_STORE_CTX_get0_chain(context.get());
        for (int i = 0; i < sk_X509_num(chain); ++i) {
            X509_up_ref(sk_X509_value(chain, i));
            path.append(Certificate::adopt(sk_X509_value(chain, i)));
        }
    } else if (reasons->isEmpty()) {
        reasons->append(Reason::C8);
    }
    ERR_clear_error();
    return path;
}

/// Signed with SHA-2, by RSA or ECDSA that is not weak
bool isWellSigned(const Certificate &certificate)
{
    int digest = NID_undef;
    int bits = 0;
    return X509_get_signature_info(certificate.handle(), &digest, nullptr, &bits, nullptr) == 1
        && (digest == NID_sha256 || digest == NID_sha384 || digest == NID_sha512) && bits >= kMinimumCaSecurityBits;
}

/// Pinning an end certificate itself does not make it trusted: nobody could revoke it. OpenSSL thinks otherwise, and
/// then leaves what it found above the leaf, trusted or not, in the path.
bool isUsedAsMeant(const QList<Certificate> &path, const QList<Certificate> &anchors, Purpose purpose)
{
    const Certificate &leaf = path.first();
    if (path.size() < 2 || !anchors.contains(path.last()) || leaf.isAuthority() || !leaf.allowsSigning()
        || !isWellSigned(leaf))
        return false;
    if (purpose == Purpose::Timestamping ? !leaf.isTimestamping() : !leaf.isForDocuments())
        return false;
    for (qsizetype i = 1; i < path.size(); ++i) {
        const Certificate &issuer = path.at(i);
        const bool isAnchor = i == path.size() - 1;
        if (!issuer.isAuthority() || !issuer.allowsCertSigning()
            || EVP_PKEY_get_security_bits(X509_get0_pubkey(issuer.handle())) < kMinimumCaSecurityBits
            || (!isAnchor && !isWellSigned(issuer)))
            return false;
    }
    return true;
}

/// One certificate against all lists of its issuer: the newest complete one, and every partial one for what it names
void checkRevocation(const Certificate &certificate, const Certificate &issuer, const QList<Crl> &lists,
                     const ChainTime &time, ChainFinding *finding)
{
    const Crl *newest = nullptr;
    const auto revokes = [&](const Crl &list) {
        const auto at = list.revokedAt(certificate);
        return at && !(time.proven && at->isValid() && *at > time.at);
    };
    bool revoked = false;
    for (const Crl &list : lists) {
        if (!list.isFrom(issuer))
            continue;
        if (!list.isComplete())
            revoked = revoked || revokes(list);
        else if (!newest || list.thisUpdate() > newest->thisUpdate())
            newest = &list;
    }
    if (revoked || (newest && revokes(*newest)))
        appendOnce(&finding->reasons, Reason::Revoked);
    if (!newest)
        appendOnce(&finding->warnings, Warning::RevocationNotChecked);
    else if (!newest->nextUpdate().isValid() || newest->nextUpdate() < time.now)
        appendOnce(&finding->warnings, Warning::CrlStale);
}

} // namespace

Trust ChainFinding::trust() const
{
    if (reasons.contains(Reason::UnknownIssuer) || reasons.contains(Reason::C8))
        return Trust::UnknownIssuer;
    if (reasons.contains(Reason::Revoked))
        return Trust::Revoked;
    if (reasons.contains(Reason::Expired))
        return Trust::Expired;
    return reasons.contains(Reason::NotYetValid) ? Trust::NotYetValid : Trust::Trusted;
}

ChainFinding checkChain(const Certificate &leaf, const QList<Certificate> &others, const TrustPolicy &policy,
                        const ChainTime &time, Purpose purpose)
{
    ChainFinding finding;
    finding.path = findPath(leaf, others, policy.anchors, time.at, &finding.reasons);
    if (finding.path.isEmpty())
        return finding;
    if (!isUsedAsMeant(finding.path, policy.anchors, purpose))
        appendOnce(&finding.reasons, Reason::C8);
    for (qsizetype i = 0; i + 1 < finding.path.size(); ++i)
        checkRevocation(finding.path.at(i), finding.path.at(i + 1), policy.crls.lists(), time, &finding);
    return finding;
}

} // namespace tenken
