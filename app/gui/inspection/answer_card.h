#pragma once

#include "gui/inspection/answer_button.h"
#include "viewmodel/inspection/inspection_session.h"

#include <QFrame>
#include <QTimer>

class QComboBox;
class QLabel;
class QPushButton;

namespace tenken {

class AnswerKeys;
class EvidenceEditor;
class Heading;
class Note;
class NoteEdit;
class PlanEditor;

/// One question with its answer. What is typed is stored within half a second, and before the card shows another item.
class AnswerCard final : public QFrame {
    Q_OBJECT

public:
    AnswerCard(InspectionSession &session, AnswerKeys &keys, QWidget *parent = nullptr);
    void showItem(const QString &item);
    const QString &item() const { return m_item; }
    /// Stores what is typed and not stored yet
    void flush();
    void focusAnswer();
    void focusComment();
    void focusEvidence();
    void retranslate();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(AnswerKeys &keys);
    QWidget *buildNotes();
    void connectEditors();
    void scheduleSave();
    void choose(AnswerCode code);
    void refresh();
    void showQuestion();
    void showAnswers(const Answer &answer);
    void showFields(const Answer &answer);
    void focusChosen();
    void showProblems();
    Answer typed() const;
    QMap<QString, QString> unreadableDates() const;
    void restoreUnreadable();
    bool isNotApplicable() const;

    InspectionSession &m_session;
    QString m_item;
    QTimer m_saving;
    QLabel *m_number;
    Heading *m_question;
    Note *m_condition;
    QList<AnswerButton *> m_buttons;
    QPushButton *m_flag;
    Note *m_problems;
    QLabel *m_commentLabel;
    NoteEdit *m_comment;
    QWidget *m_planBox;
    QLabel *m_causeLabel;
    QComboBox *m_cause;
    QLabel *m_planLabel;
    PlanEditor *m_plan;
    QLabel *m_evidenceLabel;
    EvidenceEditor *m_evidence;
    QLabel *m_opinionLabel;
    NoteEdit *m_opinion;
};

} // namespace tenken
