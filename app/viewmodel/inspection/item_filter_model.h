#pragma once

#include "viewmodel/inspection/inspection_session.h"

#include <QSortFilterProxyModel>

namespace tenken {

/// Which items are listed
enum class ItemFilter { Everything, Unanswered, Flagged, Negative, MissingEvidence, Incomplete, Changed };

/// Items of a flat or a tree model by filter and search; a clause is shown while one of its items is.
class ItemFilterModel final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    ItemFilterModel(const InspectionSession &session, QAbstractItemModel *source, QObject *parent = nullptr);
    /// The search as typed: kana, width and case do not matter. For kept see setKept().
    void show(ItemFilter filter, const QString &search, const QString &kept = {});
    void setFilter(ItemFilter filter);
    void setSearch(const QString &text);
    /// The item being worked on stays although its new answer takes it out of the filter
    void setKept(const QString &item);
    bool accepts(const QString &item) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool passes(const QString &item) const;

    const InspectionSession &m_session;
    ItemFilter m_filter = ItemFilter::Everything;
    QString m_search; ///< folded
    QString m_kept;
};

} // namespace tenken
