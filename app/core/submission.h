#pragma once

#include "core/answer.h"
#include "core/department.h"
#include "core/inspection.h"

#include <QUuid>

namespace tenken {

/// One item as it was asked and answered. question is null for items of the city's own overlay.
struct SubmittedItem {
    QString id;
    int revision = 1;
    QString fingerprint;
    std::optional<QString> question;
    Answer answer;
    friend bool operator==(const SubmittedItem &, const SubmittedItem &) = default;
};

/// The frozen form of an inspection: format tenken.submission/1, the attachment of the signed PDF.
struct Submission {
    QUuid id;
    QUuid inspection;
    int revision = 1;
    QUuid supersedes; ///< null: first
    FiscalYear fiscalYear;
    int round = 1;
    QString policy;
    QString policyFingerprint;
    QString checklist;
    QString edition;
    QString checklistFingerprint;
    Subject subject;
    Department department;
    Profile profile;
    Author inspector;
    QDate inspectionDate;
    QDateTime exportedAt;
    QList<SubmittedItem> items; ///< the applicable items in checklist order
    QStringList hiddenByProfile;
    std::optional<StaffTally> staffTally;
    QString generatorName;
    QString generatorVersion;
    const SubmittedItem *find(const QString &item) const;
};

/// What wrote a file: "Tenken" and its version
QString generatorName();
QString generatorVersion();

/// Freezes the inspection as it stands (complete or not: a draft export is one too).
Submission freeze(const Inspection &inspection, const Checklist &checklist, const QDateTime &exportedAt);
/// The inspection that a submission restores to: signed, read-only, with every answer.
Inspection thaw(const Submission &submission);
/// <year>-<round>_<subject>_<checklist>_r<revision>.pdf
QString fileNameOf(const Submission &submission);

} // namespace tenken
