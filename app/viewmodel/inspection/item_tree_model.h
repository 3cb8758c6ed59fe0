#pragma once

#include "viewmodel/inspection/inspection_session.h"

#include <QAbstractItemModel>

namespace tenken {

/// Clauses of the policy with the applicable items below them
class ItemTreeModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    explicit ItemTreeModel(InspectionSession &session, QObject *parent = nullptr);
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QModelIndex indexOf(const QString &item) const;
    void retranslate();

private:
    struct Clause {
        QString key;
        QStringList items;
        int answered = 0;
        int flagged = 0;
    };
    struct Place {
        int clause = 0;
        int row = 0;
    };
    void build();
    void count(Clause &clause) const;
    QVariant clauseData(const Clause &clause, int role) const;
    void tellChanged(const QString &item);

    InspectionSession &m_session;
    QList<Clause> m_clauses;
    QHash<QString, Place> m_places;
};

} // namespace tenken
