#include "gui/comparison/trend_delegate.h"

#include "gui/shell/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace tenken {

namespace {
constexpr int gap = 6;
constexpr int lineLetters = 9;
} // namespace

TrendDelegate::TrendDelegate(const TrendModel &model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) { }

QString TrendDelegate::remark(int row) const
{
    if (!m_model.suppression(row).isEmpty()) {
        return m_model.suppression(row);
    }
    if (m_model.shares(row).isEmpty()) {
        return tr("Fewer than ten answers: no rate");
    }
    switch (m_model.direction(row)) {
    case 1:
        return tr("↗ better");
    case -1:
        return tr("↘ worse");
    default:
        return tr("no telling difference");
    }
}

/// The scale is that of all rows, 0 to 100 %, so that lines can be compared with each other
void TrendDelegate::paintLine(QPainter *painter, const QRect &area, const QList<double> &shares,
                              const QColor &ink) const
{
    const QRectF plot = QRectF(area).adjusted(gap, 5, -gap, -5);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(Theme::current().border(), 1, Qt::DotLine));
    for (const double level : {0.0, 0.5, 1.0}) {
        const qreal y = plot.bottom() - level * plot.height();
        painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
    QPolygonF line;
    for (qsizetype year = 0; year < shares.size(); ++year) {
        const qreal x = plot.left() + plot.width() * static_cast<qreal>(year) / static_cast<qreal>(shares.size() - 1);
        line << QPointF(x, plot.bottom() - shares.at(year) * plot.height());
    }
    painter->setPen(QPen(ink, 2));
    painter->drawPolyline(line);
    painter->setBrush(ink);
    for (const QPointF &point : line) {
        painter->drawEllipse(point, 3, 3);
    }
}

void TrendDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem own = option;
    initStyleOption(&own, index);
    own.text.clear();
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &own, painter, own.widget);
    const bool selected = own.state & QStyle::State_Selected;
    const QColor ink = selected ? own.palette.color(QPalette::HighlightedText) : Theme::current().primary();
    const QList<double> shares = m_model.shares(index.row());
    painter->save();
    painter->setFont(own.font);
    QRect text = own.rect.adjusted(gap, 0, -gap, 0);
    if (!shares.isEmpty()) {
        const int width = own.fontMetrics.averageCharWidth() * lineLetters;
        paintLine(painter, QRect(own.rect.topLeft(), QSize(width, own.rect.height())), shares, ink);
        text.setLeft(own.rect.left() + width + gap);
    }
    painter->setPen(own.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                      own.fontMetrics.elidedText(remark(index.row()), Qt::ElideRight, text.width()));
    painter->restore();
}

QSize TrendDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    int words = 0; // a reason why nothing is drawn may be longer; it is elided
    for (const QString &remark : {tr("Fewer than ten answers: no rate"), tr("no telling difference")}) {
        words = std::max(words, option.fontMetrics.horizontalAdvance(remark));
    }
    return {option.fontMetrics.averageCharWidth() * lineLetters + words + 3 * gap, option.fontMetrics.height() * 2};
}

} // namespace tenken
