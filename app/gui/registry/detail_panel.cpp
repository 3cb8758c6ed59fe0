#include "gui/registry/detail_panel.h"

#include "gui/approval/signature_panel.h"
#include "gui/inspection/key_form.h"
#include "gui/inspection/note_edit.h"
#include "gui/registry/round_lines.h"
#include "gui/shell/labels.h"
#include "gui/shell/page.h"
#include "viewmodel/shell/display_text.h"
#include "wording/answer_words.h"
#include "wording/error_words.h"
#include "wording/registry_words.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QUrl>
#include <QVBoxLayout>

namespace tenken {

namespace {

QString refusalSentence(const Refusal &refusal)
{
    return QStringLiteral("%1\n%2").arg(QDir::toNativeSeparators(refusal.file),
                                        wording::refusal({refusal.file, ImportOutcome::Refused, refusal.verdict,
                                                          refusal.reasons, refusal.submission, refusal.error}));
}

} // namespace

DetailPanel::DetailPanel(const Context &context, SubmissionDetail &detail, QWidget *parent)
    : QScrollArea(parent), m_context(context), m_detail(detail)
{
    setObjectName(QStringLiteral("submissionDetail"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    build();
    connectAll();
    retranslate();
}

void DetailPanel::build()
{
    auto *content = named(new QWidget, "detailContent");
    m_title = named(new Heading(1.1, content), "detailTitle");
    m_title->setWordWrap(true);
    m_state = named(new Note(Note::Tone::Plain, content), "detailState");
    m_reason = named(new Note(Note::Tone::Plain, content), "detailReason");
    m_signatures = new SignaturePanel(m_context.desk.eras(), content);
    m_revisions = named(new Note(Note::Tone::Quiet, content), "detailRevisions");
    m_open = named(new QPushButton(content), "detailOpen");
    m_receipt = named(new QPushButton(content), "detailReceipt");
    m_return = named(new QPushButton(content), "detailReturn");
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(8, 8, 8, 0);
    column->setSpacing(8);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_reason),
          static_cast<QWidget *>(m_signatures), static_cast<QWidget *>(m_revisions), static_cast<QWidget *>(m_open),
          static_cast<QWidget *>(m_receipt), static_cast<QWidget *>(m_return)}) {
        column->addWidget(widget);
    }
    column->addWidget(buildSigning(content));
    column->addStretch(1);
    setWidget(content);
}

QWidget *DetailPanel::buildSigning(QWidget *parent)
{
    m_signing = named(new QWidget(parent), "divisionSigning");
    m_signingTitle = named(new Heading(1.1, m_signing), "divisionSigningTitle");
    m_key = named(new KeyForm(m_context, Role::Division, m_signing), "divisionKey");
    m_returnLabel = named(new Note(Note::Tone::Plain, m_signing), "divisionReasonLabel");
    m_returnReason = named(new NoteEdit(m_signing), "divisionReason");
    m_sign = named(new PrimaryButton(m_signing), "divisionSign");
    m_leave = named(new QPushButton(m_signing), "divisionLeave");
    m_busy = named(new QProgressBar(m_signing), "divisionBusy");
    m_busy->setRange(0, 0);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_sign);
    buttons->addWidget(m_leave);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(m_signing);
    column->setContentsMargins(0, 8, 0, 0);
    column->addWidget(m_signingTitle);
    column->addWidget(m_returnLabel);
    column->addWidget(m_returnReason);
    column->addWidget(m_key);
    column->addLayout(buttons);
    column->addWidget(m_busy);
    m_signing->hide();
    return m_signing;
}

void DetailPanel::connectAll()
{
    connect(&m_detail, &SubmissionDetail::shown, this, &DetailPanel::showDetail);
    connect(&m_context.registry, &RegistryWorkspace::changed, this, &DetailPanel::showState);
    connect(&m_detail, &SubmissionDetail::busyChanged, this, &DetailPanel::refreshButtons);
    connect(&m_detail, &SubmissionDetail::progressed, this, [this](int done, int total) {
        m_busy->setRange(0, total);
        m_busy->setValue(done);
    });
    connect(&m_detail, &SubmissionDetail::failed, this,
            [this](const Error &error) { Q_EMIT told(wording::sentence(error), true); });
    connect(&m_detail, &SubmissionDetail::pdfReady, this,
            [](const QString &file) { QDesktopServices::openUrl(QUrl::fromLocalFile(file)); });
    connect(&m_detail, &SubmissionDetail::receiptsWritten, this, [this](const QStringList &files) {
        ask(Act::None);
        Q_EMIT told(files.size() == 1 ? tr("Receipt written: %1").arg(QFileInfo(files.first()).fileName())
                                      : tr("%1 receipts written.").arg(files.size()),
                    false);
    });
    connect(&m_detail, &SubmissionDetail::returnWritten, this, [this](const QString &file) {
        ask(Act::None);
        Q_EMIT told(tr("Return written: %1. Hand it to the department.").arg(QFileInfo(file).fileName()), false);
    });
    connect(m_open, &QPushButton::clicked, &m_detail, &SubmissionDetail::openPdf);
    connect(m_receipt, &QPushButton::clicked, this, [this] { ask(Act::Receipt); });
    connect(m_return, &QPushButton::clicked, this, [this] { ask(Act::Return); });
    connect(m_sign, &QPushButton::clicked, this, &DetailPanel::sign);
    connect(m_leave, &QPushButton::clicked, this, [this] { m_detail.isBusy() ? m_detail.cancel() : ask(Act::None); });
    connect(m_key, &KeyForm::changed, this, &DetailPanel::refreshButtons);
    connect(m_returnReason, &QPlainTextEdit::textChanged, this, &DetailPanel::refreshButtons);
}

QString DetailPanel::revisionLines() const
{
    const wording::DateWords dates = shownDates(m_context.desk.eras());
    QStringList lines;
    for (const RegistryEntry &entry : m_detail.revisions()) {
        lines << tr("Revision %1, received %2: %3")
                     .arg(entry.revision)
                     .arg(dates.dateTime(entry.importedAt.toOffsetFromUtc(9 * 3600)), entry.fileName);
    }
    return lines.join(u'\n');
}

void DetailPanel::showState()
{
    const auto &leaf = m_detail.leaf();
    const RegistryContents &contents = m_context.registry.contents();
    const Round *round = m_context.registry.selectedRound();
    const RoundStatus *status = round ? contents.status(round->fiscalYear, round->number) : nullptr;
    std::optional<SubmissionState> state =
        m_detail.latest() ? std::optional(contents.stateOf(*m_detail.latest())) : std::nullopt;
    QString refusal;
    for (qsizetype i = 0; leaf && !state && status && i < status->rows.size(); ++i) {
        const RoundStatus::Row &row = status->rows.at(i);
        if (row.expected.subject == leaf->subject && row.expected.checklist == leaf->checklist) {
            state = contents.stateOf(row);
            refusal = row.refusal ? refusalSentence(*row.refusal) : QString();
        }
    }
    m_state->setText(state ? QStringLiteral("%1 %2　%3")
                                 .arg(wording::symbolOf(*state))
                                 .arg(wording::word(*state), wording::nextStep(*state))
                         : leaf ? tr("This round asks nothing of it.")
                                : tr("Choose a department or a system on the left to see what it handed in."));
    const std::optional<ReturnRecord> returned = m_detail.returned();
    m_reason->setText(returned ? tr("Returned because: %1").arg(returned->reason) : refusal);
    m_reason->setVisible(!m_reason->text().isEmpty());
}

void DetailPanel::showDetail()
{
    const auto &leaf = m_detail.leaf();
    m_title->setText(leaf ? QStringLiteral("%1　%2").arg(leaf->checklist, leaf->subject.name) : tr("Details"));
    showState();
    const bool hasDocument = m_detail.document().has_value();
    m_signatures->setVisible(hasDocument);
    if (hasDocument) {
        m_signatures->show(*m_detail.document());
    }
    m_revisions->setText(revisionLines());
    m_revisions->setVisible(hasDocument);
    for (QPushButton *button : {m_open, m_receipt, m_return}) {
        button->setVisible(hasDocument);
    }
    if (m_act == Act::Receipt || m_act == Act::Return) {
        ask(Act::None);
    }
    refreshButtons();
}

void DetailPanel::ask(Act act)
{
    m_act = act;
    m_key->forgetPassphrase();
    m_signing->setVisible(act != Act::None);
    m_returnLabel->setVisible(act == Act::Return);
    m_returnReason->setVisible(act == Act::Return);
    retranslate();
    if (act == Act::None) {
        return;
    }
    QWidget *first = act == Act::Return ? static_cast<QWidget *>(m_returnReason)
                                        : m_key->findChild<QWidget *>(QStringLiteral("passphrase"));
    first->setFocus(Qt::OtherFocusReason);
    QMetaObject::invokeMethod(
        this, [this] { ensureWidgetVisible(m_sign); }, Qt::QueuedConnection); // once it is laid out
}

void DetailPanel::askReceiptsOfRound() { ask(Act::RoundReceipts); }

void DetailPanel::sign()
{
    switch (m_act) {
    case Act::None:
        return;
    case Act::Receipt:
        return signReceipt();
    case Act::Return:
        return signReturn();
    case Act::RoundReceipts:
        return signRoundReceipts();
    }
}

void DetailPanel::signReceipt()
{
    const QString file = m_context.prompts.saveFile(
        this, tr("Save the receipt"), QDir(m_context.settings.outputFolder()).filePath(m_detail.receiptName()),
        tr("PDF (*.pdf)"));
    if (!file.isEmpty()) {
        m_detail.issueReceipt(m_key->key(), file);
    }
}

void DetailPanel::signReturn()
{
    const QString file = m_context.prompts.saveFile(
        this, tr("Save the PDF with the reason"),
        QDir(m_context.settings.outputFolder()).filePath(m_detail.returnName()), tr("PDF (*.pdf)"));
    if (!file.isEmpty()) {
        m_detail.sendBack(m_key->key(), m_returnReason->toPlainText(), file);
    }
}

void DetailPanel::signRoundReceipts()
{
    const Round *round = m_context.registry.selectedRound();
    if (!round) {
        return;
    }
    const QString folder =
        m_context.prompts.chooseFolder(this, tr("Folder for the receipts"), m_context.settings.outputFolder());
    if (!folder.isEmpty()) {
        m_detail.issueReceipts(m_key->key(), round->fiscalYear, round->number, folder);
    }
}

void DetailPanel::refreshButtons()
{
    const bool busy = m_detail.isBusy();
    const bool hasReason = m_act != Act::Return || !m_returnReason->toPlainText().trimmed().isEmpty();
    m_sign->setEnabled(!busy && m_key->isFilled() && hasReason);
    m_busy->setVisible(busy);
    if (!busy) {
        m_busy->setRange(0, 0);
    }
    for (QPushButton *button : {m_open, m_receipt, m_return}) {
        button->setEnabled(!busy);
    }
    const bool hasControls = m_open->isVisibleTo(this) || m_signing->isVisibleTo(this);
    setFocusPolicy(hasControls ? Qt::NoFocus : Qt::StrongFocus); // Tab then moves from one to the next and scrolls
}

void DetailPanel::retranslate()
{
    setAccessibleName(tr("What the department handed in"));
    m_open->setText(tr("Open the PDF"));
    m_receipt->setText(tr("Issue the receipt…"));
    m_return->setText(tr("Return with a reason…"));
    m_signingTitle->setText(m_act == Act::Return              ? tr("Return it")
                                : m_act == Act::RoundReceipts ? tr("Receipts of the whole round")
                                                              : tr("Receipt"));
    m_returnLabel->setText(tr("Say what is to be put right"));
    m_returnReason->setAccessibleName(m_returnLabel->text());
    m_sign->setText(tr("Sign and save…"));
    m_leave->setText(tr("Cancel"));
    m_busy->setAccessibleName(tr("Working"));
    m_key->retranslate();
    m_title->setText(m_detail.leaf() ? m_title->text() : tr("Details"));
    showState();
    refreshButtons();
}

} // namespace tenken
