#pragma once

#include "viewmodel/comparison/shown_comparison.h"

#include <QAbstractTableModel>
#include <QSet>

namespace tenken {

enum class ComparisonFilter { Differences = 1, Worsened = 2, AuditDiffers = 4, CriticalNo = 8 };
Q_DECLARE_FLAGS(ComparisonFilters, ComparisonFilter)
Q_DECLARE_OPERATORS_FOR_FLAGS(ComparisonFilters)

/// What one cell of the matrix shows. Nothing: not asked, not submitted. A share of fewer than ten is no rate.
struct MatrixCell {
    enum class Kind { Nothing, Answer, Share } kind = Kind::Nothing;
    std::optional<AnswerCode> answer; ///< of Kind::Answer; nothing = unanswered
    int yes = 0;
    int n = 0;
};

/// Lines of a comparison: clauses, each followed by its items unless it is folded; columns as in the comparison. Holds
/// an index for each line and reads everything else where it stands.
class ComparisonMatrixModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit ComparisonMatrixModel(QObject *parent = nullptr);
    void show(ShownComparisonPtr comparison);
    const ShownComparison *comparison() const { return m_shown.get(); }
    void setFilters(ComparisonFilters filters);
    ComparisonFilters filters() const { return m_filters; }
    /// Insensitive to kana, width and case
    void setSearch(const QString &text);

    bool isClause(int line) const { return m_lines.at(line).row < 0; }
    const ShownComparison::Clause &clauseAt(int line) const { return m_shown->clauses.at(m_lines.at(line).clause); }
    bool isFolded(int line) const { return m_folded.contains(clauseAt(line).key); }
    void toggleFold(int line);
    void foldAll(bool fold);
    /// Row of the comparison; −1 for a clause
    int rowAt(int line) const { return m_lines.at(line).row; }
    /// −1 when it is not shown
    int lineOf(int row) const;
    MatrixCell cellAt(int line, int column) const;
    /// Items of the line's clause that the filters leave
    int itemCount(int line) const;
    int shownItems() const;
    /// The rows that the filters leave, folded or not: what is exported and printed
    Comparison filtered() const;
    /// Head, then the lines from top to bottom over these columns, as words
    QList<QStringList> table(const QList<int> &lines, const QList<int> &columns) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Line {
        int clause = 0;
        int row = -1;
    };
    bool passes(int row) const;
    QList<Line> itemLines(int clause) const;
    void rebuild();
    QString words(int line, int column) const;

    ShownComparisonPtr m_shown;
    ComparisonFilters m_filters;
    QString m_search;
    QSet<QString> m_folded; ///< keys of clauses
    QList<QList<int>> m_passing; ///< rows by clause
    QList<Line> m_lines;
};

} // namespace tenken
