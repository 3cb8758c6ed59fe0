#include "core/comparison.h"

#include <algorithm>
#include <cstdlib>

namespace tenken {

QString toCode(ItemChangeState state)
{
    switch (state) {
    case ItemChangeState::Same:
        return QStringLiteral("same");
    case ItemChangeState::Reworded:
        return QStringLiteral("reworded");
    case ItemChangeState::CriteriaChanged:
        return QStringLiteral("criteria-changed");
    case ItemChangeState::New:
        return QStringLiteral("new");
    case ItemChangeState::Withdrawn:
        return QStringLiteral("withdrawn");
    }
    Q_UNREACHABLE();
}

namespace {

using Submissions = QList<std::shared_ptr<const Submission>>;

/// What revisions (from, item.revision] of an item changed. A revision that the history does not explain counts as
/// changed criteria: answers are then not compared rather than compared wrongly.
ItemChangeState changeSince(const Item &item, int from)
{
    if (from > item.revision) {
        return ItemChangeState::CriteriaChanged;
    }
    if (from == item.revision) {
        return ItemChangeState::Same;
    }
    for (int revision = from + 1; revision <= item.revision; ++revision) {
        const auto entry = std::find_if(item.history.begin(), item.history.end(),
                                        [&](const ItemChange &change) { return change.revision == revision; });
        if (entry == item.history.end() || entry->kind == ItemChange::Kind::CriteriaChanged) {
            return ItemChangeState::CriteriaChanged;
        }
    }
    return ItemChangeState::Reworded;
}

bool isComparable(ItemChangeState state)
{
    return state == ItemChangeState::Same || state == ItemChangeState::Reworded;
}

/// Who answers: a department by its code, or a system, a person, the city
QString memberOf(const Submission &submission)
{
    const Subject &subject = submission.subject;
    const bool isDepartment = subject.kind == SubjectKind::Section && subject.code == submission.department.code;
    return isDepartment ? subject.code : toCode(subject.kind) + u'/' + subject.code;
}

/// Submissions by line, only lines that they stand for wholly
QHash<QString, Submissions> wholeLines(const Submissions &submissions, const Succession &succession)
{
    QHash<QString, Submissions> lines;
    QHash<QString, QSet<QString>> departments;
    for (const auto &submission : submissions) {
        const QString member = memberOf(*submission);
        const QString line = succession.lineOf(member);
        lines[line] << submission;
        departments[line].insert(member);
    }
    for (auto one = departments.constBegin(); one != departments.constEnd(); ++one) {
        if (!succession.isWhole(one.key(), *one)) {
            lines.remove(one.key());
        }
    }
    return lines;
}

QSet<QString> membersOf(const Submissions &submissions)
{
    QSet<QString> codes;
    for (const auto &submission : submissions) {
        codes.insert(memberOf(*submission));
    }
    return codes;
}

QSet<QString> commonLines(const QList<ComparisonColumn> &columns, const Succession &succession)
{
    QSet<QString> common;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const auto lines = wholeLines(columns.at(i).submissions, succession);
        const QSet<QString> names(lines.keyBegin(), lines.keyEnd());
        common = i == 0 ? names : common.intersect(names);
    }
    return common;
}

Submissions onlyOf(const Submissions &submissions, const QSet<QString> &lines, const Succession &succession)
{
    Submissions kept;
    for (const auto &submission : submissions) {
        if (lines.contains(succession.lineOf(memberOf(*submission)))) {
            kept << submission;
        }
    }
    return kept;
}

/// Counts what is common to the columns; year on year, the rest of the columns is left out
void keepCommon(Comparison &result, bool isYearOnYear, const Succession &succession)
{
    if (result.columns.isEmpty()) {
        return;
    }
    const QSet<QString> common = commonLines(result.columns, succession);
    QSet<QString> everybody;
    QSet<QString> compared;
    for (ComparisonColumn &column : result.columns) {
        const Submissions kept = onlyOf(column.submissions, common, succession);
        everybody += membersOf(column.submissions);
        compared += membersOf(kept);
        if (isYearOnYear) {
            column.submissions = kept;
        }
    }
    result.leftOutDepartments = static_cast<int>((everybody - compared).size());
    const QSet<QString> newest = membersOf(onlyOf(result.columns.last().submissions, common, succession));
    result.commonDepartments = static_cast<int>(newest.size());
    QSet<QString> everywhere = newest;
    for (const ComparisonColumn &column : result.columns) {
        everywhere.intersect(membersOf(column.submissions));
    }
    result.succeededDepartments = static_cast<int>(newest.size() - everywhere.size());
}

/// Cells of one column by item, those that it was asked
using ColumnAnswers = QHash<QString, ComparisonCell>;

ColumnAnswers answersOf(const ComparisonColumn &column)
{
    ColumnAnswers answers;
    const bool isSingle = column.submissions.size() == 1;
    for (const auto &submission : column.submissions) {
        answers.reserve(submission->items.size());
        for (const SubmittedItem &item : submission->items) {
            ComparisonCell &cell = answers[item.id];
            cell.counts.add(item.answer.code);
            if (isSingle) {
                cell.answer = item.answer.code;
            }
        }
    }
    return answers;
}

bool isAsked(const ComparisonCell &cell) { return cell.counts.target() > 0; }

bool cellsDiffer(const QList<ComparisonCell> &cells)
{
    std::optional<AnswerCode> first;
    for (const ComparisonCell &cell : cells) {
        if (cell.answer && first && *cell.answer != *first) {
            return true;
        }
        if (cell.answer && !first) {
            first = cell.answer;
        }
    }
    return false;
}

/// Self, audit, self, audit …: a pair differs within itself
template <class Test> bool isAnyPair(const QList<ComparisonCell> &cells, Test test)
{
    for (qsizetype i = 0; i + 1 < cells.size(); i += 2) {
        if (test(cells.at(i), cells.at(i + 1))) {
            return true;
        }
    }
    return false;
}

/// ○ < △ < × and ？; nothing for － and unanswered, which are neither better nor worse
std::optional<int> badnessOf(std::optional<AnswerCode> answer)
{
    if (!answer || *answer == AnswerCode::NotApplicable) {
        return std::nullopt;
    }
    return *answer == AnswerCode::Yes ? 0 : *answer == AnswerCode::Partial ? 1 : 2;
}

bool isWorse(const ComparisonCell &after, const ComparisonCell &before)
{
    if (!after.answer && !before.answer) {
        return directionOf(before.counts, after.counts) < 0;
    }
    const std::optional<int> now = badnessOf(after.answer);
    const std::optional<int> then = badnessOf(before.answer);
    return now && then && *now > *then;
}

/// The last two columns that hold anything
bool lastIsWorse(const QList<ComparisonCell> &cells)
{
    const ComparisonCell *after = nullptr;
    for (auto cell = cells.crbegin(); cell != cells.crend(); ++cell) {
        if (cell->counts.target() == 0) {
            continue;
        }
        if (after) {
            return isWorse(*after, *cell);
        }
        after = &*cell;
    }
    return false;
}

bool hasWorsened(const QString &by, const QList<ComparisonCell> &cells)
{
    if (by == u"audit") {
        return isAnyPair(cells, [](const auto &self, const auto &audit) { return isWorse(audit, self); });
    }
    return (by == u"year" || by == u"revision") && lastIsWorse(cells);
}

/// The editions that the columns really use, oldest first
QList<const Checklist *> usedEditions(const QList<Checklist> &editions, const QList<ComparisonColumn> &columns)
{
    QSet<QString> used;
    for (const ComparisonColumn &column : columns) {
        for (const auto &submission : column.submissions) {
            used.insert(submission->edition);
        }
    }
    QList<const Checklist *> found;
    for (const Checklist &edition : editions) {
        if (used.contains(edition.edition)) {
            found << &edition;
        }
    }
    return found;
}

struct OrderedItem {
    QString id;
    QString clause;
    ItemChangeState change;
};

QList<OrderedItem> orderedItems(const QList<const Checklist *> &editions)
{
    QList<OrderedItem> ordered;
    if (editions.isEmpty()) {
        return ordered;
    }
    const Checklist &newest = *editions.last();
    const QMap<QString, ItemChangeState> changes = changesBetween(*editions.first(), newest);
    for (const Item &item : newest.items) {
        ordered << OrderedItem{item.id, item.clause, changes.value(item.id, ItemChangeState::Same)};
    }
    for (qsizetype i = editions.size() - 2; i >= 0; --i) {
        for (const Item &item : editions.at(i)->items) {
            const auto known = [&](const OrderedItem &other) { return other.id == item.id; };
            if (std::none_of(ordered.begin(), ordered.end(), known)) {
                ordered << OrderedItem{item.id, item.clause, ItemChangeState::Withdrawn};
            }
        }
    }
    return ordered;
}

class ComparisonBuilder {
public:
    ComparisonBuilder(Comparison &result, const QList<OrderedItem> &items, bool commonOnly)
        : m_result(result), m_items(items), m_commonOnly(commonOnly)
    {
        for (const ComparisonColumn &column : result.columns) {
            m_answers << answersOf(column);
        }
    }

    void build()
    {
        for (const OrderedItem &item : m_items) {
            QList<ComparisonCell> cells;
            cells.reserve(m_answers.size());
            for (const ColumnAnswers &answers : m_answers) {
                cells << answers.value(item.id);
            }
            if (std::any_of(cells.begin(), cells.end(), isAsked)) {
                addRow(item, cells);
            }
        }
    }

private:
    void addRow(const OrderedItem &item, const QList<ComparisonCell> &cells)
    {
        ComparisonRow row{item.id, item.clause, item.change, cells, false, false};
        const bool comparable = isComparable(item.change);
        row.differs = comparable && differs(row.cells);
        row.worsened = comparable && hasWorsened(m_result.by, row.cells);
        const bool common = comparable && std::all_of(cells.begin(), cells.end(), isAsked);
        m_result.commonItems += common ? 1 : 0;
        if (common || (comparable && !m_commonOnly)) {
            addToTotals(row);
        }
        m_result.rows << row;
    }

    bool differs(const QList<ComparisonCell> &cells) const
    {
        return m_result.by == u"audit" ? isAnyPair(cells,
                                                   [](const auto &self, const auto &audit) {
                                                       return cellsDiffer({self, audit});
                                                   })
                                       : cellsDiffer(cells) || sumsDiffer(cells);
    }

    /// Columns that sum up several submissions: another number of ○, or of effective answers. They are not compared
    /// with single answers.
    bool sumsDiffer(const QList<ComparisonCell> &cells) const
    {
        std::optional<std::pair<int, int>> first;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const Counts &counts = cells.at(i).counts;
            if (m_result.columns.at(i).submissions.size() < 2 || counts.target() == 0)
                continue;
            const std::pair share(counts.yes, counts.effective());
            if (first && *first != share)
                return true;
            first = share;
        }
        return false;
    }

    void addToTotals(const ComparisonRow &row)
    {
        auto total = std::find_if(m_result.totals.begin(), m_result.totals.end(),
                                  [&](const ClauseTotal &candidate) { return candidate.clause == row.clause; });
        if (total == m_result.totals.end()) {
            m_result.totals << ClauseTotal{row.clause, QList<Counts>(m_answers.size())};
            total = m_result.totals.end() - 1;
        }
        for (qsizetype i = 0; i < row.cells.size(); ++i) {
            total->cells[i] += row.cells.at(i).counts;
        }
    }

    Comparison &m_result;
    const QList<OrderedItem> &m_items;
    const bool m_commonOnly;
    QList<ColumnAnswers> m_answers;
};

} // namespace

QMap<QString, ItemChangeState> changesBetween(const Checklist &older, const Checklist &newer)
{
    QHash<QString, int> before;
    for (const Item &item : older.items) {
        before.insert(item.id, item.revision);
    }
    QMap<QString, ItemChangeState> changes;
    for (const Item &item : newer.items) {
        const auto revision = before.constFind(item.id);
        changes.insert(item.id, revision == before.constEnd() ? ItemChangeState::New : changeSince(item, *revision));
    }
    for (const Item &item : older.items) {
        if (!changes.contains(item.id)) {
            changes.insert(item.id, ItemChangeState::Withdrawn);
        }
    }
    return changes;
}

Comparison compare(const QString &by, const QList<Checklist> &editions, const QList<ComparisonColumn> &columns,
                   const Succession &succession)
{
    Comparison result;
    result.by = by;
    result.columns = columns;
    if (!editions.isEmpty()) {
        result.checklist = editions.last().id;
    }
    const bool yearOnYear = by == u"year";
    keepCommon(result, yearOnYear, succession);
    const QList<OrderedItem> items = orderedItems(usedEditions(editions, result.columns));
    ComparisonBuilder(result, items, yearOnYear).build();
    return result;
}

int directionOf(const Counts &before, const Counts &after)
{
    if (std::abs(after.yes - before.yes) <= 2 || before.effective() == 0 || after.effective() == 0) {
        return 0;
    }
    const qint64 then = qint64(before.yes) * after.effective();
    const qint64 now = qint64(after.yes) * before.effective();
    return now > then ? 1 : now < then ? -1 : 0;
}

bool YearOnYear::isDifferenceTelling() const { return std::abs(after.yes - before.yes) > 2; }

namespace {

/// What a line of several departments answered: × before ？ before △ before ○; － only when all of them say so
std::optional<AnswerCode> weakest(const Counts &counts)
{
    if (counts.no > 0 || counts.unknown > 0) {
        return counts.no > 0 ? AnswerCode::No : AnswerCode::Unknown;
    }
    if (counts.blank > 0) {
        return std::nullopt;
    }
    if (counts.partial > 0 || counts.yes > 0) {
        return counts.partial > 0 ? AnswerCode::Partial : AnswerCode::Yes;
    }
    return AnswerCode::NotApplicable;
}

/// A × that is now ○ or △ is repaired; one that nobody can tell any more remains; － and unanswered are neither.
void countFate(YearOnYear &result, std::optional<AnswerCode> was, std::optional<AnswerCode> is)
{
    const bool wasOpen = was == AnswerCode::No;
    const bool isDone = is == AnswerCode::Yes || is == AnswerCode::Partial;
    const bool isOpen = is == AnswerCode::No || is == AnswerCode::Unknown;
    result.repaired += wasOpen && isDone ? 1 : 0;
    result.remaining += wasOpen && isOpen ? 1 : 0;
    result.fresh += !wasOpen && is == AnswerCode::No ? 1 : 0;
}

} // namespace

YearOnYear yearOnYear(const Checklist &older, const Checklist &newer, const Submissions &before,
                      const Submissions &after, const Succession &succession)
{
    YearOnYear result;
    const QMap<QString, ItemChangeState> changes = changesBetween(older, newer);
    const QHash<QString, Submissions> previous = wholeLines(before, succession);
    const QHash<QString, Submissions> current = wholeLines(after, succession);
    QSet<QString> items;
    QSet<QString> left = membersOf(before) + membersOf(after);
    for (auto line = current.constBegin(); line != current.constEnd(); ++line) {
        const Submissions earlier = previous.value(line.key());
        if (earlier.isEmpty()) {
            continue;
        }
        result.commonDepartments += static_cast<int>(line->size());
        left -= membersOf(earlier) + membersOf(*line);
        const ColumnAnswers was = answersOf({{}, {}, earlier});
        const ColumnAnswers is = answersOf({{}, {}, *line});
        for (auto item = is.constBegin(); item != is.constEnd(); ++item) {
            const auto earlierCell = was.constFind(item.key());
            if (earlierCell == was.constEnd()
                || !isComparable(changes.value(item.key(), ItemChangeState::CriteriaChanged))) {
                continue;
            }
            items.insert(item.key());
            result.before += earlierCell->counts;
            result.after += item->counts;
            countFate(result, weakest(earlierCell->counts), weakest(item->counts));
        }
    }
    result.commonItems = static_cast<int>(items.size());
    result.leftOutDepartments = static_cast<int>(left.size());
    return result;
}

} // namespace tenken
