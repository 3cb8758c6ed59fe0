#include "gui/inspection/sign_page.h"

#include "gui/inspection/date_edit.h"
#include "gui/inspection/key_form.h"
#include "gui/inspection/preview_view.h"
#include "gui/shell/labels.h"
#include "gui/shell/wrapped_row_delegate.h"
#include "viewmodel/inspection/item_roles.h"
#include "wording/date_words.h"
#include "wording/error_words.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QListView>
#include <QProgressBar>
#include <QUrl>
#include <QVBoxLayout>

namespace tenken {

SignPage::SignPage(const Context &context, InspectionSession &session, QWidget *parent)
    : Page(QStringLiteral("signPage"), parent),
      m_context(context),
      m_session(session),
      m_signing(session),
      m_problems(session)
{
    build();
    connectAll();
    retranslate();
}

void SignPage::build()
{
    m_title = named(new Heading(1.4, this), "signTitle");
    m_missingTitle = named(new Heading(1.0, this), "missingTitle");
    m_lead = named(new Note(Note::Tone::Plain, this), "missingLead");
    m_list = named(new QListView(this), "problemList");
    m_list->setModel(&m_problems);
    m_list->setItemDelegate(new WrappedRowDelegate(m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // rows are measured at their final width
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_message = named(new Note(Note::Tone::Error, this), "signMessage");
    m_message->hide();
    auto *left = new QVBoxLayout;
    left->setSpacing(6); // else that of the columns
    left->addWidget(m_missingTitle);
    left->addWidget(m_lead);
    left->addWidget(m_list, 1);
    left->addWidget(buildSigning());
    left->addWidget(m_message);
    left->addWidget(buildResult());
    left->addStretch(0);
    m_preview = named(new PreviewView(this), "preview");
    m_preview->follow(m_signing.preview());
    auto *columns = new QHBoxLayout;
    columns->setSpacing(20);
    columns->addLayout(left, 1);
    columns->addWidget(m_preview, 1);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addLayout(columns, 1);
}

QWidget *SignPage::buildSigning()
{
    m_signBox = named(new QWidget(this), "signBox");
    m_signTitle = named(new Heading(1.0, m_signBox), "signBoxTitle");
    m_signLead = named(new Note(Note::Tone::Plain, m_signBox), "signLead");
    m_date = named(new DateEdit(m_context.desk.eras(), m_signBox), "inspectionDate");
    m_key = named(new KeyForm(m_context, Role::Inspector, m_signBox), "keyForm");
    m_sign = named(new PrimaryButton(m_signBox), "sign");
    m_draft = named(new QPushButton(m_signBox), "draft");
    m_busy = named(new QProgressBar(m_signBox), "signBusy");
    m_key->addAbove(m_date);
    m_key->setDepartment(m_session.inspection().department.code);
    m_key->suggestAuthor(m_session.inspection().inspector);
    m_cancel = named(new QPushButton(m_signBox), "cancelSigning");
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_sign);
    buttons->addWidget(m_draft);
    buttons->addWidget(m_busy, 1);
    buttons->addWidget(m_cancel);
    buttons->addStretch(0);
    auto *column = new QVBoxLayout(m_signBox);
    column->setContentsMargins(0, 8, 0, 0);
    column->addWidget(m_signTitle);
    column->addWidget(m_signLead);
    column->addWidget(m_key);
    column->addLayout(buttons);
    return m_signBox;
}

QWidget *SignPage::buildResult()
{
    m_resultBox = named(new QWidget(this), "resultBox");
    m_openFile = named(new PrimaryButton(m_resultBox), "openFile");
    m_openFolder = named(new QPushButton(m_resultBox), "openFolder");
    m_revision = named(new QPushButton(m_resultBox), "newRevision");
    auto *row = new QHBoxLayout(m_resultBox);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_openFile);
    row->addWidget(m_openFolder);
    row->addWidget(m_revision);
    row->addStretch(1);
    return m_resultBox;
}

void SignPage::connectAll()
{
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        const QString item = index.data(ItemIdRole).toString();
        if (!item.isEmpty()) {
            Q_EMIT itemAsked(item);
        }
    });
    connect(m_list, &QListView::clicked, m_list, &QListView::activated);
    connect(m_sign, &QPushButton::clicked, this, &SignPage::sign);
    connect(m_draft, &QPushButton::clicked, this, &SignPage::writeDraft);
    connect(m_cancel, &QPushButton::clicked, &m_signing, &SigningSession::cancel);
    connect(m_key, &KeyForm::changed, this, &SignPage::refresh);
    connect(m_key, &KeyForm::submitted, m_sign, &QPushButton::click);
    connect(&m_signing, &SigningSession::busyChanged, this, &SignPage::refresh);
    connect(&m_signing, &SigningSession::progressed, this, [this](int done, int total) {
        m_busy->setRange(0, total);
        m_busy->setValue(done);
    });
    connect(&m_signing, &SigningSession::signedAs, this, &SignPage::showResult);
    connect(&m_signing, &SigningSession::draftWritten, this, [this](const QString &file) {
        tell(tr("The draft was written: %1").arg(QFileInfo(file).fileName()), false);
    });
    connect(&m_signing, &SigningSession::failed, this,
            [this](const Error &error) { tell(wording::sentence(error), true); });
    connect(&m_signing.preview(), &PagePreview::failed, this,
            [this](const Error &error) { tell(wording::sentence(error), true); });
    connect(m_revision, &QPushButton::clicked, this, &SignPage::revisionAsked);
    connect(m_openFile, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_result)); });
    connect(m_openFolder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_result).absolutePath())); });
}

void SignPage::showDate()
{
    const QDate date = m_session.inspection().inspectionDate;
    m_date->setDate(date.isValid() ? date : m_context.desk.clock().today());
}

void SignPage::entered()
{
    m_problems.refresh();
    showDate();
    m_signing.orderPreview(m_date->date().value_or(QDate()));
    refresh();
    if (m_session.isReadOnly()) {
        m_revision->setFocus(Qt::OtherFocusReason);
    } else if (m_problems.rowCount() > 0) {
        m_list->setCurrentIndex(m_problems.index(0));
        m_list->setFocus(Qt::OtherFocusReason);
    } else {
        m_date->setFocus(Qt::OtherFocusReason);
    }
}

void SignPage::refresh()
{
    const bool open = !m_session.isReadOnly();
    const int missing = m_problems.rowCount();
    const bool busy = m_signing.isBusy();
    m_missingTitle->setText(open ? (missing > 0 ? tr("Still missing: %1").arg(missing) : tr("Nothing is missing"))
                                 : tr("Signed"));
    m_lead->setText(open ? (missing > 0 ? tr("Choose a line to go to its question.")
                                        : tr("All questions are answered as their rules ask."))
                         : tr("The inspection is signed and can no longer be changed. Hand the PDF to your manager. "
                              "To change an answer, begin a new revision."));
    m_list->setVisible(open && missing > 0);
    m_signBox->setVisible(open);
    m_resultBox->setVisible(!open);
    m_openFile->setVisible(!m_result.isEmpty());
    m_openFolder->setVisible(!m_result.isEmpty());
    m_sign->setEnabled(!busy && missing == 0);
    m_draft->setEnabled(!busy);
    m_signLead->setText(missing > 0 ? tr("This is possible as soon as nothing is missing.")
                                    : tr("A signing key shows that this report is from you and was not changed. "
                                         "Usually it is a file (.p12) that the information policy division gave to "
                                         "your department, with a passphrase."));
    m_key->setVisible(missing == 0); // until then its room is the list's
    m_key->setEnabled(!busy);
    m_date->setEnabled(!busy);
    m_busy->setVisible(busy);
    m_cancel->setVisible(busy);
}

void SignPage::sign()
{
    const std::optional<QDate> date = m_date->date();
    if (!date || !date->isValid()) {
        tell(wording::unreadableDate(m_date->text().trimmed()), true);
        m_date->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!m_key->leadToWhatIsMissing()) {
        return;
    }
    const SigningKey key = m_key->key();
    if (!m_session.setInspectionDate(*date)) {
        return;
    }
    const QString suggested = QDir(m_context.settings.outputFolder()).filePath(m_signing.suggestedFileName());
    const QString file = m_context.prompts.saveFile(this, tr("Save the signed PDF"), suggested, tr("PDF (*.pdf)"));
    if (file.isEmpty()) {
        return;
    }
    m_context.settings.set(QStringLiteral("outputFolder"), QFileInfo(file).absolutePath());
    m_message->hide();
    m_signing.sign(key, file);
}

void SignPage::writeDraft()
{
    const QString suggested =
        QDir(m_context.settings.outputFolder()).filePath(QStringLiteral("draft_") + m_signing.suggestedFileName());
    const QString file = m_context.prompts.saveFile(this, tr("Save a draft"), suggested, tr("PDF (*.pdf)"));
    if (file.isEmpty()) {
        return;
    }
    m_message->hide();
    m_busy->setRange(0, 0);
    m_signing.writeDraft(file);
}

void SignPage::showResult(const QString &file)
{
    m_result = file;
    m_context.settings.addRecentFile(file);
    m_key->forgetPassphrase();
    tell(tr("Signed and written: %1").arg(QFileInfo(file).fileName()), false);
    m_problems.refresh();
    m_signing.orderPreview(m_date->date().value_or(QDate()));
    refresh();
    m_openFile->setFocus(Qt::OtherFocusReason);
}

void SignPage::tell(const QString &sentence, bool isError)
{
    m_message->setTone(isError ? Note::Tone::Error : Note::Tone::Success);
    m_message->setText(sentence);
    m_message->show();
}

void SignPage::retranslate()
{
    m_title->setText(tr("Check and sign"));
    m_list->setAccessibleName(tr("What is still missing"));
    m_signTitle->setText(tr("Sign"));
    m_key->labelAbove(m_date, tr("Date of the inspection"));
    m_sign->setText(tr("Sign and save the PDF…"));
    m_draft->setText(tr("Save a draft…"));
    m_busy->setAccessibleName(tr("Signing"));
    m_cancel->setText(tr("Cancel"));
    m_openFile->setText(tr("Open in the viewer"));
    m_openFolder->setText(tr("Open the folder"));
    m_revision->setText(tr("New revision"));
    m_preview->setAccessibleName(tr("Preview"));
    m_preview->retranslate();
    m_key->retranslate();
    m_problems.refresh();
    refresh();
}

} // namespace tenken
