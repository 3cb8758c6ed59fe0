#pragma once

#include "core/checklist_set.h"
#include "core/comparison/comparison_columns.h"
#include "core/department.h"
#include "report/committee_report.h"

namespace tenken {

/// The submissions of one checklist in one round
struct YearOfSubmissions {
    FiscalYear year;
    SubmissionList submissions;
};

/// A row of the committee's annex: the department, or the system under its owner's 局
Department subjectAsDepartment(const Submission &submission);

/// Counts what the committee's report prints. expected has one entry for each subject (subjectAsDepartment). years is
/// oldest first; the last one is the year reported.
class CommitteeCounting {
public:
    CommitteeCounting(const ChecklistSet &set, QString checklist, QList<YearOfSubmissions> years,
                      QList<Department> expected, Succession succession = {});
    CommitteeFigures figures(int round, const QDateTime &at) const;
    /// The same in two steps. What answers and causes tell: years may hold sheets
    CommitteeFigures counted(int round, const QDateTime &at) const;
    /// The submissions of the year reported that have red flags
    SubmissionList flagged() const;
    /// Red flags and decisions; flagged as they were handed in
    void addRedFlags(CommitteeFigures &figures, const SubmissionList &flagged) const;

    /// How one submission of the year reported stands: counts in the order of the policy's clauses, red flags
    struct Standing {
        QList<Counts> cells;
        int red = 0;
    };

private:
    const Checklist *editionOf(const YearOfSubmissions &year) const;
    /// The newest of the years beside each other
    Comparison comparisonOf(qsizetype years) const;
    std::optional<YearOnYear> fateOfOpenItems() const;
    void countTotals(CommitteeFigures &figures) const;
    void countDepartments(CommitteeFigures &figures) const;
    void countItems(CommitteeFigures &figures, const Comparison &lastYear) const;
    void listWeaknesses(CommitteeFigures &figures) const;
    void tellTrends(CommitteeFigures &figures, const Comparison &trend) const;
    void proposeDecisions(CommitteeFigures &figures) const;

    const ChecklistSet &m_set;
    QString m_checklist;
    QList<YearOfSubmissions> m_years;
    QList<Department> m_expected;
    Succession m_succession;
    QList<Standing> m_standings; ///< of the submissions of the year reported
};

} // namespace tenken
