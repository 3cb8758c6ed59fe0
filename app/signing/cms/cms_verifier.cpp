#include "signing/cms/cms_verifier.h"

#include "signing/cms/chain.h"
#include "signing/cms/signed_data.h"
#include "signing/cms/timestamp.h"
#include "signing/cms/timestamp_token.h"

#include <algorithm>

namespace tenken {

namespace {

constexpr qsizetype kMaxContents = 64 * 1024;
constexpr int kRsaBits = 3072;
constexpr int kRsaBitsByPolicy = 2048;

template <class T> void appendOnce(QList<T> *list, const T &value)
{
    if (!list->contains(value))
        list->append(value);
}

template <class T> void appendAllOnce(QList<T> *list, const QList<T> &values)
{
    for (const T &value : values)
        appendOnce(list, value);
}

/// One pass over one CMS; the steps run in order and the first that leaves nothing to go on with ends it.
class Verification {
public:
    Verification(const TrustPolicy &policy, const JudgedAt &judged)
        : m_policy(policy), m_now(judged.time), m_isProven(judged.isProven)
    { }

    CmsFinding run(const QByteArray &contents, const QByteArray &digest256, const DigestOfBytes &otherDigest)
    {
        if (readStructure(contents) && checkAttributeTypes() && readAlgorithm() && findSigner()) {
            describeSigner();
            checkDigest(*m_digest == Digest::Sha256 ? digest256 : otherDigest ? otherDigest(*m_digest) : QByteArray());
            checkBinding();
            checkSignature();
            checkTimestamp();
            checkRebuilt();
            checkTrust();
        }
        return m_finding;
    }

private:
    void object(Reason reason) { appendOnce(&m_finding.reasons, reason); }
    void breakWith(Reason reason)
    {
        m_finding.signature.integrity = Integrity::Broken;
        object(reason);
    }
    bool stop(Reason reason)
    {
        breakWith(reason);
        return false;
    }

    /// C1, C2
    bool readStructure(const QByteArray &contents)
    {
        m_finding.signature.integrity = Integrity::Intact;
        m_der = withoutPadding(contents, kMaxContents);
        if (m_der.isEmpty())
            return stop(Reason::C1);
        const auto data = parseSignedData(m_der);
        if (!data || data->signerCount != 1 || data->content || data->contentType != oid::kData)
            return stop(Reason::C2);
        m_data = *data;
        return true;
    }

    /// C3, C7: which attributes there are
    bool checkAttributeTypes()
    {
        QList<QByteArray> harmless;
        for (const CmsAttribute &attribute : m_data.signedAttributes) {
            if (isHarmlessAttribute(attribute) && !harmless.contains(attribute.type))
                harmless.append(attribute.type);
        }
        const bool exact = m_data.signedAttributes.size() == 3 + harmless.size()
            && m_data.signedAttribute(oid::kContentType) && m_data.signedAttribute(oid::kMessageDigest)
            && m_data.signedAttribute(oid::kSigningCertificateV2);
        if (!exact)
            return stop(Reason::C3);
        const QList<CmsAttribute> &others = m_data.unsignedAttributes;
        if (others.size() > 1
            || (others.size() == 1
                && (others.first().type != oid::kSignatureTimestamp || others.first().values.size() != 1)))
            return stop(Reason::C7);
        return true;
    }

    /// C4: the hash function
    bool readAlgorithm()
    {
        m_digest = digestFromIdentifier(m_data.digestAlgorithm);
        return m_digest ? true : stop(Reason::C4);
    }

    /// C6: a signature without its certificate names nobody; C9: certificates that are none, or twice
    bool findSigner()
    {
        const auto certificates = readCertificates(m_data.certificates, *m_policy.known);
        if (!certificates)
            return stop(Reason::C9);
        m_certificates = *certificates;
        m_signer = m_data.signerAmong(m_certificates);
        return m_signer ? true : stop(Reason::C6);
    }

    void describeSigner()
    {
        const Certificate &signer = *m_signer;
        SignatureFinding &about = m_finding.signature;
        m_finding.signer = signer;
        m_finding.certificates = m_certificates;
        about.role = signer.role();
        about.signer = signer.commonName();
        about.department = signer.organisationalUnit();
        about.issuer = signer.issuerName();
        about.certificateSha256 = signer.sha256Hex();
        about.serial = signer.serialHex();
        if (about.role)
            return;
        for (const RoleMapping &mapping : m_policy.roles) {
            if (mapping.certificateSha256.compare(about.certificateSha256, Qt::CaseInsensitive) == 0) {
                about.role = mapping.role;
                about.department = mapping.department;
            }
        }
    }

    /// C5: the bytes of the document
    void checkDigest(const QByteArray &digest)
    {
        const QList<QByteArray> &values = m_data.signedAttribute(oid::kMessageDigest)->values;
        if (digest.isEmpty() || values != QList<QByteArray>{der::octetString(digest)})
            breakWith(Reason::C5);
    }

    /// C6: the certificate that was meant
    void checkBinding()
    {
        if (m_data.signedAttribute(oid::kSigningCertificateV2)->whole != essAttribute(*m_signer))
            breakWith(Reason::C6);
    }

    /// C4: the key; C5: the signature over the attributes
    void checkSignature()
    {
        if (!isStrong(*m_signer, m_policy.allowRsa2048 ? kRsaBitsByPolicy : kRsaBits))
            object(Reason::C4);
        if (!verifySignature(*m_signer, *m_digest, m_data.signedAttributesDer, m_data.signature))
            breakWith(Reason::C5);
    }

    /// C7: a token over the signature value, from a pinned authority
    void checkTimestamp()
    {
        if (m_data.unsignedAttributes.isEmpty())
            return;
        m_token = m_data.unsignedAttributes.first().values.first();
        const auto digestOf = [this](Digest digest) { return QCryptographicHash::hash(m_data.signature, digest); };
        const TimestampFinding stamp = verifyTimestampToken(m_token, digestOf, m_policy, m_now);
        appendAllOnce(&m_finding.certificates, stamp.certificates);
        appendAllOnce(&m_finding.warnings, stamp.warnings);
        if (stamp.reasons.contains(Reason::C7)) {
            breakWith(Reason::C7);
        } else if (!stamp.isAccepted()) {
            object(Reason::C7);
            m_stampIsDistrusted = true;
        } else {
            m_finding.signature.signedAt = stamp.time;
            m_finding.signature.timeSource = TimeSource::Timestamp;
            m_finding.signature.level = Level::BT;
        }
    }

    /// C9: the same parts must give the same bytes, and the certificates must be the signer's way up, no more
    void checkRebuilt()
    {
        QList<Certificate> others = m_certificates;
        others.removeOne(*m_signer);
        const QList<Certificate> path = issuersWithoutRoot(*m_signer, others);
        const QByteArray hash =
            der::Reader(m_data.signedAttribute(oid::kMessageDigest)->values.value(0)).take().content.toByteArray();
        QList<QByteArray> harmless;
        for (const CmsAttribute &attribute : m_data.signedAttributes) {
            if (isHarmlessAttribute(attribute))
                harmless.append(attribute.whole);
        }
        const SignatureParts parts{*m_signer,        path,   *m_digest, signedAttributesFor(hash, *m_signer, harmless),
                                   m_data.signature, m_token};
        if (encodeSignature(parts) != m_der)
            breakWith(Reason::C9);
    }

    /// C8 at the proven time, else now: never at the time that the signer claims
    void checkTrust()
    {
        const bool stamped = m_finding.signature.timeSource == TimeSource::Timestamp;
        const QDateTime at = stamped ? m_finding.signature.signedAt : m_now;
        const ChainFinding chain =
            checkChain(*m_signer, m_certificates, m_policy, {at, stamped || m_isProven, m_now}, Purpose::Signing);
        appendAllOnce(&m_finding.reasons, chain.reasons);
        appendAllOnce(&m_finding.warnings, chain.warnings);
        m_finding.signature.trust = m_stampIsDistrusted ? Trust::UnknownIssuer : chain.trust();
        // An intermediate that the chain does without is covered by no signature
        for (const Certificate &certificate : m_certificates)
            if (!chain.path.isEmpty() && !chain.path.contains(certificate))
                breakWith(Reason::C9);
    }

    const TrustPolicy &m_policy;
    const QDateTime m_now;
    const bool m_isProven;
    CmsFinding m_finding;
    QByteArray m_der;
    SignedData m_data;
    QList<Certificate> m_certificates;
    std::optional<Certificate> m_signer;
    std::optional<Digest> m_digest;
    QByteArray m_token;
    bool m_stampIsDistrusted = false;
};

} // namespace

CmsFinding verifyCms(const QByteArray &contents, const QByteArray &digest256, const DigestOfBytes &otherDigest,
                     const TrustPolicy &policy, const JudgedAt &judged)
{
    return Verification(policy, judged).run(contents, digest256, otherDigest);
}

} // namespace tenken
