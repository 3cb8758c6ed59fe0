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
    const Status checked = checkSigned(*approved, m_trust, act);
    return checked ? approved : fail(checked);
}

} // namespace tenken
