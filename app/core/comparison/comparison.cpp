#include "core/comparison/comparison.h"

#include <algorithm>
#include <cstdlib>

namespace tenken {

namespace {

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

SubmissionList onlyOf(const SubmissionList &submissions, const QSet<QString> &lines, const Succession &succession)
{
    SubmissionList kept;
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
        const SubmissionList kept = onlyOf(column.submissions, common, succession);
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

} // namespace tenken
