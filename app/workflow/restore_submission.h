#pragma once

#include "core/submission.h"
#include "storage/inspection_repository.h"

namespace tenken {

/// The submission in a PDF that is intact, whoever signed it. NotAccepted when there is none.
Result<Submission> submissionIn(const QByteArray &pdf, const QString &file);

/// Puts an inspection back from nothing but its PDF. The file's integrity is required, trust in its signers is not.
/// NotAccepted when the file is not an intact submission; AlreadyExists when the store holds other content for it.
class RestoreSubmission {
public:
    explicit RestoreSubmission(Store &store) : m_repository(store) { }
    Result<Inspection> restore(const QByteArray &pdf, const QString &file);

private:
    InspectionRepository m_repository;
};

} // namespace tenken
