#include "viewmodel/comparison/comparison_matrix_model.h"

#include "core/fraction.h"
#include "core/text_fold.h"
#include "wording/answer_words.h"
#include "wording/comparison_words.h"

#include <algorithm>

namespace tenken {

ComparisonMatrixModel::ComparisonMatrixModel(QObject *parent) : QAbstractTableModel(parent) { }

void ComparisonMatrixModel::show(ShownComparisonPtr comparison)
{
    beginResetModel();
    m_shown = std::move(comparison);
    rebuild();
    endResetModel();
}

void ComparisonMatrixModel::setFilters(ComparisonFilters filters)
{
    if (filters == m_filters) {
        return;
    }
    beginResetModel();
    m_filters = filters;
    rebuild();
    endResetModel();
}

void ComparisonMatrixModel::setSearch(const QString &text)
{
    beginResetModel();
    m_search = foldForSearch(text.trimmed());
    rebuild();
    endResetModel();
}

bool ComparisonMatrixModel::passes(int row) const
{
    const ComparisonRow &line = m_shown->comparison.rows.at(row);
    if ((m_filters.testFlag(ComparisonFilter::Differences) || m_filters.testFlag(ComparisonFilter::AuditDiffers))
        && !line.differs) {
        return false;
    }
    if (m_filters.testFlag(ComparisonFilter::Worsened) && !line.worsened) {
        return false;
    }
    const auto isOpen = [](const ComparisonCell &cell) { return cell.counts.no + cell.counts.unknown > 0; };
    if (m_filters.testFlag(ComparisonFilter::CriticalNo)
        && !(m_shown->items.at(row).critical && std::any_of(line.cells.begin(), line.cells.end(), isOpen))) {
        return false;
    }
    return m_search.isEmpty() || m_shown->items.at(row).search.contains(m_search);
}

QList<ComparisonMatrixModel::Line> ComparisonMatrixModel::itemLines(int clause) const
{
    QList<Line> lines;
    lines.reserve(m_passing.at(clause).size());
    for (const int row : m_passing.at(clause)) {
        lines << Line{clause, row};
    }
    return lines;
}

void ComparisonMatrixModel::rebuild()
{
    m_lines.clear();
    m_passing.clear();
    if (!m_shown) {
        return;
    }
    for (int clause = 0; clause < m_shown->clauses.size(); ++clause) {
        QList<int> rows;
        const QList<int> &all = m_shown->clauses.at(clause).rows;
        std::copy_if(all.begin(), all.end(), std::back_inserter(rows), [this](int row) { return passes(row); });
        m_passing << rows;
        if (rows.isEmpty()) {
            continue;
        }
        m_lines << Line{clause, -1};
        if (!m_folded.contains(m_shown->clauses.at(clause).key)) {
            m_lines << itemLines(clause);
        }
    }
}

void ComparisonMatrixModel::toggleFold(int line)
{
    const int clause = m_lines.at(line).clause;
    const QString &key = m_shown->clauses.at(clause).key;
    int head = line;
    while (m_lines.at(head).row >= 0) {
        --head;
    }
    const QList<Line> items = itemLines(clause);
    const int count = static_cast<int>(items.size());
    if (m_folded.remove(key)) {
        beginInsertRows({}, head + 1, head + count);
        m_lines = m_lines.mid(0, head + 1) + items + m_lines.mid(head + 1);
        endInsertRows();
    } else {
        beginRemoveRows({}, head + 1, head + count);
        m_folded.insert(key);
        m_lines.remove(head + 1, count);
        endRemoveRows();
    }
    Q_EMIT headerDataChanged(Qt::Vertical, head, head);
}

void ComparisonMatrixModel::foldAll(bool fold)
{
    if (!m_shown) {
        return;
    }
    beginResetModel();
    m_folded.clear();
    for (const ShownComparison::Clause &clause : m_shown->clauses) {
        if (fold) {
            m_folded.insert(clause.key);
        }
    }
    rebuild();
    endResetModel();
}

int ComparisonMatrixModel::lineOf(int row) const
{
    const auto found =
        std::find_if(m_lines.begin(), m_lines.end(), [row](const Line &line) { return line.row == row; });
    return row < 0 || found == m_lines.end() ? -1 : static_cast<int>(found - m_lines.begin());
}

MatrixCell ComparisonMatrixModel::cellAt(int line, int column) const
{
    const Line &at = m_lines.at(line);
    if (at.row < 0) {
        const int total = m_shown->clauses.at(at.clause).total;
        if (total < 0) {
            return {};
        }
        const Counts &counts = m_shown->comparison.totals.at(total).cells.at(column);
        return {MatrixCell::Kind::Share, {}, counts.yes, counts.effective()};
    }
    const ComparisonCell &cell = m_shown->cell(at.row, column);
    if (cell.counts.target() == 0) {
        return {};
    }
    if (m_shown->isSum(column)) {
        return {MatrixCell::Kind::Share, {}, cell.counts.yes, cell.counts.effective()};
    }
    return {MatrixCell::Kind::Answer, cell.answer, 0, 0};
}

int ComparisonMatrixModel::itemCount(int line) const
{
    return static_cast<int>(m_passing.at(m_lines.at(line).clause).size());
}

int ComparisonMatrixModel::shownItems() const
{
    int count = 0;
    for (const QList<int> &rows : m_passing) {
        count += static_cast<int>(rows.size());
    }
    return count;
}

Comparison ComparisonMatrixModel::filtered() const
{
    if (!m_shown) {
        return {};
    }
    Comparison kept = m_shown->comparison;
    if (shownItems() == kept.rows.size()) {
        return kept;
    }
    QList<int> rows;
    for (const QList<int> &ofClause : m_passing) {
        rows << ofClause;
    }
    std::sort(rows.begin(), rows.end());
    kept.rows.clear();
    for (const int row : rows) {
        kept.rows << m_shown->comparison.rows.at(row);
    }
    return kept;
}

QString ComparisonMatrixModel::words(int line, int column) const
{
    const MatrixCell cell = cellAt(line, column);
    switch (cell.kind) {
    case MatrixCell::Kind::Nothing:
        return {};
    case MatrixCell::Kind::Answer:
        return wording::word(cell.answer, m_shown->scale);
    case MatrixCell::Kind::Share:
        return formatShare(cell.yes, cell.n);
    }
    Q_UNREACHABLE();
}

QList<QStringList> ComparisonMatrixModel::table(const QList<int> &lines, const QList<int> &columns) const
{
    QStringList head{QString(), QString(), QString()};
    for (const int column : columns) {
        head << m_shown->columns.at(column);
    }
    QList<QStringList> rows{head};
    for (const int line : lines) {
        const ShownComparison::Clause &clause = clauseAt(line);
        const int row = rowAt(line);
        QStringList record{clause.key, row < 0 ? QString() : m_shown->comparison.rows.at(row).item,
                           row < 0 ? clause.title : m_shown->items.at(row).title};
        for (const int column : columns) {
            record << words(line, column);
        }
        rows << record;
    }
    return rows;
}

int ComparisonMatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int ComparisonMatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_shown ? 0 : static_cast<int>(m_shown->columns.size());
}

QVariant ComparisonMatrixModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    if (role == Qt::DisplayRole) {
        return words(index.row(), index.column());
    }
    if (role == Qt::AccessibleTextRole) {
        const QString said = words(index.row(), index.column());
        return QStringLiteral("%1, %2: %3")
            .arg(headerData(index.row(), Qt::Vertical).toString(), m_shown->columns.at(index.column()),
                 said.isEmpty() ? wording::notAsked() : said);
    }
    return {};
}

QVariant ComparisonMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || !m_shown) {
        return {};
    }
    if (orientation == Qt::Horizontal) {
        return m_shown->columns.value(section);
    }
    if (section >= m_lines.size()) {
        return {};
    }
    const int row = rowAt(section);
    if (row < 0) {
        return QStringLiteral("%1 %2").arg(clauseAt(section).key, clauseAt(section).title);
    }
    return QStringLiteral("%1 %2").arg(m_shown->comparison.rows.at(row).item, m_shown->items.at(row).title);
}

} // namespace tenken
