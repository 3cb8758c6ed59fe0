#include "gui/shell/wrapped_row_delegate.h"

#include "gui/shell/running_text.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

namespace tenken {

namespace {

constexpr int gap = 5;

/// What stands left of the text: the check box, when there is one
QRect textRect(const QStyleOptionViewItem &option)
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    return style->subElementRect(QStyle::SE_ItemViewItemText, &option, option.widget).adjusted(gap, 0, -gap, 0);
}

} // namespace

void WrappedRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem own = option;
    initStyleOption(&own, index);
    const QRect rect = textRect(own);
    const RunningText text(own.text, own.font, rect.width());
    own.text.clear();
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &own, painter, own.widget);
    const bool selected = own.state & QStyle::State_Selected;
    painter->save();
    painter->setPen(own.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    text.draw(painter, {rect.left(), own.rect.center().y() - text.height() / 2});
    painter->restore();
}

int WrappedRowDelegate::heightOf(const QString &text, const QFont &font)
{
    return RunningText(text, font, QWIDGETSIZE_MAX).height() + 2 * gap;
}

QSize WrappedRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem own = option;
    initStyleOption(&own, index);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    own.rect = QRect(0, 0, view ? view->viewport()->width() : option.rect.width(), option.fontMetrics.height());
    const RunningText text(own.text, own.font, textRect(own).width());
    return {own.rect.width(), text.height() + 2 * gap};
}

} // namespace tenken
