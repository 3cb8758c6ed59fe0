#pragma once

#include "viewmodel/shell/desk.h"

#include <QAbstractListModel>

namespace tenken {

/// My inspections: what is waiting comes first (returned, then unfinished, then signed), last changed first.
class HomeModel final : public QAbstractListModel {
    Q_OBJECT

public:
    struct Row {
        InspectionSummary summary;
        QString checklistTitle;
        int answered = 0; ///< of the applicable items
        int applicable = 0;
    };
    enum Role { InspectionRole = Qt::UserRole };

    explicit HomeModel(Desk &desk, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    /// Display: the subject's name; the rest is in row()
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    const Row &row(int number) const { return m_rows.at(number); }
    Status refresh();

private:
    Row rowOf(const InspectionSummary &summary) const;

    Desk &m_desk;
    QList<Row> m_rows;
};

} // namespace tenken
