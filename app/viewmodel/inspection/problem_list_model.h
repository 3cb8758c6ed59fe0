#pragma once

#include "viewmodel/inspection/inspection_session.h"

#include <QAbstractListModel>

namespace tenken {

/// What keeps the inspection from being signed, in checklist order: missing and contradictory answers, dates that
/// cannot be read. Display: where and what, in one line.
class ProblemListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    explicit ProblemListModel(InspectionSession &session, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// Judges the inspection anew
    void refresh();

private:
    InspectionSession &m_session;
    struct Row {
        QString item;
        QString sentence;
    };
    QList<Row> rows() const;
    QList<Row> m_rows;
};

} // namespace tenken
