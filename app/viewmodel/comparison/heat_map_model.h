#pragma once

#include "viewmodel/comparison/comparison_matrix_model.h"

namespace tenken {

/// クロス表: bureaus (or the comparison's own columns) × clauses, each cell the ○ of the effective answers. Items whose
/// comparison is suppressed are counted nowhere.
class HeatMapModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Rows { Bureaus, Columns };
    explicit HeatMapModel(QObject *parent = nullptr);
    void show(ShownComparisonPtr comparison);
    /// Bureaus only where each column is one department's submission
    bool hasBureaus() const;
    void setRows(Rows rows);
    /// Where is a value of MatrixCell::Kind::Share or Nothing
    MatrixCell cellAt(int row, int column) const;
    QList<QStringList> table() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Group {
        QString label;
        QList<Counts> cells; ///< of the clauses
        Counts all;
    };
    void rebuild();
    Group &groupNamed(const QString &label);

    ShownComparisonPtr m_shown;
    Rows m_rows = Rows::Bureaus;
    QList<Group> m_groups;
};

/// 0 = below 70 % … 3 = 90 % and more; −1 for fewer than ten, which have no rate (domain report §5.3)
int shadeOf(const MatrixCell &share);

} // namespace tenken
