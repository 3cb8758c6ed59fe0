#pragma once

#include "gui/shell/context.h"
#include "viewmodel/inspection/inspection_session.h"
#include "viewmodel/inspection/profile_model.h"

#include <QDialog>

class QListView;

namespace tenken {

class NoteEdit;
class Note;

/// What the subject handles, changed later: no answer is lost, and hiding items needs a reason.
class ProfileDialog final : public QDialog {
    Q_OBJECT

public:
    ProfileDialog(InspectionSession &session, QWidget *parent = nullptr);
    void accept() override;

private:
    void refresh();

    InspectionSession &m_session;
    ProfileModel m_model;
    QListView *m_questions;
    Note *m_reasonLabel;
    NoteEdit *m_reason;
    Note *m_trouble;
};

} // namespace tenken
