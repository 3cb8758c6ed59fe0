#pragma once

#include "core/answer.h"

#include <QStyledItemDelegate>

#include <optional>

namespace tenken {

/// An answer in a table: symbol and word on the answer's fill. role gives the answer as int, -1 for none.
class AnswerCellDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    AnswerCellDelegate(int role, const QString &scale, QObject *parent = nullptr);
    void setScale(const QString &scale) { m_scale = scale; }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QString displayText(const QModelIndex &index) const;
    /// Of all answers and of none
    int widestWord(const QFontMetrics &metrics) const;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    int m_role;
    QString m_scale;
};

} // namespace tenken
