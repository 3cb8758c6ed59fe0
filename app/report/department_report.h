#pragma once

#include "core/checklist.h"
#include "core/comparison/year_on_year.h"
#include "core/fiscal_year.h"
#include "core/policy.h"
#include "core/submission.h"
#include "report/layout/font_book.h"
#include "report/layout/page_layout.h"

#include <QMap>

#include <optional>

namespace tenken {

/// 結果のお知らせ: a department's own result beside the city's, sent back to who submitted. No ranking.
struct DepartmentReportInput {
    Submission submission;
    Checklist checklist;
    std::optional<Policy> policy;
    Counts city; ///< all submissions of the round
    QMap<QString, Counts> cityByClause;
    int cityDepartments = 0;
    std::optional<YearOnYear> lastYear; ///< the department's own
    QString message; ///< from the division, optional
    QDateTime generatedAt;
    EraTable eras;
    QString handling = QStringLiteral("取扱注意（庁内限り）");
    QString documentNumber;
    QString sha256;
};
PageLayout departmentReport(const FontBook &book, const DepartmentReportInput &input);

} // namespace tenken
