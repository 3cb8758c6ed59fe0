#include "workflow/documents/restore_submission.h"

#include "exchange/submission_json.h"
#include "workflow/documents/verify_submission.h"

#include <utility>

namespace tenken {

Result<Submission> submissionIn(const QByteArray &pdf, const QString &file)
{
    const Result<QByteArray> attachment = attachmentOf(pdf);
    if (!attachment) {
        return fail(ErrorCode::NotAccepted, file, attachment.error().detail);
    }
    Reading<Submission> submission = readSubmission(*attachment, file);
    if (!submission) {
        return fail(ErrorCode::NotAccepted, file, QStringLiteral("submission.json"));
    }
    return *std::move(submission.value);
}

Result<Inspection> RestoreSubmission::restore(const Submission &submission)
{
    const Inspection inspection = thaw(submission);
    const Result<bool> restored = m_repository.restoreInspection(inspection, submission.inspector.name);
    if (!restored) {
        return fail(restored);
    }
    return m_repository.load(inspection.id, inspection.revision);
}

} // namespace tenken
