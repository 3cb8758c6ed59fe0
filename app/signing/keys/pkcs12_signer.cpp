#include "signing/keys/pkcs12_signer.h"

#include "signing/keys/openssl_ptr.h"

#include <QFile>

#include <algorithm>
#include <optional>

namespace tenken {

namespace {

constexpr qsizetype kMaxFile = 1024 * 1024;
/// A file may ask for any number of rounds; more than this is an attempt to make the program hang.
constexpr long kMaxIterations = 2'000'000;

using Pkcs7StackPtr = OpensslPtr<STACK_OF(PKCS7), [](STACK_OF(PKCS7) * s) { sk_PKCS7_pop_free(s, PKCS7_free); }>;
using SafeBagStackPtr = OpensslPtr<STACK_OF(PKCS12_SAFEBAG), [](STACK_OF(PKCS12_SAFEBAG) * s) {
    sk_PKCS12_SAFEBAG_pop_free(s, PKCS12_SAFEBAG_free);
}>;

bool isBounded(const ASN1_INTEGER *iterations)
{
    const long value = iterations ? ASN1_INTEGER_get(iterations) : 1;
    return value > 0 && value <= kMaxIterations;
}

/// The rounds of PBES2 (RFC 8018) or of a PKCS#12 scheme; what is neither cannot be decrypted anyway
bool isBounded(const X509_ALGOR *algorithm)
{
    const ASN1_OBJECT *oid = nullptr;
    int type = 0;
    const void *value = nullptr;
    X509_ALGOR_get0(&oid, &type, &value, algorithm);
    if (type != V_ASN1_SEQUENCE)
        return true;
    const auto *parameters = static_cast<const ASN1_STRING *>(value);
    const unsigned char *at = ASN1_STRING_get0_data(parameters);
    const int length = ASN1_STRING_length(parameters);
    if (OBJ_obj2nid(oid) != NID_pbes2) {
        const OpensslPtr<PBEPARAM, PBEPARAM_free> pbe(d2i_PBEPARAM(nullptr, &at, length));
        return pbe && isBounded(pbe->iter);
    }
    const OpensslPtr<PBE2PARAM, PBE2PARAM_free> pbes2(d2i_PBE2PARAM(nullptr, &at, length));
    if (!pbes2 || !pbes2->keyfunc->parameter || pbes2->keyfunc->parameter->type != V_ASN1_SEQUENCE)
        return false;
    const ASN1_STRING *inner = pbes2->keyfunc->parameter->value.sequence;
    at = ASN1_STRING_get0_data(inner);
    const OpensslPtr<PBKDF2PARAM, PBKDF2PARAM_free> kdf(d2i_PBKDF2PARAM(nullptr, &at, ASN1_STRING_length(inner)));
    return OBJ_obj2nid(pbes2->keyfunc->algorithm) == NID_id_pbkdf2 && kdf && isBounded(kdf->iter);
}

/// What the bags of a file hold
struct Contents {
    std::optional<PrivateKey> key;
    QList<Certificate> certificates;
};

/// OpenSSL distinguishes "no passphrase" from an empty one; both are what a person means by leaving it empty.
const char *passphraseFor(PKCS12 *file, const SecretBytes &passphrase, bool *right)
{
    const int length = static_cast<int>(passphrase.size());
    *right = PKCS12_verify_mac(file, passphrase.data(), length) == 1;
    if (*right || length > 0)
        return passphrase.data();
    *right = PKCS12_verify_mac(file, nullptr, 0) == 1;
    return nullptr;
}

bool takeBag(const PKCS12_SAFEBAG *bag, const char *passphrase, int length, Contents *contents)
{
    PKCS8_PRIV_KEY_INFO *decrypted = nullptr;
    const PKCS8_PRIV_KEY_INFO *info = nullptr;
    switch (PKCS12_SAFEBAG_get_nid(bag)) {
    case NID_certBag:
        if (const X509Ptr x509{PKCS12_SAFEBAG_get1_cert(bag)})
            if (const auto certificate = Certificate::fromDer(toDer(i2d_X509, x509.get())))
                contents->certificates.append(*certificate);
        return true;
    case NID_keyBag:
        info = PKCS12_SAFEBAG_get0_p8inf(bag);
        break;
    case NID_pkcs8ShroudedKeyBag: {
        const X509_ALGOR *algorithm = nullptr;
        X509_SIG_get0(PKCS12_SAFEBAG_get0_pkcs8(bag), &algorithm, nullptr);
        if (isBounded(algorithm))
            info = decrypted = PKCS12_decrypt_skey(bag, passphrase, length);
        break;
    }
    default:
        return true;
    }
    PkeyPtr key(info ? EVP_PKCS82PKEY(info) : nullptr);
    PKCS8_PRIV_KEY_INFO_free(decrypted);
    if (!key || contents->key)
        return false;
    contents->key = PrivateKey::adopt(key.release());
    return true;
}

/// One readable key at most; certificates in any order
bool takeParts(const PKCS12 *file, const char *passphrase, int length, Contents *contents)
{
    const Pkcs7StackPtr parts(PKCS12_unpack_authsafes(file));
    if (!parts)
        return false;
    for (int i = 0; i < sk_PKCS7_num(parts.get()); ++i) {
        PKCS7 *part = sk_PKCS7_value(parts.get(), i);
        SafeBagStackPtr bags;
        if (PKCS7_type_is_data(part))
            bags.reset(PKCS12_unpack_p7data(part));
        else if (PKCS7_type_is_encrypted(part) && isBounded(part->d.encrypted->enc_data->algorithm))
            bags.reset(PKCS12_unpack_p7encdata(part, passphrase, length));
        if (!bags)
            return false;
        for (int j = 0; j < sk_PKCS12_SAFEBAG_num(bags.get()); ++j)
            if (!takeBag(sk_PKCS12_SAFEBAG_value(bags.get(), j), passphrase, length, contents))
                return false;
    }
    return true;
}

} // namespace

Result<std::unique_ptr<KeySigner>> readPkcs12(const QByteArray &content, const SecretBytes &passphrase,
                                              const QString &subject)
{
    if (content.size() > kMaxFile)
        return fail(ErrorCode::FileTooLarge, subject);
    const unsigned char *at = bytesOf(content);
    const Pkcs12Ptr file(d2i_PKCS12(nullptr, &at, static_cast<long>(content.size())));
    const ASN1_INTEGER *macIterations = nullptr;
    if (file)
        PKCS12_get0_mac(nullptr, nullptr, nullptr, &macIterations, file.get());
    if (!file || PKCS12_mac_present(file.get()) != 1 || !isBounded(macIterations))
        return fail(ErrorCode::KeyUnreadable, subject, opensslTrace());

    bool right = false;
    const char *text = passphraseFor(file.get(), passphrase, &right);
    if (!right)
        return fail(ErrorCode::WrongPassphrase, subject, opensslTrace());
    Contents contents;
    if (!takeParts(file.get(), text, static_cast<int>(passphrase.size()), &contents) || !contents.key)
        return fail(ErrorCode::KeyUnreadable, subject, opensslTrace());
    ERR_clear_error();
    const PrivateKey key = *contents.key;
    const auto own = std::find_if(contents.certificates.cbegin(), contents.certificates.cend(),
                                  [&key](const Certificate &candidate) { return key.matches(candidate); });
    if (own == contents.certificates.cend())
        return fail(ErrorCode::KeyWithoutCertificate, subject);
    return std::make_unique<KeySigner>(key, *own, issuersWithoutRoot(*own, contents.certificates));
}

Result<std::unique_ptr<Signer>> openPkcs12(const QString &path, const SecretBytes &passphrase)
{
    QFile file(path);
    if (!file.exists())
        return fail(ErrorCode::FileNotFound, path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    auto signer = readPkcs12(file.read(kMaxFile + 1), passphrase, path);
    if (!signer)
        return fail(signer);
    return std::unique_ptr<Signer>(std::move(*signer));
}

Result<QByteArray> writePkcs12(const PrivateKey &key, const Certificate &certificate, const QList<Certificate> &chain,
                               const SecretBytes &passphrase, int iterations)
{
    // PKCS12_create reads up to the first NUL
    if (qstrlen(passphrase.data()) != static_cast<size_t>(passphrase.size()) || iterations < 1)
        return fail(ErrorCode::InvalidValue);
    const X509StackPtr others(sk_X509_new_null());
    for (const Certificate &issuer : chain)
        if (!others || X509_add_cert(others.get(), issuer.handle(), X509_ADD_FLAG_UP_REF) != 1)
            return fail(ErrorCode::SigningFailed, {}, opensslTrace());
    const Pkcs12Ptr file(PKCS12_create(passphrase.data(), nullptr, key.handle(), certificate.handle(), others.get(),
                                       NID_aes_256_cbc, NID_aes_256_cbc, iterations, -1, 0));
    if (!file || PKCS12_set_mac(file.get(), passphrase.data(), -1, nullptr, 0, iterations, EVP_sha256()) != 1)
        return fail(ErrorCode::SigningFailed, {}, opensslTrace());
    return toDer(i2d_PKCS12, file.get());
}

} // namespace tenken
