#include "gui/registry/mark_delegate.h"

namespace tenken {

Fill fillOf(SubmissionState state)
{
    const Theme theme = Theme::current();
    switch (state) {
    case SubmissionState::Missing:
        return theme.fill(std::optional<AnswerCode>());
    case SubmissionState::Refused:
        return theme.fill(AnswerCode::No);
    case SubmissionState::Returned:
        return theme.fill(AnswerCode::Partial);
    case SubmissionState::Submitted:
        return theme.fill(AnswerCode::Unknown);
    case SubmissionState::Approved:
        return theme.fill(AnswerCode::Yes);
    }
    Q_UNREACHABLE();
}

Fill fillOf(ImportOutcome outcome)
{
    const Theme theme = Theme::current();
    switch (outcome) {
    case ImportOutcome::Imported:
        return theme.fill(AnswerCode::Yes);
    case ImportOutcome::AlreadyThere:
        return theme.fill(AnswerCode::NotApplicable);
    case ImportOutcome::Refused:
        return theme.fill(AnswerCode::No);
    }
    Q_UNREACHABLE();
}

QSize MarkDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize text = QStyledItemDelegate::sizeHint(option, index);
    return {text.width() + option.fontMetrics.averageCharWidth(), option.fontMetrics.height() + 10};
}

void MarkDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const std::optional<Fill> fill = m_pick(index);
    if (fill && !(option->state & QStyle::State_Selected)) {
        option->backgroundBrush = fill->background;
        option->palette.setColor(QPalette::Text, fill->text);
    }
}

} // namespace tenken
