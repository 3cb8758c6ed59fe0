#include "viewmodel/inspection/problem_list_model.h"

#include "viewmodel/inspection/item_roles.h"
#include "viewmodel/shell/display_text.h"
#include "wording/answer_words.h"

namespace tenken {

ProblemListModel::ProblemListModel(InspectionSession &session, QObject *parent)
    : QAbstractListModel(parent), m_session(session), m_problems(session.problems())
{ }

int ProblemListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_problems.size());
}

QVariant ProblemListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Problem &problem = m_problems.at(index.row());
    switch (role) {
    case Qt::DisplayRole: {
        const QString sentence = wording::sentence(problem.code);
        if (problem.item.isEmpty()) {
            return sentence;
        }
        return QStringLiteral("%1 %2: %3").arg(problem.item, shown(m_session.item(problem.item).title), sentence);
    }
    case ItemIdRole:
        return problem.item;
    default:
        return {};
    }
}

void ProblemListModel::refresh()
{
    beginResetModel();
    m_problems = m_session.problems();
    endResetModel();
}

} // namespace tenken
