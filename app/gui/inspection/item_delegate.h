#pragma once

#include <QStyledItemDelegate>

namespace tenken {

/// Items and clauses in lists: answer as symbol on its fill, then the text, then flags and counts.
class ItemDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit ItemDelegate(const QString &scale, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintClause(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintItem(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    QString m_scale;
};

} // namespace tenken
