#pragma once

#include "report/committee_report.h"
#include "report/layout/table_block.h"

namespace tenken {

/// 別紙1–4 of the committee's report, A3 landscape. redShown red flags stand on page 1, the others follow annex 1.
void placeAnnexes(PageComposer &composer, const CommitteeFigures &figures, const EraTable &eras,
                  const CommitteeOptions &options, qsizetype redShown);
/// The red flags as a table as wide as the composer's column
Table redFlagTable(const PageComposer &composer, const QList<CommitteeFigures::RedFlag> &flags, const EraTable &eras);

} // namespace tenken
