#pragma once

#include "core/inspection.h"
#include "core/score.h"

#include <QList>
#include <QString>
#include <QUuid>

namespace tenken {

/// The submission that a return or a receipt is about, so that the document can be read without it
struct SubmissionReference {
    QUuid submission;
    QString sha256; ///< of submission.json, lower-case hex
    Subject subject;
    Department department;
    FiscalYear fiscalYear;
    int round = 1;
    QString checklist;
    int revision = 1;
    friend bool operator==(const SubmissionReference &, const SubmissionReference &) = default;
};

/// 差し戻し (tenken.return/1): attachment of the manager's signed PDF
struct ReturnNote {
    QUuid id;
    QUuid inspection;
    SubmissionReference about;
    QString reason;
    QDateTime returnedAt;
    Author returnedBy;
    QString generatorName;
    QString generatorVersion;
    friend bool operator==(const ReturnNote &, const ReturnNote &) = default;
};

/// 受領書 (tenken.receipt/1): attachment of the division's signed PDF
struct Receipt {
    QUuid id;
    SubmissionReference about;
    QString edition;
    bool approved = false; ///< state: approved or signed
    QDateTime receivedAt;
    Author issuer;
    QString generatorName;
    QString generatorVersion;
    friend bool operator==(const Receipt &, const Receipt &) = default;
};

/// Counts behind the committee's report (tenken.committee/1)
struct CommitteeSummary {
    struct ChecklistRow {
        QString checklist;
        QString edition;
        int expected = 0; ///< subjects that the round asks; 0 without a round file
        int submitted = 0;
        int approved = 0;
        Counts counts;
        friend bool operator==(const ChecklistRow &, const ChecklistRow &) = default;
    };
    struct ClauseRow {
        QString clause;
        Counts counts;
        friend bool operator==(const ClauseRow &, const ClauseRow &) = default;
    };
    QUuid id;
    FiscalYear fiscalYear;
    int round = 1;
    QString policy;
    QList<ChecklistRow> checklists;
    QList<ClauseRow> clauses;
    QDateTime createdAt;
    Author author;
    QString generatorName;
    QString generatorVersion;
    friend bool operator==(const CommitteeSummary &, const CommitteeSummary &) = default;
};

} // namespace tenken
