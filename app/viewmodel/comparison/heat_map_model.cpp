#include "viewmodel/comparison/heat_map_model.h"

#include "core/fraction.h"
#include "wording/answer_words.h"

#include <algorithm>

namespace tenken {

namespace {

QString bureauOf(const ComparisonColumn &column)
{
    const Department &department = column.submissions.first()->department;
    return department.path.isEmpty() ? department.name : department.path.first();
}

} // namespace

int shadeOf(const MatrixCell &share)
{
    if (share.n < 10) {
        return -1;
    }
    const qint64 hundredfold = qint64(share.yes) * 100;
    const qint64 n = share.n;
    return hundredfold >= 90 * n ? 3 : hundredfold >= 80 * n ? 2 : hundredfold >= 70 * n ? 1 : 0;
}

HeatMapModel::HeatMapModel(QObject *parent) : QAbstractTableModel(parent) { }

void HeatMapModel::show(ShownComparisonPtr comparison)
{
    beginResetModel();
    m_shown = std::move(comparison);
    rebuild();
    endResetModel();
}

bool HeatMapModel::hasBureaus() const { return m_shown && m_shown->by == CompareBy::Department; }

void HeatMapModel::setRows(Rows rows)
{
    beginResetModel();
    m_rows = rows;
    rebuild();
    endResetModel();
}

HeatMapModel::Group &HeatMapModel::groupNamed(const QString &label)
{
    const auto known =
        std::find_if(m_groups.begin(), m_groups.end(), [&](const Group &group) { return group.label == label; });
    if (known != m_groups.end()) {
        return *known;
    }
    m_groups << Group{label, QList<Counts>(m_shown->clauses.size()), {}};
    return m_groups.last();
}

void HeatMapModel::rebuild()
{
    m_groups.clear();
    if (!m_shown) {
        return;
    }
    const bool byBureau = m_rows == Rows::Bureaus && hasBureaus();
    for (int column = 0; column < m_shown->columns.size(); ++column) {
        const ComparisonColumn &source = m_shown->comparison.columns.at(column);
        if (!byBureau) { // two departments may bear one name
            m_groups << Group{m_shown->columns.at(column), QList<Counts>(m_shown->clauses.size()), {}};
        }
        Group &group = byBureau ? groupNamed(bureauOf(source)) : m_groups.last();
        for (int clause = 0; clause < m_shown->clauses.size(); ++clause) {
            const int total = m_shown->clauses.at(clause).total;
            if (total >= 0) {
                const Counts &counts = m_shown->comparison.totals.at(total).cells.at(column);
                group.cells[clause] += counts;
                group.all += counts;
            }
        }
    }
}

MatrixCell HeatMapModel::cellAt(int row, int column) const
{
    const Group &group = m_groups.at(row);
    const Counts &counts = column < group.cells.size() ? group.cells.at(column) : group.all;
    if (counts.effective() == 0) {
        return {};
    }
    return {MatrixCell::Kind::Share, {}, counts.yes, counts.effective()};
}

QList<QStringList> HeatMapModel::table() const
{
    QStringList head{QString()};
    for (int column = 0; column < columnCount(); ++column) {
        head << headerData(column, Qt::Horizontal).toString();
    }
    QList<QStringList> rows{head};
    for (int row = 0; row < rowCount(); ++row) {
        QStringList record{m_groups.at(row).label};
        for (int column = 0; column < columnCount(); ++column) {
            record << data(index(row, column)).toString();
        }
        rows << record;
    }
    return rows;
}

int HeatMapModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_groups.size());
}

int HeatMapModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_shown || m_shown->clauses.isEmpty() ? 0
                                                                      : static_cast<int>(m_shown->clauses.size()) + 1;
}

QVariant HeatMapModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)) {
        return {};
    }
    const MatrixCell cell = cellAt(index.row(), index.column());
    const QString share = cell.kind == MatrixCell::Kind::Nothing ? QStringLiteral("―") : formatShare(cell.yes, cell.n);
    if (role == Qt::DisplayRole) {
        return share;
    }
    return QStringLiteral("%1, %2: %3")
        .arg(m_groups.at(index.row()).label, headerData(index.column(), Qt::Horizontal).toString(), share);
}

QVariant HeatMapModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!m_shown || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    if (orientation == Qt::Vertical) {
        return section < m_groups.size() ? m_groups.at(section).label : QString();
    }
    if (section >= m_shown->clauses.size()) {
        return QStringLiteral("Σ");
    }
    const ShownComparison::Clause &clause = m_shown->clauses.at(section);
    return role == Qt::ToolTipRole ? clause.title : clause.key;
}

} // namespace tenken
