#include "gui/inspection/item_delegate.h"

#include "gui/shell/icons.h"
#include "gui/shell/rounded_frame.h"
#include "gui/shell/theme.h"
#include "viewmodel/inspection/item_roles.h"
#include "wording/answer_words.h"

#include <QApplication>
#include <QPainter>

namespace tenken {

namespace {

constexpr int gap = 6;

std::optional<AnswerCode> answerOf(const QModelIndex &index)
{
    const int code = index.data(ItemRole::AnswerRole).toInt();
    return code < 0 ? std::nullopt : std::optional(static_cast<AnswerCode>(code));
}

/// At the right end of a line, in the painter's pen; what is left of the line
QRect paintSign(QPainter *painter, QRect line, Sign sign)
{
    const int side = painter->fontMetrics().ascent();
    QRect place(0, 0, side, side);
    place.moveCenter({line.right() - side / 2, line.center().y()});
    drawSign(painter, sign, place);
    line.setRight(place.left() - gap);
    return line;
}

void paintPill(QPainter *painter, const QRect &rect, const Fill &fill, const QString &text)
{
    drawRoundedBox(painter, QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, fill.background, 1,
                   Theme::current().border());
    painter->setPen(fill.text);
    painter->drawText(rect, Qt::AlignCenter, text);
}

QColor inkOf(const QStyleOptionViewItem &option)
{
    const bool selected = option.state & QStyle::State_Selected;
    return option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
}

} // namespace

ItemDelegate::ItemDelegate(const QString &scale, QObject *parent) : QStyledItemDelegate(parent), m_scale(scale) { }

void ItemDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem own = option;
    initStyleOption(&own, index);
    own.text.clear();
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &own, painter, own.widget);
    painter->save();
    painter->setFont(own.font);
    if (index.data(ItemRole::ItemIdRole).toString().isEmpty()) {
        paintClause(painter, own, index);
    } else {
        paintItem(painter, own, index);
    }
    painter->restore();
}

void ItemDelegate::paintClause(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString count = QStringLiteral("%1/%2")
                              .arg(index.data(ItemRole::AnsweredRole).toInt())
                              .arg(index.data(ItemRole::TotalRole).toInt());
    QFont bold = option.font;
    bold.setBold(true);
    painter->setFont(bold);
    painter->setPen(inkOf(option));
    QRect rect = option.rect.adjusted(gap, 0, -gap, 0);
    painter->drawText(rect, Qt::AlignVCenter | Qt::AlignRight, count);
    rect.setRight(rect.right() - QFontMetrics(bold).horizontalAdvance(count) - gap);
    if (index.data(ItemRole::FlaggedRole).toBool()) {
        rect = paintSign(painter, rect, Sign::Flag);
    }
    const QString title = index.data(Qt::DisplayRole).toString();
    painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(bold).elidedText(title, Qt::ElideRight, rect.width()));
}

void ItemDelegate::paintItem(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const std::optional<AnswerCode> answer = answerOf(index);
    const int side = option.fontMetrics.height() + 2;
    const QRect rect = option.rect.adjusted(gap, 0, -gap, 0);
    const QRect pill(rect.left(), rect.center().y() - side / 2, side, side);
    paintPill(painter, pill, Theme::current().fill(answer), answer ? QString(symbolOf(*answer)) : QString());
    painter->setPen(inkOf(option));
    QRect text = rect;
    text.setLeft(pill.right() + gap);
    if (index.data(ItemRole::FlaggedRole).toBool()) {
        text = paintSign(painter, text, Sign::Flag);
    }
    if (index.data(ItemRole::ProblemCountRole).toInt() > 0) {
        text = paintSign(painter, text, Sign::Warning);
    }
    const QString star = index.data(ItemRole::CriticalRole).toBool() ? QStringLiteral("★") : QString();
    const QString title = star + index.data(Qt::DisplayRole).toString();
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                      option.fontMetrics.elidedText(title, Qt::ElideRight, text.width()));
}

QSize ItemDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() + 10};
}

} // namespace tenken
