#include "viewmodel/inspection/answer_table_model.h"

#include "viewmodel/inspection/item_value.h"
#include "viewmodel/shell/display_text.h"
#include "wording/answer_words.h"

namespace tenken {

AnswerTableModel::AnswerTableModel(InspectionSession &session, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_items(session.items())
{
    connect(&session, &InspectionSession::answered, this, [this](const QString &item) {
        const QModelIndex changed = indexOf(item);
        if (changed.isValid()) {
            Q_EMIT dataChanged(changed, changed.siblingAtColumn(ColumnCount - 1));
        }
    });
    connect(&session, &InspectionSession::itemsChanged, this, [this] {
        beginResetModel();
        m_items = m_session.items();
        endResetModel();
    });
}

int AnswerTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int AnswerTableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant AnswerTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const QString &id = m_items.at(index.row());
    if (role == Qt::AccessibleTextRole && index.column() == AnswerColumn) { // the delegate paints it for the eye
        return wording::word(m_session.answerOf(id).code, m_session.checklist().scale);
    }
    if (role != Qt::DisplayRole) {
        return itemValue(m_session, id, role);
    }
    switch (index.column()) {
    case IdColumn:
        return id;
    case QuestionColumn:
        return shown(m_session.item(id).question);
    case NoteColumn: {
        const Answer answer = m_session.answerOf(id);
        return (answer.comment.isEmpty() ? answer.reason : answer.comment).simplified();
    }
    default:
        return {};
    }
}

QModelIndex AnswerTableModel::indexOf(const QString &item) const
{
    const int row = m_session.positionOf(item);
    return row >= 0 && row < m_items.size() ? index(row, 0) : QModelIndex();
}

void AnswerTableModel::retranslate()
{
    if (!m_items.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

} // namespace tenken
