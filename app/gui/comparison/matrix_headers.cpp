#include "gui/comparison/matrix_headers.h"

#include "gui/shell/theme.h"
#include "wording/answer_words.h"

#include <QPainter>

namespace tenken {

namespace {

constexpr int gap = 6;
constexpr int headerLines = 3;

void paintGround(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &line)
{
    painter->fillRect(rect, fill);
    painter->setPen(line);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->drawLine(rect.topRight(), rect.bottomRight());
}

} // namespace

ItemHeader::ItemHeader(QWidget *parent) : QHeaderView(Qt::Vertical, parent)
{
    setSectionsClickable(true);
    setHighlightSections(true);
    setSectionResizeMode(QHeaderView::Fixed);
}

QSize ItemHeader::sectionSizeFromContents(int) const { return {width(), fontMetrics().height() + 10}; }

void ItemHeader::paintSection(QPainter *painter, const QRect &rect, int line) const
{
    if (!m_model || line >= m_model->rowCount()) {
        return;
    }
    painter->save();
    const QAbstractItemView *view = qobject_cast<QAbstractItemView *>(parentWidget());
    const bool isCurrent = view && view->currentIndex().row() == line;
    const bool isClause = m_model->isClause(line);
    const QColor fill = isCurrent ? palette().color(QPalette::Highlight)
                                  : palette().color(isClause ? QPalette::Button : QPalette::Base);
    paintGround(painter, rect, fill, palette().color(QPalette::Mid));
    painter->setPen(palette().color(isCurrent ? QPalette::HighlightedText : QPalette::Text));
    isClause ? paintClause(painter, rect, line) : paintItem(painter, rect, line);
    painter->restore();
}

void ItemHeader::paintClause(QPainter *painter, const QRect &rect, int line) const
{
    QFont bold = font();
    bold.setBold(true);
    painter->setFont(bold);
    const QFontMetrics metrics(bold);
    QRect text = rect.adjusted(gap, 0, -gap, 0);
    const QString count = QString::number(m_model->itemCount(line));
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignRight, count);
    text.setRight(text.right() - metrics.horizontalAdvance(count) - gap);
    const QString mark = m_model->isFolded(line) ? QStringLiteral("▶ ") : QStringLiteral("▼ ");
    const QString title = mark + m_model->headerData(line, Qt::Vertical).toString();
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(title, Qt::ElideRight, text.width()));
}

void ItemHeader::paintItem(QPainter *painter, const QRect &rect, int line) const
{
    const int row = m_model->rowAt(line);
    const ShownComparison &shown = *m_model->comparison();
    QRect text = rect.adjusted(gap, 0, -gap, 0);
    const ItemChangeState change = shown.comparison.rows.at(row).change;
    if (change != ItemChangeState::Same) {
        const QString word = wording::word(change);
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignRight, word);
        text.setRight(text.right() - fontMetrics().horizontalAdvance(word) - gap);
    }
    const QString star = shown.items.at(row).critical ? QStringLiteral("★") : QString();
    const QString title = star + m_model->headerData(line, Qt::Vertical).toString();
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                      fontMetrics().elidedText(title, Qt::ElideRight, text.width()));
}

ColumnHeader::ColumnHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(true);
    setSectionResizeMode(QHeaderView::Fixed);
}

QSize ColumnHeader::sectionSizeFromContents(int section) const
{
    return {sectionSize(section), fontMetrics().lineSpacing() * headerLines + 8};
}

void ColumnHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    const QAbstractItemView *view = qobject_cast<QAbstractItemView *>(parentWidget());
    const bool isCurrent = view && view->currentIndex().column() == section;
    const QColor fill = palette().color(isCurrent ? QPalette::Highlight : QPalette::Button);
    paintGround(painter, rect, fill, palette().color(QPalette::Mid));
    painter->setPen(palette().color(isCurrent ? QPalette::HighlightedText : QPalette::Text));
    QString text = model()->headerData(section, Qt::Horizontal).toString();
    const QRect room = rect.adjusted(3, 2, -3, -2);
    if (fontMetrics().horizontalAdvance(text) > room.width()) {
        text.replace(u'（', QStringLiteral("\n（")); // what stands in brackets stays together
    }
    painter->setClipRect(rect);
    painter->drawText(room, Qt::AlignCenter | Qt::TextWordWrap, text);
    painter->restore();
}

} // namespace tenken
