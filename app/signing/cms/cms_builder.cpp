#include "signing/cms/cms_builder.h"

#include "signing/cms/signed_data.h"

namespace tenken {

namespace {

constexpr int kMinimumRsaBits = 2048; // what the verifier accepts at most by policy
constexpr qsizetype kSha256Length = 32;

/// The parts of a signature that buildSignature made; nothing when they do not give the same bytes again
std::optional<SignatureParts> partsOf(const QByteArray &cms)
{
    const std::optional<SignedData> data = der::isCanonical(cms) ? parseSignedData(cms) : std::nullopt;
    if (!data)
        return std::nullopt;
    QList<Certificate> certificates;
    for (const QByteArray &der : data->certificates) {
        if (const auto certificate = Certificate::fromDer(der))
            certificates << *certificate;
    }
    const std::optional<Certificate> signer = data->signerAmong(certificates);
    if (!signer)
        return std::nullopt;
    certificates.removeOne(*signer);
    SignatureParts parts{*signer,         issuersWithoutRoot(*signer, certificates),
                         Digest::Sha256,  data->signedAttributesDer,
                         data->signature, {}};
    if (!data->unsignedAttributes.isEmpty())
        parts.timestampToken = data->unsignedAttributes.first().values.value(0);
    return encodeSignature(parts) == cms ? std::optional(parts) : std::nullopt;
}

Result<QByteArray> stampOver(const QByteArray &signature, const TimestampAuthority &timestamps)
{
    return timestamps.requestToken(QCryptographicHash::hash(signature, QCryptographicHash::Sha256));
}

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
        const auto token = stampOver(parts.signature, *timestamps);
        if (!token)
            return fail(token);
        parts.timestampToken = *token;
    }
    const QByteArray cms = encodeSignature(parts);
    if (cms.size() > kCmsReserve)
        return fail(ErrorCode::SigningFailed, certificate.commonName(), QStringLiteral("%1 bytes").arg(cms.size()));
    return cms;
}

Result<QByteArray> addTimestamp(const QByteArray &cms, const TimestampAuthority &timestamps)
{
    std::optional<SignatureParts> parts = partsOf(cms);
    if (!parts)
        return fail(ErrorCode::InvalidValue);
    if (!parts->timestampToken.isEmpty())
        return fail(ErrorCode::AlreadyExists, parts->signer.commonName());
    const auto token = stampOver(parts->signature, timestamps);
    if (!token)
        return fail(token);
    parts->timestampToken = *token;
    const QByteArray stamped = encodeSignature(*parts);
    if (stamped.size() > kCmsReserve)
        return fail(ErrorCode::TimestampFailed, {}, QStringLiteral("%1 bytes").arg(stamped.size()));
    return stamped;
}

} // namespace tenken
