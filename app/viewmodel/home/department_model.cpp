#include "viewmodel/home/department_model.h"

#include "core/text_fold.h"

#include <utility>

namespace tenken {

DepartmentModel::DepartmentModel(Organisation organisation, QObject *parent)
    : QAbstractListModel(parent), m_organisation(std::move(organisation))
{
    for (int row = 0; row < m_organisation.units.size(); ++row) {
        m_folded << foldForSearch(index(row).data().toString());
    }
}

int DepartmentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_organisation.units.size());
}

QVariant DepartmentModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Department &department = m_organisation.units.at(index.row()).department;
    switch (role) {
    case Qt::DisplayRole:
        return QStringLiteral("%1　%2　%3").arg(department.code, department.name, department.path.join(u' '));
    case Qt::UserRole:
        return department.code;
    default:
        return {};
    }
}

QList<int> DepartmentModel::rowsMatching(const QString &search) const
{
    const QString folded = foldForSearch(search.trimmed());
    QList<int> rows;
    for (int row = 0; row < m_folded.size(); ++row) {
        if (m_folded.at(row).contains(folded)) {
            rows << row;
        }
    }
    return rows;
}

} // namespace tenken
