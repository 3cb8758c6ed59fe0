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
    /// The same in two steps. What answers alone tell: years may hold sheets
    CommitteeFigures counted(int round, const QDateTime &at) const;
    /// Red flags, weaknesses and decisions, from the submissions of the year reported as they were handed in
    void addDetails(CommitteeFigures &figures, const SubmissionList &whole) const;

    /// How one submission of the year reported stands: counts in the order of the policy's clauses, red flags
    struct Standing {
        QList<Counts> cells;
        int red = 0;
    };

private:
    const Checklist *editionOf(const YearOfSubmissions &year) const;
    void countTotals(CommitteeFigures &figures, const QList<Standing> &standings) const;
    void countDepartments(CommitteeFigures &figures, const QList<Standing> &standings) const;
    void countItems(CommitteeFigures &figures) const;
    void listRedFlags(CommitteeFigures &figures, const SubmissionList &whole) const;
    void listWeaknesses(CommitteeFigures &figures, const SubmissionList &whole) const;
    void compareYears(CommitteeFigures &figures) const;
    void proposeDecisions(CommitteeFigures &figures) const;

    const ChecklistSet &m_set;
    QString m_checklist;
    QList<YearOfSubmissions> m_years;
    QList<Department> m_expected;
    Succession m_succession;
};

} // namespace tenken
