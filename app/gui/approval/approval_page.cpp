#include "gui/approval/approval_page.h"

#include "gui/approval/signature_panel.h"
#include "gui/inspection/answer_cell_delegate.h"
#include "gui/inspection/key_form.h"
#include "gui/inspection/note_edit.h"
#include "gui/inspection/preview_view.h"
#include "gui/shell/labels.h"
#include "wording/error_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace tenken {

ApprovalPage::ApprovalPage(const Context &context, QWidget *parent)
    : Page(QStringLiteral("approvalPage"), parent), m_context(context), m_session(context.desk)
{
    buildTop();
    buildDecision();
    arrange();
    connectAll();
    retranslate();
}

void ApprovalPage::buildTop()
{
    m_title = named(new Heading(1.4, this), "approvalTitle");
    m_files = named(new QComboBox(this), "openedFiles");
    m_files->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_open = named(new QPushButton(this), "openSubmission");
    m_empty = named(new Note(Note::Tone::Plain, this), "emptyApproval");
    m_signatures = new SignaturePanel(m_context.desk.eras(), this);
    m_busy = named(new QProgressBar(this), "approvalBusy");
    m_cancel = named(new QPushButton(this), "cancelApproval");
    m_tabs = named(new QTabWidget(this), "approvalTabs");
    m_preview = named(new PreviewView(m_tabs), "submissionPreview");
    m_preview->follow(m_session.preview());
    m_tabs->addTab(m_preview, QString());
    buildAnswers();
    m_tabs->addTab(m_answersTab, QString());
}

void ApprovalPage::buildAnswers()
{
    m_answersTab = new QWidget(m_tabs);
    m_changedOnly = named(new QCheckBox(m_answersTab), "changedOnly");
    m_differences = named(new Note(Note::Tone::Quiet, m_answersTab), "differences");
    m_chooseBefore = named(new QPushButton(m_answersTab), "chooseBefore");
    m_answers = named(new QTreeView(m_answersTab), "answers");
    m_answers->setModel(&m_session.differences());
    m_answers->setRootIsDecorated(false);
    m_answers->setUniformRowHeights(true);
    m_answers->setWordWrap(true);
    m_answers->setAlternatingRowColors(true);
    m_answers->setAttribute(Qt::WA_InputMethodEnabled, false);
    m_before = new AnswerCellDelegate(SubmissionDifferenceModel::AnswerRole, QStringLiteral("IMPL4"), m_answers);
    m_after = new AnswerCellDelegate(SubmissionDifferenceModel::AnswerRole, QStringLiteral("IMPL4"), m_answers);
    m_answers->setItemDelegateForColumn(SubmissionDifferenceModel::BeforeColumn, m_before);
    m_answers->setItemDelegateForColumn(SubmissionDifferenceModel::AfterColumn, m_after);
    m_answers->setHeaderHidden(true);
    m_answers->header()->setStretchLastSection(false);
    m_answers->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const int column : {SubmissionDifferenceModel::QuestionColumn, SubmissionDifferenceModel::NoteColumn}) {
        m_answers->header()->setSectionResizeMode(column, QHeaderView::Stretch);
    }
    auto *row = new QHBoxLayout;
    row->addWidget(m_changedOnly);
    row->addWidget(m_differences, 1);
    row->addWidget(m_chooseBefore);
    auto *column = new QVBoxLayout(m_answersTab);
    column->addLayout(row);
    column->addWidget(m_answers, 1);
}

QWidget *ApprovalPage::buildDecision()
{
    m_decision = named(new QWidget(this), "decision");
    m_decisionTitle = named(new Heading(1.1, m_decision), "decisionTitle");
    m_key = named(new KeyForm(m_context, Role::Approver, m_decision), "approverKey");
    m_onBehalf = named(new QCheckBox(m_decision), "onBehalf");
    m_approve = named(new PrimaryButton(m_decision), "approve");
    m_reasonLabel = named(new Note(Note::Tone::Plain, m_decision), "returnReasonLabel");
    m_reason = named(new NoteEdit(m_decision), "returnReason");
    m_return = named(new QPushButton(m_decision), "sendBack");
    auto *column = new QVBoxLayout(m_decision);
    column->setContentsMargins(0, 0, 0, 0);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_decisionTitle), static_cast<QWidget *>(m_key), static_cast<QWidget *>(m_onBehalf),
          static_cast<QWidget *>(m_approve), static_cast<QWidget *>(m_reasonLabel), static_cast<QWidget *>(m_reason),
          static_cast<QWidget *>(m_return)}) {
        column->addWidget(widget);
    }
    column->addStretch(1);
    return m_decision;
}

void ApprovalPage::arrange()
{
    m_returned = named(new Note(Note::Tone::Plain, this), "returnedReason");
    m_take = named(new PrimaryButton(this), "acceptReturn");
    m_message = named(new Note(Note::Tone::Error, this), "approvalMessage");
    m_message->hide();
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_files);
    head->addWidget(m_open);
    auto *work = new QHBoxLayout;
    work->addWidget(m_busy, 1);
    work->addWidget(m_cancel);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(20);
    columns->addWidget(m_tabs, 2);
    columns->addWidget(m_decision, 1);
    auto *column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addLayout(work);
    column->addWidget(m_empty);
    column->addWidget(m_signatures);
    column->addWidget(m_returned);
    column->addWidget(m_take, 0, Qt::AlignLeft);
    column->addWidget(m_message);
    column->addLayout(columns, 1);
    column->addStretch(0);
}

void ApprovalPage::connectAll()
{
    connect(m_open, &QPushButton::clicked, this, &ApprovalPage::openAsked);
    connect(&m_session, &ApprovalSession::opened, this, &ApprovalPage::showDocument);
    connect(&m_session, &ApprovalSession::busyChanged, this, &ApprovalPage::refresh);
    connect(&m_session, &ApprovalSession::progressed, this, [this](int done, int total) {
        m_busy->setRange(0, total);
        m_busy->setValue(done);
    });
    connect(m_cancel, &QPushButton::clicked, &m_session, &ApprovalSession::cancel);
    connect(m_files, &QComboBox::activated, this, [this] { openOne(m_files->currentData().toString()); });
    connect(m_chooseBefore, &QPushButton::clicked, this, &ApprovalPage::chooseBefore);
    connect(&m_session, &ApprovalSession::written, this, &ApprovalPage::showWritten);
    connect(&m_session, &ApprovalSession::compared, this, &ApprovalPage::retranslate);
    connect(&m_session, &ApprovalSession::notComparable, this, [this](const QString &file) {
        tell(tr("%1 is no revision of this inspection. Choose another file.").arg(QFileInfo(file).fileName()), true);
    });
    const auto tellError = [this](const Error &error) { tell(wording::sentence(error), true); };
    connect(&m_session, &ApprovalSession::failed, this, tellError);
    connect(&m_session.preview(), &PagePreview::failed, this, tellError);
    connect(m_approve, &QPushButton::clicked, this, [this] { decide(true); });
    connect(m_return, &QPushButton::clicked, this, [this] { decide(false); });
    connect(m_take, &QPushButton::clicked, this, &ApprovalPage::acceptReturn);
    connect(m_changedOnly, &QCheckBox::toggled, &m_session.differences(), &SubmissionDifferenceModel::setChangedOnly);
}

void ApprovalPage::entered()
{
    refresh();
    (m_session.document() ? static_cast<QWidget *>(m_tabs) : m_open)->setFocus(Qt::OtherFocusReason);
}

void ApprovalPage::listFile(const QString &file)
{
    if (m_files->findData(file) < 0) {
        m_files->addItem(QFileInfo(file).fileName(), file);
        m_files->setItemData(m_files->count() - 1, file, Qt::ToolTipRole);
    }
}

void ApprovalPage::open(const QStringList &files)
{
    for (const QString &file : files) {
        listFile(file);
    }
    openOne(files.first());
    if (files.size() > 1) {
        tell(tr("Open files: %n. Choose the next one at the top right.", nullptr, static_cast<int>(files.size())),
             false);
    }
}

void ApprovalPage::openOne(const QString &file)
{
    if (!m_session.canOpen()) {
        tell(tr("A file is being signed. The others can be opened as soon as that is done."), true);
        return;
    }
    m_message->hide();
    m_files->setCurrentIndex(m_files->findData(file));
    m_busy->setRange(0, 0);
    TrustFiles trust;
    trust.anchors = m_context.settings.trustAnchors();
    if (!m_context.settings.revocationList().isEmpty()) {
        trust.crls << m_context.settings.revocationList();
    }
    m_session.open(file, trust, m_context.settings.recentFiles());
}

void ApprovalPage::chooseBefore()
{
    const QString file = m_context.prompts.openFile(this, tr("Choose the revision before"), tr("PDF (*.pdf)"));
    if (file.isEmpty()) {
        return;
    }
    m_message->hide();
    m_busy->setRange(0, 0);
    m_session.compareWith(file);
}

void ApprovalPage::showDocument()
{
    const std::optional<VerifiedDocument> &document = m_session.document();
    if (document) {
        m_context.settings.addRecentFile(m_session.file());
        m_signatures->show(*document);
        if (document->submission) {
            m_key->setDepartment(document->submission->department.code);
            for (AnswerCellDelegate *delegate : {m_before, m_after}) {
                delegate->setScale(m_session.scale());
            }
        }
        m_changedOnly->setChecked(false);
    }
    retranslate();
    entered();
}

void ApprovalPage::refresh()
{
    const std::optional<VerifiedDocument> &document = m_session.document();
    const bool hasSubmission = document && document->submission;
    m_empty->setVisible(!document && !m_session.isBusy());
    m_signatures->setVisible(document.has_value());
    m_tabs->setVisible(hasSubmission);
    m_decision->setVisible(hasSubmission && document->isAccepted());
    const QString reason = m_session.returnReason();
    m_returned->setVisible(!reason.isEmpty());
    m_returned->setText(tr("To be put right: %1").arg(reason));
    m_take->setVisible(document && document->kind == DocumentKind::Return && document->isAccepted());
    m_approve->setEnabled(m_session.canApprove());
    m_onBehalf->setEnabled(m_session.canApprove());
    m_return->setEnabled(m_session.canReturn());
    m_busy->setVisible(m_session.isBusy());
    m_cancel->setVisible(m_session.isBusy());
    m_files->setVisible(m_files->count() > 1);
    m_files->setEnabled(m_session.canOpen());
    m_open->setEnabled(m_session.canOpen());
    const bool compared = m_session.differences().hasBefore();
    m_changedOnly->setVisible(compared);
    m_answers->setColumnHidden(SubmissionDifferenceModel::BeforeColumn, !compared);
}

void ApprovalPage::decide(bool approve)
{
    m_message->hide();
    if (!approve && m_reason->toPlainText().trimmed().isEmpty()) {
        tell(tr("Write what is to be put right. The inspector reads it."), true);
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!m_key->leadToWhatIsMissing()) {
        return;
    }
    const SigningKey key = m_key->key();
    const QString suggested =
        m_session.suggestedFile(approve ? QStringLiteral("_approved") : QStringLiteral("_return"));
    const QString title = approve ? tr("Save the approved PDF") : tr("Save the PDF with the reason");
    const QString file = m_context.prompts.saveFile(this, title, suggested, tr("PDF (*.pdf)"));
    if (file.isEmpty()) {
        return;
    }
    m_message->hide();
    m_approving = approve;
    approve ? m_session.approve(key, m_onBehalf->isChecked(), file)
            : m_session.sendBack(key, m_reason->toPlainText(), file);
}

void ApprovalPage::showWritten(const QString &file)
{
    m_key->forgetPassphrase();
    const QString name = QFileInfo(file).fileName();
    if (m_approving) {
        listFile(file);
        openOne(file);
        tell(tr("Approved and written: %1. Send it to the information policy division.").arg(name), false);
    } else {
        tell(tr("Written: %1. Hand it to the inspector.").arg(name), false);
    }
}

void ApprovalPage::acceptReturn()
{
    const Result<QUuid> inspection = m_session.acceptReturn();
    if (!inspection) {
        tell(wording::sentence(inspection.error()), true);
        return;
    }
    Q_EMIT revisionStarted(*inspection);
}

void ApprovalPage::tell(const QString &sentence, bool isError)
{
    m_message->setTone(isError ? Note::Tone::Error : Note::Tone::Success);
    m_message->setText(sentence);
    m_message->show();
}

void ApprovalPage::retranslate()
{
    m_title->setText(tr("Check and approve"));
    m_open->setText(tr("Open a PDF…"));
    m_files->setAccessibleName(tr("Opened files"));
    m_chooseBefore->setText(tr("Compare with…"));
    m_cancel->setText(tr("Cancel"));
    m_empty->setText(
        tr("Open a signed PDF, or drop it on this window, to see who signed it and whether it was changed. "
           "A submission can then be approved or returned."));
    m_tabs->setAccessibleName(tr("The submission"));
    m_tabs->setTabText(0, tr("As printed"));
    m_tabs->setTabText(1, tr("Answers"));
    m_changedOnly->setText(tr("Only what has changed"));
    const bool compared = m_session.differences().hasBefore();
    const bool isFirst = !m_session.document() || !m_session.document()->submission
        || m_session.document()->submission->supersedes.isNull();
    m_chooseBefore->setVisible(!isFirst);
    m_differences->setText(
        compared      ? tr("%1 answers differ from the revision before.").arg(m_session.differences().changedCount())
            : isFirst ? tr("This is the first revision.")
                      : tr("To see what has changed, choose the PDF of the revision before."));
    m_answers->setAccessibleName(tr("Answers"));
    m_preview->setAccessibleName(tr("As printed"));
    m_preview->retranslate();
    m_decisionTitle->setText(tr("Your decision"));
    m_onBehalf->setText(tr("I approve on behalf of the manager"));
    m_onBehalf->setToolTip(tr("The signature says so, and it is printed in its box."));
    m_approve->setText(tr("Approve and sign…"));
    m_reasonLabel->setText(tr("To return it, say what is to be put right"));
    m_reason->setAccessibleName(m_reasonLabel->text());
    m_return->setText(tr("Return…"));
    m_take->setText(tr("Begin the new revision"));
    m_busy->setAccessibleName(tr("Working"));
    m_key->retranslate();
    if (m_session.document()) {
        m_signatures->show(*m_session.document());
    }
    refresh();
}

} // namespace tenken
