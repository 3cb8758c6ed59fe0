#include "gui/inspection/date_edit.h"

#include "viewmodel/shell/display_text.h"

#include <utility>

namespace tenken {

DateEdit::DateEdit(EraTable eras, QWidget *parent) : QLineEdit(parent), m_eras(std::move(eras))
{
    setInputMethodHints(Qt::ImhPreferLatin);
}

void DateEdit::setDate(const QDate &date)
{
    const std::optional<QDate> shownDate = this->date();
    const bool isTyping = hasFocus() && isModified();
    if (!isTyping && shownDate && (*shownDate != date || text().isEmpty())) {
        setText(shownDates(m_eras).date(date));
    }
}

std::optional<QDate> DateEdit::date() const
{
    const QString typed = text().trimmed();
    return typed.isEmpty() ? std::optional(QDate()) : m_eras.parseDate(typed);
}

} // namespace tenken
