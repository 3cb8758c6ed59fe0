#include "signing/keys/certificate_profile.h"

#include "signing/keys/openssl_ptr.h"

#include <openssl/conf.h>
#include <openssl/pem.h>

namespace tenken {

namespace {

constexpr int kSerialBits = 128;

tl::unexpected<Error> failed() { return fail(ErrorCode::SigningFailed, {}, opensslTrace()); }

bool setTime(ASN1_TIME *field, const QDateTime &at) { return ASN1_TIME_set(field, at.toSecsSinceEpoch()) != nullptr; }

bool addName(X509_NAME *name, int nid, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return X509_NAME_add_entry_by_NID(name, nid, MBSTRING_UTF8, bytesOf(utf8), static_cast<int>(utf8.size()), -1, 0)
        == 1;
}

bool addExtension(X509 *x509, X509V3_CTX *context, int nid, const char *value)
{
    const X509ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, context, nid, value));
    return extension && X509_add_ext(x509, extension.get(), -1) == 1;
}

/// Version 3, a new random serial (the top bit set, so always 16 octets), key, validity
X509Ptr blankCertificate(const PrivateKey &key, const QDateTime &notBefore, const QDateTime &notAfter)
{
    X509Ptr x509(X509_new());
    const BnPtr serial(BN_new());
    const bool made = x509 && serial && X509_set_version(x509.get(), X509_VERSION_3) == 1
        && BN_rand(serial.get(), kSerialBits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1
        && BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(x509.get())) != nullptr
        && setTime(X509_getm_notBefore(x509.get()), notBefore) && setTime(X509_getm_notAfter(x509.get()), notAfter)
        && X509_set_pubkey(x509.get(), key.handle()) == 1;
    return made ? std::move(x509) : nullptr;
}

Result<Certificate> signedCertificate(X509Ptr x509, const PrivateKey &issuerKey)
{
    if (X509_sign(x509.get(), issuerKey.handle(), EVP_sha256()) <= 0)
        return failed();
    return Certificate::fromDer(toDer(i2d_X509, x509.get()));
}

bool addRevoked(X509_CRL *crl, const RevokedSerial &entry)
{
    BIGNUM *parsed = nullptr;
    BN_hex2bn(&parsed, entry.serialHex.toLatin1().constData());
    const BnPtr number(parsed);
    const Asn1IntegerPtr serial(number ? BN_to_ASN1_INTEGER(number.get(), nullptr) : nullptr);
    const Asn1TimePtr at(ASN1_TIME_set(nullptr, entry.at.toSecsSinceEpoch()));
    X509RevokedPtr revoked(X509_REVOKED_new());
    if (!serial || !at || !revoked || X509_REVOKED_set_serialNumber(revoked.get(), serial.get()) != 1
        || X509_REVOKED_set_revocationDate(revoked.get(), at.get()) != 1
        || X509_CRL_add0_revoked(crl, revoked.get()) != 1)
        return false;
    revoked.release();
    return true;
}

bool addCrlExtensions(X509_CRL *crl, qint64 number, const Certificate &root)
{
    X509V3_CTX context = {};
    X509V3_set_ctx(&context, root.handle(), nullptr, nullptr, crl, 0);
    const X509ExtensionPtr keyId(X509V3_EXT_conf_nid(nullptr, &context, NID_authority_key_identifier, "keyid:always"));
    const Asn1IntegerPtr count(ASN1_INTEGER_new());
    return keyId && X509_CRL_add_ext(crl, keyId.get(), -1) == 1 && count
        && ASN1_INTEGER_set_int64(count.get(), number) == 1
        && X509_CRL_add1_ext_i2d(crl, NID_crl_number, count.get(), 0, 0) == 1;
}

} // namespace

Result<Certificate> makeRootCertificate(const PrivateKey &key, const QString &name, const QDateTime &notBefore,
                                        const QDateTime &notAfter)
{
    X509Ptr x509 = blankCertificate(key, notBefore, notAfter);
    if (!x509)
        return failed();
    X509_NAME *subject = X509_get_subject_name(x509.get());
    if (!addName(subject, NID_organizationName, name) || !addName(subject, NID_commonName, name)
        || X509_set_issuer_name(x509.get(), subject) != 1)
        return failed();
    X509V3_CTX context = {};
    X509V3_set_ctx(&context, x509.get(), x509.get(), nullptr, nullptr, 0);
    if (!addExtension(x509.get(), &context, NID_basic_constraints, "critical,CA:TRUE,pathlen:0")
        || !addExtension(x509.get(), &context, NID_key_usage, "critical,keyCertSign,cRLSign")
        || !addExtension(x509.get(), &context, NID_subject_key_identifier, "hash")
        || !addExtension(x509.get(), &context, NID_authority_key_identifier, "keyid:always"))
        return failed();
    return signedCertificate(std::move(x509), key);
}

Result<Certificate> makeLeafCertificate(const PrivateKey &key, const IssueRequest &request, const QDateTime &notBefore,
                                        const QDateTime &notAfter, const Certificate &root, const PrivateKey &rootKey)
{
    X509Ptr x509 = blankCertificate(key, notBefore, notAfter);
    if (!x509)
        return failed();
    X509_NAME *subject = X509_get_subject_name(x509.get());
    if (!addName(subject, NID_organizationName, root.organisation())
        || !addName(subject, NID_organizationalUnitName, request.department)
        || !addName(subject, NID_commonName, request.name)
        || X509_set_issuer_name(x509.get(), X509_get_subject_name(root.handle())) != 1)
        return failed();
    const QByteArray policy = rolePolicyOid(request.role);
    const OpensslPtr<CONF, NCONF_free> noSections(NCONF_new(nullptr)); // certificatePolicies insists on one
    X509V3_CTX context = {};
    X509V3_set_ctx(&context, root.handle(), x509.get(), nullptr, nullptr, 0);
    X509V3_set_nconf(&context, noSections.get());
    if (!addExtension(x509.get(), &context, NID_basic_constraints, "critical,CA:FALSE")
        || !addExtension(x509.get(), &context, NID_key_usage, "critical,digitalSignature,nonRepudiation")
        || !addExtension(x509.get(), &context, NID_certificate_policies, policy.constData())
        || !addExtension(x509.get(), &context, NID_subject_key_identifier, "hash")
        || !addExtension(x509.get(), &context, NID_authority_key_identifier, "keyid:always"))
        return failed();
    return signedCertificate(std::move(x509), rootKey);
}

Result<QByteArray> makeCrl(const QList<RevokedSerial> &revoked, qint64 number, const QDateTime &thisUpdate,
                           const QDateTime &nextUpdate, const Certificate &root, const PrivateKey &rootKey)
{
    const X509CrlPtr crl(X509_CRL_new());
    const Asn1TimePtr from(ASN1_TIME_set(nullptr, thisUpdate.toSecsSinceEpoch()));
    const Asn1TimePtr until(ASN1_TIME_set(nullptr, nextUpdate.toSecsSinceEpoch()));
    if (!crl || !from || !until || X509_CRL_set_version(crl.get(), X509_CRL_VERSION_2) != 1
        || X509_CRL_set_issuer_name(crl.get(), X509_get_subject_name(root.handle())) != 1
        || X509_CRL_set1_lastUpdate(crl.get(), from.get()) != 1
        || X509_CRL_set1_nextUpdate(crl.get(), until.get()) != 1)
        return failed();
    for (const RevokedSerial &entry : revoked)
        if (!addRevoked(crl.get(), entry))
            return failed();
    const BioPtr out(BIO_new(BIO_s_mem()));
    if (!addCrlExtensions(crl.get(), number, root) || X509_CRL_sort(crl.get()) != 1
        || X509_CRL_sign(crl.get(), rootKey.handle(), EVP_sha256()) <= 0 || !out
        || PEM_write_bio_X509_CRL(out.get(), crl.get()) != 1)
        return failed();
    const char *text = nullptr;
    const long length = BIO_get_mem_data(out.get(), &text);
    return QByteArray(text, static_cast<qsizetype>(length));
}

} // namespace tenken
