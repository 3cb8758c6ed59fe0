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

QHash<QString, Counts> countsByItem(const SubmissionList &submissions)
{
    QHash<QString, Counts> counts;
    for (const auto &submission : submissions) {
        for (const SubmittedItem &item : submission->items) {
            counts[item.id].add(item.answer.code);
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
    const QMap<QString, ItemChangeState> changes = changesBetween(older, newer);
    const QHash<QString, SubmissionList> previous = wholeLines(before, succession);
    const QHash<QString, SubmissionList> current = wholeLines(after, succession);
    QSet<QString> items;
    QSet<QString> left = membersOf(before) + membersOf(after);
    for (auto line = current.constBegin(); line != current.constEnd(); ++line) {
        const SubmissionList earlier = previous.value(line.key());
        if (earlier.isEmpty()) {
            continue;
        }
        result.commonDepartments += static_cast<int>(line->size());
        left -= membersOf(earlier) + membersOf(*line);
        const QHash<QString, Counts> was = countsByItem(earlier);
        const QHash<QString, Counts> is = countsByItem(*line);
        for (auto item = is.constBegin(); item != is.constEnd(); ++item) {
            const auto earlierCounts = was.constFind(item.key());
            if (earlierCounts == was.constEnd()
                || !isComparable(changes.value(item.key(), ItemChangeState::CriteriaChanged))) {
                continue;
            }
            items.insert(item.key());
            result.before += *earlierCounts;
            result.after += *item;
            countFate(result, weakest(*earlierCounts), weakest(*item));
        }
    }
    result.commonItems = static_cast<int>(items.size());
    result.leftOutDepartments = static_cast<int>(left.size());
    return result;
}

} // namespace tenken
