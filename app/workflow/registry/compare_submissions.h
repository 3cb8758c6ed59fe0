#pragma once

#include "core/checklist_set.h"
#include "core/comparison/comparison_columns.h"
#include "storage/registry_repository.h"

#include <QFuture>

#include <functional>

namespace tenken {

/// What is set side by side
struct CompareRequest {
    using By = CompareBy;
    QString checklist;
    By by = By::Department;
    std::optional<FiscalYear> year; ///< not by year: nothing = the newest that the registry holds
    std::optional<int> round; ///< not by year: nothing = the newest of that year
    QStringList departments; ///< empty: all
    QList<FiscalYear> years; ///< by year; empty: all that the registry holds
};

/// Reads the submissions that the request names and compares them. UnknownChecklist; UnknownDepartment when the
/// registry holds nothing of a named department; Cancelled.
class CompareSubmissions {
public:
    /// Submissions read so far; false cancels
    using Progress = std::function<bool(int done)>;

    CompareSubmissions(const ChecklistSet &set, Registry &registry)
        : m_set(set), m_registry(registry), m_repository(registry)
    { }
    void setProgress(Progress progress) { m_progress = std::move(progress); }
    /// Whose 継承 connects departments over the years; without it the registry's own organisation
    void setOrganisation(const Organisation &organisation) { m_organisation = organisation; }
    /// The columns' submissions hold answers only, no comments, evidence or plans
    Result<Comparison> compare(const CompareRequest &request);
    /// What of the registry a comparison reads, whatever departments and years it then takes: answers only
    Result<SubmissionList> sheets(const CompareRequest &request);
    /// The submissions of one round and checklist, latest revisions, in the order of their subjects, whole
    Result<SubmissionList> submissions(const QString &checklist, FiscalYear year, int round);
    /// These submissions as they were handed in, in the same order; the registry has been read when this returns, and
    /// the data are still being understood
    QFuture<Result<SubmissionList>> whole(const SubmissionList &sheets);

private:
    Result<CompareRequest> narrowed(CompareRequest request);
    Result<QList<ComparisonColumn>> columns(const CompareRequest &request);
    Result<Succession> succession();
    Result<CompareRequest> withRelatives(CompareRequest request, const Succession &succession);

    const ChecklistSet &m_set;
    Registry &m_registry;
    RegistryRepository m_repository;
    Progress m_progress;
    std::optional<Organisation> m_organisation;
};

} // namespace tenken
