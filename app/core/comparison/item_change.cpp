#include "core/comparison/item_change.h"

#include <algorithm>

namespace tenken {

QString toCode(ItemChangeState state)
{
    switch (state) {
    case ItemChangeState::Same:
        return QStringLiteral("same");
    case ItemChangeState::Reworded:
        return QStringLiteral("reworded");
    case ItemChangeState::CriteriaChanged:
        return QStringLiteral("criteria-changed");
    case ItemChangeState::New:
        return QStringLiteral("new");
    case ItemChangeState::Withdrawn:
        return QStringLiteral("withdrawn");
    }
    Q_UNREACHABLE();
}

bool isComparable(ItemChangeState state)
{
    return state == ItemChangeState::Same || state == ItemChangeState::Reworded;
}

namespace {

/// What revisions (from, item.revision] of an item changed. A revision that the history does not explain counts as
/// changed criteria: answers are then not compared rather than compared wrongly.
ItemChangeState changeSince(const Item &item, int from)
{
    if (from > item.revision) {
        return ItemChangeState::CriteriaChanged;
    }
    if (from == item.revision) {
        return ItemChangeState::Same;
    }
    for (int revision = from + 1; revision <= item.revision; ++revision) {
        const auto entry = std::find_if(item.history.begin(), item.history.end(),
                                        [&](const ItemChange &change) { return change.revision == revision; });
        if (entry == item.history.end() || entry->kind == ItemChange::Kind::CriteriaChanged) {
            return ItemChangeState::CriteriaChanged;
        }
    }
    return ItemChangeState::Reworded;
}

} // namespace

QMap<QString, ItemChangeState> changesBetween(const Checklist &older, const Checklist &newer)
{
    QHash<QString, int> before;
    for (const Item &item : older.items) {
        before.insert(item.id, item.revision);
    }
    QMap<QString, ItemChangeState> changes;
    for (const Item &item : newer.items) {
        const auto revision = before.constFind(item.id);
        changes.insert(item.id, revision == before.constEnd() ? ItemChangeState::New : changeSince(item, *revision));
    }
    for (const Item &item : older.items) {
        if (!changes.contains(item.id)) {
            changes.insert(item.id, ItemChangeState::Withdrawn);
        }
    }
    return changes;
}

} // namespace tenken
