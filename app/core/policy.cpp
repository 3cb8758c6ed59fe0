#include "core/policy.h"

#include <algorithm>

namespace tenken {

const PolicyClause *Policy::clause(const QString &key) const
{
    const auto found =
        std::find_if(clauses.begin(), clauses.end(), [&](const PolicyClause &clause) { return clause.key == key; });
    return found == clauses.end() ? nullptr : &*found;
}

const ProfileFlag *Policy::flag(const QString &code) const
{
    const auto found =
        std::find_if(flags.begin(), flags.end(), [&](const ProfileFlag &flag) { return flag.code == code; });
    return found == flags.end() ? nullptr : &*found;
}

QStringList Policy::clauseKeys() const
{
    QStringList keys;
    for (const PolicyClause &clause : clauses) {
        keys << clause.key;
    }
    return keys;
}

bool Coverage::isComplete() const
{
    const auto covered = [](const Row &row) { return row.isCovered; };
    return std::all_of(clauses.begin(), clauses.end(), covered)
        && std::all_of(obligations.begin(), obligations.end(), covered);
}

Coverage coverageOf(const Policy &policy, const QList<Checklist> &checklists)
{
    QHash<QString, int> selfItems;
    QHash<QString, int> auditTests;
    for (const Checklist &checklist : checklists) {
        for (const Item &item : checklist.items) {
            ++selfItems[item.clause];
            for (const QString &obligation : item.obligations) {
                ++selfItems[obligation];
            }
        }
        for (const AuditTest &test : checklist.tests) {
            ++auditTests[test.clause];
            for (const QString &obligation : test.obligations) {
                ++auditTests[obligation];
            }
        }
    }
    const auto rowOf = [&](const QString &key) {
        const int self = selfItems.value(key);
        const int audit = auditTests.value(key);
        return Coverage::Row{key, self, audit, self >= 2 && audit >= 1};
    };
    Coverage coverage;
    for (const PolicyClause &clause : policy.clauses) {
        coverage.clauses << rowOf(clause.key);
    }
    for (const Obligation &obligation : policy.obligations) {
        coverage.obligations << rowOf(obligation.id);
    }
    return coverage;
}

} // namespace tenken
