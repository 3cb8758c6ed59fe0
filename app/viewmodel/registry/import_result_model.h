#pragma once

#include "core/registry_entry.h"
#include "storage/refusal_log.h"

#include <QAbstractTableModel>

namespace tenken {

/// What became of each file of an import, or the log of refusals: the refused ones first.
class ImportResultModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { OutcomeColumn, FileColumn, ReasonColumn, ColumnCount };
    enum Role { OutcomeRole = Qt::UserRole }; ///< int of ImportOutcome

    explicit ImportResultModel(QObject *parent = nullptr);
    void show(QList<ImportResult> results);
    void show(const QList<Refusal> &refusals);
    const QList<ImportResult> &results() const { return m_results; }
    int count(ImportOutcome outcome) const;
    /// The file and, in sentences, what became of it
    QString sentence(int row) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<ImportResult> m_results;
};

} // namespace tenken
