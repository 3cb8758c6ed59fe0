#include "core/answer.h"

#include <utility>

namespace tenken {

QString toCode(AnswerCode answer)
{
    switch (answer) {
    case AnswerCode::Yes:
        return QStringLiteral("YES");
    case AnswerCode::Partial:
        return QStringLiteral("PARTIAL");
    case AnswerCode::No:
        return QStringLiteral("NO");
    case AnswerCode::Unknown:
        return QStringLiteral("UNKNOWN");
    case AnswerCode::NotApplicable:
        return QStringLiteral("NA");
    }
    Q_UNREACHABLE();
}

std::optional<AnswerCode> answerFromCode(const QString &code)
{
    for (const AnswerCode answer : allAnswerCodes) {
        if (toCode(answer).compare(code, Qt::CaseInsensitive) == 0) {
            return answer;
        }
    }
    return std::nullopt;
}

QChar symbolOf(AnswerCode answer)
{
    switch (answer) {
    case AnswerCode::Yes:
        return u'○';
    case AnswerCode::Partial:
        return u'△';
    case AnswerCode::No:
        return u'×';
    case AnswerCode::Unknown:
        return u'？';
    case AnswerCode::NotApplicable:
        return u'－';
    }
    Q_UNREACHABLE();
}

QString toCode(Cause cause)
{
    switch (cause) {
    case Cause::RuleUnknown:
        return QStringLiteral("rule-unknown");
    case Cause::NoCapacity:
        return QStringLiteral("no-capacity");
    case Cause::NoMeans:
        return QStringLiteral("no-means");
    case Cause::RuleUnfit:
        return QStringLiteral("rule-unfit");
    case Cause::Other:
        return QStringLiteral("other");
    }
    Q_UNREACHABLE();
}

std::optional<Cause> causeFromCode(const QString &code)
{
    for (const Cause cause : {Cause::RuleUnknown, Cause::NoCapacity, Cause::NoMeans, Cause::RuleUnfit, Cause::Other}) {
        if (toCode(cause) == code) {
            return cause;
        }
    }
    return std::nullopt;
}

bool Answer::isBlank() const
{
    return !code && comment.isEmpty() && reason.isEmpty() && !cause && opinion.isEmpty() && evidence.isEmpty()
        && plan.isEmpty();
}

Answer withCode(Answer answer, AnswerCode code)
{
    if (answer.code == code) {
        return answer;
    }
    answer.code = code;
    if (code != AnswerCode::NotApplicable) {
        answer.reason.clear();
    }
    if (code == AnswerCode::Yes || code == AnswerCode::NotApplicable) {
        answer.cause.reset();
        answer.plan = {};
    }
    return answer;
}

} // namespace tenken
