#pragma once

#include "signing/cms/algorithms.h"
#include "signing/cms/der.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace tenken {

/// One Attribute: its type and its values, each with tag and length
struct CmsAttribute {
    QByteArray type; ///< the OID's contents
    QByteArray whole;
    QList<QByteArray> values;
};

/// The fields of a SignedData (RFC 5652, 5.1) with one signer, as they stand in the bytes
struct SignedData {
    QByteArray version; ///< INTEGER with tag and length
    QList<QByteArray> digestAlgorithms;
    QByteArray contentType; ///< OID's contents
    std::optional<QByteArray> content; ///< contents of the OCTET STRING
    QList<QByteArray> certificates;
    bool hasCrls = false;
    qsizetype signerCount = 0;
    // of the first signer
    QByteArray signerVersion;
    QByteArray issuer;
    QByteArray serial;
    QByteArray digestAlgorithm;
    QByteArray signedAttributesDer; ///< under the SET tag: what the signature covers
    QList<CmsAttribute> signedAttributes;
    QByteArray signatureAlgorithm;
    QByteArray signature;
    QList<CmsAttribute> unsignedAttributes;

    const CmsAttribute *signedAttribute(QByteArrayView type) const;
    /// The certificate that issuer and serial name
    std::optional<Certificate> signerAmong(const QList<Certificate> &candidates) const;
};

/// Nothing when it is no ContentInfo with SignedData of this shape. Expects bytes that der::isCanonical accepts.
std::optional<SignedData> parseSignedData(QByteArrayView der);

/// signingCertificateV2 (RFC 5035) with the default SHA-256 left out and the issuerSerial
QByteArray essAttribute(const Certificate &signer);
/// contentType id-data, messageDigest, signingCertificateV2 and, whole, more as DER SET OF under the SET tag
QByteArray signedAttributesFor(const QByteArray &messageDigest, const Certificate &signer,
                               const QList<QByteArray> &more = {});
/// commitmentTypeIndication or signaturePolicyIdentifier without qualifiers (ETSI EN 319 122-1, 5.2.3 and 5.2.9): may
/// stand beside the three, says nothing that Tenken acts on
bool isHarmlessAttribute(const CmsAttribute &attribute);

/// What a signature of Tenken consists of; all else in the bytes follows from these.
struct SignatureParts {
    Certificate signer;
    QList<Certificate> intermediates;
    Digest digest = Digest::Sha256;
    QByteArray signedAttributes; ///< as signedAttributesFor
    QByteArray signature;
    QByteArray timestampToken; ///< may be empty
};
/// The one ContentInfo for these parts. Building and C9 (verifying by rebuilding) share it.
QByteArray encodeSignature(const SignatureParts &parts);

} // namespace tenken
