#pragma once

#include "core/checklist_set.h"
#include "core/department.h"
#include "core/result.h"
#include "core/round.h"

namespace tenken {

/// Every department owes the policy's checklist for sections, every system the one for systems.
QList<Round::Expected> expectedOf(const ChecklistSet &set, const Organisation &organisation);
/// A round that asks that of the whole organisation, in the editions of its year, and trusts nobody yet.
/// UnknownChecklist when the policy has none for what the organisation has.
Result<Round> makeRound(const ChecklistSet &set, const Organisation &organisation, FiscalYear year, int number,
                        const QDate &due);

} // namespace tenken
