#pragma once

#include "core/inspection_rules.h"
#include "core/score.h"
#include "viewmodel/inspection/reference_answers.h"

#include <QObject>

namespace tenken {

/// One inspection while a person works on it. Every change is in the store when its call returns; what the store
/// refuses is told by failed() and not shown as done.
class InspectionSession final : public QObject {
    Q_OBJECT

public:
    /// A returned submission is opened as its next revision, which is made when there is none yet.
    static Result<std::unique_ptr<InspectionSession>> open(Desk &desk, const QUuid &inspection);

    Desk &desk() const { return m_desk; }
    const Inspection &inspection() const { return m_inspection; }
    const Checklist &checklist() const { return m_checklist; }
    bool isReadOnly() const { return m_inspection.isReadOnly(); }
    /// Ids of the applicable items in checklist order
    const QStringList &items() const { return m_items; }
    int positionOf(const QString &item) const { return m_positions.value(item, -1); }
    const Item &item(const QString &id) const;
    Answer answerOf(const QString &id) const { return m_inspection.answers.value(id); }
    QList<Problem> problemsOf(const QString &id) const;
    QList<Problem> problems() const { return tenken::problemsOf(m_checklist, m_inspection); }
    Counts counts() const;
    QDateTime savedAt() const { return m_inspection.changedAt; }
    UndoState undoState() const;
    const ReferenceAnswers &reference() const { return m_reference; }
    /// Reads the answers of another PDF to look back at; lookedBack() follows
    void lookBackAt(const QString &file);
    void stopLookingBack();
    bool isLookingBack() const { return m_isLookingBack; }
    bool matchesSearch(const QString &id, const QString &folded) const;
    /// The first unanswered item behind this one, from the top again at the end; empty when all are answered
    QString nextUnanswered(const QString &after) const;

    bool setAnswer(const QString &id, AnswerCode code);
    /// The item's answer as a whole. Nothing is written when it is as stored.
    bool change(const QString &id, const Answer &value);
    bool toggleFlag(const QString &id);
    bool undo();
    bool redo();
    bool changeProfile(const QStringList &flags, const QString &reason);
    bool setInspector(const Author &author);
    bool setInspectionDate(const QDate &date);
    /// What was typed where a date belongs and is none: by field. It is nowhere else, so it must be put right before
    /// signing.
    void setUnreadable(const QString &id, const QMap<QString, QString> &fields);
    QMap<QString, QString> unreadable(const QString &id) const { return m_unreadable.value(id); }
    /// After signing, or when another process wrote
    bool reload();

Q_SIGNALS:
    void answered(const QString &item);
    void saved(const QDateTime &at);
    void conflicted(const QString &item);
    void failed(const tenken::Error &error);
    void itemsChanged(); ///< other items apply, or all answers were read anew
    void moved(const QString &item); ///< undo and redo show what they changed
    void lookingBack(bool isReading);
    void lookedBack(bool found); ///< found: reference() holds what the file answered

private:
    InspectionSession(Desk &desk, Inspection inspection, const Checklist &checklist);
    void collectItems();
    void indexText(const QString &id);
    void noteSaved();
    bool tell(const Error &error);
    bool resolveConflict(const QString &id, const Error &error);
    bool take(const Result<QList<HistoryEntry>> &entries);
    void endLookingBack(const std::optional<ReferenceAnswers> &found);

    Desk &m_desk;
    Inspection m_inspection;
    const Checklist &m_checklist;
    ReferenceAnswers m_reference;
    QStringList m_items;
    QHash<QString, int> m_positions;
    QHash<QString, const Item *> m_found; ///< every item of the checklist by id
    QHash<QString, QString> m_searchText;
    QHash<QString, QMap<QString, QString>> m_unreadable;
    int m_lookBack = 0; ///< number of the file whose answers are wanted
    bool m_isLookingBack = false;
};

} // namespace tenken
