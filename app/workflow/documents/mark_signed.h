#pragma once

#include "core/submission.h"
#include "storage/inspection_repository.h"

namespace tenken {

/// After the signed file is on disk: the inspection takes over the signer and the date and becomes read-only.
class MarkSigned {
public:
    explicit MarkSigned(InspectionRepository &repository) : m_repository(repository) { }
    Status mark(const QUuid &inspection, const Submission &submission, const QString &who);

private:
    InspectionRepository &m_repository;
};

} // namespace tenken
