#include "gui/registry/board_view.h"

#include "gui/registry/mark_delegate.h"
#include "gui/registry/round_lines.h"
#include "gui/shell/labels.h"
#include "gui/shell/page.h"
#include "wording/registry_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTreeView>
#include <QVBoxLayout>

namespace tenken {

namespace {

std::optional<Fill> stateFill(const QModelIndex &index)
{
    const int state = index.data(BoardModel::StateRole).toInt();
    return state < 0 ? std::nullopt : std::optional(fillOf(static_cast<SubmissionState>(state)));
}

/// What a person sees as the place of a row, so that it is found again after the board was read anew
QStringList placeOf(QModelIndex index)
{
    QStringList place;
    for (; index.isValid(); index = index.parent()) {
        place.prepend(index.siblingAtColumn(0).data().toString());
    }
    return place;
}

QModelIndex indexAt(const QAbstractItemModel &model, const QStringList &place)
{
    QModelIndex at;
    for (const QString &name : place) {
        QModelIndex next;
        for (int row = 0; row < model.rowCount(at) && !next.isValid(); ++row) {
            const QModelIndex child = model.index(row, 0, at);
            next = child.data().toString() == name ? child : QModelIndex();
        }
        if (!next.isValid()) {
            return {};
        }
        at = next;
    }
    return at;
}

} // namespace

BoardView::BoardView(const Context &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_model(context.desk.eras())
{
    m_filter.setSourceModel(&m_model);
    build();
    connect(m_search, &QLineEdit::textChanged, this, &BoardView::filter);
    connect(m_state, &QComboBox::currentIndexChanged, this, &BoardView::filter);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &BoardView::tellCurrent);
    retranslate();
}

void BoardView::build()
{
    m_search = named(new QLineEdit(this), "boardSearch");
    m_search->setClearButtonEnabled(true);
    m_search->setAcceptDrops(false); // files that are dropped on it are meant for the page
    m_state = named(new QComboBox(this), "boardState");
    m_count = named(new Note(Note::Tone::Quiet, this), "boardCount");
    m_tree = named(new QTreeView(this), "board");
    m_tree->setModel(&m_filter);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setAttribute(Qt::WA_InputMethodEnabled, false);
    m_tree->setItemDelegate(new MarkDelegate(stateFill, m_tree));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setObjectName(QStringLiteral("boardHeader"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_search, 2);
    row->addWidget(m_state, 1);
    row->addWidget(m_count, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 0, 8);
    column->addLayout(row);
    column->addWidget(m_tree, 1);
}

int BoardView::selectedColumn() const
{
    const Round *selected = m_context.registry.selectedRound();
    for (int i = 0; selected && i < m_model.roundCount(); ++i) {
        if (m_model.round(i).fiscalYear == selected->fiscalYear && m_model.round(i).number == selected->number) {
            return i + 1;
        }
    }
    return 1;
}

void BoardView::refresh()
{
    const QStringList place = placeOf(m_tree->currentIndex());
    m_model.show(m_context.registry.contents());
    m_filter.setColumn(selectedColumn());
    m_tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 10);
    filter();
    const QModelIndex again = indexAt(m_filter, place);
    m_tree->setCurrentIndex(again.isValid() ? again : m_filter.index(0, 0));
    m_tree->scrollTo(m_tree->currentIndex());
    tellCurrent();
}

void BoardView::filter()
{
    const int state = m_state->currentData().toInt();
    m_filter.setState(state < 0 ? std::nullopt : std::optional(static_cast<SubmissionState>(state)));
    m_filter.setSearch(m_search->text());
    m_tree->expandAll();
    m_count->setText(tr("%1 shown").arg(m_filter.leafCount()));
}

void BoardView::tellCurrent()
{
    const QModelIndex current = m_filter.mapToSource(m_tree->currentIndex());
    const BoardLeaf *leaf = m_model.leaf(current);
    if (!leaf) {
        Q_EMIT nothingChosen();
        return;
    }
    const Round &round = m_model.round(m_filter.column() - 1);
    Q_EMIT leafChosen(*leaf, round.fiscalYear, round.number);
}

void BoardView::focusTree() { m_tree->setFocus(Qt::OtherFocusReason); }

void BoardView::retranslate()
{
    const QSignalBlocker blocker(m_state);
    const int state = m_state->count() > 0 ? m_state->currentIndex() : 0;
    m_state->clear();
    m_state->addItem(tr("Every state"), -1);
    for (const SubmissionState one : allSubmissionStates) {
        m_state->addItem(QStringLiteral("%1 %2").arg(wording::symbolOf(one)).arg(wording::word(one)),
                         static_cast<int>(one));
    }
    m_state->setCurrentIndex(state);
    m_state->setAccessibleName(tr("Show only this state"));
    m_search->setAccessibleName(tr("Search department, system or code"));
    m_search->setPlaceholderText(m_search->accessibleName());
    m_tree->setAccessibleName(tr("Departments and rounds"));
    m_count->setText(tr("%1 shown").arg(m_filter.leafCount()));
}

} // namespace tenken
