#include "gui/comparison/matrix_delegate.h"

#include <QPainter>

namespace tenken {

void MatrixDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    m_painter.prepare(option.rect.size(), option.font, m_scale, painter->device()->devicePixelRatio());
    m_painter.paint(*painter, option.rect.topLeft(), m_source(index));
    if (option.state & (QStyle::State_Selected | QStyle::State_HasFocus)) {
        painter->setPen(QPen(option.palette.color(QPalette::Highlight), option.state & QStyle::State_HasFocus ? 3 : 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
}

QSize MatrixDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {MatrixPainter::widthFor(option.font, m_scale), option.fontMetrics.height() + 10};
}

} // namespace tenken
