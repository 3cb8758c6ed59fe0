#include "core/comparison/succession.h"

namespace tenken {

Succession::Succession(const QList<OrganisationUnit> &units)
{
    QHash<QString, QStringList> neighbours;
    QStringList order;
    for (const OrganisationUnit &unit : units) {
        const QString &code = unit.department.code;
        for (const QString &predecessor : unit.predecessors) {
            if (predecessor == code) {
                continue; // a department that also goes on as itself
            }
            order << code << predecessor;
            neighbours[code] << predecessor;
            neighbours[predecessor] << code;
            m_successors[predecessor] << code;
            m_continued.insert(code);
        }
    }
    for (const QString &first : order) {
        QStringList open{first};
        while (!m_lines.contains(first) || !open.isEmpty()) {
            const QString code = open.takeLast();
            if (!m_lines.contains(code)) {
                m_lines.insert(code, first);
                m_members[first] << code;
                open << neighbours.value(code);
            }
        }
    }
}

QStringList Succession::membersOf(const QString &department) const
{
    return m_members.value(lineOf(department), {department});
}

bool Succession::isWhole(const QString &line, const QSet<QString> &departments) const
{
    QSet<QString> seen;
    QStringList open;
    for (const QString &member : membersOf(line)) {
        if (!m_continued.contains(member)) {
            open << member;
        }
    }
    while (!open.isEmpty()) {
        const QString code = open.takeLast();
        if (seen.contains(code) || departments.contains(code)) {
            continue;
        }
        seen.insert(code);
        const QStringList next = m_successors.value(code);
        if (next.isEmpty()) {
            return false; // from its oldest to its newest, and nobody on the way answered
        }
        open << next;
    }
    return !departments.isEmpty();
}

} // namespace tenken
