#include "signing/cms/algorithms.h"

#include "signing/cms/der.h"
#include "signing/keys/openssl_ptr.h"

#include <array>

namespace tenken {

namespace {

struct DigestNames {
    Digest digest;
    QByteArrayView digestOid;
    QByteArrayView rsaOid;
    QByteArrayView ecdsaOid;
};

constexpr std::array kDigests{
    DigestNames{Digest::Sha256, "\x60\x86\x48\x01\x65\x03\x04\x02\x01", "\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b",
                "\x2a\x86\x48\xce\x3d\x04\x03\x02"},
    DigestNames{Digest::Sha384, "\x60\x86\x48\x01\x65\x03\x04\x02\x02", "\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0c",
                "\x2a\x86\x48\xce\x3d\x04\x03\x03"},
    DigestNames{Digest::Sha512, "\x60\x86\x48\x01\x65\x03\x04\x02\x03", "\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0d",
                "\x2a\x86\x48\xce\x3d\x04\x03\x04"},
};
constexpr QByteArrayView kRsaEncryption("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01");

const DigestNames &namesOf(Digest digest)
{
    for (const DigestNames &names : kDigests)
        if (names.digest == digest)
            return names;
    return kDigests.front();
}

QByteArray identifier(QByteArrayView oid, bool withNull)
{
    return der::sequence({der::tlv(der::Oid, oid), withNull ? der::tlv(der::Null, {}) : QByteArray()});
}

const EVP_MD *messageDigest(Digest digest)
{
    switch (digest) {
    case Digest::Sha384:
        return EVP_sha384();
    case Digest::Sha512:
        return EVP_sha512();
    default:
        return EVP_sha256();
    }
}

} // namespace

std::optional<Digest> digestFromIdentifier(QByteArrayView bytes)
{
    for (const DigestNames &names : kDigests)
        for (const bool withNull : {false, true})
            if (identifier(names.digestOid, withNull) == bytes)
                return names.digest;
    return {};
}

QByteArray digestIdentifier(Digest digest) { return identifier(namesOf(digest).digestOid, false); }

QByteArray signatureIdentifier(KeyAlgorithm key, Digest digest)
{
    switch (key) {
    case KeyAlgorithm::Rsa:
        return identifier(namesOf(digest).rsaOid, true);
    case KeyAlgorithm::EcP256:
    case KeyAlgorithm::EcP384:
        return identifier(namesOf(digest).ecdsaOid, false);
    case KeyAlgorithm::Other:
        break;
    }
    return {};
}

bool fitsSignature(QByteArrayView bytes, KeyAlgorithm key, Digest digest)
{
    const QByteArray wanted = signatureIdentifier(key, digest);
    return (!wanted.isEmpty() && wanted == bytes)
        || (key == KeyAlgorithm::Rsa && identifier(kRsaEncryption, true) == bytes);
}

bool isStrong(const Certificate &certificate, int minimumRsaBits)
{
    switch (certificate.keyAlgorithm()) {
    case KeyAlgorithm::EcP256:
    case KeyAlgorithm::EcP384:
        return true;
    case KeyAlgorithm::Rsa:
        return certificate.keyBits() >= minimumRsaBits;
    case KeyAlgorithm::Other:
        break;
    }
    return false;
}

bool verifySignature(const Certificate &certificate, Digest digest, QByteArrayView message, QByteArrayView signature)
{
    const MdCtxPtr context(EVP_MD_CTX_new());
    const auto raw = [](QByteArrayView bytes) { return reinterpret_cast<const unsigned char *>(bytes.data()); };
    const bool valid = context
        && EVP_DigestVerifyInit(context.get(), nullptr, messageDigest(digest), nullptr,
                                X509_get0_pubkey(certificate.handle()))
            == 1
        && EVP_DigestVerify(context.get(), raw(signature), static_cast<size_t>(signature.size()), raw(message),
                            static_cast<size_t>(message.size()))
            == 1;
    ERR_clear_error();
    return valid;
}

} // namespace tenken
