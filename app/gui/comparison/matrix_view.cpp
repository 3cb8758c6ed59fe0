#include "gui/comparison/matrix_view.h"

#include "gui/comparison/matrix_delegate.h"
#include "gui/comparison/matrix_headers.h"

#include <QKeyEvent>

#include <algorithm>
#include <numeric>

namespace tenken {

namespace {

QList<int> sorted(const QSet<int> &numbers)
{
    QList<int> list(numbers.begin(), numbers.end());
    std::sort(list.begin(), list.end());
    return list;
}

QList<int> countedTo(int count)
{
    QList<int> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

} // namespace

MatrixView::MatrixView(QWidget *parent) : QTableView(parent)
{
    setVerticalHeader(new ItemHeader(this));
    setHorizontalHeader(new ColumnHeader(this));
    setItemDelegate(new MatrixDelegate(
        [this](const QModelIndex &index) { return m_model->cellAt(index.row(), index.column()); }, this));
    setSelectionMode(QAbstractItemView::ContiguousSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setWordWrap(false);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    connect(this, &QAbstractItemView::clicked, this, &MatrixView::activateCell);
    connect(verticalHeader(), &QHeaderView::sectionClicked, this, [this](int line) {
        if (m_model && m_model->isClause(line)) {
            m_model->toggleFold(line);
        }
    });
}

void MatrixView::showModel(ComparisonMatrixModel *model)
{
    m_model = model;
    static_cast<ItemHeader *>(verticalHeader())->setMatrix(model);
    setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &MatrixView::measure);
    measure();
}

void MatrixView::measure()
{
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    const QString scale = m_model && m_model->comparison() ? m_model->comparison()->scale : QString();
    static_cast<MatrixDelegate *>(itemDelegate())->setScale(scale);
    horizontalHeader()->setDefaultSectionSize(MatrixPainter::widthFor(font(), scale));
    verticalHeader()->setFixedWidth(std::clamp(width() * 2 / 5, 200, fontMetrics().averageCharWidth() * 60));
    horizontalHeader()->setFixedHeight(horizontalHeader()->sizeHint().height());
}

void MatrixView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        measure();
    }
}

void MatrixView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    measure();
}

void MatrixView::activateCell(const QModelIndex &index)
{
    if (!index.isValid()) {
        return;
    }
    if (m_model->isClause(index.row())) {
        m_model->toggleFold(index.row());
    } else {
        Q_EMIT opened(index.row(), index.column());
    }
}

void MatrixView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        activateCell(currentIndex());
        return;
    case Qt::Key_Plus:
    case Qt::Key_Minus:
        if (const bool fold = event->key() == Qt::Key_Minus; currentIndex().isValid()
            && m_model->isClause(currentIndex().row()) && m_model->isFolded(currentIndex().row()) != fold) {
            m_model->toggleFold(currentIndex().row());
        }
        return;
    default:
        QTableView::keyPressEvent(event);
    }
}

QList<QStringList> MatrixView::copiedTable() const
{
    QSet<int> lines;
    QSet<int> columns;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int line = range.top(); line <= range.bottom(); ++line) {
            lines.insert(line);
        }
        for (int column = range.left(); column <= range.right(); ++column) {
            columns.insert(column);
        }
    }
    if (lines.size() * columns.size() <= 1) { // a single cell is where the cursor stands, not a choice
        return m_model->table(countedTo(m_model->rowCount()), countedTo(m_model->columnCount()));
    }
    return m_model->table(sorted(lines), sorted(columns));
}

} // namespace tenken
