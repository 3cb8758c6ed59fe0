#pragma once

#include "core/department.h"

#include <QSet>

namespace tenken {

/// 継承表: which departments continue which (改称・統合・分割). Departments that are connected by it are one line, so
/// that years before and after a reorganisation can be compared (domain report §5.3). A department that nothing
/// connects is a line of its own.
class Succession {
public:
    Succession() = default;
    explicit Succession(const QList<OrganisationUnit> &units);
    /// The line's name: the code of one of its departments
    QString lineOf(const QString &department) const { return m_lines.value(department, department); }
    /// Whether anything connects it: if not, it is its whole line
    bool isConnected(const QString &department) const { return m_lines.contains(department); }
    /// All departments of that department's line, itself among them
    QStringList membersOf(const QString &department) const;
    /// Whether these departments stand for the whole line: every way from its oldest to its newest departments passes
    /// through one of them. Of a merger one predecessor alone does not.
    bool isWhole(const QString &line, const QSet<QString> &departments) const;

private:
    QHash<QString, QString> m_lines; ///< only of departments that are connected
    QHash<QString, QStringList> m_members; ///< by line
    QHash<QString, QStringList> m_successors;
    QSet<QString> m_continued; ///< departments that have predecessors
};

} // namespace tenken
