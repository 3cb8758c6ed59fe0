#pragma once

#include "core/answer.h"
#include "core/checklist.h"
#include "core/department.h"
#include "core/fiscal_year.h"

#include <QHash>
#include <QSet>
#include <QUuid>

namespace tenken {

/// not-started answering signed returned superseded (domain report §2.1, as far as one desk sees it)
enum class InspectionState { NotStarted, Answering, Signed, Returned, Superseded };
QString toCode(InspectionState state);
std::optional<InspectionState> inspectionStateFromCode(const QString &code);

struct RemovedFlag {
    QString flag;
    QString reason;
    friend bool operator==(const RemovedFlag &, const RemovedFlag &) = default;
};

/// What the subject handles. removed remembers every flag that was unticked, and why: it hides items.
struct Profile {
    QStringList flags; ///< sorted, unique
    QList<RemovedFlag> removed;
    QSet<QString> set() const { return {flags.begin(), flags.end()}; }
    friend bool operator==(const Profile &, const Profile &) = default;
};

/// Author identity is chosen, never the login name
struct Author {
    QString name;
    QString post;
    friend bool operator==(const Author &, const Author &) = default;
};

/// One subject's pass through one checklist in one round: one revision of it.
struct Inspection {
    QUuid id;
    int revision = 1;
    QUuid submission; ///< id that this revision will carry (or carries) as a submission
    QUuid supersedes; ///< submission that this revision replaces; null for the first
    InspectionState state = InspectionState::NotStarted;
    QString checklist;
    QString edition;
    QString checklistFingerprint;
    QString policy;
    QString policyFingerprint;
    FiscalYear fiscalYear;
    int round = 1;
    Subject subject;
    Department department;
    Profile profile;
    Author inspector;
    QDate inspectionDate; ///< business date (点検日), chosen
    QDateTime startedAt; ///< operation times, never chosen
    QDateTime changedAt;
    QString returnReason; ///< set while state is Returned
    bool wasSigned = false; ///< its submission id stands in a signed PDF
    std::optional<StaffTally> staffTally;
    QHash<QString, Answer> answers; ///< by item id; items hidden by the profile keep theirs
    const Answer *answer(const QString &item) const;
    /// Changes go to a new revision
    bool isReadOnly() const
    {
        return wasSigned || state == InspectionState::Signed || state == InspectionState::Superseded;
    }
};

/// One line of the append-only history. field: answer comment reason cause opinion evidence plan flag profile state
/// inspector date tally. old and new are the field's text form (codes, or JSON for evidence and plan).
struct HistoryEntry {
    qint64 sequence = 0; ///< ascending in one store
    QDateTime at;
    QString who;
    int revision = 1;
    QString item; ///< empty for the inspection itself
    QString field;
    QString before;
    QString after;
};

} // namespace tenken
