#pragma once

#include "gui/comparison/matrix_painter.h"

#include <QAbstractItemDelegate>

#include <functional>

namespace tenken {

/// Paints one cell and asks the model for nothing but its value
class MatrixDelegate final : public QAbstractItemDelegate {
    Q_OBJECT

public:
    using Source = std::function<MatrixCell(const QModelIndex &)>;
    MatrixDelegate(Source source, QObject *parent) : QAbstractItemDelegate(parent), m_source(std::move(source)) { }
    void setScale(const QString &scale) { m_scale = scale; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Source m_source;
    QString m_scale;
    mutable MatrixPainter m_painter; ///< pictures only
};

} // namespace tenken
