#pragma once

#include "core/submission.h"
#include "storage/inspection_repository.h"

namespace tenken {

/// The submission in a PDF that is intact, whoever signed it. NotAccepted when there is none.
Result<Submission> submissionIn(const QByteArray &pdf, const QString &file);

/// Puts an inspection back from nothing but what submissionIn() found in its PDF. AlreadyExists when the store holds
/// other content for it.
class RestoreSubmission {
public:
    explicit RestoreSubmission(Store &store) : m_repository(store) { }
    Result<Inspection> restore(const Submission &submission);

private:
    InspectionRepository m_repository;
};

} // namespace tenken
