#include "workflow/restore_submission.h"

#include "exchange/submission_json.h"
#include "workflow/verify_submission.h"

namespace tenken {

Result<Inspection> RestoreSubmission::restore(const QByteArray &pdf, const QString &file)
{
    const Result<QByteArray> attachment = attachmentOf(pdf);
    if (!attachment) {
        return fail(ErrorCode::NotAccepted, file, attachment.error().detail);
    }
    const Reading<Submission> submission = readSubmission(*attachment, file);
    if (!submission) {
        return fail(ErrorCode::NotAccepted, file, QStringLiteral("submission.json"));
    }
    const Inspection inspection = thaw(*submission.value);
    const Result<bool> restored = m_repository.restoreInspection(inspection, submission.value->inspector.name);
    if (!restored) {
        return fail(restored);
    }
    return m_repository.load(inspection.id, inspection.revision);
}

} // namespace tenken
