#pragma once

#include "core/fiscal_year.h"
#include "core/policy.h"

namespace tenken {

/// Everything of one policy folder: the policy map and all editions of its checklists.
struct ChecklistSet {
    Policy policy;
    QList<Checklist> checklists; ///< by id, then edition, ascending
    const Checklist *find(const QString &id, const QString &edition) const;
    /// The edition that a fiscal year asks: the newest whose year (before the dot) is not later, else the oldest
    const Checklist *forYear(const QString &id, FiscalYear year) const;
    const Checklist *latest(const QString &id) const;
    /// Id of the first checklist that subjects of this kind answer; empty when the policy has none
    QString idFor(SubjectKind subject) const;
    /// All editions of one checklist, oldest first
    QList<Checklist> editionsOf(const QString &id) const;
    /// Latest editions only, by id
    QList<Checklist> latestEditions() const;
};

} // namespace tenken
