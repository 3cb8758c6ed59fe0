#pragma once

#include "core/round.h"
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
        int applicable = 0; ///< 0 while that is not known: the checklist is still being read, or not installed
        QDate due; ///< of its round, when the round file was opened here
    };
    enum Role { InspectionRole = Qt::UserRole };

    explicit HomeModel(Desk &desk, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    /// Display: the subject's name; the rest is in row()
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    const Row &row(int number) const { return m_rows.at(number); }
    QModelIndex indexOf(const QUuid &inspection) const;
    QDate today() const { return m_desk.clock().today(); }
    Status refresh();

private:
    Row rowOf(const InspectionSummary &summary, const QList<Round> &rounds) const;

    Desk &m_desk;
    QList<Row> m_rows;
};

} // namespace tenken
