#pragma once

#include "gui/comparison/matrix_painter.h"

#include <QTableView>

namespace tenken {

/// A matrix whose items (left) and columns (top) stand still while the answers scroll. Enter, Space or a click on a
/// clause folds it; on an answer it asks to be opened; Tab leaves the table.
class MatrixView final : public QTableView {
    Q_OBJECT

public:
    explicit MatrixView(QWidget *parent = nullptr);
    void showModel(ComparisonMatrixModel *model);
    ComparisonMatrixModel &matrix() const { return *m_model; }
    /// What is selected, or all of it: lines and columns from top left
    QList<QStringList> copiedTable() const;

Q_SIGNALS:
    void opened(int line, int column);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void activateCell(const QModelIndex &index);
    void measure();

    ComparisonMatrixModel *m_model = nullptr;
};

} // namespace tenken
