#include "viewmodel/registry/board_model.h"

#include "core/text_fold.h"
#include "viewmodel/shell/display_text.h"
#include "wording/registry_words.h"

#include <utility>

namespace tenken {

namespace {

QString keyOf(const QString &checklist, const Subject &subject)
{
    return checklist + u'/' + toCode(subject.kind) + u'/' + subject.code;
}

} // namespace

/// What the board is built from: departments in order, and what each owes
struct BoardModel::Draft {
    struct Owed {
        BoardLeaf leaf;
        QList<Cell> cells;
    };
    QStringList departments; ///< codes, in the order of the organisation, then of appearance
    QHash<QString, Department> known;
    QHash<QString, QList<Owed>> owed; ///< by department
    QHash<QString, qsizetype> places; ///< of the key in its department's list

    Draft(const RegistryContents &contents, qsizetype rounds);
    Cell &cell(const BoardLeaf &leaf, qsizetype round, qsizetype rounds);
    void know(const Department &department);
};

BoardModel::Draft::Draft(const RegistryContents &contents, qsizetype rounds)
{
    for (const OrganisationUnit &unit : contents.organisation.units) {
        know(unit.department);
    }
    for (qsizetype i = 0; i < rounds; ++i) {
        const RoundStatus &status = contents.statuses.at(i);
        for (const RoundStatus::Row &row : status.rows) {
            const Round::Expected &expected = row.expected;
            know(row.entry ? row.entry->department
                           : Department{expected.departmentCode, expected.departmentName, {}, Body::Mayor});
            cell({expected.checklist, expected.subject, expected.departmentCode, expected.departmentName}, i, rounds)
                .state = contents.stateOf(row);
        }
        for (const RegistryEntry &entry : contents.unexpected) {
            if (entry.fiscalYear == status.fiscalYear && entry.round == status.round) {
                know(entry.department);
                cell({entry.checklist, entry.subject, entry.department.code, entry.department.name}, i, rounds).state =
                    contents.stateOf(entry);
            }
        }
    }
}

void BoardModel::Draft::know(const Department &department)
{
    const auto before = known.constFind(department.code);
    if (before == known.constEnd()) {
        departments << department.code;
        known.insert(department.code, department);
    } else if (before->path.isEmpty() && !department.path.isEmpty()) {
        known.insert(department.code, department);
    }
}

BoardModel::Cell &BoardModel::Draft::cell(const BoardLeaf &leaf, qsizetype round, qsizetype rounds)
{
    QList<Owed> &list = owed[leaf.departmentCode];
    const QString key = leaf.departmentCode + u'/' + keyOf(leaf.checklist, leaf.subject);
    const auto place = places.constFind(key);
    if (place == places.constEnd()) {
        places.insert(key, list.size());
        list << Owed{leaf, QList<Cell>(rounds)};
        return list.last().cells[round];
    }
    return list[*place].cells[round];
}

BoardModel::BoardModel(EraTable eras, QObject *parent) : QAbstractItemModel(parent), m_eras(std::move(eras)), m_nodes(1)
{ }

void BoardModel::show(const RegistryContents &contents)
{
    beginResetModel();
    m_rounds.clear();
    for (const RoundStatus &status : contents.statuses) {
        m_rounds << *contents.round(status.fiscalYear, status.round);
    }
    m_nodes.clear();
    addNode(-1, {});
    build(Draft(contents, m_rounds.size()));
    endResetModel();
}

int BoardModel::addNode(int parent, const QString &name)
{
    const int number = static_cast<int>(m_nodes.size());
    Node node;
    node.name = name;
    node.parent = parent;
    node.cells.resize(m_rounds.size());
    if (parent >= 0) {
        Node &above = m_nodes[parent];
        node.search = above.search + u' ' + foldForSearch(name);
        node.row = static_cast<int>(above.children.size());
        above.children << number;
    }
    m_nodes << node;
    return number;
}

int BoardModel::departmentNode(const Draft &draft, const QString &code)
{
    const Department department = draft.known.value(code);
    int at = 0;
    for (const QString &part : department.path) {
        int below = -1;
        for (const int child : std::as_const(m_nodes.at(at).children)) {
            if (m_nodes.at(child).name == part && !m_nodes.at(child).leaf) {
                below = child;
            }
        }
        at = below >= 0 ? below : addNode(at, part);
    }
    return addNode(at, QStringLiteral("%1　%2").arg(code, department.name));
}

void BoardModel::build(const Draft &draft)
{
    for (const QString &code : draft.departments) {
        const QList<Draft::Owed> owed = draft.owed.value(code);
        if (owed.isEmpty()) {
            continue;
        }
        const int department = departmentNode(draft, code);
        const bool isItself = owed.size() == 1 && owed.first().leaf.subject.code == code;
        for (const Draft::Owed &one : owed) {
            const bool isOwn = one.leaf.subject.code == code;
            const int number = isItself
                ? department
                : addNode(
                    department,
                    one.leaf.checklist + u'　'
                        + (isOwn ? one.leaf.subject.name : one.leaf.subject.code + u'　' + one.leaf.subject.name));
            m_nodes[number].leaf = one.leaf;
            m_nodes[number].cells = one.cells;
            m_nodes[number].search += u' ' + foldForSearch(one.leaf.checklist + u' ' + one.leaf.subject.code);
            tally(number);
        }
    }
}

void BoardModel::tally(int leaf)
{
    for (int above = m_nodes.at(leaf).parent; above > 0; above = m_nodes.at(above).parent) {
        for (qsizetype i = 0; i < m_rounds.size(); ++i) {
            const std::optional<SubmissionState> state = m_nodes.at(leaf).cells.at(i).state;
            Cell &cell = m_nodes[above].cells[i];
            cell.expected += state ? 1 : 0;
            cell.received += state == SubmissionState::Submitted || state == SubmissionState::Approved ? 1 : 0;
        }
    }
}

const BoardModel::Node &BoardModel::node(const QModelIndex &index) const
{
    return m_nodes.at(index.isValid() ? static_cast<qsizetype>(index.internalId()) : 0);
}

const BoardLeaf *BoardModel::leaf(const QModelIndex &index) const
{
    const Node &one = node(index);
    return one.leaf ? &*one.leaf : nullptr;
}

QModelIndex BoardModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, static_cast<quintptr>(node(parent).children.at(row)));
}

QModelIndex BoardModel::parent(const QModelIndex &index) const
{
    const int above = index.isValid() ? node(index).parent : 0;
    return above > 0 ? createIndex(m_nodes.at(above).row, 0, static_cast<quintptr>(above)) : QModelIndex();
}

int BoardModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent).children.size());
}

int BoardModel::columnCount(const QModelIndex &) const { return 1 + roundCount(); }

QString BoardModel::cellText(const Node &node, int round) const
{
    const Cell &cell = node.cells.at(round);
    if (cell.state) {
        return QStringLiteral("%1 %2").arg(wording::symbolOf(*cell.state)).arg(wording::word(*cell.state));
    }
    return cell.expected > 0 ? QStringLiteral("%1/%2").arg(cell.received).arg(cell.expected) : QString();
}

QVariant BoardModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Node &one = node(index);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == 0 ? one.name : cellText(one, index.column() - 1);
    case StateRole: {
        const auto state = index.column() > 0 ? one.cells.at(index.column() - 1).state : std::nullopt;
        return state ? static_cast<int>(*state) : -1;
    }
    case SearchRole:
        return one.search;
    case IsLeafRole:
        return one.leaf.has_value();
    default:
        return {};
    }
}

QVariant BoardModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal || section < 0 || section > m_rounds.size()) {
        return {};
    }
    if (section == 0) {
        return wording::boardHeading();
    }
    const Round &round = m_rounds.at(section - 1);
    return shownDates(m_eras).round(round.fiscalYear, round.number, round.fiscalYear.lastDay());
}

} // namespace tenken
