#pragma once

#include "gui/shell/context.h"
#include "viewmodel/registry/submission_detail.h"

#include <QScrollArea>

class QProgressBar;
class QPushButton;

namespace tenken {

class Heading;
class KeyForm;
class Note;
class NoteEdit;
class SignaturePanel;

/// What one subject handed in, who signed it, and what the division does with it
class DetailPanel final : public QScrollArea {
    Q_OBJECT

public:
    DetailPanel(const Context &context, SubmissionDetail &detail, QWidget *parent = nullptr);
    void retranslate();
    /// Asks for the key that signs the receipts of the selected round
    void askReceiptsOfRound();

Q_SIGNALS:
    void told(const QString &sentence, bool isError);

private:
    enum class Act { None, Receipt, Return, RoundReceipts };
    void build();
    QWidget *buildSigning(QWidget *parent);
    void connectAll();
    void showDetail();
    void showState();
    void ask(Act act);
    void sign();
    void refreshButtons();
    void signReceipt();
    void signReturn();
    void signRoundReceipts();
    QString revisionLines() const;

    Context m_context;
    SubmissionDetail &m_detail;
    Act m_act = Act::None;
    Heading *m_title;
    Note *m_state;
    Note *m_reason;
    SignaturePanel *m_signatures;
    Note *m_revisions;
    QPushButton *m_open;
    QPushButton *m_receipt;
    QPushButton *m_return;
    QWidget *m_signing;
    Heading *m_signingTitle;
    KeyForm *m_key;
    Note *m_returnLabel;
    NoteEdit *m_returnReason;
    QPushButton *m_sign;
    QPushButton *m_leave;
    QProgressBar *m_busy;
};

} // namespace tenken
