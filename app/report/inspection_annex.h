#pragma once

#include "report/inspection_report.h"
#include "report/layout/page_composer.h"

namespace tenken {

/// Sections 3–7 of the inspection report: red flags, plans, not applicable, opinions, staff tally
void placeFindings(PageComposer &composer, const InspectionReportInput &input, const QStringList &red);
/// 別紙: every item with question, answer, evidence and all that was typed
void placeAllAnswers(PageComposer &composer, const InspectionReportInput &input);

} // namespace tenken
