#pragma once

#include "core/fiscal_year.h"

#include <QStyledItemDelegate>

namespace tenken {

/// One inspection on the home page: a progress ring, the subject, the checklist and round, the state in words.
class InspectionRowDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit InspectionRowDelegate(EraTable eras, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    EraTable m_eras;
};

} // namespace tenken
