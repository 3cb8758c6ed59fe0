#include "workflow/import_tally.h"

#include "exchange/tally_reader.h"

namespace tenken {

Result<Reading<StaffTally>> ImportTally::preview(const Inspection &inspection, const QByteArray &content,
                                                 const QString &file)
{
    if (inspection.isReadOnly()) {
        return fail(ErrorCode::ReadOnly, inspection.subject.name);
    }
    if (inspection.subject.kind != SubjectKind::Section) {
        return fail(ErrorCode::InvalidValue, toCode(inspection.subject.kind));
    }
    const Checklist *personal = m_set.forYear(m_set.idFor(SubjectKind::Person), inspection.fiscalYear);
    if (!personal) {
        return fail(ErrorCode::UnknownChecklist, toCode(SubjectKind::Person));
    }
    return readTally(content, file, *personal);
}

Status ImportTally::apply(const QUuid &inspection, const StaffTally &tally, const QString &who)
{
    return m_repository.setStaffTally(inspection, tally, who);
}

} // namespace tenken
