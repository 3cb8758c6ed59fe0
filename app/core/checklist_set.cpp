#include "core/checklist_set.h"

namespace tenken {

namespace {

int yearOf(const Checklist &checklist) { return checklist.edition.section(u'.', 0, 0).toInt(); }

} // namespace

const Checklist *ChecklistSet::find(const QString &id, const QString &edition) const
{
    for (const Checklist &checklist : checklists) {
        if (checklist.id == id && checklist.edition == edition) {
            return &checklist;
        }
    }
    return nullptr;
}

const Checklist *ChecklistSet::forYear(const QString &id, FiscalYear year) const
{
    const Checklist *chosen = nullptr;
    for (const Checklist &checklist : checklists) {
        if (checklist.id == id && (!chosen || yearOf(checklist) <= year.startYear())) {
            chosen = &checklist;
        }
    }
    return chosen;
}

const Checklist *ChecklistSet::latest(const QString &id) const
{
    const Checklist *chosen = nullptr;
    for (const Checklist &checklist : checklists) {
        if (checklist.id == id) {
            chosen = &checklist;
        }
    }
    return chosen;
}

QString ChecklistSet::idFor(SubjectKind subject) const
{
    for (const Checklist &checklist : checklists) {
        if (checklist.subject == subject) {
            return checklist.id;
        }
    }
    return {};
}

QList<Checklist> ChecklistSet::editionsOf(const QString &id) const
{
    QList<Checklist> editions;
    for (const Checklist &checklist : checklists) {
        if (checklist.id == id) {
            editions << checklist;
        }
    }
    return editions;
}

QList<Checklist> ChecklistSet::latestEditions() const
{
    QList<Checklist> editions;
    for (const Checklist &checklist : checklists) {
        if (!editions.isEmpty() && editions.last().id == checklist.id) {
            editions.last() = checklist;
        } else {
            editions << checklist;
        }
    }
    return editions;
}

} // namespace tenken
