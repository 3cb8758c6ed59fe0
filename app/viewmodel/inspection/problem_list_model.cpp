#include "viewmodel/inspection/problem_list_model.h"

#include "viewmodel/inspection/item_roles.h"
#include "viewmodel/shell/display_text.h"
#include "wording/answer_words.h"
#include "wording/date_words.h"

#include <algorithm>

namespace tenken {

ProblemListModel::ProblemListModel(InspectionSession &session, QObject *parent)
    : QAbstractListModel(parent), m_session(session), m_rows(rows())
{ }

int ProblemListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ProblemListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.item.isEmpty()
            ? row.sentence
            : QStringLiteral("%1 %2: %3").arg(row.item, shown(m_session.item(row.item).title), row.sentence);
    case ItemIdRole:
        return row.item;
    default:
        return {};
    }
}

QList<ProblemListModel::Row> ProblemListModel::rows() const
{
    QList<Row> rows;
    for (const Problem &problem : m_session.problems()) {
        rows << Row{problem.item, wording::sentence(problem.code)};
    }
    for (const QString &item : m_session.items()) {
        for (const QString &typed : m_session.unreadable(item)) {
            rows << Row{item, wording::unreadableDate(typed)};
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [this](const Row &a, const Row &b) {
        return m_session.positionOf(a.item) < m_session.positionOf(b.item);
    });
    return rows;
}

void ProblemListModel::refresh()
{
    beginResetModel();
    m_rows = rows();
    endResetModel();
}

} // namespace tenken
