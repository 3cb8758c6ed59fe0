#include "workflow/documents/mark_signed.h"

namespace tenken {

Status MarkSigned::mark(const QUuid &inspection, const Submission &submission, const QString &who)
{
    if (const Status set = m_repository.setInspector(inspection, submission.inspector, who); !set) {
        return set;
    }
    if (const Status set = m_repository.setInspectionDate(inspection, submission.inspectionDate, who); !set) {
        return set;
    }
    return m_repository.setState(inspection, InspectionState::Signed, {}, who);
}

} // namespace tenken
