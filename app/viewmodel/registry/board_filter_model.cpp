#include "viewmodel/registry/board_filter_model.h"

#include "core/text_fold.h"
#include "viewmodel/registry/board_model.h"

namespace tenken {

BoardFilterModel::BoardFilterModel(QObject *parent) : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void BoardFilterModel::setSearch(const QString &text)
{
    m_search = foldForSearch(text.trimmed());
    invalidateFilter();
}

void BoardFilterModel::setState(std::optional<SubmissionState> state)
{
    m_state = state;
    invalidateFilter();
}

void BoardFilterModel::setColumn(int column)
{
    m_column = column;
    invalidateFilter();
}

bool BoardFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!index.data(BoardModel::IsLeafRole).toBool()
        || !index.data(BoardModel::SearchRole).toString().contains(m_search)) {
        return false; // a node stands for the leaves below it
    }
    return !m_state
        || index.siblingAtColumn(m_column).data(BoardModel::StateRole).toInt() == static_cast<int>(*m_state);
}

int BoardFilterModel::leafCount(const QModelIndex &parent) const
{
    const int rows = rowCount(parent);
    if (rows == 0) {
        return parent.isValid() ? 1 : 0;
    }
    int count = 0;
    for (int row = 0; row < rows; ++row) {
        count += leafCount(index(row, 0, parent));
    }
    return count;
}

} // namespace tenken
