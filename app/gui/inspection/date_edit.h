#pragma once

#include "core/fiscal_year.h"

#include <QLineEdit>

#include <optional>

namespace tenken {

/// A date as a person writes it: 令和8年4月1日, R8.4.1, 2026-04-01. Empty is no date.
class DateEdit final : public QLineEdit {
    Q_OBJECT

public:
    explicit DateEdit(EraTable eras, QWidget *parent = nullptr);
    /// Shows a stored date; what is being typed, and what cannot be read, stays
    void setDate(const QDate &date);
    /// Invalid when empty; nothing when the text is no date
    std::optional<QDate> date() const;

private:
    EraTable m_eras;
};

} // namespace tenken
