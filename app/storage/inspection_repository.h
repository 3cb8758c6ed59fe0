#pragma once

#include "core/inspection.h"
#include "storage/revision_journal.h"
#include "storage/store.h"

namespace tenken {

/// The newest (or any) revision of an inspection without its answers
struct InspectionSummary {
    QUuid inspection;
    int revision = 1;
    QUuid submission;
    InspectionState state = InspectionState::NotStarted;
    QString checklist;
    QString edition;
    Subject subject;
    Department department;
    FiscalYear fiscalYear;
    int round = 1;
    int answered = 0; ///< items with an answer, also those that the profile hides
    QString returnReason;
    QDateTime changedAt;
};

/// One item's new value, and what the writer believes to be there
struct AnswerChange {
    QString item;
    Answer value;
    Answer expected;
};

/// How many steps can be taken back and repeated
struct UndoState {
    int undoable = 0;
    int redoable = 0;
};

/// Inspections of one user. Every change is durable when its call returns, and its history rows were written in the
/// same transaction. Changes go to the newest revision; ReadOnly when that is signed or superseded. who is the typed
/// author's name or empty, never the login name. UnknownInspection, InvalidValue (forbidden characters), store errors.
class InspectionRepository {
public:
    explicit InspectionRepository(Store &store);

    /// AlreadyExists when the id was ever used. Operation times come from the store's clock.
    Status create(const Inspection &inspection, const QString &who);
    Result<Inspection> load(const QUuid &inspection);
    Result<Inspection> load(const QUuid &inspection, int revision);
    /// Newest revisions, last changed first
    Result<QList<InspectionSummary>> list();
    /// All revisions of one inspection, oldest first
    Result<QList<InspectionSummary>> revisions(const QUuid &inspection);
    /// The inspection and revision that carries a submission id; UnknownInspection
    Result<InspectionSummary> findBySubmission(const QUuid &submission);

    /// Returns the answer as stored (answeredAt from the clock, unless only the flag changed). StoreConflict, subject
    /// the item, when something else than expected is stored; times do not count in that comparison.
    Result<Answer> recordAnswer(const QUuid &inspection, const QString &item, const Answer &value,
                                const Answer &expected, const QString &who);
    /// All or nothing, undone in one step; returns how many items changed
    Result<int> recordAnswers(const QUuid &inspection, const QList<AnswerChange> &changes, const QString &who);
    Status setProfile(const QUuid &inspection, const Profile &profile, const QString &who);
    Status setInspector(const QUuid &inspection, const Author &inspector, const QString &who);
    Status setInspectionDate(const QUuid &inspection, const QDate &date, const QString &who);
    Status setStaffTally(const QUuid &inspection, const std::optional<StaffTally> &tally, const QString &who);

    /// not-started|answering|returned → signed (supersedes the signed revisions before it), signed|answering →
    /// returned (reason needed), not-started|returned → answering; ReadOnly or InvalidValue otherwise. What was signed
    /// once only becomes returned: changes go to the next revision, which has a submission id of its own.
    Status setState(const QUuid &inspection, InspectionState state, const QString &reason, const QString &who);
    /// A copy as the next revision; the old one stays signed until the copy is signed. A returned revision's copy is
    /// returned too, with the reason, until then. AlreadyExists while a draft is open.
    Result<Inspection> startRevision(const QUuid &inspection, const QString &who,
                                     const QUuid &submission = QUuid::createUuid());
    /// Throws away the newest revision; ReadOnly if it was ever signed. The history stays.
    Status deleteDraft(const QUuid &inspection, const QString &who);
    /// Puts back a signed revision from its PDF. false: it is there already with the same content (a draft with this
    /// content becomes signed); AlreadyExists when its content differs.
    Result<bool> restoreInspection(const Inspection &inspection, const QString &who);

    /// All revisions, oldest entry first; also of a deleted draft
    Result<QList<HistoryEntry>> history(const QUuid &inspection);
    /// Takes back the newest change that was not taken back; returns what that changed. NothingToUndo, also for redo.
    Result<QList<HistoryEntry>> undo(const QUuid &inspection, const QString &who);
    Result<QList<HistoryEntry>> redo(const QUuid &inspection, const QString &who);
    Result<UndoState> undoState(const QUuid &inspection);

private:
    Result<Inspection> loadRevision(const QUuid &inspection, int revision);
    Status loadAnswers(const QVariant &revisionId, Inspection &inspection);
    Result<QList<InspectionSummary>> summaries(const QString &condition, const QVariantList &values);
    Status insertRevision(const Inspection &inspection);
    /// typed: what people wrote of text, which is JSON
    Status setField(const QUuid &inspection, const QString &field, const QString &text, const QStringList &typed,
                    const QString &who);
    Status supersedeBefore(const QUuid &inspection, int revision, const QString &who);
    Status restoreRow(const Inspection &inspection, const QString &who);
    Result<bool> confirmRestored(const Inspection &stored, const Inspection &restored, const QString &who);
    Result<QList<HistoryEntry>> step(const QUuid &inspection, const QString &who, RevisionJournal::Kind kind);

    Database &m_database;
    const Clock &m_clock;
    RevisionJournal m_journal;
};

} // namespace tenken
