#pragma once

#include <QStyledItemDelegate>

namespace tenken {

/// Rows of a list whose text may need several lines, with air around and between them
class WrappedRowDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Of a row whose lines need not be broken
    static int heightOf(const QString &text, const QFont &font);
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace tenken
