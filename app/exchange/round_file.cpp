#include "exchange/round_file.h"

#include "exchange/canonical_forms.h"
#include "exchange/canonical_json.h"
#include "exchange/json_parser.h"

#include <QJsonArray>

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostExpected = 50'000;

Round roundFrom(const JsonFields &fields)
{
    Round round;
    round.fiscalYear = FiscalYear(static_cast<int>(fields[u"fiscalYear"_s].integer(1900, 9999)));
    round.number = static_cast<int>(fields[u"number"_s].integer(1, 99));
    round.title = fields[u"title"_s].text();
    round.policy = fields[u"policy"_s].identifier();
    round.due = fields[u"due"_s].dateOrNull();
    for (const JsonNode &node : fields[u"checklists"_s].elements()) {
        const JsonFields checklist = node.fields({u"id"_s, u"edition"_s, u"fingerprint"_s});
        round.checklists.append({checklist[u"id"_s].identifier(), checklist[u"edition"_s].identifier(),
                                 checklist[u"fingerprint"_s].sha256()});
    }
    UniqueIds asked; // one that stands there twice would be counted, and be missing, twice
    for (const JsonNode &node : fields[u"expected"_s].elements(mostExpected)) {
        const JsonFields expected = node.fields({u"checklist"_s, u"subject"_s, u"department"_s});
        const JsonFields department = expected[u"department"_s].fields({u"code"_s, u"name"_s});
        round.expected.append({expected[u"checklist"_s].identifier(), subjectFrom(expected[u"subject"_s]),
                               department[u"code"_s].identifier(), department[u"name"_s].text()});
        const Round::Expected &added = round.expected.last();
        if (!added.checklist.isEmpty() && !added.subject.code.isEmpty()) {
            asked.add(u"%1 %2 %3"_s.arg(added.checklist, toCode(added.subject.kind), added.subject.code), node);
        }
    }
    round.trustAnchors = fields[u"trustAnchors"_s].texts();
    return round;
}

} // namespace

QByteArray writeRound(const Round &round)
{
    QJsonArray checklists;
    for (const Round::ChecklistRef &checklist : round.checklists) {
        checklists.append(QJsonObject{
            {u"id"_s, checklist.id}, {u"edition"_s, checklist.edition}, {u"fingerprint"_s, checklist.fingerprint}});
    }
    QJsonArray expected;
    for (const Round::Expected &entry : round.expected) {
        const QJsonObject department{{u"code"_s, entry.departmentCode}, {u"name"_s, entry.departmentName}};
        expected.append(QJsonObject{
            {u"checklist"_s, entry.checklist}, {u"subject"_s, toJson(entry.subject)}, {u"department"_s, department}});
    }
    return canonicalJson(QJsonObject{{u"format"_s, u"tenken.round/1"_s},
                                     {u"fiscalYear"_s, round.fiscalYear.startYear()},
                                     {u"number"_s, round.number},
                                     {u"title"_s, round.title},
                                     {u"policy"_s, round.policy},
                                     {u"due"_s, dateOrNull(round.due)},
                                     {u"checklists"_s, checklists},
                                     {u"expected"_s, expected},
                                     {u"trustAnchors"_s, QJsonArray::fromStringList(round.trustAnchors)}});
}

Reading<Round> readRound(const QByteArray &bytes, const QString &file)
{
    JsonLimits limits;
    limits.bytes = 16 * 1024 * 1024;
    limits.values = 1'000'000;
    const Reading<JsonValue> json = parseJson(bytes, file, limits);
    if (!json)
        return Reading<Round>::failed(json.problems);
    JsonProblems problems(file, *json.value);
    Round round;
    if (isFormat(*json.value, u"round"_s, problems)) {
        round = roundFrom(JsonNode(&*json.value, &problems)
                              .fields({u"format"_s, u"fiscalYear"_s, u"number"_s, u"title"_s, u"policy"_s, u"due"_s,
                                       u"checklists"_s, u"expected"_s, u"trustAnchors"_s}));
    }
    if (!problems.list().isEmpty())
        return Reading<Round>::failed(problems.list());
    return Reading<Round>::of(std::move(round));
}

} // namespace tenken
