#include "cli/inspection_json.h"

#include "cli/verification_json.h"
#include "core/clock.h"
#include "core/score.h"

#include <QJsonArray>

namespace tenken::cli {

namespace {

QJsonValue orNull(const std::optional<Fraction> &fraction)
{
    return fraction ? QJsonValue(fraction->toString()) : QJsonValue(QJsonValue::Null);
}

QJsonObject countsJson(const Counts &counts)
{
    return {
        {QStringLiteral("target"), counts.target()},       {QStringLiteral("answered"), counts.answered()},
        {QStringLiteral("effective"), counts.effective()}, {QStringLiteral("yes"), counts.yes},
        {QStringLiteral("partial"), counts.partial},       {QStringLiteral("no"), counts.no},
        {QStringLiteral("unknown"), counts.unknown},       {QStringLiteral("na"), counts.na},
        {QStringLiteral("blank"), counts.blank},
    };
}

QJsonObject maturityJson(const Policy &policy, const QMap<QString, Score> &clauses)
{
    QJsonObject levels;
    for (const QString &key : policy.clauseKeys()) {
        if (const auto score = clauses.constFind(key); score != clauses.constEnd()) {
            levels.insert(key, score->maturity ? QJsonValue(*score->maturity) : QJsonValue(QJsonValue::Null));
        }
    }
    return levels;
}

} // namespace

QJsonObject statusJson(const Inspection &inspection, const Checklist &checklist, const Policy &policy)
{
    const QList<ScoreRow> rows = scoreRows(checklist, inspection);
    const Score score = scoreOf(rows);
    QJsonValue bounds = QJsonValue::Null;
    if (score.bounds) {
        bounds = QJsonArray{score.bounds->first.toString(), score.bounds->second.toString()};
    }
    return {
        {QStringLiteral("inspection"), inspection.id.toString(QUuid::WithoutBraces)},
        {QStringLiteral("checklist"), inspection.checklist},
        {QStringLiteral("edition"), inspection.edition},
        {QStringLiteral("subject"), subjectJson(inspection.subject)},
        {QStringLiteral("fiscalYear"), inspection.fiscalYear.startYear()},
        {QStringLiteral("round"), inspection.round},
        {QStringLiteral("revision"), inspection.revision},
        {QStringLiteral("state"), toCode(inspection.state)},
        {QStringLiteral("counts"), countsJson(score.counts)},
        {QStringLiteral("fullRate"), orNull(score.fullRate)},
        {QStringLiteral("weighted"), orNull(score.weighted)},
        {QStringLiteral("bounds"), bounds},
        {QStringLiteral("red"), QJsonArray::fromStringList(score.red)},
        {QStringLiteral("amber"), QJsonArray::fromStringList(score.amber)},
        {QStringLiteral("judgement"), toJapanese(score.judgement)},
        {QStringLiteral("maturity"), maturityJson(policy, scoreByClause(checklist, rows))},
    };
}

QJsonObject checkJson(const QList<Problem> &problems)
{
    QJsonArray rows;
    for (const Problem &problem : problems) {
        rows << QJsonObject{
            {QStringLiteral("item"), problem.item.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(problem.item)},
            {QStringLiteral("field"), problem.field},
            {QStringLiteral("code"), toCode(problem.code)}};
    }
    return {{QStringLiteral("complete"), problems.isEmpty()}, {QStringLiteral("problems"), rows}};
}

QJsonObject historyJson(const HistoryEntry &entry)
{
    return {
        {QStringLiteral("sequence"), entry.sequence},
        {QStringLiteral("at"), toIso(entry.at)},
        {QStringLiteral("who"), entry.who},
        {QStringLiteral("revision"), entry.revision},
        {QStringLiteral("item"), entry.item.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(entry.item)},
        {QStringLiteral("field"), entry.field},
        {QStringLiteral("before"), entry.before},
        {QStringLiteral("after"), entry.after},
    };
}

} // namespace tenken::cli
