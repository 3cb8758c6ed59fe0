#pragma once

#include "core/registry_entry.h"
#include "core/submission_state.h"
#include "gui/shell/theme.h"

#include <QStyledItemDelegate>

#include <optional>

namespace tenken {

Fill fillOf(SubmissionState state);
Fill fillOf(ImportOutcome outcome);

/// A cell with the colour of its state beside the symbol and word that the model shows
class MarkDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// Nothing: a cell like any other
    using Pick = std::optional<Fill> (*)(const QModelIndex &index);
    explicit MarkDelegate(Pick pick, QObject *parent = nullptr) : QStyledItemDelegate(parent), m_pick(pick) { }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    Pick m_pick;
};

} // namespace tenken
