#pragma once

#include "core/department.h"
#include "core/fiscal_year.h"

namespace tenken {

/// Which editions a round asks, and of whom. Without a round nothing is missing or due.
struct Round {
    struct ChecklistRef {
        QString id;
        QString edition;
        QString fingerprint;
        friend bool operator==(const ChecklistRef &, const ChecklistRef &) = default;
    };
    struct Expected {
        QString checklist;
        Subject subject;
        QString departmentCode;
        QString departmentName;
        friend bool operator==(const Expected &, const Expected &) = default;
    };
    FiscalYear fiscalYear;
    int number = 1;
    QString title;
    QString policy;
    QDate due;
    QList<ChecklistRef> checklists;
    QList<Expected> expected;
    QStringList trustAnchors; ///< PEM certificates
    friend bool operator==(const Round &, const Round &) = default;
};

} // namespace tenken
