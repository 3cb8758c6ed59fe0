#include "wording/answer_words.h"

#include "wording/verdict_words.h"

#include <QCoreApplication>

namespace tenken::wording {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::AnswerWords)
};

QString personWord(AnswerCode answer)
{
    switch (answer) {
    case AnswerCode::Yes:
        return Words::tr("Done");
    case AnswerCode::Partial:
        return Words::tr("Not always done");
    case AnswerCode::No:
        return Words::tr("Not done");
    case AnswerCode::Unknown:
        return Words::tr("Don't know");
    case AnswerCode::NotApplicable:
        return Words::tr("Not applicable");
    }
    Q_UNREACHABLE();
}

QString implementationWord(AnswerCode answer)
{
    switch (answer) {
    case AnswerCode::Yes:
        return Words::tr("Implemented");
    case AnswerCode::Partial:
        return Words::tr("Partially implemented");
    case AnswerCode::No:
        return Words::tr("Not implemented");
    case AnswerCode::Unknown:
        return Words::tr("Being checked");
    case AnswerCode::NotApplicable:
        return Words::tr("Not applicable");
    }
    Q_UNREACHABLE();
}

} // namespace

QString word(AnswerCode answer, const QString &scale)
{
    return scale == u"PERSON5" ? personWord(answer) : implementationWord(answer);
}

QString word(std::optional<AnswerCode> answer, const QString &scale)
{
    return answer ? word(*answer, scale) : Words::tr("Unanswered");
}

QString answerWithSymbol(std::optional<AnswerCode> answer, const QString &scale)
{
    return answer ? QString(symbolOf(*answer)) + u' ' + word(*answer, scale) : word(answer, scale);
}

QString word(Cause cause)
{
    switch (cause) {
    case Cause::RuleUnknown:
        return Words::tr("The rule is not known");
    case Cause::NoCapacity:
        return Words::tr("There are not enough hands");
    case Cause::NoMeans:
        return Words::tr("The means are missing");
    case Cause::RuleUnfit:
        return Words::tr("The rule does not fit reality");
    case Cause::Other:
        return Words::tr("Another cause");
    }
    Q_UNREACHABLE();
}

QString word(Phase phase)
{
    switch (phase) {
    case Phase::Design:
        return Words::tr("Design");
    case Phase::Operation:
        return Words::tr("Operation");
    case Phase::Improvement:
        return Words::tr("Check and improvement");
    }
    Q_UNREACHABLE();
}

QString word(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return Words::tr("Critical");
    case Severity::High:
        return Words::tr("High");
    case Severity::Medium:
        return Words::tr("Medium");
    case Severity::Low:
        return Words::tr("Low");
    }
    Q_UNREACHABLE();
}

QString word(InspectionState state)
{
    switch (state) {
    case InspectionState::NotStarted:
        return Words::tr("Not started");
    case InspectionState::Answering:
        return Words::tr("Being answered");
    case InspectionState::Signed:
        return Words::tr("Signed");
    case InspectionState::Returned:
        return Words::tr("Returned");
    case InspectionState::Superseded:
        return Words::tr("Superseded");
    }
    Q_UNREACHABLE();
}

QString word(Judgement judgement)
{
    switch (judgement) {
    case Judgement::UrgentAction:
        return Words::tr("Urgent correction needed");
    case Judgement::Undetermined:
        return Words::tr("Undetermined (some items are unanswered)");
    case Judgement::NoTarget:
        return Words::tr("No applicable items");
    case Judgement::CorrectionNeeded:
        return Words::tr("Correction needed");
    case Judgement::ImprovementNeeded:
        return Words::tr("Improvement needed");
    case Judgement::MostlyImplemented:
        return Words::tr("Mostly implemented");
    }
    Q_UNREACHABLE();
}

QString word(ItemChangeState state)
{
    switch (state) {
    case ItemChangeState::Same:
        return Words::tr("Same");
    case ItemChangeState::Reworded:
        return Words::tr("Reworded");
    case ItemChangeState::CriteriaChanged:
        return Words::tr("Criteria changed");
    case ItemChangeState::New:
        return Words::tr("New");
    case ItemChangeState::Withdrawn:
        return Words::tr("Withdrawn");
    }
    Q_UNREACHABLE();
}

QString explanation(ItemChangeState state)
{
    switch (state) {
    case ItemChangeState::Same:
        return Words::tr("The item is the same in all editions compared.");
    case ItemChangeState::Reworded:
        return Words::tr("Only the wording of the item has changed; the answers are compared.");
    case ItemChangeState::CriteriaChanged:
    case ItemChangeState::New:
    case ItemChangeState::Withdrawn:
        return suppressionReason(state);
    }
    Q_UNREACHABLE();
}

QString suppressionReason(ItemChangeState state)
{
    switch (state) {
    case ItemChangeState::Same:
    case ItemChangeState::Reworded:
        return {};
    case ItemChangeState::CriteriaChanged:
        return Words::tr("Not compared: the criteria of the item have changed between the editions.");
    case ItemChangeState::New:
        return Words::tr("Not compared: the item is new in the later edition.");
    case ItemChangeState::Withdrawn:
        return Words::tr("Not compared: the item was withdrawn and is no longer asked.");
    }
    Q_UNREACHABLE();
}

QString word(SubjectKind kind)
{
    switch (kind) {
    case SubjectKind::Person:
        return Words::tr("Person");
    case SubjectKind::Section:
        return Words::tr("Section");
    case SubjectKind::System:
        return Words::tr("Information system");
    case SubjectKind::City:
        return Words::tr("Whole city");
    case SubjectKind::Audit:
        return Words::tr("Audit");
    }
    Q_UNREACHABLE();
}

QString word(Body body)
{
    switch (body) {
    case Body::Mayor:
        return Words::tr("Mayor's departments");
    case Body::Assembly:
        return Words::tr("Assembly bureau");
    case Body::Committee:
        return Words::tr("Administrative committees");
    case Body::BoardOfEducation:
        return Words::tr("Board of education");
    case Body::Enterprise:
        return Words::tr("Public enterprises");
    }
    Q_UNREACHABLE();
}

QString word(ImportOutcome outcome)
{
    switch (outcome) {
    case ImportOutcome::Imported:
        return Words::tr("Imported");
    case ImportOutcome::AlreadyThere:
        return Words::tr("Already there");
    case ImportOutcome::Refused:
        return Words::tr("Refused");
    }
    Q_UNREACHABLE();
}

QString sentence(ProblemCode code)
{
    switch (code) {
    case ProblemCode::Unanswered:
        return Words::tr("The item is unanswered. Choose an answer.");
    case ProblemCode::NaNotAllowed:
        return Words::tr("“Not applicable” cannot be chosen for this item. Choose another answer.");
    case ProblemCode::NaReasonMissing:
        return Words::tr("The reason for “Not applicable” is missing. Enter why the condition applies.");
    case ProblemCode::CommentMissing:
        return Words::tr("The comment on this answer is missing. Enter how things stand.");
    case ProblemCode::EvidenceMissing:
        return Words::tr("The reference to evidence is missing. Enter the name of a document that shows it.");
    case ProblemCode::PlanMissing:
        return Words::tr("The improvement plan is missing. Enter the measure and the due date.");
    case ProblemCode::UnknownInFinal:
        return Words::tr("The item is still “Being checked”. Find out and choose an answer before you submit.");
    case ProblemCode::ProfileReasonMissing:
        return Words::tr("An entry was removed from the department profile without a reason. Enter the reason.");
    case ProblemCode::Contradiction:
        return Words::tr("The answer contradicts what is entered beside it. Change the answer, or delete the cause, "
                         "plan or reason that does not belong to it.");
    }
    Q_UNREACHABLE();
}

QString maturityWord(std::optional<int> level)
{
    switch (level.value_or(-1)) {
    case 0:
        return Words::tr("Not begun");
    case 1:
        return Words::tr("Left to individuals");
    case 2:
        return Words::tr("Rules exist");
    case 3:
        return Words::tr("Practised");
    case 4:
        return Words::tr("Checked and improved");
    default:
        return QStringLiteral("―");
    }
}

QString refusal(const ImportResult &result)
{
    if (result.outcome != ImportOutcome::Refused) {
        return {};
    }
    if (result.error == u"too-large") {
        return Words::tr("The file is larger than Tenken reads. Ask the sender for the original file.");
    }
    if (result.error == u"empty") {
        return Words::tr("The file is empty: nothing of it has arrived. Ask the sender to send it again.");
    }
    if (result.error == u"other-document") {
        return Words::tr(
            "This is a receipt, a return notice or a report, not a submission. Nothing is to be imported.");
    }
    if (!result.error.isEmpty()) {
        return Words::tr("The file cannot be read. Check that you may open it and that no other program holds it.");
    }
    QStringList sentences;
    if (result.verdict != Verdict::Accepted || result.reasons.isEmpty()) {
        sentences << explanation(result.verdict);
    }
    for (const Reason reason : result.reasons) {
        if (!sentences.contains(explanation(reason))) {
            sentences << explanation(reason);
        }
    }
    if (result.verdict != Verdict::Accepted) {
        sentences << nextStep(result.verdict);
    }
    return sentences.join(u' ');
}

} // namespace tenken::wording
