#include "workflow/documents/approve_submission.h"

namespace tenken {

Result<QByteArray> ApproveSubmission::approve(const QByteArray &pdf, const QString &file, SigningAct act) const
{
    const VerifiedDocument document = verifyDocumentData(pdf, m_trust, act.at);
    if (!document.isAccepted() || !document.submission) {
        return fail(ErrorCode::NotAccepted, file, toCode(document.verdict));
    }
    if (document.isApproved()) {
        return fail(ErrorCode::AlreadyExists, file, QStringLiteral("approved"));
    }
    if (document.signatures.first().certificateSha256 == act.signer->certificate().sha256Hex()) {
        return fail(ErrorCode::SamePerson, act.signer->certificate().commonName());
    }
    act.role = Role::Approver;
    act.department = document.submission->department.code;
    Result<QByteArray> approved = sign(pdf, act, m_eras, m_book);
    if (!approved) {
        return approved;
    }
    // What Tenken itself would refuse must never leave the desk (same person under another certificate, V3).
    const VerifiedDocument checked = verifyDocumentData(*approved, m_trust, act.at);
    if (checked.reasons.contains(Reason::SamePerson)) {
        return fail(ErrorCode::SamePerson, act.signer->certificate().commonName());
    }
    if (!checked.isAccepted()) {
        return fail(ErrorCode::NotAccepted, act.signer->certificate().commonName(), toCode(checked.verdict));
    }
    return approved;
}

} // namespace tenken
