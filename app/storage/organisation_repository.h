#pragma once

#include "core/department.h"
#include "storage/registry.h"

namespace tenken {

/// The organisation as the registry knows it: units with their predecessors, and information systems
class OrganisationRepository {
public:
    explicit OrganisationRepository(Registry &registry) : m_database(registry.database()) { }
    /// Replaces the whole in one transaction; AlreadyExists, subject the code, when a code occurs twice
    Status saveOrganisation(const Organisation &organisation);
    /// In the order of its file; empty when none was saved
    Result<Organisation> organisation();

private:
    Status insertUnits(const QList<OrganisationUnit> &units);
    Status insertSystems(const QList<InformationSystem> &systems);
    Result<QHash<QString, QStringList>> predecessors();
    Result<QList<OrganisationUnit>> units();
    Result<QList<InformationSystem>> systems();

    Database &m_database;
};

} // namespace tenken
