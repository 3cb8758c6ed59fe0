#include "viewmodel/comparison/trend_model.h"

#include "core/fraction.h"
#include "wording/answer_words.h"
#include "wording/comparison_words.h"

#include <algorithm>

namespace tenken {

namespace {

/// What most of the clause's items were suppressed for
QString reasonOf(const ShownComparison &shown, const ShownComparison::Clause &clause)
{
    QMap<ItemChangeState, int> counts;
    for (const int row : clause.rows) {
        ++counts[shown.comparison.rows.at(row).change];
    }
    ItemChangeState most = ItemChangeState::CriteriaChanged;
    for (auto count = counts.constBegin(); count != counts.constEnd(); ++count) {
        if (!wording::suppressionReason(count.key()).isEmpty() && *count > counts.value(most)) {
            most = count.key();
        }
    }
    return wording::suppressionReason(most);
}

} // namespace

TrendModel::TrendModel(QObject *parent) : QAbstractTableModel(parent) { }

void TrendModel::show(ShownComparisonPtr comparison)
{
    beginResetModel();
    const bool hasTrend = comparison && comparison->by == CompareBy::Year && comparison->columns.size() > 1;
    m_shown = hasTrend ? std::move(comparison) : nullptr;
    rebuild();
    endResetModel();
}

void TrendModel::rebuild()
{
    m_rows.clear();
    if (!m_shown) {
        return;
    }
    Row whole{wording::word(SubjectKind::City), {}, QList<Counts>(m_shown->columns.size()), {}};
    for (const ShownComparison::Clause &clause : m_shown->clauses) {
        Row row{clause.key, clause.title, {}, {}};
        if (clause.total >= 0) {
            row.cells = m_shown->comparison.totals.at(clause.total).cells;
            for (qsizetype year = 0; year < row.cells.size(); ++year) {
                whole.cells[year] += row.cells.at(year);
            }
        } else {
            row.suppression = reasonOf(*m_shown, clause);
        }
        m_rows << row;
    }
    m_rows.prepend(whole);
}

QList<double> TrendModel::shares(int row) const
{
    QList<double> shares;
    for (const Counts &counts : m_rows.at(row).cells) {
        if (counts.effective() < 10) {
            return {};
        }
        shares << static_cast<double>(counts.yes) / counts.effective();
    }
    return shares;
}

int TrendModel::direction(int row) const
{
    const QList<Counts> &cells = m_rows.at(row).cells;
    return shares(row).isEmpty() ? 0 : directionOf(cells.first(), cells.last());
}

QString TrendModel::suppression(int row) const { return m_rows.at(row).suppression; }

QList<QStringList> TrendModel::table() const
{
    QStringList head{QString(), QString()};
    for (int year = 0; year < years(); ++year) {
        head << m_shown->columns.at(year);
    }
    QList<QStringList> rows{head};
    for (int row = 0; row < rowCount(); ++row) {
        QStringList record{m_rows.at(row).key, m_rows.at(row).title};
        for (int year = 0; year < years(); ++year) {
            record << data(index(row, FirstYearColumn + year)).toString();
        }
        rows << (m_rows.at(row).cells.isEmpty() ? record << m_rows.at(row).suppression : record);
    }
    return rows;
}

int TrendModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TrendModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_shown ? 0 : FirstYearColumn + years();
}

QVariant TrendModel::data(const QModelIndex &index, int role) const
{
    const bool isTip = role == Qt::ToolTipRole && index.column() == LabelColumn;
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && !isTip)) {
        return {};
    }
    const Row &row = m_rows.at(index.row());
    if (index.column() == LabelColumn) {
        return QStringLiteral("%1 %2").arg(row.key, row.title).trimmed();
    }
    if (index.column() == LineColumn) {
        return row.suppression;
    }
    const qsizetype year = index.column() - FirstYearColumn;
    return year < row.cells.size() ? formatShare(row.cells.at(year).yes, row.cells.at(year).effective()) : QString();
}

QVariant TrendModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || !m_shown) {
        return {};
    }
    switch (section) {
    case LabelColumn:
        return wording::clauseHeading();
    case LineColumn:
        return wording::courseHeading();
    default:
        return m_shown->columns.value(section - FirstYearColumn);
    }
}

} // namespace tenken
