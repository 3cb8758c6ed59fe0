#pragma once

#include "core/checklist.h"

namespace tenken {

/// A city's own additions to one checklist (tenken.overlay/1): own items, wording, weights, criteria references.
struct Overlay {
    struct Change {
        QString id;
        std::optional<QString> question;
        std::optional<QString> guidance;
        std::optional<int> weight;
        std::optional<QString> localCriteriaRef;
        QMap<AnswerCode, QString> criteria; ///< thresholds that the city sets itself
    };
    QString checklist;
    QString edition;
    QList<Change> changes;
    QList<Item> items; ///< confidential: only id and fingerprint leave the city
};

/// The checklist with the overlay merged: changed and added items have overlay = true.
Checklist merged(const Checklist &base, const Overlay &overlay);

} // namespace tenken
