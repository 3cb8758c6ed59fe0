#include "gui/shell/home_page.h"

#include "gui/registry/rounds_panel.h"
#include "gui/shell/drop_zone.h"
#include "gui/shell/inspection_row_delegate.h"
#include "gui/shell/labels.h"
#include "gui/shell/wrapped_row_delegate.h"
#include "viewmodel/home/received_round.h"
#include "viewmodel/shell/display_text.h"
#include "wording/error_words.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QListView>
#include <QListWidget>
#include <QVBoxLayout>

namespace tenken {

HomePage::HomePage(const Context &context, QWidget *parent)
    : Page(QStringLiteral("homePage"), parent), m_context(context), m_model(context.desk)
{
    build();
    connect(m_list, &QListView::activated, this, &HomePage::continueSelected);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &HomePage::refreshButtons);
    connect(m_start, &QPushButton::clicked, this, &HomePage::startAsked);
    connect(m_demo, &QPushButton::clicked, this, &HomePage::demoAsked);
    connect(m_continue, &QPushButton::clicked, this, &HomePage::continueSelected);
    connect(m_delete, &QPushButton::clicked, this, &HomePage::deleteSelected);
    connect(m_open, &QPushButton::clicked, this, &HomePage::openAsked);
    connect(m_rounds, &RoundsPanel::boardAsked, this, &HomePage::boardAsked);
    connect(m_recent, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { Q_EMIT fileAsked(item->data(Qt::UserRole).toString()); });
    retranslate();
}

void HomePage::build()
{
    m_title = named(new Heading(1.4, this), "homeTitle");
    m_notice = named(new Note(Note::Tone::Success, this), "notice");
    m_notice->hide();
    m_round = named(new Note(Note::Tone::Plain, this), "currentRound");
    m_empty = named(new Note(Note::Tone::Plain, this), "emptyHome");
    m_list = named(new QListView(this), "inspections");
    m_list->setItemDelegate(new InspectionRowDelegate(m_context.desk.eras(), m_list));
    m_list->setModel(&m_model);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAttribute(Qt::WA_InputMethodEnabled, false);
    m_continue = named(new PrimaryButton(this), "continueInspection");
    m_start = named(new PrimaryButton(this), "startInspection");
    m_delete = named(new QPushButton(this), "deleteDraft");
    m_demo = named(new QPushButton(this), "startDemo");
    m_rounds = named(new RoundsPanel(m_context, this), "roundsPanel");
    m_filesTitle = named(new Heading(1.1, this), "filesTitle");
    m_drop = named(new DropZone(this), "dropZone");
    m_open = named(new QPushButton(this), "openPdf");
    m_recent = named(new QListWidget(this), "recentFiles");
    m_recent->setItemDelegate(new WrappedRowDelegate(m_recent));
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button :
         {static_cast<QPushButton *>(m_continue), static_cast<QPushButton *>(m_start), m_delete, m_demo}) {
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    buttons->setSpacing(8);
    left->addWidget(m_title);
    left->addWidget(m_notice);
    left->addWidget(m_round);
    left->addWidget(m_empty);
    left->addWidget(m_list, 1);
    left->addLayout(buttons);
    left->addWidget(m_rounds);
    left->addStretch(0);
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(m_filesTitle);
    right->addWidget(m_drop);
    right->addWidget(m_open);
    right->addWidget(m_recent, 1);
    right->addStretch(0);
    auto *columns = new QHBoxLayout(this);
    columns->setSpacing(24);
    columns->addLayout(left, 3);
    columns->addLayout(right, 1);
}

void HomePage::entered()
{
    refresh();
    if (m_model.rowCount() > 0) {
        selectLast();
        m_list->setFocus(Qt::OtherFocusReason);
    } else {
        m_start->setFocus(Qt::OtherFocusReason);
    }
    if (isVisible()) { // not yet at the start
        readOn();
    }
}

void HomePage::readOn()
{
    m_context.desk.whenChecklistsAreRead(this, [this] {
        countAnswers();
        m_context.registry.refresh();
    });
}

void HomePage::refresh()
{
    if (const Status read = m_model.refresh(); !read) {
        showNotice(wording::sentence(read.error()));
    }
    const bool empty = m_model.rowCount() == 0;
    m_empty->setVisible(empty);
    m_list->setVisible(!empty);
    listRecentFiles();
    const std::optional<Round> round = currentRound(m_context.desk);
    m_round->setVisible(round.has_value());
    if (round) {
        const wording::DateWords dates = shownDates(m_context.desk.eras());
        const QString name = dates.round(round->fiscalYear, round->number, m_model.today());
        m_round->setText(round->due.isValid() ? tr("%1 is open until %2.").arg(name, dates.fullDate(round->due))
                                              : tr("%1 is open.").arg(name));
    }
    refreshButtons();
}

/// At the start the list stands before the checklists are read, without the number of questions
void HomePage::countAnswers()
{
    if (m_model.rowCount() == 0 || m_model.row(0).applicable > 0) {
        return;
    }
    const QUuid chosen = selected() ? selected()->summary.inspection : QUuid();
    refresh();
    m_list->setCurrentIndex(m_model.indexOf(chosen));
}

void HomePage::listRecentFiles()
{
    m_recent->clear();
    for (const QString &path : m_context.settings.recentFiles()) {
        auto *entry = new QListWidgetItem(QFileInfo(path).fileName(), m_recent);
        entry->setData(Qt::UserRole, path);
        entry->setToolTip(path);
    }
    m_recent->setVisible(m_recent->count() > 0);
}

/// Where the person was last, unless something was returned meanwhile
void HomePage::selectLast()
{
    const QModelIndex last = m_model.indexOf(m_context.settings.lastInspection());
    const bool isReturned = m_model.row(0).summary.state == InspectionState::Returned;
    m_list->setCurrentIndex(last.isValid() && !isReturned ? last : m_model.index(0));
}

void HomePage::showNotice(const QString &text)
{
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
}

const HomeModel::Row *HomePage::selected() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_model.row(index.row()) : nullptr;
}

void HomePage::continueSelected()
{
    if (const HomeModel::Row *row = selected()) {
        Q_EMIT inspectionAsked(row->summary.inspection);
    }
}

void HomePage::deleteSelected()
{
    const HomeModel::Row *row = selected();
    const QString question =
        tr("Throw away this draft and its answers (%n)? This cannot be undone.", nullptr, row ? row->answered : 0);
    if (!row || !m_context.prompts.confirm(this, question, tr("Throw away"))) {
        return;
    }
    const Status deleted = m_context.desk.repository().deleteDraft(row->summary.inspection, {});
    showNotice(deleted ? tr("The draft was thrown away.") : wording::sentence(deleted.error()));
    entered();
}

void HomePage::refreshButtons()
{
    const HomeModel::Row *row = selected();
    m_continue->setEnabled(row);
    const bool open =
        row && row->summary.state != InspectionState::Signed && row->summary.state != InspectionState::Superseded;
    m_continue->setText(!row || open ? tr("Continue where I stopped") : tr("Open"));
    m_delete->setEnabled(open);
    m_start->setLeading(m_model.rowCount() == 0);
    m_continue->setVisible(m_model.rowCount() > 0);
    m_delete->setVisible(m_model.rowCount() > 0);
}

void HomePage::retranslate()
{
    m_title->setText(tr("My inspections"));
    m_empty->setText(tr("There is no inspection yet. This is how one goes:\n"
                        "1. Open the round file that the division sent, or press “New inspection…”.\n"
                        "2. Answer the questions. Everything is saved at once; you can stop at any time.\n"
                        "3. Sign, and hand the PDF to your manager, who approves it.\n"
                        "To get to know the program, press “Try it out”: that inspection can be thrown away."));
    m_list->setAccessibleName(tr("My inspections"));
    m_start->setText(tr("New inspection…"));
    m_delete->setText(tr("Throw away the draft…"));
    m_demo->setText(tr("Try it out"));
    m_rounds->retranslate();
    m_filesTitle->setText(tr("Files"));
    m_drop->setText(
        tr("Drop signed PDFs here to check, approve or return them, or the round file of the division to begin."));
    m_open->setText(tr("Open a file…"));
    m_recent->setAccessibleName(tr("Files opened lately"));
    refreshButtons();
}

} // namespace tenken
