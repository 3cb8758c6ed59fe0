#pragma once

#include "core/checklist.h"
#include "storage/inspection_repository.h"

namespace tenken {

/// Writes one item's answer so that it is durable when the call returns. UnknownItem when the checklist has no such
/// item; InvalidValue for forbidden characters; StoreConflict when another process changed it meanwhile.
class RecordAnswer {
public:
    RecordAnswer(const Checklist &checklist, InspectionRepository &repository)
        : m_checklist(checklist), m_repository(repository)
    { }
    Result<Answer> record(const QUuid &inspection, const QString &item, const Answer &value, const Answer &expected,
                          const QString &who);

private:
    const Checklist &m_checklist;
    InspectionRepository &m_repository;
};

} // namespace tenken
