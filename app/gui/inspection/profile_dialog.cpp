#include "gui/inspection/profile_dialog.h"

#include "gui/inspection/note_edit.h"
#include "gui/shell/labels.h"
#include "gui/shell/page.h"
#include "gui/shell/wrapped_row_delegate.h"
#include "wording/error_words.h"

#include <QDialogButtonBox>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace tenken {

ProfileDialog::ProfileDialog(InspectionSession &session, QWidget *parent)
    : QDialog(parent), m_session(session), m_model(session.desk().checklists().policy)
{
    setObjectName(QStringLiteral("profileDialog"));
    setWindowTitle(tr("What we handle"));
    m_questions = named(new QListView(this), "profileQuestions");
    m_questions->setItemDelegate(new WrappedRowDelegate(m_questions));
    m_questions->setModel(&m_model);
    m_questions->setAccessibleName(windowTitle());
    m_reasonLabel = named(new Note(Note::Tone::Plain, this), "profileReasonLabel");
    m_reasonLabel->setText(
        tr("Why the unticked ones no longer apply (needed: it hides questions, their answers are kept)"));
    m_reason = named(new NoteEdit(this), "profileReason");
    m_reason->setAccessibleName(m_reasonLabel->text());
    m_trouble = named(new Note(Note::Tone::Error, this), "profileTrouble");
    m_trouble->hide();
    auto *buttons = named(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this), "buttons");
    named(buttons->button(QDialogButtonBox::Ok), "acceptProfile")->setEnabled(!session.isReadOnly());
    named(buttons->button(QDialogButtonBox::Cancel), "cancelProfile");
    auto *column = new QVBoxLayout(this);
    auto *lead = named(new Note(Note::Tone::Plain, this), "profileLead");
    lead->setText(tr("Tick everything that is so. Only the questions that apply are asked."));
    for (QWidget *widget :
         {static_cast<QWidget *>(lead), static_cast<QWidget *>(m_questions), static_cast<QWidget *>(m_reasonLabel),
          static_cast<QWidget *>(m_reason), static_cast<QWidget *>(m_trouble), static_cast<QWidget *>(buttons)}) {
        column->addWidget(widget);
    }
    m_model.ask(session.checklist().subject, session.inspection().profile.flags);
    connect(&m_model, &ProfileModel::ticked, this, &ProfileDialog::refresh);
    connect(buttons, &QDialogButtonBox::accepted, this, &ProfileDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ProfileDialog::reject);
    connect(&session, &InspectionSession::failed, this, [this](const Error &error) {
        m_trouble->setText(wording::sentence(error));
        m_trouble->show();
    });
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 32);
    refresh();
}

void ProfileDialog::refresh()
{
    const bool removed = !m_model.flagsRemoved().isEmpty();
    m_reasonLabel->setVisible(removed);
    m_reason->setVisible(removed);
}

void ProfileDialog::accept()
{
    if (m_session.changeProfile(m_model.flagsTicked(), m_reason->toPlainText())) {
        QDialog::accept();
    }
}

} // namespace tenken
