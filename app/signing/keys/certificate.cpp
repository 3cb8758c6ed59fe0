#include "signing/keys/certificate.h"

#include "signing/cms/der.h"
#include "signing/keys/openssl_ptr.h"

#include <QCryptographicHash>

#include <openssl/objects.h>
#include <openssl/pem.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace tenken {

namespace {

constexpr qsizetype kMaxDer = 64 * 1024;
constexpr qsizetype kMaxPem = 256 * 1024;
constexpr int kMaxCertificates = 64;
/// 2.25.166316712848299381229064969969244838544.1, up to the last arc
constexpr char kRolePolicies[] = "2.25.166316712848299381229064969969244838544.1.";

/// RFC 9336 documentSigning, emailProtection, anyExtendedKeyUsage, Microsoft and Adobe document signing
constexpr std::array<std::string_view, 5> kDocumentUsages{"1.3.6.1.5.5.7.3.36", "1.3.6.1.5.5.7.3.4", "2.5.29.37.0",
                                                          "1.3.6.1.4.1.311.10.3.12", "1.2.840.113583.1.1.5"};

using ExtendedUsagePtr = OpensslPtr<EXTENDED_KEY_USAGE, EXTENDED_KEY_USAGE_free>;

/// critical: 1 or 0 when there is one, -1 when there is none, -2 when there are several (X509_get_ext_d2i)
ExtendedUsagePtr extendedUsages(const X509 *x509, int *critical)
{
    return ExtendedUsagePtr(
        static_cast<EXTENDED_KEY_USAGE *>(X509_get_ext_d2i(x509, NID_ext_key_usage, critical, nullptr)));
}

tl::unexpected<Error> unreadable(const QString &detail)
{
    ERR_clear_error();
    return fail(ErrorCode::CertificateUnreadable, {}, detail);
}

/// Control and formatting characters (also those that turn the direction of text) never reach a screen.
QString printable(QString text)
{
    for (QChar &c : text) {
        const auto category = c.category();
        if (category == QChar::Other_Control || category == QChar::Other_Format)
            c = QChar::ReplacementCharacter;
    }
    return text;
}

QString nameEntry(const X509_NAME *name, int nid)
{
    const int at = X509_NAME_get_index_by_NID(name, nid, -1);
    if (at < 0)
        return {};
    unsigned char *utf8 = nullptr;
    const int length = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    if (length < 0) {
        ERR_clear_error();
        return {};
    }
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(utf8), length);
    OPENSSL_free(utf8);
    return printable(text);
}

bool hasKeyUsage(const Certificate &certificate, quint32 flag)
{
    const quint32 usage = X509_get_key_usage(certificate.handle());
    return usage != UINT32_MAX && (usage & flag) != 0;
}

} // namespace

Certificate Certificate::adopt(x509_st *owned) { return Certificate(std::shared_ptr<x509_st>(owned, X509_free)); }

Result<Certificate> Certificate::fromDer(const QByteArray &der)
{
    if (der.size() > kMaxDer || !der::isCanonical(der))
        return unreadable(QStringLiteral("not DER"));
    const unsigned char *at = bytesOf(der);
    X509Ptr x509(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    if (!x509 || at != bytesOf(der) + der.size() || !X509_get0_pubkey(x509.get()))
        return unreadable(opensslTrace());
    if (toDer(i2d_X509, x509.get()) != der)
        return unreadable(QStringLiteral("not canonical"));
    // Fills the cached extensions now: later calls on other threads only read
    if (X509_check_purpose(x509.get(), -1, 0) != 1)
        return unreadable(QStringLiteral("extensions"));
    return adopt(x509.release());
}

Result<Certificate> Certificate::fromPem(const QByteArray &pem)
{
    if (!pem.contains("-----BEGIN"))
        return unreadable(QStringLiteral("no PEM"));
    const auto list = listFromFile(pem);
    if (!list)
        return fail(list);
    if (list->size() != 1)
        return unreadable(QStringLiteral("%1 certificates").arg(list->size()));
    return list->first();
}

Result<QList<Certificate>> Certificate::listFromFile(const QByteArray &content)
{
    if (content.size() > kMaxPem)
        return fail(ErrorCode::FileTooLarge);
    if (!content.contains("-----BEGIN")) {
        const auto single = fromDer(content);
        if (!single)
            return fail(single);
        return QList<Certificate>{*single};
    }
    QList<Certificate> list;
    const BioPtr bio = readBio(content);
    char *name = nullptr;
    char *header = nullptr;
    unsigned char *data = nullptr;
    long length = 0;
    while (PEM_read_bio(bio.get(), &name, &header, &data, &length) == 1) {
        const bool plain = qstrcmp(name, PEM_STRING_X509) == 0 && *header == '\0';
        const QByteArray der(reinterpret_cast<const char *>(data), static_cast<qsizetype>(length));
        OPENSSL_free(name);
        OPENSSL_free(header);
        OPENSSL_clear_free(data, static_cast<size_t>(length));
        if (!plain || list.size() == kMaxCertificates)
            return unreadable(QStringLiteral("something else than certificates"));
        const auto certificate = fromDer(der);
        if (!certificate)
            return fail(certificate);
        list.append(*certificate);
    }
    if (list.isEmpty() || ERR_GET_REASON(ERR_peek_last_error()) != PEM_R_NO_START_LINE)
        return unreadable(opensslTrace());
    ERR_clear_error();
    return list;
}

QByteArray Certificate::der() const { return toDer(i2d_X509, m_x509.get()); }

QByteArray Certificate::pem() const
{
    const BioPtr bio(BIO_new(BIO_s_mem()));
    const char *text = nullptr;
    if (!bio || PEM_write_bio_X509(bio.get(), handle()) != 1)
        return {};
    const long length = BIO_get_mem_data(bio.get(), &text);
    return QByteArray(text, static_cast<qsizetype>(length));
}

QString Certificate::commonName() const { return nameEntry(X509_get_subject_name(handle()), NID_commonName); }

QString Certificate::organisationalUnit() const
{
    // Of several none is the department: which one is read first must not decide for whom somebody signs.
    const X509_NAME *subject = X509_get_subject_name(handle());
    const int first = X509_NAME_get_index_by_NID(subject, NID_organizationalUnitName, -1);
    const bool isOnly = X509_NAME_get_index_by_NID(subject, NID_organizationalUnitName, first) < 0;
    return isOnly ? nameEntry(subject, NID_organizationalUnitName) : QString();
}

QString Certificate::organisation() const { return nameEntry(X509_get_subject_name(handle()), NID_organizationName); }

QString Certificate::issuerName() const
{
    const X509_NAME *issuer = X509_get_issuer_name(handle());
    const QString name = nameEntry(issuer, NID_commonName);
    return name.isEmpty() ? nameEntry(issuer, NID_organizationName) : name;
}

QString Certificate::serialHex() const
{
    const BnPtr number(ASN1_INTEGER_to_BN(X509_get0_serialNumber(handle()), nullptr));
    char *hex = number ? BN_bn2hex(number.get()) : nullptr;
    const QString text = QString::fromLatin1(hex).toLower();
    OPENSSL_free(hex);
    return text;
}

QString Certificate::sha256Hex() const
{
    return QString::fromLatin1(QCryptographicHash::hash(der(), QCryptographicHash::Sha256).toHex());
}

QDateTime Certificate::notBefore() const { return toDateTime(X509_get0_notBefore(handle())); }

QDateTime Certificate::notAfter() const { return toDateTime(X509_get0_notAfter(handle())); }

std::optional<Role> Certificate::role() const
{
    int critical = 0;
    const OpensslPtr<CERTIFICATEPOLICIES, CERTIFICATEPOLICIES_free> policies(
        static_cast<CERTIFICATEPOLICIES *>(X509_get_ext_d2i(handle(), NID_certificate_policies, &critical, nullptr)));
    if (!policies || sk_POLICYINFO_num(policies.get()) != 1)
        return {};
    char text[128] = {};
    const POLICYINFO *policy = sk_POLICYINFO_value(policies.get(), 0);
    if (OBJ_obj2txt(text, sizeof text, policy->policyid, 1) <= 0)
        return {};
    for (const Role role : {Role::Inspector, Role::Approver, Role::Auditor, Role::Division})
        if (rolePolicyOid(role) == text)
            return role;
    return {};
}

KeyAlgorithm Certificate::keyAlgorithm() const
{
    const EVP_PKEY *key = X509_get0_pubkey(handle());
    if (EVP_PKEY_is_a(key, "RSA"))
        return KeyAlgorithm::Rsa;
    char group[64] = {};
    if (!EVP_PKEY_is_a(key, "EC") || EVP_PKEY_get_group_name(key, group, sizeof group, nullptr) != 1)
        return KeyAlgorithm::Other;
    switch (OBJ_sn2nid(group)) {
    case NID_X9_62_prime256v1:
        return KeyAlgorithm::EcP256;
    case NID_secp384r1:
        return KeyAlgorithm::EcP384;
    default:
        return KeyAlgorithm::Other;
    }
}

int Certificate::keyBits() const { return EVP_PKEY_get_bits(X509_get0_pubkey(handle())); }

bool Certificate::allowsDigitalSignature() const { return hasKeyUsage(*this, KU_DIGITAL_SIGNATURE); }
bool Certificate::allowsNonRepudiation() const { return hasKeyUsage(*this, KU_NON_REPUDIATION); }
bool Certificate::allowsSigning() const { return hasKeyUsage(*this, KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION); }
bool Certificate::allowsCertSigning() const { return hasKeyUsage(*this, KU_KEY_CERT_SIGN); }
bool Certificate::allowsCrlSigning() const { return hasKeyUsage(*this, KU_CRL_SIGN); }

bool Certificate::isAuthority() const
{
    return (X509_get_extension_flags(handle()) & (EXFLAG_CA | EXFLAG_BCONS)) == (EXFLAG_CA | EXFLAG_BCONS);
}

bool Certificate::isSelfIssued() const { return subjectDer() == issuerDer(); }

bool Certificate::isTimestamping() const
{
    int critical = 0;
    const ExtendedUsagePtr usages = extendedUsages(handle(), &critical);
    return usages && critical == 1 && sk_ASN1_OBJECT_num(usages.get()) == 1
        && OBJ_obj2nid(sk_ASN1_OBJECT_value(usages.get(), 0)) == NID_time_stamp;
}

bool Certificate::isForDocuments() const
{
    int critical = 0;
    const ExtendedUsagePtr usages = extendedUsages(handle(), &critical);
    if (!usages)
        return critical == -1; // absent; -2 says that there are several
    for (int i = 0; i < sk_ASN1_OBJECT_num(usages.get()); ++i) {
        char text[64] = {};
        OBJ_obj2txt(text, sizeof text, sk_ASN1_OBJECT_value(usages.get(), i), 1);
        if (std::find(kDocumentUsages.begin(), kDocumentUsages.end(), std::string_view(text)) != kDocumentUsages.end())
            return true;
    }
    return false;
}

QByteArray Certificate::subjectDer() const { return toDer(i2d_X509_NAME, X509_get_subject_name(handle())); }
QByteArray Certificate::issuerDer() const { return toDer(i2d_X509_NAME, X509_get_issuer_name(handle())); }
QByteArray Certificate::serialDer() const { return toDer(i2d_ASN1_INTEGER, X509_get0_serialNumber(handle())); }
QByteArray Certificate::spkiDer() const { return toDer(i2d_X509_PUBKEY, X509_get_X509_PUBKEY(handle())); }

QByteArray rolePolicyOid(Role role) { return kRolePolicies + QByteArray::number(static_cast<int>(role)); }

QList<Certificate> issuersWithoutRoot(const Certificate &leaf, QList<Certificate> pool)
{
    QList<Certificate> path;
    QByteArray wanted = leaf.issuerDer();
    for (;;) {
        const auto found = std::find_if(pool.begin(), pool.end(), [&wanted](const Certificate &candidate) {
            return !candidate.isSelfIssued() && candidate.subjectDer() == wanted;
        });
        if (found == pool.end())
            return path;
        wanted = found->issuerDer();
        path.append(*found);
        pool.erase(found);
    }
}

} // namespace tenken
