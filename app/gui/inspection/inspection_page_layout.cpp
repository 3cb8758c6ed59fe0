// The look of InspectionPage: what stands where, and its words. What it does is in inspection_page.cpp.
#include "gui/inspection/answer_card.h"
#include "gui/inspection/answer_cell_delegate.h"
#include "gui/inspection/answer_keys.h"
#include "gui/inspection/inspection_page.h"
#include "gui/inspection/item_delegate.h"
#include "gui/inspection/reference_panel.h"
#include "gui/shell/labels.h"
#include "viewmodel/inspection/item_roles.h"
#include "viewmodel/shell/display_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QProgressBar>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace tenken {

namespace {

void quieten(QTreeView *view)
{
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setUniformRowHeights(true);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setAllColumnsShowFocus(true);
}

} // namespace

/// The parts are built in the order in which they are read: Tab follows it.
void InspectionPage::buildHead()
{
    m_title = named(new Heading(1.1, this), "inspectionTitle");
    m_profileButton = named(new QPushButton(this), "profileButton");
    m_signButton = named(new QPushButton(this), "signButton");
    connect(m_profileButton, &QPushButton::clicked, this, &InspectionPage::profileAsked);
    connect(m_signButton, &QPushButton::clicked, this, &InspectionPage::signAsked);
}

void InspectionPage::buildLeft()
{
    m_left = new QWidget(this);
    m_search = named(new QLineEdit(m_left), "itemSearch");
    m_search->setClearButtonEnabled(true);
    m_filter = named(new QComboBox(m_left), "itemFilter");
    m_treeView = named(new QTreeView(m_left), "itemTree");
    quieten(m_treeView);
    m_treeView->setHeaderHidden(true);
    m_treeView->setIndentation(12);
    m_treeView->setItemDelegate(new ItemDelegate(m_session.checklist().scale, m_treeView));
    m_treeView->setModel(m_tree);
    m_treeView->expandToDepth(0); // the clauses alone: each expanded row is remembered
    m_nothing = named(new Note(Note::Tone::Quiet, m_left), "nothingFound");
    m_nothing->hide();
    auto *column = new QVBoxLayout(m_left);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_search);
    column->addWidget(m_filter);
    column->addWidget(m_nothing);
    column->addWidget(m_treeView, 1);
}

void InspectionPage::buildCentre()
{
    m_centre = named(new QStackedWidget(this), "centre");
    m_card = new AnswerCard(m_session, *m_keys);
    m_scroll = named(new QScrollArea(m_centre), "cardScroll");
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_card);
    m_listView = named(new QTreeView(m_centre), "itemList");
    quieten(m_listView);
    m_listView->setRootIsDecorated(false);
    m_listView->setHeaderHidden(true);
    m_listView->setAlternatingRowColors(true);
    m_listView->setWordWrap(true);
    m_listView->setModel(m_table);
    m_answerCells = new AnswerCellDelegate(AnswerRole, m_session.checklist().scale, m_listView);
    m_listView->setItemDelegateForColumn(AnswerTableModel::AnswerColumn, m_answerCells);
    m_listView->header()->setSectionResizeMode(QHeaderView::Fixed);
    m_listView->header()->setStretchLastSection(false);
    m_listView->header()->setSectionResizeMode(AnswerTableModel::QuestionColumn, QHeaderView::Stretch);
    m_centre->addWidget(m_scroll);
    m_centre->addWidget(m_listView);
}

void InspectionPage::buildRight() { m_reference = new ReferencePanel(m_session, this); }

void InspectionPage::buildFoot()
{
    m_foot = new QWidget(this);
    m_listButton = named(new QPushButton(m_foot), "listButton");
    m_listButton->setCheckable(true);
    m_previous = named(new QPushButton(m_foot), "previousItem");
    m_next = named(new PrimaryButton(m_foot), "nextUnanswered");
    m_progress = named(new QProgressBar(m_foot), "progress");
    m_progress->setTextVisible(false);
    m_count = named(new QLabel(m_foot), "count");
    m_saved = named(new QLabel(m_foot), "saved");
    m_trouble = named(new Note(Note::Tone::Error, this), "trouble");
    m_trouble->hide();
    auto *row = new QHBoxLayout(m_foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_listButton);
    row->addWidget(m_progress, 1);
    row->addWidget(m_count);
    row->addWidget(m_saved);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, &InspectionPage::nextUnanswered);
    connect(m_listButton, &QPushButton::toggled, this, &InspectionPage::setList);
}

void InspectionPage::arrange()
{
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_profileButton);
    head->addWidget(m_signButton);
    m_returned = named(new Note(Note::Tone::Error, this), "returnedReason");
    m_returned->setVisible(!m_session.inspection().returnReason.isEmpty());
    auto *splitter = named(new QSplitter(this), "columns");
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_left);
    splitter->addWidget(m_centre);
    splitter->addWidget(m_reference);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 6);
    splitter->setStretchFactor(2, 3);
    splitter->setSizes({300, 640, 300});
    auto *column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(m_returned);
    column->addWidget(splitter, 1);
    column->addWidget(m_trouble);
    column->addWidget(m_foot);
}

void InspectionPage::retranslate()
{
    const Inspection &inspection = m_session.inspection();
    const wording::DateWords dates = shownDates(m_context.desk.eras());
    m_title->setText(QStringLiteral("%1　%2　%3")
                         .arg(inspection.subject.name, shown(m_session.checklist().title),
                              dates.round(inspection.fiscalYear, inspection.round, m_context.desk.clock().today())));
    m_returned->setText(tr("To be put right: %1").arg(inspection.returnReason));
    m_profileButton->setText(tr("What we handle…"));
    m_signButton->setText(tr("Check and sign"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search the questions"));
    m_filter->setAccessibleName(tr("Which questions are listed"));
    const int chosen = std::max(0, m_filter->currentIndex());
    const QSignalBlocker blocker(m_filter);
    m_filter->clear();
    const std::pair<QString, ItemFilter> filters[] = {{tr("All questions"), ItemFilter::Everything},
                                                      {tr("Unanswered"), ItemFilter::Unanswered},
                                                      {tr("Flagged"), ItemFilter::Flagged},
                                                      {tr("× and △"), ItemFilter::Negative},
                                                      {tr("Evidence missing"), ItemFilter::MissingEvidence},
                                                      {tr("Something missing"), ItemFilter::Incomplete},
                                                      {tr("Changed since last year"), ItemFilter::Changed}};
    for (const auto &[words, filter] : filters) {
        m_filter->addItem(words, static_cast<int>(filter));
    }
    m_filter->setCurrentIndex(chosen);
    m_treeView->setAccessibleName(tr("Clauses and questions"));
    m_listView->setAccessibleName(tr("List of questions"));
    m_nothing->setText(tr("No question fits. Choose another filter or search for something else."));
    m_previous->setText(tr("Previous (K)"));
    m_next->setText(tr("Next unanswered (Ctrl+Enter)"));
    m_listButton->setText(tr("List"));
    m_progress->setAccessibleName(tr("Progress"));
    m_tableModel->retranslate();
    m_treeModel->retranslate();
    m_card->retranslate();
    m_reference->retranslate();
    refreshFoot();
    showSaved();
}

} // namespace tenken
