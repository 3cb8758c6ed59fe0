#include "viewmodel/comparison/answer_pair.h"

#include "exchange/submission_json.h"
#include "storage/registry_repository.h"

namespace tenken {

int partnerOf(const ShownComparison &comparison, int column)
{
    const int last = static_cast<int>(comparison.columns.size()) - 1;
    if (last < 1) {
        return -1;
    }
    switch (comparison.by) {
    case CompareBy::Audit:
        return column % 2 == 0 ? column + 1 : column - 1;
    case CompareBy::City:
        return column == last ? 0 : last;
    case CompareBy::Department:
    case CompareBy::Year:
    case CompareBy::Revision:
        break;
    }
    return column == 0 ? 1 : column - 1;
}

namespace {

AnswerSide sideOf(const ShownComparison &comparison, int row, int column)
{
    AnswerSide side;
    side.label = comparison.columns.at(column);
    side.isSum = comparison.isSum(column);
    const ComparisonCell &cell = comparison.cell(row, column);
    side.isThere = cell.counts.target() > 0;
    side.answer.code = cell.answer;
    side.counts = cell.counts;
    if (!side.isSum) {
        return side;
    }
    const QString &item = comparison.comparison.rows.at(row).item;
    for (const auto &submission : comparison.comparison.columns.at(column).submissions) {
        const SubmittedItem *found = submission->find(item);
        const std::optional<AnswerCode> code = found ? found->answer.code : std::nullopt;
        if (code == AnswerCode::No || code == AnswerCode::Unknown) {
            ++side.openCount;
            if (side.open.size() < AnswerSide::mostNamed) {
                side.open << submission->department.name;
            }
        }
    }
    return side;
}

void complete(AnswerSide &side, const Submission *submission, const QString &item)
{
    if (const SubmittedItem *found = submission ? submission->find(item) : nullptr) {
        side.question = found->question.value_or(QString());
        side.answer = found->answer;
    }
}

} // namespace

AnswerPair pairOf(const ShownComparison &comparison, int row, int left, int right)
{
    AnswerPair pair;
    const ComparisonRow &shown = comparison.comparison.rows.at(row);
    pair.item = shown.item;
    pair.title = comparison.items.at(row).title;
    pair.clause = shown.clause;
    pair.scale = comparison.scale;
    pair.critical = comparison.items.at(row).critical;
    pair.change = shown.change;
    pair.left = sideOf(comparison, row, left);
    if (right >= 0) {
        pair.right = sideOf(comparison, row, right);
    }
    return pair;
}

void complete(AnswerPair &pair, const Submission *left, const Submission *right)
{
    complete(pair.left, left, pair.item);
    complete(pair.right, right, pair.item);
}

Result<QList<Submission>> readWhole(Registry &registry, const QList<QUuid> &submissions)
{
    QList<Submission> whole;
    for (const QUuid &id : submissions) {
        const Result<QByteArray> json = RegistryRepository(registry).submissionJson(id);
        if (!json) {
            return fail(json);
        }
        Reading<Submission> submission = readSubmission(*json, id.toString());
        if (!submission) {
            return fail(ErrorCode::StoreCorrupt, id.toString());
        }
        whole << *std::move(submission.value);
    }
    return whole;
}

} // namespace tenken
