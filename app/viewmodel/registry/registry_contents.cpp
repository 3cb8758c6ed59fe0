#include "viewmodel/registry/registry_contents.h"

#include "storage/organisation_repository.h"
#include "storage/round_repository.h"

#include <algorithm>

namespace tenken {

namespace {

Result<QList<RegistryEntry>> latestEntries(Registry &registry, const Round &round)
{
    RegistryFilter filter;
    filter.fiscalYear = round.fiscalYear;
    filter.round = round.number;
    filter.isLatestOnly = true;
    return RegistryRepository(registry).entries(filter);
}

bool expects(const RoundStatus &status, const RegistryEntry &entry)
{
    return std::any_of(status.rows.begin(), status.rows.end(), [&](const RoundStatus::Row &row) {
        return row.entry && row.entry->submission == entry.submission;
    });
}

/// Without a round file and an organisation nothing is missing: the rows are what was submitted.
RoundStatus heldStatus(const Round &round, const QList<RegistryEntry> &entries)
{
    RoundStatus status;
    status.fiscalYear = round.fiscalYear;
    status.round = round.number;
    for (const RegistryEntry &entry : entries) {
        RoundStatus::Row row;
        row.expected = {entry.checklist, entry.subject, entry.department.code, entry.department.name};
        row.entry = entry;
        status.rows << row;
        ++status.submitted;
        status.approved += entry.approved ? 1 : 0;
    }
    return status;
}

Status addRoundsWithoutFile(Registry &registry, QList<Round> &rounds)
{
    const Result<QList<QPair<FiscalYear, int>>> held = RegistryRepository(registry).heldRounds();
    if (!held) {
        return fail(held);
    }
    for (const auto &[year, number] : *held) {
        const bool isKnown =
            std::any_of(rounds.begin(), rounds.end(), [year = year, number = number](const Round &one) {
                return one.fiscalYear == year && one.number == number;
            });
        if (!isKnown) {
            Round round;
            round.fiscalYear = year;
            round.number = number;
            rounds << round;
        }
    }
    std::stable_sort(rounds.begin(), rounds.end(), [](const Round &a, const Round &b) {
        return std::pair(a.fiscalYear, a.number) > std::pair(b.fiscalYear, b.number);
    });
    return {};
}

Status addStatus(Registry &registry, const ChecklistSet &set, const Round &round, RegistryContents &contents)
{
    const Result<QList<RegistryEntry>> entries = latestEntries(registry, round);
    if (!entries) {
        return fail(entries);
    }
    const bool isFree = round.expected.isEmpty() && contents.organisation.units.isEmpty();
    const Result<RoundStatus> status = isFree
        ? Result<RoundStatus>(heldStatus(round, *entries))
        : ReadRoundStatus(registry, set).read(round.fiscalYear, round.number, contents.organisation);
    if (!status) {
        return fail(status);
    }
    contents.statuses << *status;
    for (const RegistryEntry &entry : *entries) {
        if (!expects(*status, entry)) {
            contents.unexpected << entry;
        }
    }
    return {};
}

} // namespace

void StateCounts::add(SubmissionState state)
{
    ++expected;
    switch (state) {
    case SubmissionState::Missing:
        ++missing;
        return;
    case SubmissionState::Refused:
        ++refused;
        return;
    case SubmissionState::Returned:
        ++returned;
        return;
    case SubmissionState::Submitted:
        ++submitted;
        return;
    case SubmissionState::Approved:
        ++approved;
        return;
    }
}

const Round *RegistryContents::round(FiscalYear year, int number) const
{
    const auto found = std::find_if(rounds.begin(), rounds.end(), [&](const Round &round) {
        return round.fiscalYear == year && round.number == number;
    });
    return found == rounds.end() ? nullptr : &*found;
}

const RoundStatus *RegistryContents::status(FiscalYear year, int round) const
{
    const auto found = std::find_if(statuses.begin(), statuses.end(), [&](const RoundStatus &status) {
        return status.fiscalYear == year && status.round == round;
    });
    return found == statuses.end() ? nullptr : &*found;
}

SubmissionState RegistryContents::stateOf(const RegistryEntry &entry) const
{
    return returns.contains(entry.submission) ? SubmissionState::Returned
        : entry.approved                      ? SubmissionState::Approved
                                              : SubmissionState::Submitted;
}

SubmissionState RegistryContents::stateOf(const RoundStatus::Row &row) const
{
    if (row.entry) {
        return stateOf(*row.entry);
    }
    return row.refusal ? SubmissionState::Refused : SubmissionState::Missing;
}

StateCounts RegistryContents::countsOf(const RoundStatus &status) const
{
    StateCounts counts;
    for (const RoundStatus::Row &row : status.rows) {
        counts.add(stateOf(row));
    }
    return counts;
}

Result<RegistryContents> readContents(Registry &registry, const ChecklistSet &set, const QPair<FiscalYear, int> &asked)
{
    Result<QList<Round>> rounds = RoundRepository(registry.database()).rounds();
    Result<Organisation> organisation = OrganisationRepository(registry).organisation();
    Result<QList<Refusal>> refusals = RefusalLog(registry).refusals();
    Result<QHash<QUuid, ReturnRecord>> returns = ReturnLog(registry).returns();
    if (!rounds || !organisation) {
        return rounds ? fail(organisation) : fail(rounds);
    }
    if (!refusals || !returns) {
        return refusals ? fail(returns) : fail(refusals);
    }
    RegistryContents contents;
    contents.rounds = *std::move(rounds);
    contents.organisation = *std::move(organisation);
    contents.refusals = *std::move(refusals);
    contents.returns = *std::move(returns);
    if (const Status added = addRoundsWithoutFile(registry, contents.rounds); !added) {
        return fail(added);
    }
    for (qsizetype i = 0; i < contents.rounds.size(); ++i) {
        const Round &round = contents.rounds.at(i);
        const bool isAsked = asked.first == round.fiscalYear && asked.second == round.number;
        if (i >= RegistryContents::statusLimit && !isAsked) {
            continue;
        }
        if (const Status added = addStatus(registry, set, round, contents); !added) {
            return fail(added);
        }
    }
    return contents;
}

} // namespace tenken
