#pragma once

#include "viewmodel/comparison/comparison_matrix_model.h"

#include <QHeaderView>

namespace tenken {

/// Left edge of the matrix: clauses with a mark that folds, items with ★, id, short text and what became of them
class ItemHeader final : public QHeaderView {
    Q_OBJECT

public:
    explicit ItemHeader(QWidget *parent = nullptr);
    void setMatrix(ComparisonMatrixModel *model) { m_model = model; }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int line) const override;
    QSize sectionSizeFromContents(int line) const override;

private:
    void paintClause(QPainter *painter, const QRect &rect, int line) const;
    void paintItem(QPainter *painter, const QRect &rect, int line) const;
    ComparisonMatrixModel *m_model = nullptr;
};

/// Top edge: labels of up to three lines
class ColumnHeader final : public QHeaderView {
    Q_OBJECT

public:
    explicit ColumnHeader(QWidget *parent = nullptr);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    QSize sectionSizeFromContents(int section) const override;
};

} // namespace tenken
