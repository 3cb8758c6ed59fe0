#pragma once

#include "core/comparison/answering_lines.h"
#include "core/comparison/item_change.h"
#include "core/score.h"

namespace tenken {

/// One column: a department, a year, a revision, an audit or the whole city
struct ComparisonColumn {
    QString key;
    QString label;
    SubmissionList submissions; ///< one, or all of the city
};

struct ComparisonCell {
    std::optional<AnswerCode> answer; ///< nothing: not asked, or not submitted, or a sum column
    Counts counts; ///< of all submissions of the column
};

struct ComparisonRow {
    QString item;
    QString clause;
    ItemChangeState change = ItemChangeState::Same;
    QList<ComparisonCell> cells;
    bool differs = false; ///< two comparable cells (of a pair: self, audit) hold different answers, or sums different
                          ///< shares; false when criteria changed
    bool worsened = false; ///< years and revisions: the last answer is worse than the one before; an audit's is worse
                           ///< than the department's own. A sum is worse when it lost more than two ○.
};

struct ClauseTotal {
    QString clause;
    QList<Counts> cells; ///< per column, items whose comparison is not suppressed
};

struct Comparison {
    QString by; ///< department year revision audit city
    QString checklist;
    QList<ComparisonColumn> columns;
    QList<ComparisonRow> rows; ///< in the newest edition's order, withdrawn ones last
    QList<ClauseTotal> totals;
    int commonItems = 0; ///< comparable items present in every column
    int commonDepartments = 0; ///< of the last column, those present in every column: departments, or systems
    int succeededDepartments = 0; ///< of these, the ones that stand for others in an earlier column
    int leftOutDepartments = 0; ///< present in some columns only: their answers are not compared (year on year)
};

/// Compares columns over the editions given (oldest first; the last one orders the rows). Year on year, only lines of
/// departments that stand wholly in every column are compared, and their common items summed up.
Comparison compare(const QString &by, const QList<Checklist> &editions, const QList<ComparisonColumn> &columns,
                   const Succession &succession = {});

/// Differences of one or two tell nothing (domain report §5.3): −1 the share of ○ fell, 1 it rose, 0 no arrow.
int directionOf(const Counts &before, const Counts &after);

} // namespace tenken
