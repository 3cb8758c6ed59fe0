#include "signing/cms/crl.h"

#include "signing/cms/der.h"
#include "signing/keys/openssl_ptr.h"

#include <openssl/pem.h>

#include <QMutex>

namespace tenken {

namespace {

constexpr qsizetype kMaxList = 8 * 1024 * 1024;

tl::unexpected<Error> unreadable(const QString &detail)
{
    ERR_clear_error();
    return fail(ErrorCode::CertificateUnreadable, {}, detail);
}

/// The bytes of the only PEM block, an X509 CRL
QByteArray fromPem(const QByteArray &pem)
{
    const BioPtr bio = readBio(pem);
    char *name = nullptr;
    char *header = nullptr;
    unsigned char *data = nullptr;
    long length = 0;
    if (PEM_read_bio(bio.get(), &name, &header, &data, &length) != 1)
        return {};
    const bool isCrl = qstrcmp(name, PEM_STRING_X509_CRL) == 0 && *header == '\0';
    const QByteArray der(reinterpret_cast<const char *>(data), static_cast<qsizetype>(length));
    OPENSSL_free(name);
    OPENSSL_free(header);
    OPENSSL_free(data);
    return isCrl && pem.count("-----BEGIN") == 1 ? der : QByteArray();
}

} // namespace

struct Crl::Shared {
    X509CrlPtr crl;
    QMutex mutex; ///< of issuers
    QList<Certificate> issuers; ///< whose signature on the list was checked and holds
};

Result<Crl> Crl::read(const QByteArray &content)
{
    if (content.size() > kMaxList)
        return fail(ErrorCode::FileTooLarge);
    const QByteArray der = content.contains("-----BEGIN") ? fromPem(content) : content;
    if (!der::isCanonical(der))
        return unreadable(QStringLiteral("not DER"));
    const unsigned char *at = bytesOf(der);
    X509CrlPtr crl(d2i_X509_CRL(nullptr, &at, static_cast<long>(der.size())));
    if (!crl || toDer(i2d_X509_CRL, crl.get()) != der)
        return unreadable(opensslTrace());
    const auto shared = std::make_shared<Shared>();
    shared->crl = std::move(crl);
    return Crl(shared);
}

QByteArray Crl::der() const { return toDer(i2d_X509_CRL, m_shared->crl.get()); }

bool Crl::isFrom(const Certificate &issuer) const
{
    const QMutexLocker lock(&m_shared->mutex);
    if (m_shared->issuers.contains(issuer))
        return true;
    const bool same =
        X509_NAME_cmp(X509_CRL_get_issuer(m_shared->crl.get()), X509_get_subject_name(issuer.handle())) == 0
        && issuer.allowsCrlSigning() && X509_CRL_verify(m_shared->crl.get(), X509_get0_pubkey(issuer.handle())) == 1;
    ERR_clear_error();
    if (same)
        m_shared->issuers.append(issuer);
    return same;
}

bool Crl::isComplete() const { return X509_CRL_get_ext_by_critical(m_shared->crl.get(), 1, -1) < 0; }

QDateTime Crl::thisUpdate() const { return toDateTime(X509_CRL_get0_lastUpdate(m_shared->crl.get())); }

QDateTime Crl::nextUpdate() const { return toDateTime(X509_CRL_get0_nextUpdate(m_shared->crl.get())); }

std::optional<QDateTime> Crl::revokedAt(const Certificate &certificate) const
{
    X509_REVOKED *entry = nullptr;
    if (X509_CRL_get0_by_serial(m_shared->crl.get(), &entry, X509_get0_serialNumber(certificate.handle())) != 1)
        return {};
    return toDateTime(X509_REVOKED_get0_revocationDate(entry));
}

RevocationLists::RevocationLists(const QList<QByteArray> &contents)
{
    for (const QByteArray &content : contents)
        *this << content;
}

RevocationLists &RevocationLists::operator<<(const QByteArray &content)
{
    if (const auto list = Crl::read(content))
        m_lists.append(*list);
    return *this;
}

Status checkCrl(const QByteArray &content)
{
    const auto crl = Crl::read(content);
    if (!crl)
        return fail(crl);
    return {};
}

Result<QByteArray> crlToDer(const QByteArray &content)
{
    const auto crl = Crl::read(content);
    if (!crl)
        return fail(crl);
    return crl->der();
}

} // namespace tenken
