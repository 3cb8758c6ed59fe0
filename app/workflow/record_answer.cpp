#include "workflow/record_answer.h"

namespace tenken {

Result<Answer> RecordAnswer::record(const QUuid &inspection, const QString &item, const Answer &value,
                                    const Answer &expected, const QString &who)
{
    if (!m_checklist.find(item)) {
        return fail(ErrorCode::UnknownItem, item);
    }
    return m_repository.recordAnswer(inspection, item, value, expected, who);
}

} // namespace tenken
