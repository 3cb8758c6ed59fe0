#pragma once

#include "gui/shell/context.h"
#include "gui/shell/page.h"
#include "viewmodel/approval/approval_session.h"

class QCheckBox;
class QComboBox;
class QProgressBar;
class QPushButton;
class QTabWidget;
class QTreeView;

namespace tenken {

class AnswerCellDelegate;
class Heading;
class KeyForm;
class Note;
class NoteEdit;
class PreviewView;
class SignaturePanel;

/// A signed PDF on the manager's desk: who signed, what was answered, approve or return.
class ApprovalPage final : public Page {
    Q_OBJECT

public:
    ApprovalPage(const Context &context, QWidget *parent = nullptr);
    void entered() override;
    /// The first one is shown, the others are offered beside it
    void open(const QStringList &files);

Q_SIGNALS:
    void openAsked();
    void revisionStarted(const QUuid &inspection);

protected:
    void retranslate() override;

private:
    void buildTop();
    void buildAnswers();
    void openOne(const QString &file);
    void listFile(const QString &file);
    void chooseBefore();
    QWidget *buildDecision();
    void arrange();
    void connectAll();
    void showDocument();
    void refresh();
    void decide(bool approve);
    void acceptReturn();
    void showWritten(const QString &file);
    void tell(const QString &sentence, bool isError);

    Context m_context;
    ApprovalSession m_session;
    bool m_approving = false;
    Heading *m_title;
    QComboBox *m_files;
    QPushButton *m_open;
    Note *m_empty;
    SignaturePanel *m_signatures;
    QTabWidget *m_tabs;
    QWidget *m_answersTab;
    QCheckBox *m_changedOnly;
    Note *m_differences;
    QPushButton *m_chooseBefore;
    QTreeView *m_answers;
    AnswerCellDelegate *m_before;
    AnswerCellDelegate *m_after;
    PreviewView *m_preview;
    QWidget *m_decision;
    Heading *m_decisionTitle;
    KeyForm *m_key;
    QCheckBox *m_onBehalf;
    Note *m_reasonLabel;
    NoteEdit *m_reason;
    QPushButton *m_approve;
    QPushButton *m_return;
    Note *m_returned;
    QPushButton *m_take;
    QProgressBar *m_busy;
    QPushButton *m_cancel;
    Note *m_message;
};

} // namespace tenken
