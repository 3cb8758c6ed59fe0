#pragma once

#include "core/department.h"
#include "storage/refusal_log.h"
#include "workflow/round_status.h"

namespace tenken {

/// What pages of the division show of the registry, read in one go
struct RegistryContents {
    QList<Round> rounds; ///< newest first; a round that only submissions tell of expects nothing and is never due
    QList<RoundStatus> statuses; ///< of the newest rounds, in the same order; at most statusLimit
    Organisation organisation; ///< empty when none was imported
    QList<Refusal> refusals; ///< newest first, at most 1,000
    static constexpr int statusLimit = 6;

    const RoundStatus *status(FiscalYear year, int round) const;
};

Result<RegistryContents> readContents(Registry &registry);

} // namespace tenken
