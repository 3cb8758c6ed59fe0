#include "gui/comparison/answer_pair_panel.h"
#include "gui/comparison/comparison_page.h"
#include "gui/comparison/matrix_delegate.h"
#include "gui/comparison/matrix_view.h"
#include "gui/comparison/trend_delegate.h"
#include "gui/shell/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>

namespace tenken {

namespace {

QLabel *labelOf(QWidget *field, QHBoxLayout *row, int stretch = 0)
{
    auto *label = new QLabel(field->parentWidget());
    label->setBuddy(field);
    row->addWidget(label);
    row->addWidget(field, stretch);
    return label;
}

QComboBox *combo(QWidget *parent, const char *name, int letters)
{
    auto *box = named(new QComboBox(parent), name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(letters);
    return box;
}

QTableView *plainTable(QWidget *parent, const char *name)
{
    auto *table = named(new QTableView(parent), name);
    table->setTabKeyNavigation(false);
    table->setCornerButtonEnabled(false);
    table->setAttribute(Qt::WA_InputMethodEnabled, false);
    return table;
}

} // namespace

void ComparisonPage::build()
{
    m_title = named(new Heading(1.4, this), "comparisonTitle");
    m_open = named(new QPushButton(this), "openComparedFiles");
    m_summary = named(new Note(Note::Tone::Quiet, this), "comparisonSummary");
    m_empty = named(new Note(Note::Tone::Plain, this), "emptyComparison");
    m_message = named(new Note(Note::Tone::Error, this), "comparisonMessage");
    m_message->hide();
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_open);
    auto *column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(buildChoice());
    column->addWidget(buildFilters());
    column->addWidget(m_summary);
    column->addWidget(m_message);
    column->addWidget(m_empty);
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(buildTabs());
    m_pair = new AnswerPairPanel(m_context.desk.eras(), this);
    m_pair->hide();
    m_splitter->addWidget(m_pair);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    column->addWidget(m_splitter, 1);
    column->addWidget(buildActions());
    column->addStretch(0);
}

QWidget *ComparisonPage::buildChoice()
{
    auto *box = new QWidget(this);
    m_source = combo(box, "comparisonSource", 6);
    m_by = combo(box, "comparisonBy", 18);
    m_checklist = combo(box, "comparisonChecklist", 5);
    m_round = combo(box, "comparisonRound", 9);
    m_subjects = named(new QLineEdit(box), "comparisonSubjects");
    m_subjects->setClearButtonEnabled(true);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    m_sourceLabel = labelOf(m_source, row);
    m_byLabel = labelOf(m_by, row);
    m_checklistLabel = labelOf(m_checklist, row);
    m_roundLabel = labelOf(m_round, row);
    m_subjectsLabel = labelOf(m_subjects, row, 1);
    return box;
}

QWidget *ComparisonPage::buildFilters()
{
    m_filterRow = new QWidget(this);
    auto *row = new QHBoxLayout(m_filterRow);
    row->setContentsMargins(0, 0, 0, 0);
    const char *const names[] = {"differencesOnly", "worsened", "auditDiffers", "criticalNo"};
    for (size_t i = 0; i < m_filters.size(); ++i) {
        m_filters[i] = named(new QCheckBox(m_filterRow), names[i]);
        row->addWidget(m_filters[i]);
    }
    m_search = named(new QLineEdit(m_filterRow), "comparisonSearch");
    m_search->setClearButtonEnabled(true);
    row->addWidget(m_search, 1);
    m_foldAll = named(new QPushButton(m_filterRow), "foldAll");
    m_foldAll->setCheckable(true);
    row->addWidget(m_foldAll);
    return m_filterRow;
}

QWidget *ComparisonPage::buildTabs()
{
    m_tabs = named(new QTabWidget(this), "comparisonTabs");
    m_matrix = named(new MatrixView(m_tabs), "matrix");
    m_matrix->showModel(&m_session.matrix());
    m_heatTab = new QWidget(m_tabs);
    m_heatRows = combo(m_heatTab, "heatRows", 10);
    m_heat = plainTable(m_heatTab, "heatMap");
    m_heat->setModel(&m_session.heatMap());
    m_heat->setItemDelegate(new MatrixDelegate(
        [this](const QModelIndex &index) { return m_session.heatMap().cellAt(index.row(), index.column()); }, m_heat));
    auto *heat = new QVBoxLayout(m_heatTab);
    m_heatRules = named(new Note(Note::Tone::Quiet, m_heatTab), "heatRules");
    heat->addWidget(m_heatRows, 0, Qt::AlignLeft);
    heat->addWidget(m_heatRules);
    heat->addWidget(m_heat, 1);
    m_trendTab = new QWidget(m_tabs);
    m_trendRules = named(new Note(Note::Tone::Quiet, m_trendTab), "trendRules");
    m_trend = plainTable(m_trendTab, "trend");
    m_trend->setModel(&m_session.trend());
    m_trend->setItemDelegateForColumn(TrendModel::LineColumn, new TrendDelegate(m_session.trend(), m_trend));
    m_trend->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_trend->verticalHeader()->hide();
    m_trend->setShowGrid(false);
    m_trend->setWordWrap(false);
    auto *trend = new QVBoxLayout(m_trendTab);
    trend->addWidget(m_trendRules);
    trend->addWidget(m_trend, 1);
    m_tabs->addTab(m_matrix, QString());
    m_tabs->addTab(m_heatTab, QString());
    m_tabs->addTab(m_trendTab, QString());
    return m_tabs;
}

QWidget *ComparisonPage::buildActions()
{
    m_actions = new QWidget(this);
    auto *row = new QHBoxLayout(m_actions);
    row->setContentsMargins(0, 0, 0, 0);
    m_copy = named(new QPushButton(m_actions), "copyTable");
    m_csv = named(new QPushButton(m_actions), "exportCsv");
    m_xlsx = named(new QPushButton(m_actions), "exportXlsx");
    m_print = named(new QPushButton(m_actions), "printComparison");
    for (QPushButton *button : {m_copy, m_csv, m_xlsx, m_print}) {
        row->addWidget(button);
    }
    row->addStretch(1);
    m_busy = named(new QProgressBar(m_actions), "comparisonBusy");
    m_busy->setRange(0, 0);
    m_cancel = named(new QPushButton(m_actions), "cancelComparison");
    row->addWidget(m_busy);
    row->addWidget(m_cancel);
    return m_actions;
}

} // namespace tenken
