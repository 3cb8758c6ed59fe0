#pragma once

#include "viewmodel/inspection/inspection_session.h"

#include <QAbstractTableModel>

namespace tenken {

/// The applicable items as a flat list in checklist order. Nothing is edited in place.
class AnswerTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { IdColumn, QuestionColumn, AnswerColumn, NoteColumn, ColumnCount };

    explicit AnswerTableModel(InspectionSession &session, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QModelIndex indexOf(const QString &item) const;
    /// Titles are shown in another language
    void retranslate();

private:
    InspectionSession &m_session;
    QStringList m_items;
};

} // namespace tenken
