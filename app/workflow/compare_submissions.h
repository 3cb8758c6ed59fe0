#pragma once

#include "core/checklist_set.h"
#include "core/comparison.h"
#include "storage/registry_repository.h"

namespace tenken {

/// What is set side by side
struct CompareRequest {
    enum class By { Department, Year, Revision, City };
    QString checklist;
    By by = By::Department;
    std::optional<FiscalYear> year; ///< not by year: nothing = the newest that the registry holds
    std::optional<int> round; ///< not by year: nothing = the newest of that year
    QStringList departments; ///< empty: all
    QList<FiscalYear> years; ///< by year; empty: all that the registry holds
};

/// "department" "year" "revision" "city"
std::optional<CompareRequest::By> compareByFromCode(const QString &code);

/// Reads the submissions that the request names and compares them. UnknownChecklist; UnknownDepartment when the
/// registry holds nothing of a named department.
class CompareSubmissions {
public:
    CompareSubmissions(const ChecklistSet &set, Registry &registry)
        : m_set(set), m_registry(registry), m_repository(registry)
    { }
    /// Whose 継承 connects departments over the years; without it the registry's own organisation
    void setOrganisation(const Organisation &organisation) { m_organisation = organisation; }
    Result<Comparison> compare(const CompareRequest &request);
    /// The submissions of one round and checklist, latest revisions, in the order of their subjects
    Result<QList<std::shared_ptr<const Submission>>> submissions(const QString &checklist, FiscalYear year, int round);

private:
    using Submissions = QList<std::shared_ptr<const Submission>>;
    Result<Submissions> read(const RegistryFilter &filter, const QStringList &departments);
    Result<CompareRequest> narrowed(CompareRequest request);
    Result<QList<ComparisonColumn>> columns(const CompareRequest &request);
    Result<Succession> succession();
    Result<CompareRequest> withRelatives(CompareRequest request, const Succession &succession);

    const ChecklistSet &m_set;
    Registry &m_registry;
    RegistryRepository m_repository;
    std::optional<Organisation> m_organisation;
};

} // namespace tenken
