#pragma once

#include "core/checklist_set.h"
#include "report/department_report.h"
#include "storage/registry_repository.h"
#include "workflow/documents/sealed_document.h"
#include "workflow/press.h"
#include "workflow/registry/committee_figures.h"
#include "workflow/registry/compare_submissions.h"

namespace tenken {

/// The division's printed reports from the registry: pages for preview and printer, or a PDF that is signed when a key
/// is given. Errors: Usage (nothing tells who is expected), Incomplete (the committee's: nobody has submitted),
/// UnknownDepartment, UnknownChecklist.
class MakeReports {
public:
    MakeReports(const ChecklistSet &set, Registry &registry, const Press &press)
        : m_set(set), m_registry(registry), m_press(press)
    { }
    /// Stands in the data of the reports as their author; without a name nobody does
    void setAuthor(const Author &author) { m_author = author; }
    /// Submissions read so far, of all years; false cancels (Cancelled)
    void setProgress(CompareSubmissions::Progress progress) { m_progress = std::move(progress); }
    struct Report {
        PageLayout layout;
        QByteArray data; ///< tenken.committee/1
    };
    /// 全庁集計・比較報告 of one checklist, with the years before that the registry holds (at most three in all)
    Result<Report> committee(const QString &checklist, FiscalYear year, int round, const QDateTime &at,
                             const Organisation &fallback = {});
    /// 提出状況表. fallback: who has to submit when the registry knows no such round, for both
    Result<Report> submissionStatus(FiscalYear year, int round, const QDateTime &at, const Organisation &fallback = {});
    /// 結果のお知らせ for one department or information system; InvalidValue, detail the codes, when the department has
    /// several systems
    Result<Report> department(const QString &checklist, FiscalYear year, int round, const QString &code,
                              const QDateTime &at);
    /// act without signer: unsigned
    Result<QByteArray> toPdf(Report report, const SigningAct &act, const QString &subject);

private:
    Result<QList<YearOfSubmissions>> readYears(const QString &checklist, FiscalYear year, int round);
    Status tellLastYear(DepartmentReportInput &input, int round);

    const ChecklistSet &m_set;
    Registry &m_registry;
    const Press &m_press;
    Author m_author;
    CompareSubmissions::Progress m_progress;
};

} // namespace tenken
