#include "workflow/round_status.h"

#include "storage/refusal_log.h"
#include "storage/round_repository.h"

namespace tenken {

namespace {

QList<Round::Expected> expectedOf(const Organisation &organisation)
{
    QList<Round::Expected> expected;
    for (const OrganisationUnit &unit : organisation.units) {
        const Department &department = unit.department;
        expected << Round::Expected{QStringLiteral("KC-B"),
                                    {SubjectKind::Section, department.code, department.name},
                                    department.code,
                                    department.name};
    }
    for (const InformationSystem &system : organisation.systems) {
        const OrganisationUnit *owner = organisation.find(system.ownerDepartment);
        expected << Round::Expected{QStringLiteral("KC-C"),
                                    {SubjectKind::System, system.code, system.name},
                                    system.ownerDepartment,
                                    owner ? owner->department.name : system.ownerDepartment};
    }
    return expected;
}

QString keyOf(const QString &checklist, const Subject &subject)
{
    return checklist + u'/' + toCode(subject.kind) + u'/' + subject.code;
}

} // namespace

QList<Round::Expected> RoundStatus::missing() const
{
    QList<Round::Expected> missing;
    for (const Row &row : rows) {
        if (!row.entry) {
            missing << row.expected;
        }
    }
    return missing;
}

Result<RoundStatus> ReadRoundStatus::read(FiscalYear year, int number, const Organisation &fallback)
{
    const Result<std::optional<Round>> round = RoundRepository(m_registry.database()).findRound(year, number);
    if (!round) {
        return fail(round);
    }
    RoundStatus status;
    status.fiscalYear = year;
    status.round = number;
    QList<Round::Expected> expected;
    if (*round) {
        status.due = (*round)->due;
        expected = (*round)->expected;
    } else if (!fallback.units.isEmpty() || !fallback.systems.isEmpty()) {
        expected = expectedOf(fallback);
    } else {
        return fail(ErrorCode::Usage, QStringLiteral("--org"));
    }
    RegistryFilter filter;
    filter.fiscalYear = year;
    filter.round = number;
    filter.isLatestOnly = true;
    const Result<QList<RegistryEntry>> entries = RegistryRepository(m_registry).entries(filter);
    if (!entries) {
        return fail(entries);
    }
    QHash<QString, RegistryEntry> held;
    for (const RegistryEntry &entry : *entries) {
        held.insert(keyOf(entry.checklist, entry.subject), entry);
    }
    for (const Round::Expected &one : expected) {
        RoundStatus::Row row{one, std::nullopt};
        if (const auto entry = held.constFind(keyOf(one.checklist, one.subject)); entry != held.constEnd()) {
            row.entry = *entry;
            ++status.submitted;
            status.approved += entry->approved ? 1 : 0;
        }
        status.rows << row;
    }
    const Result<QList<Refusal>> refusals = RefusalLog(m_registry).refusals();
    if (!refusals) {
        return fail(refusals);
    }
    status.refused = static_cast<int>(refusals->size());
    return status;
}

} // namespace tenken
