#pragma once

#include "core/checklist_set.h"

namespace tenken {

/// A city's own additions to one checklist (tenken.overlay/1): own items, wording, weights, criteria references.
struct Overlay {
    struct Change {
        QString id;
        QString fingerprint; ///< of the item as changed; empty: nothing but the criteria reference is given
        std::optional<QString> question;
        std::optional<QString> guidance;
        std::optional<int> weight;
        std::optional<QString> localCriteriaRef;
        QMap<AnswerCode, QString> criteria; ///< thresholds that the city sets itself
        bool asksOtherwise() const; ///< more than the criteria reference
    };
    QString checklist;
    QString edition;
    QList<Change> changes;
    QList<Item> items; ///< confidential: only id and fingerprint leave the city
};

/// The checklist with the overlay merged. Added items, and items of which the overlay changes more than the criteria
/// reference, have overlay = true. The edition's own fingerprint stays: it says which edition was asked, the items'
/// fingerprints say what was asked.
Checklist merged(const Checklist &base, const Overlay &overlay);
/// The same for the edition of the set that the overlay names
void merge(ChecklistSet &set, const Overlay &overlay);

} // namespace tenken
