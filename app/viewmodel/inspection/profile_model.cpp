#include "viewmodel/inspection/profile_model.h"

#include "viewmodel/shell/display_text.h"

#include <algorithm>

namespace tenken {

ProfileModel::ProfileModel(const Policy &policy, QObject *parent) : QAbstractListModel(parent), m_policy(policy) { }

int ProfileModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_asked.size());
}

QVariant ProfileModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const ProfileFlag &flag = *m_asked.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown(flag.question);
    case Qt::CheckStateRole:
        return m_ticked.contains(flag.code) ? Qt::Checked : Qt::Unchecked;
    case Qt::UserRole:
        return flag.code;
    default:
        return {};
    }
}

bool ProfileModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole) {
        return false;
    }
    const QString code = m_asked.at(index.row())->code;
    if (value.toInt() == Qt::Checked) {
        m_ticked.insert(code);
    } else {
        m_ticked.remove(code);
    }
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT ticked();
    return true;
}

Qt::ItemFlags ProfileModel::flags(const QModelIndex &index) const
{
    return QAbstractListModel::flags(index) | (index.isValid() ? Qt::ItemIsUserCheckable : Qt::NoItemFlags);
}

void ProfileModel::ask(SubjectKind kind, const QStringList &flags)
{
    beginResetModel();
    m_asked.clear();
    for (const ProfileFlag &flag : m_policy.flags) {
        if (flag.appliesTo.contains(toCode(kind))) {
            m_asked << &flag;
        }
    }
    m_start = QSet<QString>(flags.begin(), flags.end());
    m_ticked = m_start;
    endResetModel();
    Q_EMIT ticked();
}

QStringList ProfileModel::flagsTicked() const
{
    QStringList flags(m_ticked.begin(), m_ticked.end());
    flags.sort();
    return flags;
}

QStringList ProfileModel::flagsRemoved() const
{
    QStringList removed;
    std::copy_if(m_start.begin(), m_start.end(), std::back_inserter(removed),
                 [this](const QString &flag) { return !m_ticked.contains(flag); });
    removed.sort();
    return removed;
}

} // namespace tenken
