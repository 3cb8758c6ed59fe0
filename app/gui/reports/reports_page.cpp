#include "gui/reports/reports_page.h"

#include "gui/inspection/key_form.h"
#include "gui/inspection/preview_view.h"
#include "gui/reports/print_preview.h"
#include "gui/shell/labels.h"
#include "viewmodel/shell/display_text.h"
#include "wording/error_words.h"

#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>

namespace tenken {

namespace {

QComboBox *combo(QWidget *parent, const char *name)
{
    auto *box = named(new QComboBox(parent), name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    return box;
}

} // namespace

ReportsPage::ReportsPage(const Context &context, QWidget *parent)
    : Page(QStringLiteral("reportsPage"), parent), m_context(context), m_session(context.registry)
{
    build();
    fillRounds();
    connectAll();
    retranslate();
}

ReportsPage::~ReportsPage() { m_session.disconnect(this); }

void ReportsPage::build()
{
    m_title = named(new Heading(1.4, this), "reportsTitle");
    m_empty = named(new Note(Note::Tone::Plain, this), "emptyReports");
    m_side = new QWidget(this);
    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 8, 0);
    side->addWidget(buildForm());
    side->addWidget(buildActions());
    side->addStretch(1);
    m_preview = named(new PreviewView(this), "reportPreview");
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(m_side, 1);
    columns->addWidget(m_preview, 2);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_empty);
    column->addLayout(columns, 1);
    column->addStretch(0);
}

QWidget *ReportsPage::buildForm()
{
    auto *box = new QWidget(m_side);
    m_form = new QFormLayout(box);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_kind = combo(box, "reportKind");
    m_kind->addItems({QString(), QString(), QString()});
    m_round = combo(box, "reportRound");
    m_checklist = combo(box, "reportChecklist");
    for (const Checklist &checklist : m_context.desk.checklists().latestEditions()) {
        if (!checklist.items.isEmpty()) {
            m_checklist->addItem(checklist.id);
        }
    }
    m_checklist->setCurrentText(m_context.desk.checklists().idFor(SubjectKind::Section));
    m_department = combo(box, "reportDepartment");
    for (QWidget *field : {m_kind, m_round, m_checklist, m_department}) {
        addField(m_form, field);
    }
    return box;
}

QWidget *ReportsPage::buildActions()
{
    auto *box = new QWidget(m_side);
    m_busy = named(new QProgressBar(box), "reportBusy");
    m_busy->setRange(0, 0);
    m_cancel = named(new QPushButton(box), "cancelReport");
    m_message = named(new Note(Note::Tone::Error, box), "reportMessage");
    m_message->hide();
    m_print = named(new PrimaryButton(box), "printReport");
    m_save = named(new QPushButton(box), "saveReport");
    m_signTitle = named(new Heading(1.1, box), "signReportTitle");
    m_key = named(new KeyForm(m_context, Role::Division, box), "divisionKey");
    m_sign = named(new QPushButton(box), "signReport");
    auto *busy = new QHBoxLayout;
    busy->addWidget(m_busy, 1);
    busy->addWidget(m_cancel);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_print);
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(busy);
    column->addWidget(m_message);
    column->addLayout(buttons);
    column->addSpacing(8);
    column->addWidget(m_signTitle);
    column->addWidget(m_key);
    column->addWidget(m_sign, 0, Qt::AlignLeft);
    return box;
}

void ReportsPage::connectAll()
{
    connect(&m_context.registry, &RegistryWorkspace::changed, this, [this] {
        fillRounds();
        make();
    });
    for (QComboBox *box : {m_kind, m_round, m_checklist}) {
        connect(box, &QComboBox::activated, this, [this] {
            fillDepartments();
            make();
        });
    }
    connect(m_department, &QComboBox::activated, this, &ReportsPage::make);
    connect(&m_session, &ReportSession::busyChanged, this, &ReportsPage::refresh);
    connect(&m_session, &ReportSession::progressed, this,
            [this](int done) { m_busy->setFormat(tr("%1 read").arg(done)); });
    connect(&m_session, &ReportSession::made, this, [this] {
        m_preview->showLayout(m_session.layout());
        m_preview->verticalScrollBar()->setValue(0);
        refresh();
    });
    connect(&m_session, &ReportSession::failed, this,
            [this](const Error &error) { tell(wording::sentence(error), true); });
    connect(&m_session, &ReportSession::written, this, [this](const QString &file) {
        m_key->forgetPassphrase();
        tell(tr("Written: %1").arg(QFileInfo(file).fileName()), false);
    });
    connect(m_key, &KeyForm::changed, this, &ReportsPage::refresh);
    connect(m_cancel, &QPushButton::clicked, &m_session, &ReportSession::cancel);
    connect(m_print, &QPushButton::clicked, this, [this] {
        if (const Status opened = openPrintPreview(m_session.layout(), this); !opened) {
            tell(wording::sentence(opened.error()), true);
        }
    });
    connect(m_save, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_sign, &QPushButton::clicked, this, [this] { save(true); });
}

void ReportsPage::fillRounds()
{
    const QVariant chosen = m_round->currentData();
    m_round->clear();
    for (const Round &round : m_context.registry.contents().rounds) {
        m_round->addItem(
            shownDates(m_context.desk.eras()).round(round.fiscalYear, round.number, round.fiscalYear.lastDay()),
            QPoint(round.fiscalYear.startYear(), round.number));
    }
    m_round->setCurrentIndex(std::max(0, m_round->findData(chosen)));
    fillDepartments();
}

void ReportsPage::fillDepartments()
{
    const QVariant before = m_department->currentData();
    const ReportChoice choice = chosen();
    m_department->clear();
    for (const Department &department : m_session.departments(choice.year, choice.round, choice.checklist)) {
        m_department->addItem(QStringLiteral("%1 %2").arg(department.code, department.name), department.code);
    }
    m_department->setCurrentIndex(std::max(0, m_department->findData(before)));
}

ReportChoice ReportsPage::chosen() const
{
    ReportChoice choice;
    choice.kind = static_cast<ReportChoice::Kind>(m_kind->currentIndex());
    const QPoint round = m_round->currentData().toPoint();
    choice.year = FiscalYear(round.x());
    choice.round = round.y();
    choice.checklist = m_checklist->currentText();
    choice.department = m_department->currentData().toString();
    return choice;
}

void ReportsPage::entered()
{
    if (!m_context.registry.hasRead() && m_context.registry.isSet()) {
        m_context.registry.refresh();
    } else if (!m_session.isMade() && !m_session.isBusy()) {
        make();
    }
    refresh();
    if (m_round->count() > 0) {
        (m_session.isMade() ? static_cast<QWidget *>(m_preview) : m_kind)->setFocus(Qt::OtherFocusReason);
    }
}

void ReportsPage::make()
{
    m_message->hide();
    const ReportChoice choice = chosen();
    const bool needsDepartment = choice.kind == ReportChoice::Kind::Department;
    if (m_round->count() == 0 || (needsDepartment && choice.department.isEmpty())) {
        m_session.clear();
    } else {
        m_session.make(choice);
    }
    refresh();
}

void ReportsPage::refresh()
{
    const ReportChoice choice = chosen();
    const bool hasRounds = m_round->count() > 0;
    const bool ready = m_session.isMade() && !m_session.isBusy();
    const bool isDepartment = choice.kind == ReportChoice::Kind::Department;
    m_side->setVisible(hasRounds);
    m_preview->setVisible(hasRounds && m_session.isMade());
    m_empty->setVisible(!hasRounds || (isDepartment && choice.department.isEmpty()));
    m_empty->setText(hasRounds ? tr("No department has submitted in this round yet.")
                               : tr("Reports count what is in the registry, and it is still empty. Import the "
                                    "submissions on the page “Registry” first."));
    for (QWidget *field : {static_cast<QWidget *>(m_department), m_form->labelForField(m_department)}) {
        field->setVisible(isDepartment);
    }
    for (QWidget *field : {static_cast<QWidget *>(m_checklist), m_form->labelForField(m_checklist)}) {
        field->setVisible(choice.kind != ReportChoice::Kind::SubmissionStatus);
    }
    m_key->alignWith(m_form);
    m_busy->setVisible(m_session.isBusy());
    m_cancel->setVisible(m_session.isBusy());
    m_print->setEnabled(ready);
    m_save->setEnabled(ready);
    m_sign->setEnabled(ready && m_key->isFilled());
}

void ReportsPage::save(bool isSigned)
{
    std::optional<SigningKey> key;
    if (isSigned) {
        key = m_key->key();
    }
    const QString name = m_context.settings.outputFolder() + u'/' + m_session.suggestedFileName();
    const QString file = m_context.prompts.saveFile(this, tr("Save the report"), name, tr("PDF (*.pdf)"));
    if (file.isEmpty()) {
        return;
    }
    m_message->hide();
    m_session.exportTo(file, key);
}

void ReportsPage::tell(const QString &sentence, bool isError)
{
    m_message->setTone(isError ? Note::Tone::Error : Note::Tone::Success);
    m_message->setText(sentence);
    m_message->show();
    refresh();
}

void ReportsPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange) { // the labels are told after their page
        QMetaObject::invokeMethod(
            this, [this] { m_key->alignWith(m_form); }, Qt::QueuedConnection);
    }
}

void ReportsPage::retranslate()
{
    m_title->setText(tr("Reports"));
    const QString kinds[] = {tr("Report to the committee"), tr("Submission status"), tr("Result for a department")};
    for (int i = 0; i < m_kind->count(); ++i) {
        m_kind->setItemText(i, kinds[i]);
    }
    labelField(m_form, m_kind, tr("Report"));
    labelField(m_form, m_round, tr("Round"));
    labelField(m_form, m_checklist, tr("Checklist"));
    labelField(m_form, m_department, tr("Department"));
    m_print->setText(tr("Print…"));
    m_print->setShortcut(QKeySequence::Print); // a new text takes the old one's away
    m_save->setText(tr("Save as PDF…"));
    m_signTitle->setText(tr("Sign as the division"));
    m_sign->setText(tr("Sign and save…"));
    m_cancel->setText(tr("Cancel"));
    m_busy->setAccessibleName(tr("Making the report"));
    m_preview->setAccessibleName(tr("As printed"));
    m_key->retranslate();
    fillRounds();
    refresh();
}

} // namespace tenken
