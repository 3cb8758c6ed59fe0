#include "gui/shell/start_page.h"

#include "gui/shell/labels.h"
#include "gui/shell/wrapped_row_delegate.h"
#include "viewmodel/home/received_round.h"
#include "viewmodel/shell/display_text.h"
#include "wording/error_words.h"

#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QSpinBox>
#include <QVBoxLayout>

namespace tenken {

namespace {
constexpr int usualRounds = 4; ///< a year
}

StartPage::StartPage(const Context &context, QWidget *parent)
    : Page(QStringLiteral("startPage"), parent),
      m_context(context),
      m_form(context.desk, context.settings.organisationFile())
{
    buildFields();
    buildProfile();
    arrange();
    connectAll();
    retranslate();
    countItems();
    if (const std::optional<Round> round = currentRound(context.desk)) {
        takeRound(*round);
    }
}

void StartPage::buildFields()
{
    m_title = named(new Heading(1.4, this), "startTitle");
    m_roundNote = named(new Note(Note::Tone::Plain, this), "roundNote");
    m_roundNote->hide();
    m_checklist = named(new QComboBox(this), "checklist");
    m_checklist->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_checklist->setMinimumContentsLength(18);
    m_year = named(new QSpinBox(this), "year");
    m_year->setRange(2000, 2100);
    m_year->setValue(m_form.thisYear().startYear());
    m_round = named(new QComboBox(this), "round");
    m_search = named(new QLineEdit(this), "departmentSearch");
    auto *completer = new QCompleter(&m_form.departments(), this);
    completer->setCompletionRole(Qt::DisplayRole);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_search->setCompleter(completer);
    m_code = named(new QLineEdit(this), "departmentCode");
    m_name = named(new QLineEdit(this), "departmentName");
    m_post = named(new QLineEdit(m_context.settings.signerPost(), this), "inspectorPost");
    m_person = named(new QLineEdit(m_context.settings.signerName(), this), "inspectorName");
    m_fields = new QFormLayout;
    m_fields->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_fields->setVerticalSpacing(10);
    m_fields->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    for (QWidget *field :
         {static_cast<QWidget *>(m_checklist), static_cast<QWidget *>(m_year), static_cast<QWidget *>(m_round),
          static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_code), static_cast<QWidget *>(m_name),
          static_cast<QWidget *>(m_post), static_cast<QWidget *>(m_person)}) {
        addField(m_fields, field);
    }
}

void StartPage::buildProfile()
{
    m_profileTitle = named(new Heading(1.1, this), "profileTitle");
    m_profileLead = named(new Note(Note::Tone::Plain, this), "profileLead");
    m_profile = named(new QListView(this), "profile");
    m_profile->setModel(&m_form.profile());
    m_profile->setItemDelegate(new WrappedRowDelegate(m_profile));
    m_profile->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_profile->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // rows are measured at their final width
    m_profile->setResizeMode(QListView::Adjust);
    m_count = named(new Note(Note::Tone::Quiet, this), "applicableCount");
    m_trouble = named(new Note(Note::Tone::Error, this), "startTrouble");
    m_trouble->hide();
    m_start = named(new PrimaryButton(this), "start");
    m_cancel = named(new QPushButton(this), "cancelStart");
}

void StartPage::arrange()
{
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addLayout(m_fields);
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    for (QWidget *widget : {static_cast<QWidget *>(m_profileTitle), static_cast<QWidget *>(m_profileLead)}) {
        right->addWidget(widget);
    }
    right->addWidget(m_profile, 1);
    right->addWidget(m_count);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addLayout(left, 2);
    columns->addLayout(right, 3);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_start);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_trouble, 1);
    buttons->addStretch(0);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_roundNote);
    column->addLayout(columns, 1);
    column->addLayout(buttons);
}

void StartPage::connectAll()
{
    connect(m_checklist, &QComboBox::currentIndexChanged, this, [this] {
        m_form.setChecklist(m_checklist->currentData().toString());
        countItems();
    });
    connect(m_year, &QSpinBox::valueChanged, this, [this](int year) {
        m_form.setYear(FiscalYear(year));
        nameYear();
        countItems();
    });
    connect(m_round, &QComboBox::currentIndexChanged, this,
            [this] { m_form.setRound(m_round->currentData().toInt()); });
    connect(m_search->completer(), qOverload<const QString &>(&QCompleter::activated), this, &StartPage::choose);
    connect(m_search, &QLineEdit::textEdited, this, &StartPage::choose);
    connect(m_search, &QLineEdit::editingFinished, this, [this] { choose(m_search->text()); });
    connect(&m_form, &StartForm::departmentChosen, this, [this] {
        m_code->setText(m_form.department().code);
        m_name->setText(m_form.department().name);
        countItems();
    });
    connect(m_code, &QLineEdit::textEdited, this, &StartPage::takeTyped);
    connect(m_name, &QLineEdit::textEdited, this, &StartPage::takeTyped);
    connect(&m_form.profile(), &ProfileModel::ticked, this, &StartPage::countItems);
    connect(m_start, &QPushButton::clicked, this, &StartPage::start);
    connect(m_person, &QLineEdit::returnPressed, m_start, &QPushButton::click);
    connect(m_cancel, &QPushButton::clicked, this, &StartPage::cancelled);
}

/// What the completer offered, a code, or a part of a name that only one department has
void StartPage::choose(const QString &text)
{
    const QList<int> rows = m_form.departments().rowsMatching(text);
    const bool isOne = rows.size() == 1 && !text.trimmed().isEmpty();
    const QString code =
        isOne ? m_form.departments().index(rows.first()).data(Qt::UserRole).toString() : text.section(u'　', 0, 0);
    if (code != m_form.department().code) { // otherwise what was ticked since would be lost
        m_form.chooseDepartment(code);
    }
}

void StartPage::entered()
{
    m_trouble->hide();
    m_checklist->setFocus(Qt::OtherFocusReason);
}

void StartPage::takeRound(const Round &round)
{
    m_received = round;
    m_year->setValue(round.fiscalYear.startYear());
    m_form.setRound(round.number);
    fillRounds();
    const wording::DateWords dates = shownDates(m_context.desk.eras());
    const QString name = dates.round(round.fiscalYear, round.number, m_context.desk.clock().today());
    m_roundNote->setText(round.due.isValid() ? tr("%1 is open until %2.").arg(name, dates.fullDate(round.due)) : name);
    m_roundNote->show();
}

void StartPage::takeTyped()
{
    Department department = m_form.department();
    if (department.code != m_code->text()) {
        department.path.clear();
    }
    department.code = m_code->text().trimmed();
    department.name = m_name->text().trimmed();
    m_form.setDepartment(department);
}

/// Next to the number, as people call it
void StartPage::nameYear()
{
    const wording::DateWords dates = shownDates(m_context.desk.eras());
    const QString name = dates.fiscalYear(m_form.year(), m_context.desk.clock().today());
    m_year->setSuffix(name.contains(QString::number(m_form.year().startYear())) ? QString() : tr(" (%1)").arg(name));
}

void StartPage::countItems() { m_count->setText(tr("%1 questions will be asked.").arg(m_form.applicableCount())); }

void StartPage::start()
{
    m_form.setAuthor({m_person->text().trimmed(), m_post->text().trimmed()});
    m_context.settings.set(QStringLiteral("signerName"), m_person->text().trimmed());
    m_context.settings.set(QStringLiteral("signerPost"), m_post->text().trimmed());
    if (m_form.department().code.isEmpty() || m_form.department().name.isEmpty()) {
        m_trouble->setText(tr("Choose the department, or type its code and name."));
        m_trouble->show();
        m_search->setFocus(Qt::OtherFocusReason);
        return;
    }
    const Result<QUuid> started = m_form.start();
    if (!started) {
        m_trouble->setText(wording::sentence(started.error()));
        m_trouble->show();
        return;
    }
    Q_EMIT this->started(*started);
}

void StartPage::fillChecklists()
{
    const QSignalBlocker blocker(m_checklist);
    m_checklist->clear();
    for (const Checklist &checklist : m_form.checklists()) {
        m_checklist->addItem(QStringLiteral("%1　%2").arg(checklist.id, shown(checklist.title)), checklist.id);
    }
    m_checklist->setCurrentIndex(m_checklist->findData(m_form.checklistId()));
}

void StartPage::fillRounds()
{
    const QSignalBlocker blocker(m_round);
    m_round->clear();
    for (int number = 1; number <= std::max(usualRounds, m_form.round()); ++number) {
        m_round->addItem(tr("Round %1").arg(number), number);
    }
    m_round->setCurrentIndex(m_round->findData(m_form.round()));
}

void StartPage::retranslate()
{
    m_title->setText(tr("New inspection"));
    fillChecklists();
    fillRounds();
    if (m_received) {
        takeRound(*m_received);
    }
    labelField(m_fields, m_checklist, tr("Checklist"));
    labelField(m_fields, m_year, tr("Fiscal year"));
    nameYear();
    labelField(m_fields, m_round, tr("Round"));
    labelField(m_fields, m_search, tr("Find the department"));
    m_search->setPlaceholderText(tr("Part of its name or code"));
    labelField(m_fields, m_code, tr("Department code"));
    labelField(m_fields, m_name, tr("Department name"));
    labelField(m_fields, m_post, tr("Your post"));
    labelField(m_fields, m_person, tr("Your name"));
    m_profileTitle->setText(tr("What is handled there?"));
    m_profileLead->setText(
        tr("Tick everything that is so. Only the questions that apply are asked; you can change this "
           "later without losing an answer."));
    m_profile->setAccessibleName(tr("What is handled there?"));
    m_start->setText(tr("Begin"));
    m_cancel->setText(tr("Back"));
    countItems();
}

} // namespace tenken
