#include "core/inspection_rules.h"

#include <QSet>

#include <algorithm>

namespace tenken {

QString toCode(ProblemCode code)
{
    switch (code) {
    case ProblemCode::Unanswered:
        return QStringLiteral("unanswered");
    case ProblemCode::NaNotAllowed:
        return QStringLiteral("na-not-allowed");
    case ProblemCode::NaReasonMissing:
        return QStringLiteral("na-reason-missing");
    case ProblemCode::CommentMissing:
        return QStringLiteral("comment-missing");
    case ProblemCode::EvidenceMissing:
        return QStringLiteral("evidence-missing");
    case ProblemCode::PlanMissing:
        return QStringLiteral("plan-missing");
    case ProblemCode::UnknownInFinal:
        return QStringLiteral("unknown-in-final");
    case ProblemCode::ProfileReasonMissing:
        return QStringLiteral("profile-reason-missing");
    case ProblemCode::Contradiction:
        return QStringLiteral("contradiction");
    }
    Q_UNREACHABLE();
}

namespace {

bool isBlankText(const QString &text) { return text.trimmed().isEmpty(); }

bool hasEvidence(const Answer &answer)
{
    return std::any_of(answer.evidence.begin(), answer.evidence.end(),
                       [](const Evidence &evidence) { return !isBlankText(evidence.document); });
}

/// A plan says at least what is done and by when
bool hasPlan(const Answer &answer) { return !isBlankText(answer.plan.measure) && answer.plan.due.isValid(); }

/// What the form lets one enter beside another answer: a plan or a cause beside ○ or －, a reason without －
bool contradicts(const Answer &answer)
{
    const bool settled = answer.code == AnswerCode::Yes || answer.code == AnswerCode::NotApplicable;
    const bool reasonElsewhere = answer.code != AnswerCode::NotApplicable && !isBlankText(answer.reason);
    return (settled && (answer.cause || !answer.plan.isEmpty())) || reasonElsewhere;
}

} // namespace

QList<Problem> problemsOf(const Checklist &checklist, const Item &item, const Answer *answer)
{
    if (!answer || !answer->code) {
        return {{item.id, QStringLiteral("answer"), ProblemCode::Unanswered}};
    }
    QList<Problem> problems;
    const AnswerCode code = *answer->code;
    const auto add = [&](const char *field, ProblemCode problem) {
        problems << Problem{item.id, QString::fromLatin1(field), problem};
    };
    if (code == AnswerCode::NotApplicable && !item.isNaAllowed()) {
        add("answer", ProblemCode::NaNotAllowed);
    }
    if (code == AnswerCode::Unknown && !checklist.unknownAllowed) {
        add("answer", ProblemCode::UnknownInFinal);
    }
    if (code == AnswerCode::NotApplicable && isBlankText(answer->reason)) {
        add("reason", ProblemCode::NaReasonMissing);
    }
    if (code != AnswerCode::NotApplicable && item.commentRequiredOn.testFlag(code) && isBlankText(answer->comment)) {
        add("comment", ProblemCode::CommentMissing);
    }
    if (item.evidenceRequiredOn.testFlag(code) && !hasEvidence(*answer)) {
        add("evidence", ProblemCode::EvidenceMissing);
    }
    if (item.planRequiredOn.testFlag(code) && !hasPlan(*answer)) {
        add("plan", ProblemCode::PlanMissing);
    }
    if (contradicts(*answer)) {
        add("answer", ProblemCode::Contradiction);
    }
    return problems;
}

QList<Problem> problemsOf(const Checklist &checklist, const Inspection &inspection)
{
    QList<Problem> problems;
    for (const RemovedFlag &removed : inspection.profile.removed) {
        if (isBlankText(removed.reason)) {
            problems << Problem{{}, QStringLiteral("profile"), ProblemCode::ProfileReasonMissing};
        }
    }
    const QStringList ids = checklist.applicableItems(inspection.profile.set(), inspection.department.body);
    const QSet<QString> applicable(ids.begin(), ids.end());
    for (const Item &item : checklist.items) {
        if (applicable.contains(item.id)) {
            problems << problemsOf(checklist, item, inspection.answer(item.id));
        }
    }
    return problems;
}

bool isRecordable(const Checklist &checklist, const Item &item, AnswerCode code)
{
    return checklist.offeredAnswers(item).testFlag(code);
}

} // namespace tenken
