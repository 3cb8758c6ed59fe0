#include "core/overlay.h"

#include <algorithm>

namespace tenken {

bool Overlay::Change::asksOtherwise() const { return question || guidance || weight || !criteria.isEmpty(); }

Checklist merged(const Checklist &base, const Overlay &overlay)
{
    Checklist checklist = base;
    for (const Overlay::Change &change : overlay.changes) {
        const auto item = std::find_if(checklist.items.begin(), checklist.items.end(),
                                       [&](const Item &candidate) { return candidate.id == change.id; });
        if (item == checklist.items.end()) {
            continue;
        }
        item->question.ja = change.question.value_or(item->question.ja);
        item->guidance.ja = change.guidance.value_or(item->guidance.ja);
        item->weight = change.weight.value_or(item->weight);
        item->localCriteriaRef = change.localCriteriaRef.value_or(item->localCriteriaRef);
        for (auto criterion = change.criteria.constBegin(); criterion != change.criteria.constEnd(); ++criterion) {
            item->criteria.insert(criterion.key(), criterion.value());
        }
        item->overlay |= change.asksOtherwise();
        if (!change.fingerprint.isEmpty()) {
            item->fingerprint = change.fingerprint;
        }
    }
    for (Item item : overlay.items) {
        item.overlay = true;
        checklist.items << item;
    }
    return checklist;
}

void merge(ChecklistSet &set, const Overlay &overlay)
{
    for (Checklist &checklist : set.checklists) {
        if (checklist.id == overlay.checklist && checklist.edition == overlay.edition) {
            checklist = merged(checklist, overlay);
        }
    }
}

} // namespace tenken
