#include "viewmodel/registry/registry_contents.h"

#include "storage/organisation_repository.h"
#include "storage/round_repository.h"

#include <algorithm>

namespace tenken {

namespace {

/// Without a round file nothing is missing: the rows are what was submitted.
Result<RoundStatus> heldStatus(Registry &registry, const Round &round)
{
    RegistryFilter filter;
    filter.fiscalYear = round.fiscalYear;
    filter.round = round.number;
    filter.isLatestOnly = true;
    const Result<QList<RegistryEntry>> entries = RegistryRepository(registry).entries(filter);
    if (!entries) {
        return fail(entries);
    }
    RoundStatus status;
    status.fiscalYear = round.fiscalYear;
    status.round = round.number;
    for (const RegistryEntry &entry : *entries) {
        status.rows << RoundStatus::Row{{entry.checklist, entry.subject, entry.department.code, entry.department.name},
                                        entry};
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
        const bool isKnown = std::any_of(rounds.begin(), rounds.end(), [&](const Round &round) {
            return round.fiscalYear == year && round.number == number;
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

} // namespace

const RoundStatus *RegistryContents::status(FiscalYear year, int round) const
{
    const auto found = std::find_if(statuses.begin(), statuses.end(), [&](const RoundStatus &status) {
        return status.fiscalYear == year && status.round == round;
    });
    return found == statuses.end() ? nullptr : &*found;
}

Result<RegistryContents> readContents(Registry &registry)
{
    Result<QList<Round>> rounds = RoundRepository(registry.database()).rounds();
    Result<Organisation> organisation = OrganisationRepository(registry).organisation();
    Result<QList<Refusal>> refusals = RefusalLog(registry).refusals();
    if (!rounds || !organisation || !refusals) {
        return !rounds ? fail(rounds) : !organisation ? fail(organisation) : fail(refusals);
    }
    RegistryContents contents{*std::move(rounds), {}, *std::move(organisation), *std::move(refusals)};
    if (const Status added = addRoundsWithoutFile(registry, contents.rounds); !added) {
        return fail(added);
    }
    for (const Round &round : contents.rounds.mid(0, RegistryContents::statusLimit)) {
        const Result<RoundStatus> status = round.expected.isEmpty()
            ? heldStatus(registry, round)
            : ReadRoundStatus(registry).read(round.fiscalYear, round.number);
        if (!status) {
            return fail(status);
        }
        contents.statuses << *status;
    }
    return contents;
}

} // namespace tenken
