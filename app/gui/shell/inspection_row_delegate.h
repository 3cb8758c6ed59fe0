#pragma once

#include "core/fiscal_year.h"
#include "viewmodel/home/home_model.h"

#include <QStyledItemDelegate>

namespace tenken {

/// One inspection on the home page: a progress ring, the subject, when it is due, the state in words.
class InspectionRowDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit InspectionRowDelegate(EraTable eras, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QString detailOf(const HomeModel::Row &row, const QDate &today) const;

    EraTable m_eras;
};

} // namespace tenken
