#pragma once

#include "core/checklist.h"
#include "core/diagnostic.h"

#include <QByteArray>

namespace tenken {

/// Counts of a section's personal checklists as CSV: item_id,population,respondents,yes,partial,no,unknown,na, all
/// needed, one row for each item that the section's staff was asked (personal: that checklist's edition). Every row
/// repeats the section's population and respondents; an item's counts are at most its respondents, and these at most
/// the population. No person is in it.
Reading<StaffTally> readTally(const QByteArray &bytes, const QString &file, const Checklist &personal);

} // namespace tenken
