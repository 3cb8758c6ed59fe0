#pragma once

#include "core/policy.h"
#include "storage/inspection_repository.h"

namespace tenken {

/// Ticks and unticks profile flags. Unticking hides items: it needs a reason, which stays with the inspection, and
/// loses no answer. Errors: ReasonRequired, UnknownFlag.
class ChangeProfile {
public:
    ChangeProfile(const Policy &policy, InspectionRepository &repository) : m_policy(policy), m_repository(repository)
    { }
    Result<Inspection> change(const QUuid &inspection, const QStringList &flags, const QString &reason,
                              const QString &who);

private:
    const Policy &m_policy;
    InspectionRepository &m_repository;
};

} // namespace tenken
