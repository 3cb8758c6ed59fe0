#pragma once

#include "core/checklist_set.h"
#include "core/diagnostic.h"
#include "storage/inspection_repository.h"

namespace tenken {

/// Brings the counts of a section's personal checklists (KC-A) into the section's inspection, as a whole or not at all.
class ImportTally {
public:
    ImportTally(const ChecklistSet &set, InspectionRepository &repository) : m_set(set), m_repository(repository) { }
    /// What the file holds, against the personal checklist of the inspection's fiscal year; its problems otherwise.
    /// ReadOnly; InvalidValue unless a section is inspected; UnknownChecklist when the policy has no personal one.
    Result<Reading<StaffTally>> preview(const Inspection &inspection, const QByteArray &content, const QString &file);
    /// Replaces the tally that was there
    Status apply(const QUuid &inspection, const StaffTally &tally, const QString &who);

private:
    const ChecklistSet &m_set;
    InspectionRepository &m_repository;
};

} // namespace tenken
