#pragma once

#include "core/checklist_set.h"
#include "core/comparison/formality_signs.h"
#include "storage/registry.h"

namespace tenken {

/// One submission that shows at least one sign
struct SubmissionSigns {
    std::shared_ptr<const Submission> submission;
    QList<FormalitySign> signs;
};

/// What an auditor looks at before choosing whom to visit: the submissions of one round that show signs of 形骸化, in
/// the order of their subjects. UnknownChecklist.
class ReadFormalitySigns {
public:
    ReadFormalitySigns(const ChecklistSet &set, Registry &registry) : m_set(set), m_registry(registry) { }
    /// Laid beside the round of the same number of the year before
    Result<QList<SubmissionSigns>> read(const QString &checklist, FiscalYear year, int round);

private:
    const ChecklistSet &m_set;
    Registry &m_registry;
};

} // namespace tenken
