#pragma once

#include "core/checklist_set.h"
#include "core/department.h"
#include "core/round.h"
#include "storage/refusal_log.h"
#include "storage/registry_repository.h"

namespace tenken {

/// Who has to submit what in one round, and who has
struct RoundStatus {
    struct Row {
        Round::Expected expected;
        std::optional<RegistryEntry> entry; ///< the latest revision, when there is one
        std::optional<Refusal> refusal = {}; ///< without an entry: the last file that was refused instead
    };
    FiscalYear fiscalYear;
    int round = 1;
    QDate due; ///< invalid: no round file told it
    QList<Row> rows; ///< in the order of the round or the organisation
    int submitted = 0;
    int approved = 0;
    int refused = 0; ///< files that were handed in for this round and refused
    QList<Round::Expected> missing() const;
};

/// Compares what a round expects with what the registry holds. Without a round, the organisation stands in: the one
/// given, else the registry's own. Without any, nothing can be missing: Usage.
class ReadRoundStatus {
public:
    /// set: tells which checklist sections and systems owe when the registry knows no round of that number
    ReadRoundStatus(Registry &registry, const ChecklistSet &set) : m_registry(registry), m_set(set) { }
    Result<RoundStatus> read(FiscalYear year, int round, const Organisation &fallback = {});
    /// Who has to submit what, without looking who has; nothing when nothing tells it
    struct Asked {
        QDate due;
        QList<Round::Expected> expected;
    };
    Result<std::optional<Asked>> asked(FiscalYear year, int round, const Organisation &fallback = {}) const;

private:
    Status addExpected(RoundStatus &status, const Organisation &fallback);
    Status addEntries(RoundStatus &status);
    Status addRefusals(RoundStatus &status);

    Registry &m_registry;
    const ChecklistSet &m_set;
};

} // namespace tenken
