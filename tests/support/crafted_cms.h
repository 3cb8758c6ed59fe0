#pragma once

#include "signing/cms/signed_data.h"
#include "support/test_pki.h"

/// A CMS whose every field a test may spoil before it is signed and put together. For tests of signing only.
namespace tenken::testing {

inline QByteArray hexDer(const char *hex) { return QByteArray::fromHex(hex); }

inline QByteArray attributeOf(QByteArrayView type, const QList<QByteArray> &values)
{
    return der::sequence({der::tlv(der::Oid, type), der::setOf(values)});
}

struct CraftedCms {
    explicit CraftedCms(const Identity &identity, const QByteArray &digest) : signer(identity)
    {
        const Certificate &certificate = identity.certificate;
        certificates = {certificate.der()};
        sid = der::sequence({certificate.issuerDer(), certificate.serialDer()});
        attributes = {attributeOf(oid::kContentType, {der::tlv(der::Oid, oid::kData)}),
                      attributeOf(oid::kMessageDigest, {der::octetString(digest)}), essAttribute(certificate)};
        setDigest(Digest::Sha256, EVP_sha256());
    }

    void setDigest(Digest digest, const EVP_MD *md)
    {
        digestAlgorithm = digestIdentifier(digest);
        digestAlgorithms = {digestAlgorithm};
        signatureAlgorithm = signatureIdentifier(signer.certificate.keyAlgorithm(), digest);
        hash = md;
    }

    QByteArray attributesSet() const
    {
        return sortAttributes ? der::setOf(attributes) : der::sequence(attributes, der::Set);
    }

    QByteArray signature() const
    {
        if (!transplanted.isEmpty())
            return transplanted;
        const QByteArray message = attributesSet();
        const MdCtxPtr context(EVP_MD_CTX_new());
        size_t length = 1024;
        QByteArray out(1024, '\0');
        EVP_DigestSignInit(context.get(), nullptr, hash, nullptr, signer.key.handle());
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(out.data()), &length, bytesOf(message),
                       static_cast<size_t>(message.size()));
        return out.first(static_cast<qsizetype>(length));
    }

    QByteArray encode() const
    {
        QList<QByteArray> info{signerVersion, sid, digestAlgorithm};
        if (!attributes.isEmpty())
            info.append(der::tlv(der::Context0, der::Reader(attributesSet()).take().content));
        info += {signatureAlgorithm, der::octetString(signature())};
        if (!unsignedAttributes.isEmpty())
            info.append(der::sequence(unsignedAttributes, der::Context1));
        QList<QByteArray> signers;
        for (int i = 0; i < signerCount; ++i)
            signers.append(der::sequence(info));
        QList<QByteArray> fields{version, der::setOf(digestAlgorithms), encapsulated,
                                 der::sequence(certificates, der::Context0)};
        if (!crls.isEmpty())
            fields.append(der::sequence(crls, der::Context1));
        fields.append(der::setOf(signers));
        return der::sequence({der::tlv(der::Oid, oid::kSignedData), der::tlv(der::Context0, der::sequence(fields))});
    }

    const Identity &signer;
    QByteArray version = hexDer("020101");
    QList<QByteArray> digestAlgorithms;
    QByteArray encapsulated = der::sequence({der::tlv(der::Oid, oid::kData)});
    QList<QByteArray> certificates;
    QList<QByteArray> crls;
    int signerCount = 1;
    QByteArray signerVersion = hexDer("020101");
    QByteArray sid;
    QByteArray digestAlgorithm;
    QList<QByteArray> attributes;
    bool sortAttributes = true;
    QByteArray signatureAlgorithm;
    QByteArray transplanted; ///< instead of an own signature
    QList<QByteArray> unsignedAttributes;
    const EVP_MD *hash = nullptr;
};

} // namespace tenken::testing
