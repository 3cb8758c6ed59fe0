#pragma once

#include "core/department.h"
#include "core/submission_state.h"
#include "storage/refusal_log.h"
#include "storage/return_log.h"
#include "workflow/registry/round_status.h"

namespace tenken {

/// How many of the expected submissions stand where; the five add up to expected
struct StateCounts {
    int expected = 0;
    int missing = 0; ///< nothing has come, not even a file that was refused
    int refused = 0;
    int returned = 0;
    int submitted = 0; ///< not yet approved
    int approved = 0;
    void add(SubmissionState state);
};

/// What pages of the division show of the registry, read in one go
struct RegistryContents {
    QList<Round> rounds; ///< newest first; a round that only submissions tell of expects nothing and is never due
    QList<RoundStatus> statuses; ///< of the newest rounds, at most statusLimit, and of the one asked for; newest first
    QList<RegistryEntry> unexpected; ///< of those rounds: latest revisions that their round does not ask for
    QHash<QUuid, ReturnRecord> returns;
    Organisation organisation; ///< empty when none was imported
    QList<Refusal> refusals; ///< newest first, at most 1,000
    static constexpr int statusLimit = 6;

    const Round *round(FiscalYear year, int number) const;
    const RoundStatus *status(FiscalYear year, int round) const;
    SubmissionState stateOf(const RoundStatus::Row &row) const;
    SubmissionState stateOf(const RegistryEntry &entry) const;
    StateCounts countsOf(const RoundStatus &status) const;
};

/// asked: a round that may be older than those that are always read
Result<RegistryContents> readContents(Registry &registry, const ChecklistSet &set,
                                      const QPair<FiscalYear, int> &asked = {});

} // namespace tenken
