#include "signing/cms/signed_data.h"

#include <algorithm>

namespace tenken {

namespace {

using der::Element;
using der::Reader;

const QByteArray kVersion1 = QByteArrayLiteral("\x02\x01\x01");
constexpr quint8 kSignedAttributes = der::Context0;
constexpr quint8 kUnsignedAttributes = der::Context1;

QByteArray oidElement(QByteArrayView contents) { return der::tlv(der::Oid, contents); }

QByteArray attribute(QByteArrayView type, const QByteArray &value)
{
    return der::sequence({oidElement(type), der::setOf({value})});
}

QList<QByteArray> takeAll(const Element &parent)
{
    QList<QByteArray> elements;
    Reader reader(parent);
    while (!reader.atEnd())
        elements.append(reader.take().whole.toByteArray());
    return elements;
}

bool readAttributes(const Element &set, QList<CmsAttribute> *attributes)
{
    Reader reader(set);
    while (!reader.atEnd()) {
        const Element whole = reader.take(der::Sequence);
        Reader parts(whole);
        CmsAttribute attribute;
        attribute.whole = whole.whole.toByteArray();
        attribute.type = parts.take(der::Oid).content.toByteArray();
        attribute.values = takeAll(parts.take(der::Set));
        if (!parts.finished())
            return false;
        attributes->append(attribute);
    }
    return reader.finished();
}

bool readSigner(const Element &signerInfo, SignedData *data)
{
    Reader reader(signerInfo);
    data->signerVersion = reader.take(der::Integer).whole.toByteArray();
    Reader sid(reader.take(der::Sequence));
    data->issuer = sid.take(der::Sequence).whole.toByteArray();
    data->serial = sid.take(der::Integer).whole.toByteArray();
    data->digestAlgorithm = reader.take(der::Sequence).whole.toByteArray();
    if (reader.nextIs(kSignedAttributes)) {
        const Element attributes = reader.take(kSignedAttributes);
        data->signedAttributesDer = der::tlv(der::Set, attributes.content);
        if (!readAttributes(attributes, &data->signedAttributes))
            return false;
    }
    data->signatureAlgorithm = reader.take(der::Sequence).whole.toByteArray();
    data->signature = reader.take(der::OctetString).content.toByteArray();
    if (reader.nextIs(kUnsignedAttributes)
        && !readAttributes(reader.take(kUnsignedAttributes), &data->unsignedAttributes))
        return false;
    return sid.finished() && reader.finished();
}

bool readContent(Reader encapsulated, SignedData *data)
{
    data->contentType = encapsulated.take(der::Oid).content.toByteArray();
    if (encapsulated.nextIs(der::Context0)) {
        Reader explicitContent(encapsulated.take(der::Context0));
        data->content = explicitContent.take(der::OctetString).content.toByteArray();
        if (!explicitContent.finished())
            return false;
    }
    return encapsulated.finished();
}

} // namespace

const CmsAttribute *SignedData::signedAttribute(QByteArrayView type) const
{
    const auto found = std::find_if(signedAttributes.cbegin(), signedAttributes.cend(),
                                    [type](const CmsAttribute &candidate) { return candidate.type == type; });
    return found == signedAttributes.cend() ? nullptr : &*found;
}

std::optional<Certificate> SignedData::signerAmong(const QList<Certificate> &candidates) const
{
    for (const Certificate &candidate : candidates)
        if (candidate.issuerDer() == issuer && candidate.serialDer() == serial)
            return candidate;
    return {};
}

std::optional<SignedData> parseSignedData(QByteArrayView bytes)
{
    SignedData data;
    Reader outer(bytes);
    Reader contentInfo(outer.take(der::Sequence));
    const bool isSignedData = contentInfo.take(der::Oid).content == oid::kSignedData;
    Reader explicitContent(contentInfo.take(der::Context0));
    Reader reader(explicitContent.take(der::Sequence));
    data.version = reader.take(der::Integer).whole.toByteArray();
    data.digestAlgorithms = takeAll(reader.take(der::Set));
    if (!isSignedData || !readContent(Reader(reader.take(der::Sequence)), &data))
        return {};
    if (reader.nextIs(der::Context0))
        data.certificates = takeAll(reader.take(der::Context0));
    data.hasCrls = reader.nextIs(der::Context1);
    if (data.hasCrls)
        reader.take(der::Context1);
    Reader signers(reader.take(der::Set));
    while (!signers.atEnd()) {
        const Element signer = signers.take(der::Sequence);
        if (signers.failed() || (++data.signerCount == 1 && !readSigner(signer, &data)))
            return {};
    }
    if (!outer.finished() || !contentInfo.finished() || !explicitContent.finished() || !reader.finished())
        return {};
    return data;
}

QByteArray essAttribute(const Certificate &signer)
{
    const QByteArray hash = QCryptographicHash::hash(signer.der(), QCryptographicHash::Sha256);
    const QByteArray generalNames = der::sequence({der::tlv(der::Context4, signer.issuerDer())});
    const QByteArray certId =
        der::sequence({der::octetString(hash), der::sequence({generalNames, signer.serialDer()})});
    return attribute(oid::kSigningCertificateV2, der::sequence({der::sequence({certId})}));
}

QByteArray signedAttributesFor(const QByteArray &messageDigest, const Certificate &signer,
                               const QList<QByteArray> &more)
{
    QList<QByteArray> attributes{attribute(oid::kContentType, oidElement(oid::kData)),
                                 attribute(oid::kMessageDigest, der::octetString(messageDigest)), essAttribute(signer)};
    return der::setOf(attributes + more);
}

bool isHarmlessAttribute(const CmsAttribute &attribute)
{
    const bool isPolicy = attribute.type == oid::kSignaturePolicy;
    if ((!isPolicy && attribute.type != oid::kCommitmentType) || attribute.values.size() != 1)
        return false;
    Reader value(attribute.values.first());
    Reader parts(value.take(der::Sequence));
    parts.take(der::Oid);
    if (isPolicy) {
        Reader hash(parts.take(der::Sequence));
        hash.take(der::Sequence);
        hash.take(der::OctetString);
        if (!hash.finished())
            return false;
    }
    return parts.finished() && value.finished();
}

QByteArray encodeSignature(const SignatureParts &parts)
{
    const QByteArray digest = digestIdentifier(parts.digest);
    const Element attributes = Reader(parts.signedAttributes).take();
    QList<QByteArray> signerInfo{
        kVersion1,
        der::sequence({parts.signer.issuerDer(), parts.signer.serialDer()}),
        digest,
        der::tlv(kSignedAttributes, attributes.content),
        signatureIdentifier(parts.signer.keyAlgorithm(), parts.digest),
        der::octetString(parts.signature),
    };
    if (!parts.timestampToken.isEmpty())
        signerInfo.append(der::setOf({attribute(oid::kSignatureTimestamp, parts.timestampToken)}, kUnsignedAttributes));

    QList<QByteArray> certificates{parts.signer.der()};
    for (const Certificate &certificate : parts.intermediates)
        certificates.append(certificate.der());
    const QByteArray signedData = der::sequence({
        kVersion1,
        der::setOf({digest}),
        der::sequence({oidElement(oid::kData)}),
        der::setOf(certificates, der::Context0),
        der::setOf({der::sequence(signerInfo)}),
    });
    return der::sequence({oidElement(oid::kSignedData), der::tlv(der::Context0, signedData)});
}

} // namespace tenken
