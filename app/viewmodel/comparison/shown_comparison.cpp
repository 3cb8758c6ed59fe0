#include "viewmodel/comparison/shown_comparison.h"

#include "core/text_fold.h"
#include "viewmodel/shell/display_text.h"
#include "wording/comparison_words.h"

namespace tenken {

namespace {

/// Every item of all editions, the newest wording of each
QHash<QString, const Item *> newestItems(const QList<Checklist> &editions)
{
    QHash<QString, const Item *> items;
    for (const Checklist &edition : editions) {
        for (const Item &item : edition.items) {
            items.insert(item.id, &item);
        }
    }
    return items;
}

ShownComparison::Item factsOf(const QString &id, const Item *item)
{
    ShownComparison::Item facts;
    facts.title = item ? shown(item->title) : id;
    facts.question = item ? shown(item->question) : QString();
    facts.critical = item && item->critical;
    QStringList words{id};
    if (item) { // in either language, whichever is shown
        words << item->title.ja << item->title.en << item->question.ja << item->question.en;
    }
    facts.search = foldForSearch(words.join(u' '));
    return facts;
}

void addToClause(ShownComparison &result, int row, const ChecklistSet &set, QHash<QString, int> &places)
{
    const QString &key = result.comparison.rows.at(row).clause;
    auto place = places.constFind(key);
    if (place == places.constEnd()) {
        const PolicyClause *clause = set.policy.clause(key);
        result.clauses << ShownComparison::Clause{key, clause ? shown(clause->title) : QString(), {}, -1};
        place = places.insert(key, static_cast<int>(result.clauses.size()) - 1);
    }
    result.clauses[*place].rows << row;
}

QString labelOf(CompareBy by, const ComparisonColumn &column, const EraTable &eras)
{
    if (by == CompareBy::Year) {
        const FiscalYear year(column.key.toInt());
        return shownDates(eras).fiscalYear(year, year.lastDay());
    }
    return wording::columnLabel(by, column);
}

} // namespace

ShownComparisonPtr shownComparison(CompareBy by, Comparison comparison, const ChecklistSet &set, const EraTable &eras)
{
    auto result = std::make_shared<ShownComparison>();
    result->by = by;
    result->comparison = std::move(comparison);
    const QList<Checklist> editions = set.editionsOf(result->comparison.checklist);
    const QHash<QString, const Item *> items = newestItems(editions);
    result->scale = editions.isEmpty() ? QString() : editions.last().scale;
    QHash<QString, int> places;
    for (int row = 0; row < result->comparison.rows.size(); ++row) {
        const QString &id = result->comparison.rows.at(row).item;
        result->items << factsOf(id, items.value(id));
        addToClause(*result, row, set, places);
    }
    for (int total = 0; total < result->comparison.totals.size(); ++total) {
        const auto place = places.constFind(result->comparison.totals.at(total).clause);
        if (place != places.constEnd()) {
            result->clauses[*place].total = total;
        }
    }
    for (const ComparisonColumn &column : result->comparison.columns) {
        result->columns << labelOf(by, column, eras);
    }
    return result;
}

QMap<ItemChangeState, int> suppressedItems(const Comparison &comparison)
{
    QMap<ItemChangeState, int> counts;
    for (const ComparisonRow &row : comparison.rows) {
        if (!isComparable(row.change)) {
            ++counts[row.change];
        }
    }
    return counts;
}

} // namespace tenken
