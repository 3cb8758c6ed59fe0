#pragma once

#include "core/checklist_set.h"
#include "core/comparison/comparison_columns.h"
#include "core/fiscal_year.h"
#include "report/layout/font_book.h"
#include "report/layout/page_layout.h"

#include <QDateTime>

namespace tenken {

/// A comparison as it is printed
struct ComparisonReportInput {
    CompareBy by = CompareBy::Department;
    Comparison comparison; ///< its rows in the order and choice in which they print
    QList<Checklist> editions; ///< oldest first: titles and ★
    Policy policy;
    QString scope; ///< e.g. 令和8年度 第1回
    EraTable eras;
    QDateTime at;
    QString handling = QStringLiteral("取扱注意（庁内限り）");
};

/// A3 landscape: items by clause with the clause's totals, columns in blocks that fit a page, the items repeated
/// beside each block
PageLayout comparisonReport(const FontBook &book, const ComparisonReportInput &input);

} // namespace tenken
