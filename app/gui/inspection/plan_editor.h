#pragma once

#include "core/answer.h"
#include "core/fiscal_year.h"

#include <QWidget>

class QFormLayout;
class QLineEdit;

namespace tenken {

class DateEdit;
class NoteEdit;

/// 是正計画 of one item
class PlanEditor final : public QWidget {
    Q_OBJECT

public:
    explicit PlanEditor(const EraTable &eras, QWidget *parent = nullptr);
    void setPlan(const Plan &plan);
    /// Where the date cannot be read, the one stored last
    Plan plan() const;
    QWidget *lastField() const;
    void retranslate();

Q_SIGNALS:
    void edited();
    void left();

private:
    Plan m_stored;
    NoteEdit *m_measure;
    DateEdit *m_due;
    QLineEdit *m_owner;
    QLineEdit *m_interim;
    QFormLayout *m_form;
};

} // namespace tenken
