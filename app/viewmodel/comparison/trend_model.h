#pragma once

#include "viewmodel/comparison/shown_comparison.h"

#include <QAbstractTableModel>

namespace tenken {

/// Year on year, one line for the whole and one for each clause, over common items and common departments only
/// (domain report §5.3). A line of fewer than ten answers in any year has no rate and is not drawn; a difference of one
/// or two has no arrow; a clause of which nothing can be compared is listed with the reason.
class TrendModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { LabelColumn, LineColumn, FirstYearColumn };
    explicit TrendModel(QObject *parent = nullptr);
    /// Other comparisons than of years, or of one year, have no trend
    void show(ShownComparisonPtr comparison);
    int years() const { return m_shown ? static_cast<int>(m_shown->columns.size()) : 0; }
    /// Shares by year, oldest first; empty when no line may be drawn
    QList<double> shares(int row) const;
    /// −1 down, 0 no arrow, 1 up: from the first to the last year
    int direction(int row) const;
    /// Why the row's answers are not compared; empty when they are
    QString suppression(int row) const;
    int commonItems() const { return m_shown ? m_shown->comparison.commonItems : 0; }
    int commonDepartments() const { return m_shown ? m_shown->comparison.commonDepartments : 0; }
    QList<QStringList> table() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QString key;
        QString title;
        QList<Counts> cells; ///< by year; empty when suppressed
        QString suppression;
    };
    void rebuild();

    ShownComparisonPtr m_shown;
    QList<Row> m_rows;
};

} // namespace tenken
