#pragma once

#include "viewmodel/comparison/trend_model.h"

#include <QStyledItemDelegate>

namespace tenken {

/// The line of one clause over the years, with an arrow where the difference tells something; where no line may be
/// drawn, why.
class TrendDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    TrendDelegate(const TrendModel &model, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintLine(QPainter *painter, const QRect &area, const QList<double> &shares, const QColor &ink) const;
    QString remark(int row) const;
    const TrendModel &m_model;
};

} // namespace tenken
