#include "exchange/checklist/policy_vocabulary.h"

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

QSet<QString> codes(const QList<CodedName> &names)
{
    QSet<QString> set;
    for (const CodedName &name : names)
        set.insert(name.code);
    return set;
}

} // namespace

PolicyVocabulary::PolicyVocabulary(const Policy &policy)
    : threats(codes(policy.threats)),
      assets(codes(policy.assets)),
      zones(codes(policy.zones)),
      guidelineAreas(codes(policy.guidelineAreas))
{
    zones.insert(u"any"_s);
    for (const PolicyClause &clause : policy.clauses)
        clauses.insert(clause.key);
    for (const Obligation &obligation : policy.obligations)
        obligations.insert(obligation.id);
    for (const ProfileFlag &flag : policy.flags)
        flagSubjects.insert(flag.code, flag.appliesTo);
}

LocalText localText(const JsonNode &node)
{
    if (node.isAbsent())
        return {};
    const JsonFields fields = node.fields({u"ja"_s}, {u"en"_s});
    return {fields[u"ja"_s].text(), fields[u"en"_s].textOrEmpty()};
}

PolicyLinks policyLinks(const JsonFields &fields, const PolicyVocabulary &words)
{
    PolicyLinks links;
    links.clause = fields[u"clause"_s].reference(u"clause"_s, words.clauses);
    const JsonNode clauses = fields[u"clauses"_s];
    links.clauses = clauses.references(u"clause"_s, words.clauses);
    if (clauses.is(JsonValue::Kind::Array) && !links.clause.isEmpty() && links.clauses.value(0) != links.clause)
        clauses.problem(DiagnosticCode::WrongValue, {links.clauses.value(0), links.clause});
    links.obligations = fields[u"obligations"_s].references(u"obligation"_s, words.obligations);
    links.policyExplicit = fields[u"basis"_s].oneOf(u"explicit interpretive") == u"explicit";
    if (!fields[u"guidelineArea"_s].isNull())
        links.guidelineArea = fields[u"guidelineArea"_s].reference(u"guidelineArea"_s, words.guidelineAreas);
    links.threats = fields[u"threats"_s].references(u"threat"_s, words.threats);
    links.assets = fields[u"assets"_s].references(u"asset"_s, words.assets);
    links.zones = fields[u"zones"_s].references(u"zone"_s, words.zones);
    return links;
}

} // namespace tenken
