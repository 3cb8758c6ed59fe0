#include "storage/organisation_repository.h"

#include "storage/row_text.h"

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

using Kind = Transaction::Kind;

} // namespace

Status OrganisationRepository::saveOrganisation(const Organisation &organisation)
{
    return inTransaction(m_database, Kind::Write, [&]() -> Status {
        for (const QString &table : {u"unit_predecessors"_s, u"units"_s, u"systems"_s}) {
            if (const Status emptied = m_database.execute(u"DELETE FROM "_s + table); !emptied) {
                return emptied;
            }
        }
        const Status units = insertUnits(organisation.units);
        return units ? insertSystems(organisation.systems) : units;
    });
}

Status OrganisationRepository::insertUnits(const QList<OrganisationUnit> &units)
{
    QList<QVariantList> predecessors;
    int position = 0;
    for (const OrganisationUnit &unit : units) {
        const Department &d = unit.department;
        const auto isNew = m_database.insertUnlessDuplicate(
            u"INSERT INTO units (code, position, name, path, body, flags, regular_staff, fixed_term_staff) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {d.code, position++, d.name, listText(d.path), toCode(d.body), listText(unit.flags), unit.regularStaff,
             unit.fixedTermStaff});
        if (!isNew || !*isNew) {
            return isNew ? fail(ErrorCode::AlreadyExists, d.code) : fail(isNew);
        }
        for (qsizetype index = 0; index < unit.predecessors.size(); ++index) {
            predecessors.append({d.code, index, unit.predecessors.at(index)});
        }
    }
    return m_database.executeForEach(u"INSERT INTO unit_predecessors (unit, position, predecessor) VALUES (?, ?, ?)"_s,
                                     predecessors);
}

Status OrganisationRepository::insertSystems(const QList<InformationSystem> &systems)
{
    int position = 0;
    for (const InformationSystem &system : systems) {
        const auto isNew = m_database.insertUnlessDuplicate(
            u"INSERT INTO systems (code, position, name, owner_department, flags) VALUES (?, ?, ?, ?, ?)"_s,
            {system.code, position++, system.name, system.ownerDepartment, listText(system.flags)});
        if (!isNew || !*isNew) {
            return isNew ? fail(ErrorCode::AlreadyExists, system.code) : fail(isNew);
        }
    }
    return {};
}

Result<QHash<QString, QStringList>> OrganisationRepository::predecessors()
{
    auto rows = m_database.select(u"SELECT unit, predecessor FROM unit_predecessors ORDER BY unit, position"_s);
    if (!rows) {
        return fail(rows);
    }
    QHash<QString, QStringList> predecessors;
    while (rows->next()) {
        predecessors[rows->value(0).toString()].append(rows->value(1).toString());
    }
    return predecessors;
}

Result<Organisation> OrganisationRepository::organisation()
{
    return inTransaction(m_database, Kind::Read, [&]() -> Result<Organisation> {
        const auto before = predecessors();
        if (!before) {
            return fail(before);
        }
        auto units = m_database.select(
            u"SELECT code, name, path, body, flags, regular_staff, fixed_term_staff FROM units ORDER BY position"_s);
        if (!units) {
            return fail(units);
        }
        Organisation organisation;
        while (units->next()) {
            const auto body = bodyFromCode(units->value(3).toString());
            if (!body) {
                return fail(ErrorCode::StoreCorrupt, m_database.path(), units->value(3).toString());
            }
            const QString code = units->value(0).toString();
            organisation.units.append({{code, units->value(1).toString(), listFrom(units->value(2).toString()), *body},
                                       listFrom(units->value(4).toString()),
                                       before->value(code),
                                       units->value(5).toInt(),
                                       units->value(6).toInt()});
        }
        auto systems =
            m_database.select(u"SELECT code, name, owner_department, flags FROM systems ORDER BY position"_s);
        if (!systems) {
            return fail(systems);
        }
        while (systems->next()) {
            organisation.systems.append({systems->value(0).toString(), systems->value(1).toString(),
                                         systems->value(2).toString(), listFrom(systems->value(3).toString())});
        }
        return organisation;
    });
}

} // namespace tenken
