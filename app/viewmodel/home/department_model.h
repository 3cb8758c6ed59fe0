#pragma once

#include "core/department.h"

#include <QAbstractListModel>

namespace tenken {

/// Departments of an organisation, or its information systems, to choose from
class DepartmentModel final : public QAbstractListModel {
    Q_OBJECT

public:
    explicit DepartmentModel(Organisation organisation, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    /// Display: name with code and path; UserRole: code
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    const OrganisationUnit *find(const QString &code) const { return m_organisation.find(code); }
    /// Those whose display text contains the search text, insensitive to kana, width and case
    QList<int> rowsMatching(const QString &search) const;

private:
    Organisation m_organisation;
    QStringList m_folded;
};

} // namespace tenken
