#pragma once

#include "signing/keys/openssl_ptr.h"
#include "signing/keys/private_key.h"

#include <QDateTime>
#include <QList>

#include <openssl/conf.h>
#include <openssl/ec.h>
#include <openssl/rsa.h>

#include <utility>

/// Certificates of any shape, also those that the embedded authority never makes. For tests of signing only.
namespace tenken::testing {

inline QDateTime utc(int year, int month, int day) { return QDateTime(QDate(year, month, day), QTime(12, 0), Qt::UTC); }

struct CertificateSpec {
    QByteArray name = "点検 太郎";
    QByteArray department = "U0004";
    QByteArray secondDepartment = {};
    QByteArray organisation = "肥後市";
    QDateTime notBefore = utc(2026, 4, 1);
    QDateTime notAfter = utc(2032, 3, 31);
    QList<std::pair<int, QByteArray>> extensions;
    const EVP_MD *digest = EVP_sha256();
    long serial = 4711;
};

inline CertificateSpec signerSpec()
{
    CertificateSpec spec;
    spec.extensions = {{NID_basic_constraints, "critical,CA:FALSE"},
                       {NID_key_usage, "critical,digitalSignature,nonRepudiation"},
                       {NID_certificate_policies, rolePolicyOid(Role::Inspector)},
                       {NID_subject_key_identifier, "hash"},
                       {NID_authority_key_identifier, "keyid:always"}};
    return spec;
}

inline CertificateSpec authoritySpec(const QByteArray &name)
{
    CertificateSpec spec;
    spec.name = name;
    spec.department = {};
    spec.notAfter = utc(2046, 4, 1);
    spec.extensions = {{NID_basic_constraints, "critical,CA:TRUE"},
                       {NID_key_usage, "critical,keyCertSign,cRLSign"},
                       {NID_subject_key_identifier, "hash"},
                       {NID_authority_key_identifier, "keyid:always"}};
    return spec;
}

inline CertificateSpec timestamperSpec()
{
    CertificateSpec spec = signerSpec();
    spec.name = "TSA";
    spec.extensions[2] = {NID_ext_key_usage, "critical,timeStamping"};
    return spec;
}

/// The same with one extension's value replaced; removed when the value is empty
inline CertificateSpec with(CertificateSpec spec, int nid, const QByteArray &value)
{
    spec.extensions.removeIf([nid](const auto &extension) { return extension.first == nid; });
    if (!value.isEmpty())
        spec.extensions.append({nid, value});
    return spec;
}

/// A certificate and its key
struct Identity {
    PrivateKey key;
    Certificate certificate;
};

inline Certificate makeCertificate(const CertificateSpec &spec, const PrivateKey &key, const PrivateKey &issuerKey,
                                   const Certificate *issuer)
{
    X509Ptr x509(X509_new());
    X509_set_version(x509.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(x509.get()), spec.serial);
    ASN1_TIME_set(X509_getm_notBefore(x509.get()), spec.notBefore.toSecsSinceEpoch());
    ASN1_TIME_set(X509_getm_notAfter(x509.get()), spec.notAfter.toSecsSinceEpoch());
    X509_set_pubkey(x509.get(), key.handle());
    X509_NAME *name = X509_get_subject_name(x509.get());
    const std::pair<int, QByteArray> entries[]{{NID_organizationName, spec.organisation},
                                               {NID_organizationalUnitName, spec.department},
                                               {NID_organizationalUnitName, spec.secondDepartment},
                                               {NID_commonName, spec.name}};
    for (const auto &[nid, text] : entries)
        if (!text.isEmpty())
            X509_NAME_add_entry_by_NID(name, nid, MBSTRING_UTF8, bytesOf(text), -1, -1, 0);
    X509_set_issuer_name(x509.get(), issuer ? X509_get_subject_name(issuer->handle()) : name);
    const OpensslPtr<CONF, NCONF_free> noSections(NCONF_new(nullptr));
    X509V3_CTX context = {};
    X509V3_set_ctx(&context, issuer ? issuer->handle() : x509.get(), x509.get(), nullptr, nullptr, 0);
    X509V3_set_nconf(&context, noSections.get());
    for (const auto &[nid, value] : spec.extensions) {
        const X509ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
        if (!extension)
            qFatal("extension %s", value.constData());
        X509_add_ext(x509.get(), extension.get(), -1);
    }
    if (X509_sign(x509.get(), issuerKey.handle(), spec.digest) <= 0)
        qFatal("X509_sign");
    return Certificate::fromDer(toDer(i2d_X509, x509.get())).value();
}

inline Identity makeRoot(const CertificateSpec &spec, NewKey algorithm = NewKey::EcP256)
{
    const PrivateKey key = PrivateKey::generate(algorithm).value();
    return {key, makeCertificate(spec, key, key, nullptr)};
}

inline Identity issueFor(const PrivateKey &key, const CertificateSpec &spec, const Identity &issuer)
{
    return {key, makeCertificate(spec, key, issuer.key, &issuer.certificate)};
}

inline Identity issueTo(const CertificateSpec &spec, const Identity &issuer, NewKey algorithm = NewKey::EcP256)
{
    return issueFor(PrivateKey::generate(algorithm).value(), spec, issuer);
}

struct CrlSpec {
    QList<std::pair<Certificate, QDateTime>> revoked;
    QDateTime thisUpdate = utc(2026, 10, 1);
    QDateTime nextUpdate = utc(2027, 1, 1);
    bool critical = false; ///< carries a critical extension that nobody knows
};

/// DER
inline QByteArray makeCrlOf(const Identity &issuer, const CrlSpec &spec)
{
    const X509CrlPtr crl(X509_CRL_new());
    X509_CRL_set_version(crl.get(), X509_CRL_VERSION_2);
    X509_CRL_set_issuer_name(crl.get(), X509_get_subject_name(issuer.certificate.handle()));
    const Asn1TimePtr from(ASN1_TIME_set(nullptr, spec.thisUpdate.toSecsSinceEpoch()));
    const Asn1TimePtr until(ASN1_TIME_set(nullptr, spec.nextUpdate.toSecsSinceEpoch()));
    X509_CRL_set1_lastUpdate(crl.get(), from.get());
    X509_CRL_set1_nextUpdate(crl.get(), until.get());
    for (const auto &[certificate, at] : spec.revoked) {
        X509_REVOKED *entry = X509_REVOKED_new();
        const Asn1TimePtr time(ASN1_TIME_set(nullptr, at.toSecsSinceEpoch()));
        X509_REVOKED_set_serialNumber(entry, X509_get_serialNumber(certificate.handle()));
        X509_REVOKED_set_revocationDate(entry, time.get());
        X509_CRL_add0_revoked(crl.get(), entry);
    }
    if (spec.critical) {
        const X509ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, nullptr, NID_netscape_comment, "critical,x"));
        X509_CRL_add_ext(crl.get(), extension.get(), -1);
    }
    X509_CRL_sign(crl.get(), issuer.key.handle(), EVP_sha256());
    return toDer(i2d_X509_CRL, crl.get());
}

} // namespace tenken::testing
