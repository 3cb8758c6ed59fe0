#pragma once

#include "core/fiscal_year.h"
#include "viewmodel/registry/registry_contents.h"

#include <QAbstractItemModel>

namespace tenken {

/// What one subject owes in each round: a row of the board without rows below it
struct BoardLeaf {
    QString checklist;
    Subject subject;
    QString departmentCode;
    QString departmentName;
};

/// The organisation 局・部・課 and what each owes, against the rounds: column 0 the name, then one column for each
/// round that was read, newest first. A department that owes one thing is itself the leaf.
class BoardModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role {
        StateRole = Qt::UserRole, ///< int of SubmissionState; -1: a node, or nothing is expected
        SearchRole, ///< folded text of the row and of those above it
        IsLeafRole,
    };

    explicit BoardModel(EraTable eras, QObject *parent = nullptr);
    void show(const RegistryContents &contents);
    /// Null for a node of the organisation
    const BoardLeaf *leaf(const QModelIndex &index) const;
    /// 0 based; the round of column 1
    int roundCount() const { return static_cast<int>(m_rounds.size()); }
    const Round &round(int number) const { return m_rounds.at(number); }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// Display: name; symbol and word of a state; received/expected of a node
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Cell {
        std::optional<SubmissionState> state;
        int received = 0; ///< of a node: submitted or approved
        int expected = 0;
    };
    struct Node {
        QString name;
        QString search;
        int parent = 0;
        int row = 0;
        QList<int> children;
        std::optional<BoardLeaf> leaf;
        QList<Cell> cells;
    };
    struct Draft;
    int addNode(int parent, const QString &name);
    int departmentNode(const Draft &draft, const QString &code);
    void build(const Draft &draft);
    void tally(int leaf);
    const Node &node(const QModelIndex &index) const;
    QString cellText(const Node &node, int round) const;

    EraTable m_eras;
    QList<Round> m_rounds;
    QList<Node> m_nodes; ///< the first is the root
};

} // namespace tenken
