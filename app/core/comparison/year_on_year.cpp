#include "core/comparison/year_on_year.h"

#include "core/comparison/item_change.h"

#include <cstdlib>

namespace tenken {

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

/// Where the counts of an item stand in a list; only of items whose answers mean the same in both years
using Places = QHash<QString, qsizetype>;

Places comparablePlaces(const Checklist &older, const Checklist &newer)
{
    const QMap<QString, ItemChangeState> changes = changesBetween(older, newer);
    Places places;
    for (auto change = changes.constBegin(); change != changes.constEnd(); ++change) {
        if (isComparable(change.value())) {
            places.insert(change.key(), places.size());
        }
    }
    return places;
}

QList<Counts> countsByItem(const SubmissionList &submissions, const Places &places)
{
    QList<Counts> counts(places.size());
    for (const auto &submission : submissions) {
        for (const SubmittedItem &item : submission->items) {
            if (const auto place = places.constFind(item.id); place != places.constEnd()) {
                counts[*place].add(item.answer.code);
            }
        }
    }
    return counts;
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

YearOnYear yearOnYear(const Checklist &older, const Checklist &newer, const SubmissionList &before,
                      const SubmissionList &after, const Succession &succession)
{
    YearOnYear result;
    const Places places = comparablePlaces(older, newer);
    const QHash<QString, SubmissionList> previous = wholeLines(before, succession);
    const QHash<QString, SubmissionList> current = wholeLines(after, succession);
    QSet<qsizetype> items;
    QSet<QString> left = membersOf(before) + membersOf(after);
    for (auto line = current.constBegin(); line != current.constEnd(); ++line) {
        const SubmissionList earlier = previous.value(line.key());
        if (earlier.isEmpty()) {
            continue;
        }
        result.commonDepartments += static_cast<int>(line->size());
        left -= membersOf(earlier) + membersOf(*line);
        const QList<Counts> was = countsByItem(earlier, places);
        const QList<Counts> is = countsByItem(*line, places);
        for (qsizetype item = 0; item < places.size(); ++item) {
            if (was.at(item).target() == 0 || is.at(item).target() == 0) {
                continue; // not asked in both years
            }
            items.insert(item);
            result.before += was.at(item);
            result.after += is.at(item);
            countFate(result, weakest(was.at(item)), weakest(is.at(item)));
        }
    }
    result.commonItems = static_cast<int>(items.size());
    result.leftOutDepartments = static_cast<int>(left.size());
    return result;
}

} // namespace tenken
