#include "viewmodel/inspection/reference_answers.h"

#include <utility>

namespace tenken {

namespace {

QMap<QString, ItemChangeState> changesTo(const ChecklistSet &set, const Checklist &checklist, const QString &edition)
{
    const Checklist *older = set.find(checklist.id, edition);
    return older ? changesBetween(*older, checklist) : QMap<QString, ItemChangeState>();
}

bool isBefore(const InspectionSummary &summary, const Inspection &inspection)
{
    return summary.inspection != inspection.id
        && std::pair(summary.fiscalYear, summary.round) < std::pair(inspection.fiscalYear, inspection.round);
}

} // namespace

bool ReferenceAnswers::isChanged(const QString &item, const std::optional<AnswerCode> &now) const
{
    if (isEmpty()) {
        return false;
    }
    if (changes.value(item, ItemChangeState::Same) != ItemChangeState::Same) {
        return true;
    }
    return now && answers.contains(item) && answers.value(item).code != now;
}

ReferenceAnswers lastAnswers(Desk &desk, const Inspection &inspection, const Checklist &checklist)
{
    const Result<QList<InspectionSummary>> all = desk.repository().list();
    if (!all) {
        return {};
    }
    const InspectionSummary *newest = nullptr;
    for (const InspectionSummary &summary : *all) {
        const bool same = summary.checklist == inspection.checklist && summary.subject == inspection.subject;
        if (same && isBefore(summary, inspection)
            && (!newest
                || std::pair(newest->fiscalYear, newest->round) < std::pair(summary.fiscalYear, summary.round))) {
            newest = &summary;
        }
    }
    const Result<Inspection> last =
        newest ? desk.repository().load(newest->inspection) : Result<Inspection>(fail(ErrorCode::UnknownInspection));
    if (!last) {
        return {};
    }
    return {last->fiscalYear, last->round, last->edition, last->answers,
            changesTo(desk.checklists(), checklist, last->edition)};
}

ReferenceAnswers answersOf(const Submission &submission, const ChecklistSet &set, const Checklist &checklist)
{
    ReferenceAnswers reference{
        submission.fiscalYear, submission.round, submission.edition, {}, changesTo(set, checklist, submission.edition)};
    for (const SubmittedItem &item : submission.items) {
        reference.answers.insert(item.id, item.answer);
    }
    return reference;
}

} // namespace tenken
