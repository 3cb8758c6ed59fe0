#include "gui/inspection/answer_cell_delegate.h"

#include "gui/shell/theme.h"
#include "wording/answer_words.h"

#include <algorithm>

namespace tenken {

AnswerCellDelegate::AnswerCellDelegate(int role, const QString &scale, QObject *parent)
    : QStyledItemDelegate(parent), m_role(role), m_scale(scale)
{ }

QString AnswerCellDelegate::displayText(const QModelIndex &index) const
{
    const int code = index.data(m_role).toInt();
    return wording::answerWithSymbol(code < 0 ? std::nullopt : std::optional(static_cast<AnswerCode>(code)), m_scale);
}

int AnswerCellDelegate::widestWord(const QFontMetrics &metrics) const
{
    int widest = metrics.horizontalAdvance(wording::answerWithSymbol(std::nullopt, m_scale));
    for (const AnswerCode code : allAnswerCodes) {
        widest = std::max(widest, metrics.horizontalAdvance(wording::answerWithSymbol(code, m_scale)));
    }
    return widest;
}

QSize AnswerCellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize text = QStyledItemDelegate::sizeHint(option, index);
    return {text.width() + option.fontMetrics.averageCharWidth(), 2 * option.fontMetrics.lineSpacing() + 10};
}

void AnswerCellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const int code = index.data(m_role).toInt();
    const Fill fill = Theme::current().fill(code < 0 ? std::nullopt : std::optional(static_cast<AnswerCode>(code)));
    option->text = displayText(index);
    option->features |= QStyleOptionViewItem::HasDisplay;
    if (!(option->state & QStyle::State_Selected)) {
        if (code >= 0) { // what was not answered stands on the stripes of the list
            option->backgroundBrush = fill.background;
        }
        option->palette.setColor(QPalette::Text, fill.text);
    }
}

} // namespace tenken
