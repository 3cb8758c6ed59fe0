#include "gui/shell/inspection_row_delegate.h"

#include "gui/shell/theme.h"
#include "viewmodel/home/home_model.h"
#include "viewmodel/shell/display_text.h"
#include "wording/answer_words.h"

#include <QApplication>
#include <QPainter>

#include <utility>

namespace tenken {

namespace {

constexpr int gap = 10;

void paintRing(QPainter *painter, const QRect &rect, const HomeModel::Row &row, const QColor *selectedInk)
{
    const Theme theme = Theme::current();
    const double share = row.applicable > 0 ? static_cast<double>(row.answered) / row.applicable : 0;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    const QRectF ring = QRectF(rect).adjusted(3, 3, -3, -3);
    painter->setPen(QPen(theme.border(), 3));
    painter->drawEllipse(ring);
    painter->setPen(QPen(selectedInk ? *selectedInk : theme.success(), 5));
    painter->drawArc(ring, 90 * 16, -static_cast<int>(share * 360 * 16));
}

} // namespace

InspectionRowDelegate::InspectionRowDelegate(EraTable eras, QObject *parent)
    : QStyledItemDelegate(parent), m_eras(std::move(eras))
{ }

QString InspectionRowDelegate::detailOf(const HomeModel::Row &row, const QDate &today) const
{
    const wording::DateWords dates = shownDates(m_eras);
    const InspectionSummary &summary = row.summary;
    QStringList parts{row.checklistTitle, dates.round(summary.fiscalYear, summary.round, summary.changedAt.date())};
    if (row.applicable > 0) {
        parts << QStringLiteral("%1/%2").arg(row.answered).arg(row.applicable);
    }
    if (row.applicable > 0 && row.answered == row.applicable && summary.state == InspectionState::Answering) {
        parts << tr("All are answered: go on with “Check and sign”");
    }
    const bool isOpen = summary.state != InspectionState::Signed && summary.state != InspectionState::Superseded;
    if (isOpen && row.due.isValid()) {
        parts.prepend(row.due < today ? tr("Overdue since %1").arg(dates.date(row.due))
                                      : tr("Due %1").arg(dates.date(row.due)));
    }
    if (!summary.returnReason.isEmpty()) {
        parts.prepend(summary.returnReason.simplified());
    }
    return parts.join(QStringLiteral("　"));
}

void InspectionRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem own = option;
    initStyleOption(&own, index);
    own.text.clear();
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &own, painter, own.widget);
    const auto *model = static_cast<const HomeModel *>(index.model());
    const HomeModel::Row &row = model->row(index.row());
    const bool selected = own.state & QStyle::State_Selected;
    const QColor ink = own.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    painter->save();
    const int side = own.fontMetrics.height() * 2;
    const QRect ring(own.rect.left() + gap, own.rect.center().y() - side / 2, side, side);
    paintRing(painter, ring, row, selected ? &ink : nullptr);
    const QRect text = own.rect.adjusted(side + 2 * gap, gap / 2, -gap, -gap / 2);
    const int line = text.height() / 2;
    QFont bold = own.font;
    bold.setBold(true);
    const QString state = wording::word(row.summary.state);
    painter->setPen(ink);
    painter->setFont(bold);
    const int stateWidth = QFontMetrics(bold).horizontalAdvance(state);
    painter->drawText(QRect(text.left(), text.top(), text.width(), line), Qt::AlignRight | Qt::AlignVCenter, state);
    painter->drawText(
        QRect(text.left(), text.top(), text.width() - stateWidth - gap, line), Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(bold).elidedText(row.summary.subject.name, Qt::ElideRight, text.width() - stateWidth - gap));
    painter->setFont(own.font);
    const QString detail = detailOf(row, model->today());
    painter->drawText(QRect(text.left(), text.top() + line, text.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                      own.fontMetrics.elidedText(detail, Qt::ElideRight, text.width()));
    painter->restore();
}

QSize InspectionRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, option.fontMetrics.height() * 2 + 2 * gap};
}

} // namespace tenken
