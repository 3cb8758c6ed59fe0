#include "exchange/score_vectors.h"

#include "core/score.h"
#include "core/statistics.h"
#include "exchange/canonical_json.h"
#include "exchange/json_fields.h"
#include "exchange/json_parser.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

constexpr int largestSample = 10'000;

QJsonValue textOf(const std::optional<Fraction> &fraction)
{
    return fraction ? QJsonValue(fraction->toString()) : QJsonValue();
}

QJsonObject toJson(const Counts &counts)
{
    return {{u"YES"_s, counts.yes},
            {u"PARTIAL"_s, counts.partial},
            {u"NO"_s, counts.no},
            {u"UNKNOWN"_s, counts.unknown},
            {u"NA"_s, counts.na},
            {u"BLANK"_s, counts.blank},
            {u"TARGET"_s, counts.target()},
            {u"ANSWERED"_s, counts.answered()},
            {u"EFFECTIVE"_s, counts.effective()}};
}

QJsonObject toJson(const Score &score)
{
    QJsonValue bounds;
    if (score.bounds)
        bounds = QJsonArray{score.bounds->first.toString(), score.bounds->second.toString()};
    return {{u"counts"_s, toJson(score.counts)},
            {u"full_rate"_s, textOf(score.fullRate)},
            {u"weighted"_s, textOf(score.weighted)},
            {u"response"_s, textOf(score.response)},
            {u"na_rate"_s, textOf(score.naRate)},
            {u"bounds"_s, bounds},
            {u"red"_s, QJsonArray::fromStringList(score.red)},
            {u"amber"_s, QJsonArray::fromStringList(score.amber)},
            {u"judgement"_s, toJapanese(score.judgement)},
            {u"maturity"_s, score.maturity ? QJsonValue(*score.maturity) : QJsonValue()}};
}

ScoreRow rowFrom(const JsonNode &node)
{
    const JsonFields fields = node.fields({u"item_id"_s, u"answer"_s, u"weight"_s, u"critical"_s, u"phase"_s});
    ScoreRow row;
    row.item = fields[u"item_id"_s].text();
    if (fields[u"answer"_s].isGiven())
        row.answer = answerFromCode(fields[u"answer"_s].oneOf(u"YES PARTIAL NO UNKNOWN NA"));
    row.weight = static_cast<int>(fields[u"weight"_s].integer(1, 1000));
    row.critical = fields[u"critical"_s].boolean();
    const QString phase = fields[u"phase"_s].oneOf(u"整備 運用 点検・改善 design operation improvement");
    row.phase = phaseFromJapanese(phase).value_or(phaseFromCode(phase).value_or(Phase::Operation));
    return row;
}

QJsonArray vectorsFrom(const JsonNode &list)
{
    QJsonArray vectors;
    for (const JsonNode &node : list.elements()) {
        const JsonFields fields = node.fields({u"name"_s, u"rows"_s}, {u"expect"_s});
        QList<ScoreRow> rows;
        for (const JsonNode &row : fields[u"rows"_s].elements())
            rows.append(rowFrom(row));
        QJsonObject vector{{u"name"_s, fields[u"name"_s].text()}, {u"expect"_s, toJson(scoreOf(rows))}};
        if (!fields[u"rows"_s].isAbsent())
            vector.insert(u"rows"_s, toQJson(*fields[u"rows"_s].value()));
        vectors.append(vector);
    }
    return vectors;
}

/// "231／250（92.4％）" from its own beginning; "―" is a share of nothing
QString formattedAgain(const JsonNode &node)
{
    static const QRegularExpression share(u"^([0-9]{1,9})[/／]([0-9]{1,9})"_s);
    const QString text = node.text();
    if (text == u"―")
        return formatShare(0, 0);
    const QRegularExpressionMatch match = share.match(text);
    const qint64 k = match.captured(1).toLongLong();
    const qint64 n = match.captured(2).toLongLong();
    if (!match.hasMatch() || k > n)
        node.problem(DiagnosticCode::WrongValue, {text.left(64), u"k／n"_s});
    return formatShare(k, n);
}

QJsonValue statisticFrom(const JsonNode &node)
{
    static const QRegularExpression name(u"\\A(wilson|zero_upper|hyper)_([0-9]{1,5})(?:_([0-9]{1,5}))?\\z"_s);
    const QString key = node.value()->key;
    const QRegularExpressionMatch match = name.match(key);
    const int first = match.captured(2).toInt();
    const int second = match.captured(3).toInt();
    const bool isInRange = first <= largestSample && second <= largestSample;
    if (match.captured(1) == u"wilson" && second > 0 && first <= second && isInRange) {
        const std::pair<double, double> interval = wilsonInterval(first, second);
        return QJsonArray{interval.first, interval.second};
    }
    if (match.captured(1) == u"zero_upper" && first > 0 && !match.hasCaptured(3) && isInRange)
        return zeroDefectUpperBound(first);
    if (match.captured(1) == u"hyper" && second > 0 && second <= first && isInRange)
        return zeroDefectPopulationBound(first, second);
    node.problem(DiagnosticCode::UnknownKey, {key});
    return {};
}

QJsonObject statisticsFrom(const JsonNode &stats)
{
    QJsonObject computed;
    for (const JsonNode &node : stats.members()) {
        if (node.value()->key != u"fmt") {
            computed.insert(node.value()->key, statisticFrom(node));
            continue;
        }
        QJsonArray shares;
        for (const JsonNode &share : node.elements())
            shares.append(formattedAgain(share));
        computed.insert(u"fmt"_s, shares);
    }
    return computed;
}

} // namespace

Reading<QJsonObject> computeScoreVectors(const QByteArray &bytes, const QString &file)
{
    const Reading<JsonValue> json = parseJson(bytes, file);
    if (!json)
        return Reading<QJsonObject>::failed(json.problems);
    JsonProblems problems(file, *json.value);
    const JsonFields fields = JsonNode(&*json.value, &problems).fields({u"vectors"_s}, {u"stats"_s});
    QJsonObject computed{{u"vectors"_s, vectorsFrom(fields[u"vectors"_s])}};
    if (!fields[u"stats"_s].isAbsent())
        computed.insert(u"stats"_s, statisticsFrom(fields[u"stats"_s]));
    if (!problems.list().isEmpty())
        return Reading<QJsonObject>::failed(problems.list());
    return Reading<QJsonObject>::of(std::move(computed));
}

} // namespace tenken
