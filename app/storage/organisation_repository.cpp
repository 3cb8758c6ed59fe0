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
    QHash<QString, QStringList> predecessors;
    const Status read = m_database.forEach(u"SELECT unit, predecessor FROM unit_predecessors ORDER BY unit, position"_s,
                                           {}, [&](const QSqlQuery &row) -> Status {
                                               predecessors[row.value(0).toString()].append(row.value(1).toString());
                                               return {};
                                           });
    return read ? Result<QHash<QString, QStringList>>(predecessors) : fail(read);
}

Result<QList<OrganisationUnit>> OrganisationRepository::units()
{
    const auto before = predecessors();
    if (!before) {
        return fail(before);
    }
    return m_database.list(
        u"SELECT code, name, path, body, flags, regular_staff, fixed_term_staff FROM units ORDER BY position"_s, {},
        [&](const QSqlQuery &row) -> Result<OrganisationUnit> {
            const auto body = bodyFromCode(row.value(3).toString());
            if (!body) {
                return fail(ErrorCode::StoreCorrupt, m_database.path(), row.value(3).toString());
            }
            const QString code = row.value(0).toString();
            return OrganisationUnit{{code, row.value(1).toString(), listFrom(row.value(2).toString()), *body},
                                    listFrom(row.value(4).toString()),
                                    before->value(code),
                                    row.value(5).toInt(),
                                    row.value(6).toInt()};
        });
}

Result<QList<InformationSystem>> OrganisationRepository::systems()
{
    return m_database.list(u"SELECT code, name, owner_department, flags FROM systems ORDER BY position"_s, {},
                           [](const QSqlQuery &row) -> Result<InformationSystem> {
                               return InformationSystem{row.value(0).toString(), row.value(1).toString(),
                                                        row.value(2).toString(), listFrom(row.value(3).toString())};
                           });
}

Result<Organisation> OrganisationRepository::organisation()
{
    return inTransaction(m_database, Kind::Read, [&]() -> Result<Organisation> {
        const auto ofUnits = units();
        const auto ofSystems = ofUnits ? systems() : Result<QList<InformationSystem>>(fail(ofUnits));
        if (!ofSystems) {
            return fail(ofSystems);
        }
        return Organisation{*ofUnits, *ofSystems};
    });
}

} // namespace tenken
