#pragma once

#include "core/submission_state.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace tenken {

/// The rows of the board that match the search (insensitive to kana, width and case) and stand so in the chosen round
class BoardFilterModel final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit BoardFilterModel(QObject *parent = nullptr);
    void setSearch(const QString &text);
    /// Nothing: whatever the state
    void setState(std::optional<SubmissionState> state);
    /// Column of the round that the state is looked up in
    void setColumn(int column);
    int column() const { return m_column; }
    /// Rows without rows below them
    int leafCount(const QModelIndex &parent = {}) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_search;
    std::optional<SubmissionState> m_state;
    int m_column = 1;
};

} // namespace tenken
