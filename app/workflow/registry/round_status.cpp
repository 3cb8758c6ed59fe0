#include "workflow/registry/round_status.h"

#include "storage/organisation_repository.h"
#include "storage/round_repository.h"
#include "workflow/registry/make_round.h"

namespace tenken {

namespace {

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
    RoundStatus status;
    status.fiscalYear = year;
    status.round = number;
    Status step = addExpected(status, fallback);
    if (step) {
        step = addEntries(status);
    }
    if (step) {
        step = addRefusals(status);
    }
    if (!step) {
        return fail(step);
    }
    return status;
}

Result<std::optional<ReadRoundStatus::Asked>> ReadRoundStatus::asked(FiscalYear year, int number,
                                                                     const Organisation &fallback) const
{
    const auto round = RoundRepository(m_registry.database()).findRound(year, number);
    if (!round) {
        return fail(round);
    }
    if (*round) {
        return std::optional(Asked{(*round)->due, (*round)->expected});
    }
    QList<Round::Expected> expected = expectedOf(m_set, fallback); // without a round file it is what a round would ask
    if (expected.isEmpty()) {
        const auto kept = OrganisationRepository(m_registry).organisation();
        if (!kept) {
            return fail(kept);
        }
        expected = expectedOf(m_set, *kept);
    }
    return expected.isEmpty() ? std::optional<Asked>() : std::optional(Asked{{}, expected});
}

Status ReadRoundStatus::addExpected(RoundStatus &status, const Organisation &fallback)
{
    const Result<std::optional<Asked>> told = asked(status.fiscalYear, status.round, fallback);
    if (!told) {
        return fail(told);
    }
    if (!*told) {
        return fail(ErrorCode::Usage, QStringLiteral("--org"));
    }
    status.due = (*told)->due;
    for (const Round::Expected &one : (*told)->expected) {
        status.rows << RoundStatus::Row{one, std::nullopt, std::nullopt};
    }
    return {};
}

Status ReadRoundStatus::addEntries(RoundStatus &status)
{
    RegistryFilter filter;
    filter.fiscalYear = status.fiscalYear;
    filter.round = status.round;
    filter.isLatestOnly = true;
    const Result<QList<RegistryEntry>> entries = RegistryRepository(m_registry).entries(filter);
    if (!entries) {
        return fail(entries);
    }
    QHash<QString, RegistryEntry> held;
    for (const RegistryEntry &entry : *entries) {
        held.insert(keyOf(entry.checklist, entry.subject), entry);
    }
    for (RoundStatus::Row &row : status.rows) {
        const auto entry = held.constFind(keyOf(row.expected.checklist, row.expected.subject));
        if (entry != held.constEnd()) {
            row.entry = *entry;
            ++status.submitted;
            status.approved += entry->approved ? 1 : 0;
        }
    }
    return {};
}

Status ReadRoundStatus::addRefusals(RoundStatus &status)
{
    const Result<QList<Refusal>> refusals = RefusalLog(m_registry).refusalsOf(status.fiscalYear, status.round);
    if (!refusals) {
        return fail(refusals);
    }
    QHash<QString, Refusal> newest;
    QSet<QString> files;
    for (const Refusal &refusal : *refusals) { // newest first
        files.insert(refusal.sha256 + u'/' + refusal.file);
        const QString key = keyOf(refusal.checklist, refusal.subject);
        if (!newest.contains(key)) {
            newest.insert(key, refusal);
        }
    }
    status.refused = static_cast<int>(files.size());
    for (RoundStatus::Row &row : status.rows) {
        const auto refusal = newest.constFind(keyOf(row.expected.checklist, row.expected.subject));
        if (!row.entry && refusal != newest.constEnd()) {
            row.refusal = *refusal;
        }
    }
    return {};
}

} // namespace tenken
