#pragma once

#include "viewmodel/registry/registry_contents.h"
#include "wording/date_words.h"

namespace tenken {

/// "令和8年度 第1回"
QString roundName(const Round &round, const wording::DateWords &dates);
/// How many are expected and where they stand, each with its symbol and word
QString countsLine(const StateCounts &counts);
/// The due date and how far it is; empty when the round has none
QString dueLine(const Round &round, const QDate &today, const wording::DateWords &dates);

} // namespace tenken
