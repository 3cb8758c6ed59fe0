#include "workflow/registry/make_round.h"

namespace tenken {

namespace {

Status addChecklist(Round &round, const ChecklistSet &set, SubjectKind subject)
{
    const QString id = set.idFor(subject);
    const Checklist *checklist = set.forYear(id, round.fiscalYear);
    if (!checklist) {
        return fail(ErrorCode::UnknownChecklist, toCode(subject));
    }
    round.checklists.append({checklist->id, checklist->edition, checklist->fingerprint});
    return {};
}

} // namespace

QList<Round::Expected> expectedOf(const ChecklistSet &set, const Organisation &organisation)
{
    QList<Round::Expected> expected;
    for (const OrganisationUnit &unit : organisation.units) {
        const Department &department = unit.department;
        expected << Round::Expected{set.idFor(SubjectKind::Section),
                                    {SubjectKind::Section, department.code, department.name},
                                    department.code,
                                    department.name};
    }
    for (const InformationSystem &system : organisation.systems) {
        const OrganisationUnit *owner = organisation.find(system.ownerDepartment);
        expected << Round::Expected{set.idFor(SubjectKind::System),
                                    {SubjectKind::System, system.code, system.name},
                                    system.ownerDepartment,
                                    owner ? owner->department.name : system.ownerDepartment};
    }
    return expected;
}

Result<Round> makeRound(const ChecklistSet &set, const Organisation &organisation, FiscalYear year, int number,
                        const QDate &due)
{
    Round round;
    round.fiscalYear = year;
    round.number = number;
    round.title = QStringLiteral("%1年度 第%2回 情報セキュリティ自己点検").arg(year.startYear()).arg(number);
    round.policy = set.policy.id;
    round.due = due;
    round.expected = expectedOf(set, organisation);
    Status added;
    if (!organisation.units.isEmpty()) {
        added = addChecklist(round, set, SubjectKind::Section);
    }
    if (added && !organisation.systems.isEmpty()) {
        added = addChecklist(round, set, SubjectKind::System);
    }
    return added ? Result<Round>(round) : fail(added);
}

} // namespace tenken
