#pragma once

#include "core/clock.h"
#include "core/inspection.h"
#include "storage/database.h"

#include <optional>

namespace tenken {

/// One field's change in text form; item empty: the inspection itself
struct FieldEdit {
    QString item;
    QString field;
    QString before;
    QString after;
};

/// From nothing to what stands in a revision that is made with content
QList<FieldEdit> firstEditsOf(const Inspection &inspection);

/// Row of one revision
struct RevisionRow {
    qint64 id = 0;
    int revision = 1;
    InspectionState state = InspectionState::NotStarted;
    bool wasSigned = false;
    /// What carries a signed submission's id never changes again, returned or not
    bool isReadOnly() const { return wasSigned || state == InspectionState::Superseded; }
};

/// One item's answer as its row holds it: texts in the order of answerFields(), all empty when there is no row
struct StoredAnswer {
    QStringList texts;
    QString answeredAt;
    Result<Answer> read() const; ///< StoreCorrupt when a text is none that we write
};
using StoredAnswers = QMap<QString, StoredAnswer>; ///< by item

/// The newest revision and one item's answer in it
struct AnswerPlace {
    RevisionRow revision;
    StoredAnswer answer;
};

/// The one place that changes a revision: fields and their history rows together. Calls stand inside a transaction
/// of the caller. Undo is more history: an undo row names the change that it takes back, so it works over sessions
/// and processes; state changes are barriers.
class RevisionJournal {
public:
    enum class Kind { Edit, Undo, Redo, Barrier };
    struct Stacks {
        QList<qint64> undoable; ///< changes, the next one last
        QList<qint64> redoable;
    };

    RevisionJournal(Database &database, const Clock &clock) : m_database(database), m_clock(clock) { }
    /// Newest revision; UnknownInspection
    Result<RevisionRow> head(const QUuid &inspection);
    /// The same, ReadOnly when it may not be changed
    Result<RevisionRow> writableHead(const QUuid &inspection);
    /// writableHead and the answer in one look: what recording one answer needs
    Result<AnswerPlace> writableAnswer(const QUuid &inspection, const QString &item);
    Result<StoredAnswer> answerOf(const RevisionRow &revision, const QString &item);
    Status writeAnswer(const RevisionRow &revision, const QString &item, const QStringList &texts,
                       const QString &answeredAt);
    /// Writes the edits to their columns and to the history; returns the rows written. known: answers that were read
    /// in this transaction already; they become what was written.
    Result<QList<HistoryEntry>> apply(const QUuid &inspection, const RevisionRow &revision,
                                      const QList<FieldEdit> &edits, const QString &who, Kind kind = Kind::Edit,
                                      std::optional<qint64> target = {});
    Result<QList<HistoryEntry>> apply(const QUuid &inspection, const RevisionRow &revision,
                                      const QList<FieldEdit> &edits, const QString &who, StoredAnswers &known);
    /// History rows alone, for what was written as a whole row
    Result<QList<HistoryEntry>> log(const QUuid &inspection, int revision, const QList<FieldEdit> &edits,
                                    const QString &who, Kind kind, std::optional<qint64> target = {});
    Result<QList<HistoryEntry>> history(const QUuid &inspection);
    Result<Stacks> stacks(const QUuid &inspection, int revision);
    Result<QList<FieldEdit>> editsOf(qint64 change);

private:
    Result<StoredAnswers> standing(const RevisionRow &revision, const QList<FieldEdit> &edits);
    Status applyToAnswers(const RevisionRow &revision, const QList<FieldEdit> &edits, StoredAnswers &answers,
                          const QString &now);
    Status applyToRevision(const RevisionRow &revision, const QList<FieldEdit> &edits, const QString &now);
    Result<QList<HistoryEntry>> write(const QUuid &inspection, const RevisionRow &revision,
                                      const QList<FieldEdit> &edits, const QString &who, StoredAnswers &answers,
                                      Kind kind, std::optional<qint64> target);

    Database &m_database;
    const Clock &m_clock;
};

} // namespace tenken
