#include "core/checklist.h"

#include <algorithm>

namespace tenken {

QString toCode(Phase phase)
{
    switch (phase) {
    case Phase::Design:
        return QStringLiteral("design");
    case Phase::Operation:
        return QStringLiteral("operation");
    case Phase::Improvement:
        return QStringLiteral("improvement");
    }
    Q_UNREACHABLE();
}

QString toJapanese(Phase phase)
{
    switch (phase) {
    case Phase::Design:
        return QStringLiteral("整備");
    case Phase::Operation:
        return QStringLiteral("運用");
    case Phase::Improvement:
        return QStringLiteral("点検・改善");
    }
    Q_UNREACHABLE();
}

namespace {

constexpr Phase allPhases[] = {Phase::Design, Phase::Operation, Phase::Improvement};

} // namespace

std::optional<Phase> phaseFromCode(const QString &code)
{
    const auto found =
        std::find_if(std::begin(allPhases), std::end(allPhases), [&](Phase phase) { return toCode(phase) == code; });
    return found == std::end(allPhases) ? std::nullopt : std::optional(*found);
}

std::optional<Phase> phaseFromJapanese(const QString &text)
{
    const auto found = std::find_if(std::begin(allPhases), std::end(allPhases),
                                    [&](Phase phase) { return toJapanese(phase) == text; });
    return found == std::end(allPhases) ? std::nullopt : std::optional(*found);
}

QString toCode(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return QStringLiteral("critical");
    case Severity::High:
        return QStringLiteral("high");
    case Severity::Medium:
        return QStringLiteral("medium");
    case Severity::Low:
        return QStringLiteral("low");
    }
    Q_UNREACHABLE();
}

std::optional<Severity> severityFromCode(const QString &code)
{
    for (const Severity severity : {Severity::Critical, Severity::High, Severity::Medium, Severity::Low}) {
        if (toCode(severity) == code) {
            return severity;
        }
    }
    return std::nullopt;
}

bool Applicability::matches(const QSet<QString> &profile) const
{
    const auto holds = [&](const QString &flag) { return profile.contains(flag); };
    switch (kind) {
    case Kind::Always:
        return true;
    case Kind::AllOf:
        return std::all_of(flags.begin(), flags.end(), holds);
    case Kind::AnyOf:
        return std::any_of(flags.begin(), flags.end(), holds);
    }
    Q_UNREACHABLE();
}

const Item *Checklist::find(const QString &itemId) const
{
    const auto found = std::find_if(items.begin(), items.end(), [&](const Item &item) { return item.id == itemId; });
    return found == items.end() ? nullptr : &*found;
}

QStringList Checklist::applicableItems(const QSet<QString> &profile, Body body) const
{
    QStringList ids;
    for (const Item &item : items) {
        if (item.bodies.contains(body) && item.applicability.matches(profile)) {
            ids << item.id;
        }
    }
    return ids;
}

AnswerCodes Checklist::offeredAnswers(const Item &item) const
{
    AnswerCodes offered = AnswerCode::Yes | AnswerCode::Partial | AnswerCode::No | AnswerCode::Unknown;
    offered.setFlag(AnswerCode::NotApplicable, item.isNaAllowed());
    return offered;
}

} // namespace tenken
