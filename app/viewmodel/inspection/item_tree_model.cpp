#include "viewmodel/inspection/item_tree_model.h"

#include "viewmodel/inspection/item_value.h"
#include "viewmodel/shell/display_text.h"

namespace tenken {

namespace {
constexpr quintptr clauseLevel = 0; // items carry their clause's row + 1
}

ItemTreeModel::ItemTreeModel(InspectionSession &session, QObject *parent)
    : QAbstractItemModel(parent), m_session(session)
{
    build();
    connect(&session, &InspectionSession::answered, this, &ItemTreeModel::tellChanged);
    connect(&session, &InspectionSession::itemsChanged, this, [this] {
        beginResetModel();
        build();
        endResetModel();
    });
}

void ItemTreeModel::build()
{
    m_clauses.clear();
    m_places.clear();
    QHash<QString, int> rows;
    for (const QString &id : m_session.items()) {
        const QString key = m_session.item(id).clause;
        if (!rows.contains(key)) {
            rows.insert(key, static_cast<int>(m_clauses.size()));
            m_clauses.append({key, {}});
        }
        const int clause = rows.value(key);
        m_places.insert(id, {clause, static_cast<int>(m_clauses.at(clause).items.size())});
        m_clauses[clause].items << id;
    }
    for (Clause &clause : m_clauses) {
        count(clause);
    }
}

/// Kept, because a clause is painted more often than it changes
void ItemTreeModel::count(Clause &clause) const
{
    clause.answered = 0;
    clause.flagged = 0;
    for (const QString &id : clause.items) {
        const Answer *answer = m_session.inspection().answer(id);
        clause.answered += answer && answer->code ? 1 : 0;
        clause.flagged += answer && answer->flagged ? 1 : 0;
    }
}

QModelIndex ItemTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : clauseLevel);
}

QModelIndex ItemTreeModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == clauseLevel) {
        return {};
    }
    return createIndex(static_cast<int>(index.internalId()) - 1, 0, clauseLevel);
}

int ItemTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_clauses.size());
    }
    const bool isClause = parent.internalId() == clauseLevel && parent.column() == 0;
    return isClause ? static_cast<int>(m_clauses.at(parent.row()).items.size()) : 0;
}

int ItemTreeModel::columnCount(const QModelIndex &) const { return 1; }

QVariant ItemTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    if (index.internalId() == clauseLevel) {
        return clauseData(m_clauses.at(index.row()), role);
    }
    const Clause &clause = m_clauses.at(static_cast<int>(index.internalId()) - 1);
    return itemValue(m_session, clause.items.at(index.row()), role);
}

/// A view need not ask each of thousands of items what lies below it
Qt::ItemFlags ItemTreeModel::flags(const QModelIndex &index) const
{
    const bool isItem = index.isValid() && index.internalId() != clauseLevel;
    return QAbstractItemModel::flags(index) | (isItem ? Qt::ItemNeverHasChildren : Qt::NoItemFlags);
}

QVariant ItemTreeModel::clauseData(const Clause &clause, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: {
        const PolicyClause *official = m_session.desk().checklists().policy.clause(clause.key);
        return official ? clause.key + u' ' + shown(official->title) : clause.key;
    }
    case ItemIdRole:
        return QString();
    case ClauseRole:
        return clause.key;
    case AnsweredRole:
        return clause.answered;
    case TotalRole:
        return static_cast<int>(clause.items.size());
    case FlaggedRole:
        return clause.flagged > 0;
    default:
        return {};
    }
}

QModelIndex ItemTreeModel::indexOf(const QString &item) const
{
    const auto place = m_places.constFind(item);
    return place == m_places.constEnd() ? QModelIndex() : createIndex(place->row, 0, quintptr(place->clause) + 1);
}

void ItemTreeModel::tellChanged(const QString &item)
{
    const QModelIndex changed = indexOf(item);
    if (changed.isValid()) {
        count(m_clauses[changed.parent().row()]);
        Q_EMIT dataChanged(changed, changed);
        Q_EMIT dataChanged(changed.parent(), changed.parent());
    }
}

void ItemTreeModel::retranslate()
{
    for (int row = 0; row < m_clauses.size(); ++row) {
        const QModelIndex clause = index(row, 0);
        Q_EMIT dataChanged(clause, clause);
        Q_EMIT dataChanged(index(0, 0, clause), index(rowCount(clause) - 1, 0, clause));
    }
}

} // namespace tenken
