#include "gui/inspection/plan_editor.h"

#include "gui/inspection/date_edit.h"
#include "gui/inspection/note_edit.h"
#include "gui/shell/labels.h"
#include "gui/shell/page.h"

#include <QFormLayout>
#include <QLabel>

namespace tenken {

PlanEditor::PlanEditor(const EraTable &eras, QWidget *parent)
    : QWidget(parent),
      m_measure(named(new NoteEdit(this), "planMeasure")),
      m_due(named(new DateEdit(eras, this), "planDue")),
      m_owner(named(new QLineEdit(this), "planOwner")),
      m_interim(named(new QLineEdit(this), "planInterim")),
      m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    for (QWidget *field : {static_cast<QWidget *>(m_measure), static_cast<QWidget *>(m_due),
                           static_cast<QWidget *>(m_owner), static_cast<QWidget *>(m_interim)}) {
        addField(m_form, field);
    }
    for (QLineEdit *field : {m_owner, static_cast<QLineEdit *>(m_due), m_interim}) {
        connect(field, &QLineEdit::textEdited, this, &PlanEditor::edited);
        connect(field, &QLineEdit::editingFinished, this, &PlanEditor::edited);
    }
    connect(m_measure, &NoteEdit::edited, this, &PlanEditor::edited);
    connect(m_measure, &NoteEdit::left, this, &PlanEditor::left);
    retranslate();
}

void PlanEditor::setPlan(const Plan &plan)
{
    m_stored = plan;
    m_measure->setStored(plan.measure);
    const auto show = [](QLineEdit *field, const QString &text) {
        if (field->text() != text) {
            field->setText(text);
        }
    };
    show(m_owner, plan.owner);
    show(m_interim, plan.interim);
    m_due->setDate(plan.due);
}

Plan PlanEditor::plan() const
{
    return {m_measure->toPlainText(), m_owner->text(), m_due->date().value_or(m_stored.due), m_interim->text()};
}

QWidget *PlanEditor::lastField() const { return m_interim; }

void PlanEditor::retranslate()
{
    labelField(m_form, m_measure, tr("What is done"));
    labelField(m_form, m_due, tr("By when"));
    labelField(m_form, m_owner, tr("Who"));
    labelField(m_form, m_interim, tr("Until then"));
    m_due->setPlaceholderText(tr("e.g. 2027-03-31"));
    m_due->setDate(plan().due);
}

} // namespace tenken
