#include "workflow/documents/return_submission.h"

#include "core/clock.h"
#include "core/text_fold.h"
#include "exchange/document_json.h"
#include "report/return_page.h"

namespace tenken {

namespace {

ReturnNote noteOf(const VerifiedDocument &document, const QString &reason, const SigningAct &act)
{
    const Submission &submission = *document.submission;
    ReturnNote note;
    // One return of one submission for one reason has one identity, however often it is written.
    note.id = QUuid::createUuidV5(submission.id, QStringLiteral("return/") + reason + toIso(act.at));
    note.inspection = submission.inspection;
    note.about = {submission.id,         document.sha256,  submission.subject,   submission.department,
                  submission.fiscalYear, submission.round, submission.checklist, submission.revision};
    note.reason = reason;
    note.returnedAt = act.at;
    note.returnedBy = signingAuthor(act);
    note.generatorName = generatorName();
    note.generatorVersion = generatorVersion();
    return note;
}

} // namespace

Result<QByteArray> ReturnSubmission::sendBack(const QByteArray &pdf, const QString &file, const QString &reason,
                                              SigningAct act) const
{
    if (reason.trimmed().isEmpty()) {
        return fail(ErrorCode::ReasonRequired, file);
    }
    if (hasForbiddenCharacter(reason)) {
        return fail(ErrorCode::InvalidValue, file);
    }
    const VerifiedDocument document = verifyDocumentData(pdf, m_trust, act.at);
    if (!document.isAccepted() || !document.submission) {
        return fail(ErrorCode::NotAccepted, file, toCode(document.verdict));
    }
    act.role = act.signer->certificate().role() == Role::Division ? Role::Division : Role::Approver;
    act.department = act.role == Role::Division ? QString() : document.submission->department.code;
    if (const Status checked = checkSigner(act); !checked) {
        return fail(checked);
    }
    SealedParts parts;
    parts.attachment = writeReturn(noteOf(document, reason, act));
    parts.kind = DocumentKind::Return;
    parts.author = signatureName(signingAuthor(act));
    parts.subject = fileNameOf(*document.submission);
    parts.created = act.at;
    ReturnInput input;
    input.submission = *document.submission;
    input.sha256 = document.sha256;
    input.reason = reason;
    input.returnedBy = signingAuthor(act);
    input.returnedAt = act.at;
    input.eras = m_eras;
    parts.layout = returnPage(m_book, input);
    for (PlacedBox &box : parts.layout.signatureBoxes) {
        box.field = toCode(act.role);
    }
    const Result<QByteArray> built = buildSealed(parts);
    Result<QByteArray> returned = built ? sign(*built, act, m_eras, m_book) : built;
    if (!returned) {
        return returned;
    }
    const Status checked = checkSigned(*returned, m_trust, act);
    return checked ? returned : fail(checked);
}

} // namespace tenken
