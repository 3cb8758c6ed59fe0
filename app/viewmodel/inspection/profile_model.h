#pragma once

#include "core/department.h"
#include "core/policy.h"

#include <QAbstractListModel>
#include <QSet>

namespace tenken {

/// The profile questions that a kind of subject is asked; checked = yes.
class ProfileModel final : public QAbstractListModel {
    Q_OBJECT

public:
    explicit ProfileModel(const Policy &policy, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Which questions are asked, and which are answered yes at the start
    void ask(SubjectKind kind, const QStringList &flags);
    QStringList flagsTicked() const;
    /// Those of the start that are no longer ticked: hiding their items needs a reason
    QStringList flagsRemoved() const;

Q_SIGNALS:
    void ticked();

private:
    const Policy &m_policy;
    QList<const ProfileFlag *> m_asked;
    QSet<QString> m_start;
    QSet<QString> m_ticked;
};

} // namespace tenken
