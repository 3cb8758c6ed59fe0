#pragma once

#include "cli/command.h"
#include "core/checklist_set.h"
#include "core/department.h"
#include "storage/registry_repository.h"

#include <memory>

namespace tenken::cli {

/// The registry and the checklists that a command of the division works on
class RegistrySession {
public:
    /// Opens --registry and loads the checklists
    static Result<std::unique_ptr<RegistrySession>> open(const Session &session, const Arguments &arguments,
                                                         OpenOptions::Mode mode);
    Registry &registry() { return *m_registry; }
    const ChecklistSet &checklists() const { return m_checklists; }

private:
    RegistrySession(std::unique_ptr<Registry> registry, ChecklistSet checklists);
    std::unique_ptr<Registry> m_registry;
    ChecklistSet m_checklists;
};

/// --year --round; InvalidValue, NotSupportedYet for a postgresql:// registry
Result<RegistryFilter> filterOf(const Arguments &arguments);
/// --org --systems; empty when neither is given
Result<Organisation> organisationOf(const Arguments &arguments);
/// Tells that nobody is known to owe anything in that round when that is what went wrong, else the error itself
int failWithoutRound(const Session &session, const Error &error);

} // namespace tenken::cli
