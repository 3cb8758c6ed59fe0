#include "signing/pdf/document_verifier.h"

#include "signing/cms/cms_verifier.h"
#include "signing/cms/timestamp.h"
#include "signing/pdf/attachment_rules.h"
#include "signing/pdf/difference_rules.h"
#include "signing/pdf/document_info.h"
#include "signing/pdf/document_profile.h"
#include "signing/pdf/document_sniff.h"
#include "signing/pdf/policy_rules.h"

#include <algorithm>

namespace tenken {

namespace {

constexpr qint64 kAllowedSkew = 5 * 60; // seconds

template <class T> void addOnce(QList<T> &list, const T &value)
{
    if (!list.contains(value))
        list.append(value);
}

/// Everything that is found out about one file before it is judged
class Examination {
public:
    Examination(HashedBytes &pdf, const TrustPolicy &policy, const QDateTime &now)
        : m_pdf(pdf), m_file(pdf.bytes()), m_policy(policy), m_now(now)
    { }

    SignatureReport report()
    {
        examine();
        m_report.kind = m_content.kind;
        m_report.verdict = verdict();
        const bool whole = m_report.verdict == Verdict::Accepted || m_report.verdict == Verdict::Untrusted;
        if (whole) {
            m_report.attachment = m_content.attachment;
            m_report.markedFingerprint = m_content.fingerprint;
        } else {
            m_report.warnings.clear();
        }
        return m_report;
    }

private:
    void examine()
    {
        m_content = readContent(m_file);
        m_violations = m_content.violations;
        m_slots = findSignatures(m_file);
        for (const SignatureSlot &slot : m_slots)
            m_violations.append(slot.violations);
        if (m_violations.isEmpty())
            m_violations = checkDifferences(m_file, m_slots, m_content);
        m_violations.append(checkAttachmentKept(m_file));
        if (m_file.violation())
            m_violations.append(*m_file.violation());
        const bool listsFromDss = m_policy.crls.isEmpty() && m_violations.isEmpty();
        if (listsFromDss)
            m_policy.crls = dssCrls(m_file);
        checkArchive();
        if (listsFromDss && !m_slots.isEmpty() && dssRevision(m_file) > m_archiveRevision)
            addOnce(m_report.warnings, Warning::RevocationNotChecked);
        const QList<QByteArray> digests = sha256OfEach(m_pdf, m_slots);
        for (qsizetype i = 0; i < m_slots.size(); ++i) {
            if (!m_slots.at(i).isTimestamp())
                checkSignature(m_slots.at(i), digests.at(i));
        }
        raiseLevels();
        bindSigners();
        if (m_violations.isEmpty())
            m_policyReasons = checkPolicy(m_content, m_signatures);
    }

    /// The time that a document timestamp proves is the time at which everything below it is judged. Lists of a DSS
    /// that no such timestamp covers can take trust away, but not give it: anybody may have put in older ones.
    void checkArchive()
    {
        for (const SignatureSlot &slot : m_slots) {
            if (!slot.isTimestamp() || slot.fieldName != kArchiveField || !slot.violations.isEmpty())
                continue;
            const auto digest = [&](QCryptographicHash::Algorithm a) { return digestOf(m_file, slot, a); };
            const TimestampFinding finding =
                verifyTimestampToken(slot.dictionary.find("Contents").string(), digest, m_policy, m_now);
            m_cmsReasons.append(finding.reasons);
            m_changed = m_changed || finding.reasons.contains(Reason::C7);
            for (const Warning warning : finding.warnings)
                addOnce(m_report.warnings, warning);
            if (finding.isAccepted()) {
                m_archiveRevision = slot.revision;
                m_judgedAt = finding.time;
            }
        }
    }

    void checkSignature(const SignatureSlot &slot, const QByteArray &sha256)
    {
        SignatureFinding finding;
        if (slot.violations.isEmpty()) {
            const bool sealed = slot.revision < m_archiveRevision;
            const CmsFinding cms = verifyCms(
                slot.dictionary.find("Contents").string(), sha256,
                [&](QCryptographicHash::Algorithm a) { return digestOf(m_file, slot, a); }, m_policy,
                sealed ? JudgedAt(m_judgedAt, true) : JudgedAt(m_now));
            finding = cms.signature;
            m_cmsReasons.append(cms.reasons);
            m_changed = m_changed || cms.reasons.contains(Reason::C5);
            m_broken = m_broken || finding.integrity == Integrity::Broken;
            if (finding.integrity == Integrity::Intact)
                m_intactRevisions.append(slot.revision);
            for (const Warning warning : cms.warnings)
                addOnce(m_report.warnings, warning);
            m_signatures.append(SignedField{slot.fieldName, finding.role, cms.signer});
        }
        finding.field = QString::fromLatin1(slot.fieldName);
        finding.post = slot.dictionary.find("Name").text();
        finding.onBehalf = isSaidOnBehalf(slot);
        const QDateTime claimed = fromPdfDate(slot.dictionary.find("M").string());
        checkClock(claimed, finding, slot.revision < m_archiveRevision);
        if (!finding.signedAt.isValid())
            finding.signedAt = claimed;
        m_report.signatures.append(finding);
        m_signedIn.append(slot.revision);
    }

    bool isSaidOnBehalf(const SignatureSlot &slot) const
    {
        const auto role = roleFromCode(QString::fromLatin1(slot.fieldName));
        return m_content.kind && role
            && isOnBehalf(*m_content.kind, *role, slot.dictionary.find("Reason").text()).value_or(false);
    }

    /// /M proves nothing; a date in the future, before the previous signature, far from the timestamp or behind the
    /// document timestamp over it is told.
    void checkClock(const QDateTime &claimed, const SignatureFinding &finding, bool sealed)
    {
        if (!claimed.isValid())
            return;
        const bool backwards =
            !m_report.signatures.isEmpty() && claimed.secsTo(m_report.signatures.last().signedAt) > kAllowedSkew;
        const bool future = m_now.secsTo(claimed) > kAllowedSkew;
        const bool apart = finding.signedAt.isValid() && std::abs(claimed.secsTo(finding.signedAt)) > 24 * 3600;
        const bool sealedBefore = sealed && m_judgedAt.secsTo(claimed) > 24 * 3600;
        if (backwards || future || apart || sealedBefore)
            addOnce(m_report.warnings, Warning::ClockSkew);
    }

    /// ETSI EN 319 142-1, 6: B-T needs a proven time, B-LT the validation data as well, B-LTA a timestamp over both.
    void raiseLevels()
    {
        if (!m_violations.isEmpty())
            return;
        const int dss = dssRevision(m_file);
        for (qsizetype i = 0; i < m_signedIn.size(); ++i) {
            Level &level = m_report.signatures[i].level;
            if (level == Level::BB && m_signedIn[i] < m_archiveRevision)
                level = Level::BT;
            if (level == Level::BT && m_signedIn[i] < dss)
                level = dss < m_archiveRevision ? Level::BLTA : Level::BLT;
        }
    }

    /// D6: a change that somebody signed after the first signature stays a change, whoever signed it.
    void bindSigners()
    {
        for (const Violation &violation : std::as_const(m_violations)) {
            const bool isLater = !m_intactRevisions.isEmpty() && violation.revision > m_intactRevisions.first();
            if (isLater && violation.revision <= m_intactRevisions.last()) {
                m_violations.append(Violation{Reason::D6, violation.revision, QStringLiteral("signed")});
                return;
            }
        }
    }

    Verdict verdict()
    {
        for (const Violation &violation : m_violations)
            addOnce(m_report.reasons, violation.rule);
        for (const Reason reason : m_cmsReasons)
            addOnce(m_report.reasons, reason);
        if (!m_violations.isEmpty())
            return verdictOnViolations();
        if (m_slots.isEmpty())
            return Verdict::Unsigned;
        if (m_changed)
            return Verdict::Altered;
        if (m_broken)
            return Verdict::Malformed;
        for (const Reason reason : m_policyReasons)
            addOnce(m_report.reasons, reason);
        if (!m_report.reasons.isEmpty())
            return Verdict::Untrusted;
        if (m_content.fields.size() > m_signatures.size())
            addOnce(m_report.warnings, Warning::ApprovalMissing);
        return Verdict::Accepted;
    }

    Verdict verdictOnViolations()
    {
        const Sniffed sniffed = sniffDocument(m_pdf.bytes());
        if (!m_report.kind)
            m_report.kind = sniffed.kind;
        if (!sniffed.isOurs) {
            m_report.kind.reset();
            m_report.signatures.clear();
            m_report.reasons = {sniffed.hasSignature ? Reason::ForeignSigned
                                    : sniffed.isScan ? Reason::Scan
                                                     : Reason::ForeignPdf};
            return Verdict::NotASubmission;
        }
        if (sniffed.isNewer)
            return Verdict::NewerFormat;
        if (sniffed.isWhole && (!sniffed.hasSignature || !sniffed.hasAttachment))
            return Verdict::Sanitised;
        // what a signature covers was wrong when it was signed, what stands behind it was done later
        const bool onlyBehind = !m_intactRevisions.isEmpty()
            && std::all_of(m_violations.cbegin(), m_violations.cend(),
                           [this](const Violation &v) { return v.revision > m_intactRevisions.first(); });
        return onlyBehind || m_changed ? Verdict::Altered : Verdict::Malformed;
    }

    HashedBytes &m_pdf;
    PdfFile m_file;
    TrustPolicy m_policy;
    QDateTime m_now;
    DocumentContent m_content;
    QList<SignatureSlot> m_slots;
    QList<Violation> m_violations;
    QList<Reason> m_cmsReasons;
    QList<Reason> m_policyReasons;
    QList<SignedField> m_signatures;
    QDateTime m_judgedAt;
    int m_archiveRevision = -1;
    QList<int> m_intactRevisions; ///< of persons' signatures, ascending
    QList<int> m_signedIn; ///< revision of each signature in the report
    bool m_changed = false;
    bool m_broken = false;
    SignatureReport m_report;
};

} // namespace

SignatureReport verifyDocument(const QByteArray &pdf, const TrustPolicy &policy, const QDateTime &now)
{
    HashedBytes bytes(pdf);
    return verifyDocument(bytes, policy, now);
}

SignatureReport verifyDocument(HashedBytes &pdf, const TrustPolicy &policy, const QDateTime &now)
{
    return Examination(pdf, policy, now).report();
}

Result<QByteArray> extractAttachment(const QByteArray &pdf)
{
    const QDateTime anyTime = QDateTime::fromSecsSinceEpoch(0, Qt::UTC); // decides about trust only
    const SignatureReport report = verifyDocument(pdf, TrustPolicy(), anyTime);
    if (report.attachment.isEmpty())
        return fail(ErrorCode::MalformedPdf, toCode(report.verdict),
                    report.reasons.isEmpty() ? toCode(report.verdict) : toCode(report.reasons.first()));
    return report.attachment;
}

} // namespace tenken
