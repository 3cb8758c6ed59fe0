#include "exchange/policy_reader.h"

#include "exchange/canonical_json.h"
#include "exchange/checklist/policy_file.h"
#include "exchange/checklist/policy_vocabulary.h"
#include "exchange/json_parser.h"

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

/// allowed: the codes that the program knows; empty when they are the policy's own
QList<CodedName> codedNames(const JsonNode &list, QStringView allowed = {})
{
    QList<CodedName> names;
    UniqueIds codes;
    for (const JsonNode &element : list.elements()) {
        const JsonFields fields = element.fields({u"code"_s, u"name"_s});
        const JsonNode code = fields[u"code"_s];
        names.append({allowed.isEmpty() ? code.text() : code.oneOf(allowed), localText(fields[u"name"_s])});
        codes.add(names.constLast().code, fields[u"code"_s]);
    }
    return names;
}

QList<PolicyClause> clauses(const JsonNode &list)
{
    QList<PolicyClause> clauses;
    UniqueIds keys;
    for (const JsonNode &element : list.elements()) {
        const JsonFields fields = element.fields({u"key"_s, u"title"_s, u"text"_s});
        clauses.append({fields[u"key"_s].text(), localText(fields[u"title"_s]), fields[u"text"_s].text()});
        keys.add(clauses.constLast().key, fields[u"key"_s]);
    }
    return clauses;
}

QList<ProfileFlag> profileFlags(const JsonNode &list)
{
    QList<ProfileFlag> flags;
    UniqueIds codes;
    for (const JsonNode &element : list.elements()) {
        const JsonFields fields = element.fields({u"code"_s, u"name"_s, u"question"_s, u"appliesTo"_s});
        flags.append({fields[u"code"_s].identifier(), localText(fields[u"name"_s]), localText(fields[u"question"_s]),
                      fields[u"appliesTo"_s].eachOneOf(u"person section system city audit")});
        codes.add(flags.constLast().code, fields[u"code"_s]);
    }
    return flags;
}

void readObligations(const JsonNode &list, PolicyFile &file)
{
    const PolicyVocabulary words(file.policy);
    UniqueIds ids;
    for (const JsonNode &element : list.elements()) {
        const JsonFields fields =
            element.fields({u"id"_s, u"clause"_s, u"excerpt"_s, u"name"_s, u"threats"_s, u"assets"_s, u"zones"_s});
        Obligation obligation;
        obligation.id = fields[u"id"_s].identifier();
        ids.add(obligation.id, fields[u"id"_s]);
        obligation.clause = fields[u"clause"_s].reference(u"clause"_s, words.clauses);
        obligation.excerpt = fields[u"excerpt"_s].text();
        obligation.name = localText(fields[u"name"_s]);
        obligation.threats = fields[u"threats"_s].references(u"threat"_s, words.threats);
        obligation.assets = fields[u"assets"_s].references(u"asset"_s, words.assets);
        obligation.zones = fields[u"zones"_s].references(u"zone"_s, words.zones);
        file.obligationPlaces.insert(obligation.id, element.placed(DiagnosticCode::Uncovered, {obligation.id}));
        file.policy.obligations.append(obligation);
    }
}

void checkScales(const JsonNode &list)
{
    UniqueIds scales;
    for (const JsonNode &element : list.elements()) {
        const JsonFields scale = element.fields({u"code"_s, u"answers"_s});
        scales.add(scale[u"code"_s].oneOf(u"IMPL4 PERSON5 AUDIT"), scale[u"code"_s]);
        UniqueIds answers;
        for (const JsonNode &answer : scale[u"answers"_s].elements()) {
            const JsonFields fields = answer.fields({u"code"_s, u"symbol"_s, u"label"_s});
            answers.add(fields[u"code"_s].identifier(), fields[u"code"_s]);
            (void)fields[u"symbol"_s].text();
            (void)localText(fields[u"label"_s]);
        }
    }
}

void checkDueDays(const JsonNode &list)
{
    UniqueIds severities;
    for (const JsonNode &element : list.elements()) {
        const JsonFields fields = element.fields({u"severity"_s, u"complete"_s}, {u"interim"_s});
        severities.add(fields[u"severity"_s].oneOf(u"critical high medium low"), fields[u"severity"_s]);
        for (const JsonNode &days : {fields[u"complete"_s], fields[u"interim"_s]}) {
            if (days.isGiven())
                (void)days.integer(0, 3650);
        }
    }
}

Policy policyOf(const JsonFields &fields)
{
    Policy policy;
    policy.id = fields[u"id"_s].identifier();
    policy.title = localText(fields[u"title"_s]);
    policy.effective = fields[u"effective"_s].date();
    (void)fields[u"established"_s].dateOrNull();
    for (const JsonNode &remark : {fields[u"owner"_s], fields[u"note"_s]}) {
        if (remark.is(JsonValue::Kind::Object))
            (void)localText(remark);
        else
            (void)remark.textOrNull();
    }
    policy.clauses = clauses(fields[u"clauses"_s]);
    policy.threats = codedNames(fields[u"threats"_s]);
    policy.assets = codedNames(fields[u"assets"_s]);
    policy.zones = codedNames(fields[u"zones"_s]);
    policy.bodies = codedNames(fields[u"bodies"_s], bodyCodes);
    policy.guidelineAreas = codedNames(fields[u"guidelineAreas"_s]);
    policy.flags = profileFlags(fields[u"flags"_s]);
    return policy;
}

} // namespace

Reading<PolicyFile> readPolicyFile(const QByteArray &bytes, const QString &file)
{
    const Reading<JsonValue> json = parseJson(bytes, file);
    if (!json)
        return Reading<PolicyFile>::failed(json.problems);
    JsonProblems problems(file, *json.value);
    PolicyFile read;
    if (isFormat(*json.value, u"policy"_s, problems)) {
        const JsonFields fields =
            JsonNode(&*json.value, &problems)
                .fields({u"format"_s, u"id"_s, u"title"_s, u"effective"_s, u"established"_s, u"owner"_s, u"note"_s,
                         u"clauses"_s, u"obligations"_s, u"threats"_s, u"assets"_s, u"zones"_s, u"bodies"_s,
                         u"guidelineAreas"_s, u"flags"_s, u"scales"_s, u"dueDays"_s});
        read.policy = policyOf(fields);
        readObligations(fields[u"obligations"_s], read);
        checkScales(fields[u"scales"_s]);
        checkDueDays(fields[u"dueDays"_s]);
    }
    if (!problems.list().isEmpty())
        return Reading<PolicyFile>::failed(problems.list());
    read.policy.fingerprint = fingerprintOf(*json.value);
    return Reading<PolicyFile>::of(std::move(read));
}

Reading<Policy> readPolicy(const QByteArray &bytes, const QString &file)
{
    Reading<PolicyFile> read = readPolicyFile(bytes, file);
    if (!read)
        return Reading<Policy>::failed(read.problems);
    return Reading<Policy>::of(std::move(read.value->policy));
}

} // namespace tenken
