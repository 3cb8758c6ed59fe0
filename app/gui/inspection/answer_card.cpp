#include "gui/inspection/answer_card.h"

#include "gui/inspection/answer_keys.h"
#include "gui/inspection/date_edit.h"
#include "gui/inspection/evidence_editor.h"
#include "gui/inspection/note_edit.h"
#include "gui/inspection/plan_editor.h"
#include "gui/shell/icons.h"
#include "gui/shell/labels.h"
#include "gui/shell/page.h"
#include "viewmodel/shell/display_text.h"
#include "wording/answer_words.h"
#include "wording/date_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace tenken {

namespace {

constexpr int saveDelayMs = 500;
constexpr Cause allCauses[] = {Cause::RuleUnknown, Cause::NoCapacity, Cause::NoMeans, Cause::RuleUnfit, Cause::Other};

} // namespace

AnswerCard::AnswerCard(InspectionSession &session, AnswerKeys &keys, QWidget *parent)
    : QFrame(parent), m_session(session)
{
    setObjectName(QStringLiteral("answerCard"));
    build(keys);
    connectEditors();
    m_saving.setSingleShot(true);
    m_saving.setInterval(saveDelayMs);
    connect(&m_saving, &QTimer::timeout, this, &AnswerCard::flush);
    connect(&session, &InspectionSession::answered, this, [this](const QString &item) {
        if (item == m_item) {
            refresh();
        }
    });
    retranslate();
}

void AnswerCard::build(AnswerKeys &keys)
{
    m_number = named(new QLabel(this), "itemNumber");
    m_question = named(new Heading(1.2, this), "question");
    m_condition = named(new Note(Note::Tone::Quiet, this), "naCondition");
    m_flag = named(new QPushButton(this), "flagButton");
    m_flag->setCheckable(true);
    m_flag->setIcon(signIcon(Sign::Flag));
    m_problems = named(new Note(Note::Tone::Error, this), "problems");
    auto *head = new QHBoxLayout;
    head->addWidget(m_number, 1);
    head->addWidget(m_flag);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_question);
    for (const AnswerCode code : allAnswerCodes) {
        auto *button = new AnswerButton(code, this);
        button->setObjectName(QStringLiteral("answer%1").arg(keyOf(code)));
        keys.watch(button, true);
        connect(button, &QAbstractButton::clicked, this, [this, code] { choose(code); });
        column->addWidget(button);
        m_buttons << button;
    }
    keys.watch(m_flag, true);
    column->addWidget(m_condition);
    column->addWidget(m_problems);
    column->addWidget(buildNotes());
    column->addStretch(1);
}

QWidget *AnswerCard::buildNotes()
{
    auto *notes = new QWidget(this);
    m_commentLabel = named(new QLabel(notes), "commentLabel");
    m_comment = named(new NoteEdit(notes), "comment");
    m_planBox = named(new QWidget(notes), "planBox");
    m_causeLabel = named(new QLabel(m_planBox), "causeLabel");
    m_cause = named(new QComboBox(m_planBox), "cause");
    m_planLabel = named(new QLabel(m_planBox), "planLabel");
    m_plan = named(new PlanEditor(m_session.desk().eras(), m_planBox), "plan");
    m_evidenceLabel = named(new QLabel(notes), "evidenceLabel");
    m_evidence = named(new EvidenceEditor(m_session.desk().eras(), notes), "evidence");
    m_evidence->setTabAfter(m_plan->lastField());
    m_opinionLabel = named(new QLabel(notes), "opinionLabel");
    m_opinion = named(new NoteEdit(notes), "opinion");
    auto *planColumn = new QVBoxLayout(m_planBox);
    planColumn->setContentsMargins(0, 0, 0, 0);
    for (QWidget *widget : {static_cast<QWidget *>(m_causeLabel), static_cast<QWidget *>(m_cause),
                            static_cast<QWidget *>(m_planLabel), static_cast<QWidget *>(m_plan)}) {
        planColumn->addWidget(widget);
    }
    auto *column = new QVBoxLayout(notes);
    column->setContentsMargins(0, 4, 0, 0);
    for (QWidget *widget : {static_cast<QWidget *>(m_commentLabel), static_cast<QWidget *>(m_comment), m_planBox,
                            static_cast<QWidget *>(m_evidenceLabel), static_cast<QWidget *>(m_evidence),
                            static_cast<QWidget *>(m_opinionLabel), static_cast<QWidget *>(m_opinion)}) {
        column->addWidget(widget);
    }
    m_commentLabel->setBuddy(m_comment);
    m_causeLabel->setBuddy(m_cause);
    m_opinionLabel->setBuddy(m_opinion);
    return notes;
}

void AnswerCard::connectEditors()
{
    connect(m_comment, &NoteEdit::edited, this, &AnswerCard::scheduleSave);
    connect(m_opinion, &NoteEdit::edited, this, &AnswerCard::scheduleSave);
    connect(m_plan, &PlanEditor::edited, this, &AnswerCard::scheduleSave);
    connect(m_evidence, &EvidenceEditor::edited, this, &AnswerCard::scheduleSave);
    connect(m_cause, &QComboBox::activated, this, &AnswerCard::flush);
    for (NoteEdit *field : {m_comment, m_opinion}) {
        connect(field, &NoteEdit::left, this, &AnswerCard::focusAnswer);
    }
    connect(m_plan, &PlanEditor::left, this, &AnswerCard::focusAnswer);
    connect(m_flag, &QPushButton::clicked, this, [this] {
        flush();
        m_session.toggleFlag(m_item);
        refresh();
    });
}

/// Counted from the first key that is not stored yet: whoever types without a pause loses no more than the others.
void AnswerCard::scheduleSave()
{
    if (!m_saving.isActive()) {
        m_saving.start();
    }
}

QMap<QString, QString> AnswerCard::unreadableDates() const
{
    QMap<QString, QString> fields;
    for (const DateEdit *field : findChildren<DateEdit *>()) {
        if (field->isVisibleTo(this) && !field->date()) {
            fields.insert(field->objectName(), field->text().trimmed());
        }
    }
    return fields;
}

void AnswerCard::restoreUnreadable()
{
    const QMap<QString, QString> fields = m_session.unreadable(m_item);
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (auto *edit = findChild<DateEdit *>(field.key())) {
            edit->setText(field.value());
        }
    }
}

bool AnswerCard::isNotApplicable() const { return m_session.answerOf(m_item).code == AnswerCode::NotApplicable; }

Answer AnswerCard::typed() const
{
    Answer answer = m_session.answerOf(m_item);
    (isNotApplicable() ? answer.reason : answer.comment) = m_comment->toPlainText();
    answer.opinion = m_opinion->toPlainText();
    answer.evidence = m_evidence->evidence();
    if (answer.code == AnswerCode::Partial || answer.code == AnswerCode::No) {
        answer.plan = m_plan->plan();
        answer.cause = m_cause->currentIndex() > 0 ? std::optional(static_cast<Cause>(m_cause->currentData().toInt()))
                                                   : std::nullopt;
    }
    return answer;
}

void AnswerCard::flush()
{
    m_saving.stop();
    if (!m_item.isEmpty() && !m_session.isReadOnly()) {
        m_session.setUnreadable(m_item, unreadableDates());
        m_session.change(m_item, typed());
        showProblems();
    }
}

void AnswerCard::choose(AnswerCode code)
{
    flush();
    m_session.setAnswer(m_item, code);
    refresh(); // a click on the chosen answer leaves it chosen
}

void AnswerCard::showItem(const QString &item)
{
    const bool isOther = item != m_item;
    if (isOther) {
        flush();
        for (DateEdit *field : findChildren<DateEdit *>()) {
            field->clear();
        }
    }
    m_item = item;
    showQuestion();
    refresh();
    if (isOther) {
        restoreUnreadable();
    }
}

void AnswerCard::showQuestion()
{
    if (m_item.isEmpty()) {
        return;
    }
    const Item &item = m_session.item(m_item);
    m_number->setText(item.critical ? tr("★ Important item  %1").arg(item.id) : item.id);
    m_question->setText(shown(item.question));
    const AnswerCodes offered = m_session.checklist().offeredAnswers(item);
    QStringList words;
    for (const AnswerCode code : allAnswerCodes) {
        if (offered.testFlag(code)) {
            words << wording::answerWithSymbol(code, m_session.checklist().scale);
        }
    }
    for (AnswerButton *button : std::as_const(m_buttons)) {
        const AnswerCode code = button->code();
        const QString criterion =
            code == AnswerCode::NotApplicable ? item.naCondition.value_or(QString()) : item.criteria.value(code);
        button->setWords(m_session.checklist().scale, criterion);
        button->setNeighbours(words);
        button->setVisible(offered.testFlag(code));
        button->setEnabled(!m_session.isReadOnly());
    }
    m_condition->setText(item.isNaAllowed() ? QString() : tr("“Not applicable” cannot be chosen for this item."));
    m_condition->setVisible(!item.isNaAllowed());
}

void AnswerCard::refresh()
{
    if (m_item.isEmpty()) {
        return;
    }
    const Answer answer = m_session.answerOf(m_item);
    showAnswers(answer);
    showFields(answer);
    showProblems();
}

void AnswerCard::showAnswers(const Answer &answer)
{
    for (AnswerButton *button : std::as_const(m_buttons)) {
        button->setChecked(answer.code == button->code());
    }
    const auto hasFocus = [](const AnswerButton *button) { return button->hasFocus(); };
    if (answer.code && std::any_of(m_buttons.begin(), m_buttons.end(), hasFocus)) {
        focusChosen(); // the ring goes along with a key that answers
    }
    m_flag->setChecked(answer.flagged);
    m_flag->setEnabled(!m_session.isReadOnly());
}

void AnswerCard::showFields(const Answer &answer)
{
    const bool reason = answer.code == AnswerCode::NotApplicable;
    m_commentLabel->setText(reason ? tr("Reason why it does not apply") : tr("Comment (C)"));
    m_comment->setAccessibleName(m_commentLabel->text());
    if (!m_comment->isComposing()) {
        m_comment->setStored(reason ? answer.reason : answer.comment);
    }
    if (!m_opinion->isComposing()) {
        m_opinion->setStored(answer.opinion);
    }
    const bool planned = answer.code == AnswerCode::Partial || answer.code == AnswerCode::No;
    m_planBox->setVisible(planned);
    m_plan->setPlan(answer.plan);
    m_cause->setCurrentIndex(answer.cause ? m_cause->findData(static_cast<int>(*answer.cause)) : 0);
    m_evidence->setEvidence(answer.evidence);
    const bool open = !m_session.isReadOnly();
    m_comment->setReadOnly(!open);
    m_opinion->setReadOnly(!open);
    m_planBox->setEnabled(open);
    m_evidence->setEnabled(open);
}

void AnswerCard::showProblems()
{
    QStringList sentences;
    for (const Problem &problem : m_session.problemsOf(m_item)) {
        if (problem.code != ProblemCode::Unanswered) {
            sentences << QStringLiteral("！") + wording::sentence(problem.code);
        }
    }
    for (const QString &typed : m_session.unreadable(m_item)) {
        sentences << QStringLiteral("！") + wording::unreadableDate(typed);
    }
    m_problems->setText(sentences.join(u'\n'));
    m_problems->setVisible(!sentences.isEmpty());
}

void AnswerCard::focusAnswer()
{
    flush();
    focusChosen();
}

void AnswerCard::focusChosen()
{
    const auto checked = std::find_if(m_buttons.begin(), m_buttons.end(),
                                      [](const AnswerButton *button) { return button->isChecked(); });
    (checked == m_buttons.end() ? m_buttons.first() : *checked)->setFocus(Qt::OtherFocusReason);
}

/// From the fields of one line; those of several tell it themselves
void AnswerCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        focusAnswer();
    } else {
        QFrame::keyPressEvent(event);
    }
}

void AnswerCard::focusComment() { m_comment->setFocus(Qt::ShortcutFocusReason); }

void AnswerCard::focusEvidence() { m_evidence->focusFirst(); }

void AnswerCard::retranslate()
{
    m_flag->setText(tr("Flag (F)"));
    m_flag->setAccessibleName(tr("Flag"));
    m_flag->setToolTip(tr("Marks the item for yourself, to come back to it. It is not exported."));
    m_causeLabel->setText(tr("Cause"));
    m_cause->setAccessibleName(tr("Cause"));
    const int chosen = m_cause->currentIndex();
    m_cause->clear();
    m_cause->addItem(tr("(not chosen)"), -1);
    for (const Cause cause : allCauses) {
        m_cause->addItem(wording::word(cause), static_cast<int>(cause));
    }
    m_cause->setCurrentIndex(std::max(0, chosen));
    m_planLabel->setText(tr("Corrective plan"));
    m_evidenceLabel->setText(tr("Evidence (E): which document shows it"));
    m_opinionLabel->setText(tr("Opinion on the rule itself (optional)"));
    m_opinion->setAccessibleName(m_opinionLabel->text());
    m_evidence->retranslate();
    m_plan->retranslate();
    showQuestion();
    refresh();
}

} // namespace tenken
