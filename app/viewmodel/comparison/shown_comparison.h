#pragma once

#include "core/checklist_set.h"
#include "core/comparison/comparison_columns.h"
#include "core/fiscal_year.h"

#include <memory>

namespace tenken {

/// A comparison with the words and facts that a screen shows beside it. Built once, shared by the models, never
/// changed.
struct ShownComparison {
    struct Item {
        QString title;
        QString question;
        QString search; ///< folded: id, title and question in both languages
        bool critical = false;
    };
    struct Clause {
        QString key;
        QString title;
        QList<int> rows; ///< of the comparison
        int total = -1; ///< index in the comparison's totals; −1 when nothing of the clause can be compared
    };
    CompareBy by = CompareBy::Department;
    Comparison comparison;
    QList<Item> items; ///< parallel to the comparison's rows
    QList<Clause> clauses; ///< in the order of their first item
    QStringList columns; ///< labels
    QString scale;
    bool isSum(int column) const { return comparison.columns.at(column).submissions.size() > 1; }
    const ComparisonCell &cell(int row, int column) const { return comparison.rows.at(row).cells.at(column); }
};
using ShownComparisonPtr = std::shared_ptr<const ShownComparison>;

ShownComparisonPtr shownComparison(CompareBy by, Comparison comparison, const ChecklistSet &set, const EraTable &eras);

/// Items whose comparison is suppressed, by what became of them
QMap<ItemChangeState, int> suppressedItems(const Comparison &comparison);

} // namespace tenken
