#include "signing/cms/timestamp_token.h"

#include "signing/cms/signed_data.h"
#include "signing/keys/openssl_ptr.h"

#include <openssl/ts.h>

#include <algorithm>

namespace tenken {

namespace {

constexpr qsizetype kMaxToken = 64 * 1024;
constexpr int kMinimumRsaBits = 2048; // authorities of others: what CAs issue for them today
const QByteArray kVersion1 = QByteArrayLiteral("\x02\x01\x01");
const QByteArray kVersion3 = QByteArrayLiteral("\x02\x01\x03");

/// ESSCertID (RFC 2634) or ESSCertIDv2 (RFC 5035) of the first certificate named
bool essNames(const CmsAttribute &attribute, const Certificate &signer)
{
    if (attribute.values.size() != 1)
        return false;
    der::Reader value(attribute.values.first());
    der::Reader signingCertificate(value.take(der::Sequence));
    der::Reader list(signingCertificate.take(der::Sequence));
    der::Reader certId(list.take(der::Sequence));
    std::optional<Digest> digest = Digest::Sha1;
    if (attribute.type == oid::kSigningCertificateV2)
        digest = certId.nextIs(der::Sequence) ? digestFromIdentifier(certId.take().whole) : Digest::Sha256;
    const der::Element hash = certId.take(der::OctetString);
    return digest && !certId.failed() && hash.content == QCryptographicHash::hash(signer.der(), *digest);
}

bool attributesHold(const SignedData &data, const Certificate &signer, Digest digest)
{
    QList<QByteArray> types;
    for (const CmsAttribute &attribute : data.signedAttributes)
        types.append(attribute.type);
    std::sort(types.begin(), types.end());
    if (std::adjacent_find(types.cbegin(), types.cend()) != types.cend() || !der::isCanonical(data.signedAttributesDer))
        return false;
    const QByteArray contentHash = QCryptographicHash::hash(*data.content, digest);
    const CmsAttribute *type = data.signedAttribute(oid::kContentType);
    const CmsAttribute *hash = data.signedAttribute(oid::kMessageDigest);
    const CmsAttribute *ess = data.signedAttribute(oid::kSigningCertificateV2);
    if (!ess)
        ess = data.signedAttribute(oid::kSigningCertificate);
    return type && type->values == QList<QByteArray>{der::tlv(der::Oid, oid::kTstInfo)} && hash
        && hash->values == QList<QByteArray>{der::octetString(contentHash)} && ess && essNames(*ess, signer);
}

/// Nothing that no signature covers may be free: versions, algorithm set, unsigned attributes, revocation lists
bool shapeHolds(const SignedData &data)
{
    return data.contentType == oid::kTstInfo && data.content && data.signerCount == 1 && !data.hasCrls
        && data.version == kVersion3 && data.signerVersion == kVersion1 && data.unsignedAttributes.isEmpty()
        && data.digestAlgorithms == QList<QByteArray>{data.digestAlgorithm};
}

bool hasCriticalExtension(TS_TST_INFO *info) { return TS_TST_INFO_get_ext_by_critical(info, 1, -1) >= 0; }

/// genTime, when the TSTInfo is for this imprint
std::optional<QDateTime> stampedTime(const QByteArray &content, const std::function<QByteArray(Digest)> &digestOf)
{
    const unsigned char *at = bytesOf(content);
    const OpensslPtr<TS_TST_INFO, TS_TST_INFO_free> info(
        d2i_TS_TST_INFO(nullptr, &at, static_cast<long>(content.size())));
    if (!info || !der::isCanonical(content) || toDer(i2d_TS_TST_INFO, info.get()) != content
        || TS_TST_INFO_get_version(info.get()) != 1 || hasCriticalExtension(info.get()))
        return {};
    TS_MSG_IMPRINT *imprint = TS_TST_INFO_get_msg_imprint(info.get());
    const auto digest = digestFromIdentifier(toDer(i2d_X509_ALGOR, TS_MSG_IMPRINT_get_algo(imprint)));
    const ASN1_OCTET_STRING *hash = TS_MSG_IMPRINT_get_msg(imprint);
    const QByteArray stamped(reinterpret_cast<const char *>(ASN1_STRING_get0_data(hash)), ASN1_STRING_length(hash));
    const QDateTime time = toDateTime(TS_TST_INFO_get_time(info.get()));
    if (!digest || stamped != digestOf(*digest) || !time.isValid())
        return {};
    return time;
}

} // namespace

QByteArray withoutPadding(const QByteArray &padded, qsizetype maximum)
{
    const qsizetype length = der::firstLength(padded);
    if (padded.size() > maximum || length == 0
        || std::any_of(padded.cbegin() + length, padded.cend(), [](char c) { return c != '\0'; }))
        return {};
    const QByteArray der = padded.first(length);
    return der::isCanonical(der) ? der : QByteArray();
}

std::optional<QList<Certificate>> readCertificates(const QList<QByteArray> &encoded, KnownCertificates &known)
{
    QList<Certificate> certificates;
    for (const QByteArray &der : encoded) {
        const auto certificate = known.read(der);
        if (!certificate || certificates.contains(*certificate))
            return {};
        certificates.append(*certificate);
    }
    return certificates;
}

std::optional<TimestampToken> readTimestampToken(const QByteArray &padded,
                                                 const std::function<QByteArray(Digest)> &digestOf,
                                                 KnownCertificates &known)
{
    const QByteArray der = withoutPadding(padded, kMaxToken);
    const auto data = der.isEmpty() ? std::nullopt : parseSignedData(der);
    if (!data || !shapeHolds(*data))
        return {};
    const auto certificates = readCertificates(data->certificates, known);
    const auto signer = certificates ? data->signerAmong(*certificates) : std::nullopt;
    const auto digest = digestFromIdentifier(data->digestAlgorithm);
    if (!signer || !digest || !isStrong(*signer, kMinimumRsaBits) || !attributesHold(*data, *signer, *digest)
        || !fitsSignature(data->signatureAlgorithm, signer->keyAlgorithm(), *digest)
        || !verifySignature(*signer, *digest, data->signedAttributesDer, data->signature))
        return {};
    const auto time = stampedTime(*data->content, digestOf);
    ERR_clear_error();
    if (!time)
        return {};
    return TimestampToken{*time, *signer, *certificates};
}

} // namespace tenken
