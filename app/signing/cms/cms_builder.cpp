#include "signing/cms/cms_builder.h"

#include "signing/cms/signed_data.h"

namespace tenken {

namespace {

constexpr int kMinimumRsaBits = 2048; // what the verifier accepts at most by policy
constexpr qsizetype kSha256Length = 32;

} // namespace

Result<QByteArray> buildSignature(const Signer &signer, const QByteArray &sha256Digest,
                                  const TimestampAuthority *timestamps)
{
    const Certificate &certificate = signer.certificate();
    if (sha256Digest.size() != kSha256Length)
        return fail(ErrorCode::InvalidValue);
    if (!isStrong(certificate, kMinimumRsaBits))
        return fail(ErrorCode::CertificateWeak, certificate.commonName());

    SignatureParts parts{certificate, signer.chain(), Digest::Sha256, {}, {}, {}};
    parts.signedAttributes = signedAttributesFor(sha256Digest, certificate);
    const auto signature = signer.sign(parts.signedAttributes);
    if (!signature)
        return fail(signature);
    parts.signature = *signature;
    // A token whose key is not its certificate's would otherwise be noticed by the recipient only
    if (!verifySignature(certificate, Digest::Sha256, parts.signedAttributes, parts.signature))
        return fail(ErrorCode::SigningFailed, certificate.commonName(), QStringLiteral("signature does not verify"));
    if (timestamps) {
        const auto token =
            timestamps->requestToken(QCryptographicHash::hash(parts.signature, QCryptographicHash::Sha256));
        if (!token)
            return fail(token);
        parts.timestampToken = *token;
    }
    const QByteArray cms = encodeSignature(parts);
    if (cms.size() > kCmsReserve)
        return fail(ErrorCode::SigningFailed, certificate.commonName(), QStringLiteral("%1 bytes").arg(cms.size()));
    return cms;
}

} // namespace tenken
