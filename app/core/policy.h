#pragma once

#include "core/checklist.h"

#include <QDate>

namespace tenken {

/// An official clause of the policy; key as printed: 6(1) … 6(3)① … 7, 8
struct PolicyClause {
    QString key;
    LocalText title;
    QString text; ///< wording of the policy
};

/// The policy's text cut into single obligations; ids are ours (KC-61a …), never shown as official numbers.
struct Obligation {
    QString id;
    QString clause;
    QString excerpt;
    LocalText name;
    QStringList threats;
    QStringList assets;
    QStringList zones;
};

struct CodedName {
    QString code;
    LocalText name;
};

/// A fact about a department, person or system that decides which items apply; asked in plain words.
struct ProfileFlag {
    QString code;
    LocalText name;
    LocalText question; ///< 「〜ますか。」
    QStringList appliesTo; ///< section person system
};

/// Policy map (policy.json): what checklists refer to.
struct Policy {
    QString id;
    QString fingerprint;
    LocalText title;
    QDate effective;
    QList<PolicyClause> clauses; ///< the 13 keys in order
    QList<Obligation> obligations;
    QList<CodedName> threats;
    QList<CodedName> assets;
    QList<CodedName> zones;
    QList<CodedName> bodies;
    QList<CodedName> guidelineAreas;
    QList<ProfileFlag> flags;
    const PolicyClause *clause(const QString &key) const;
    const ProfileFlag *flag(const QString &code) const;
    QStringList clauseKeys() const;
};

/// Which self-inspection items and audit tests answer to each clause and obligation
struct Coverage {
    struct Row {
        QString key;
        int selfItems = 0;
        int auditTests = 0;
        bool isCovered = false; ///< ≥ 2 self-inspection items and ≥ 1 audit test
    };
    QList<Row> clauses;
    QList<Row> obligations;
    bool isComplete() const;
};
Coverage coverageOf(const Policy &policy, const QList<Checklist> &checklists);

} // namespace tenken
