#pragma once

#include "core/checklist_set.h"
#include "storage/inspection_repository.h"

namespace tenken {

/// What a person says when an inspection begins
struct StartRequest {
    QString checklist;
    FiscalYear year;
    int round = 1;
    Department department;
    Subject subject; ///< empty code: the department itself is the subject
    QStringList flags;
    Author inspector; ///< may be empty
    QString who;
};

/// Opens an inspection on the edition that the year asks. Errors: UnknownChecklist, NotSupportedYet (audit tests),
/// UnknownFlag, InvalidValue (year, round, codes that are no identifiers, empty or forbidden names), AlreadyExists is
/// never told: two inspections may exist side by side, the registry keeps one.
class StartInspection {
public:
    StartInspection(const ChecklistSet &set, InspectionRepository &repository)
        : m_set(set), m_repository(repository) { }
    Result<Inspection> start(const StartRequest &request);

private:
    const ChecklistSet &m_set;
    InspectionRepository &m_repository;
};

/// The flags, sorted and unique; UnknownFlag names the first that the policy does not know
Result<QStringList> checkedFlags(const Policy &policy, const QStringList &flags);

} // namespace tenken
