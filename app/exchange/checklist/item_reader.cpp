#include "exchange/canonical_json.h"
#include "exchange/checklist/checklist_file.h"

#include <algorithm>

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

constexpr int highestRevision = 1000;

Applicability applicability(const JsonNode &node, const PolicyVocabulary &words, SubjectKind subject,
                            const QString &item)
{
    Applicability rule;
    const JsonFields fields = node.fields({}, {u"always"_s, u"allOf"_s, u"anyOf"_s});
    const int given = int(!fields[u"always"_s].isAbsent()) + int(!fields[u"allOf"_s].isAbsent())
        + int(!fields[u"anyOf"_s].isAbsent());
    if (given != 1) {
        if (node.is(JsonValue::Kind::Object))
            node.problem(DiagnosticCode::WrongValue, {QString::number(given), u"always | allOf | anyOf"_s});
        return rule;
    }
    if (!fields[u"always"_s].isAbsent()) {
        if (!fields[u"always"_s].boolean() && fields[u"always"_s].is(JsonValue::Kind::Boolean))
            node.problem(DiagnosticCode::Unreachable, {item});
        return rule;
    }
    const bool isAll = !fields[u"allOf"_s].isAbsent();
    const JsonNode list = fields[isAll ? u"allOf"_s : u"anyOf"_s];
    const QSet<QString> known(words.flagSubjects.keyBegin(), words.flagSubjects.keyEnd());
    rule.kind = isAll ? Applicability::Kind::AllOf : Applicability::Kind::AnyOf;
    rule.flags = list.references(u"flag"_s, known);
    const auto isPossible = [&](const QString &flag) {
        return !known.contains(flag) || words.flagSubjects.value(flag).contains(toCode(subject));
    };
    const bool isReachable = isAll ? std::all_of(rule.flags.begin(), rule.flags.end(), isPossible)
                                   : std::any_of(rule.flags.begin(), rule.flags.end(), isPossible);
    if (list.is(JsonValue::Kind::Array) && (rule.flags.isEmpty() || !isReachable))
        node.problem(DiagnosticCode::Unreachable, {item});
    return rule;
}

QMap<AnswerCode, QString> criteria(const JsonNode &node)
{
    const JsonFields fields = node.fields({u"YES"_s, u"PARTIAL"_s, u"NO"_s});
    return {{AnswerCode::Yes, fields[u"YES"_s].text()},
            {AnswerCode::Partial, fields[u"PARTIAL"_s].text()},
            {AnswerCode::No, fields[u"NO"_s].text()}};
}

AnswerCodes answerCodes(const JsonNode &node)
{
    AnswerCodes codes;
    for (const QString &code : node.eachOneOf(u"YES PARTIAL NO UNKNOWN NA")) {
        if (const std::optional<AnswerCode> answer = answerFromCode(code))
            codes |= *answer;
    }
    return codes;
}

QSet<Body> bodies(const JsonNode &node, const QString &item)
{
    QSet<Body> set;
    for (const QString &code : node.eachOneOf(bodyCodes)) {
        if (const std::optional<Body> body = bodyFromCode(code))
            set.insert(*body);
    }
    if (node.is(JsonValue::Kind::Array) && node.value()->children.empty())
        node.problem(DiagnosticCode::Unreachable, {item});
    return set;
}

void checkThresholds(const JsonNode &node)
{
    if (node.isAbsent())
        return;
    for (const JsonNode &element : node.elements()) {
        const JsonFields fields = element.fields({u"text"_s, u"meaning"_s});
        (void)fields[u"text"_s].text();
        (void)fields[u"meaning"_s].text();
    }
}

void readRules(const JsonFields &fields, Item &item)
{
    item.phase = phaseFromCode(fields[u"phase"_s].oneOf(u"design operation improvement")).value_or(item.phase);
    item.weight = static_cast<int>(fields[u"weight"_s].integer(1, 3));
    item.severity = severityFromCode(fields[u"severity"_s].oneOf(u"critical high medium low")).value_or(item.severity);
    item.critical = fields[u"critical"_s].boolean();
    const JsonFields require = fields[u"require"_s].fields({u"comment"_s, u"evidence"_s, u"plan"_s});
    item.commentRequiredOn = answerCodes(require[u"comment"_s]);
    item.evidenceRequiredOn = answerCodes(require[u"evidence"_s]);
    item.planRequiredOn = answerCodes(require[u"plan"_s]);
    item.tier = fields[u"tier"_s].oneOf(u"core extended");
    if (fields[u"na"_s].isGiven())
        item.naCondition = fields[u"na"_s].text();
}

void readAudit(const JsonFields &fields, Item &item, ChecklistFile &file)
{
    const JsonFields audit = fields[u"audit"_s].fields({u"methods"_s, u"procedure"_s});
    item.auditMethods = audit[u"methods"_s].eachOneOf(u"inspection inquiry observation technical");
    item.auditProcedure = audit[u"procedure"_s].text();
    item.auditTests = fields[u"auditTests"_s].identifiers();
    for (const JsonNode &test : fields[u"auditTests"_s].elements())
        file.testReferences.append(test.placed(DiagnosticCode::BadReference, {u"audit test"_s, test.value()->text}));
}

const QStringList &itemKeys()
{
    static const QStringList keys = u"id revision title clause clauses obligations basis guidelineArea threats assets "
                                    "zones question guidance criteria na appliesWhen bodies phase weight severity "
                                    "critical require evidenceExamples remediation audit tier auditTests "
                                    "localCriteriaRef"_s.split(u' ');
    return keys;
}

} // namespace

QList<ItemChange> readHistory(const JsonNode &element, const JsonNode &history, int revision)
{
    QList<ItemChange> changes;
    if (history.isAbsent()) {
        if (revision > 1)
            element.problem(DiagnosticCode::MissingKey, {u"history"_s});
        return changes;
    }
    QStringList found;
    QStringList due;
    for (const JsonNode &entry : history.elements()) {
        const JsonFields fields = entry.fields({u"revision"_s, u"edition"_s, u"change"_s, u"note"_s});
        ItemChange change;
        change.revision = static_cast<int>(fields[u"revision"_s].integer(2, highestRevision));
        change.edition = fields[u"edition"_s].identifier();
        const bool isReworded = fields[u"change"_s].oneOf(u"reworded criteria-changed") == u"reworded";
        change.kind = isReworded ? ItemChange::Kind::Reworded : ItemChange::Kind::CriteriaChanged;
        change.note = fields[u"note"_s].text();
        found.append(QString::number(change.revision));
        changes.append(change);
    }
    for (int number = 2; number <= revision; ++number)
        due.append(QString::number(number));
    if (found != due)
        history.problem(DiagnosticCode::WrongValue, {found.join(u", "), due.join(u", ")});
    return changes;
}

Item readItem(const JsonNode &node, const PolicyVocabulary &words, SubjectKind subject, ChecklistFile &file)
{
    Item item;
    if (!node.is(JsonValue::Kind::Object)) {
        (void)node.fields({});
        return item;
    }
    const JsonFields fields = node.fields(itemKeys(), {u"thresholds"_s, u"history"_s});
    item.id = fields[u"id"_s].identifier();
    item.revision = static_cast<int>(fields[u"revision"_s].integer(1, highestRevision));
    item.fingerprint = fingerprintOf(*node.value());
    item.title = localText(fields[u"title"_s]);
    const PolicyLinks links = policyLinks(fields, words);
    item.clause = links.clause;
    item.clauses = links.clauses;
    item.obligations = links.obligations;
    item.policyExplicit = links.policyExplicit;
    item.guidelineArea = links.guidelineArea;
    item.threats = links.threats;
    item.assets = links.assets;
    item.zones = links.zones;
    item.question = localText(fields[u"question"_s]);
    item.guidance = localText(fields[u"guidance"_s]);
    item.criteria = criteria(fields[u"criteria"_s]);
    item.applicability = applicability(fields[u"appliesWhen"_s], words, subject, item.id);
    item.bodies = bodies(fields[u"bodies"_s], item.id);
    readRules(fields, item);
    item.evidenceExamples = fields[u"evidenceExamples"_s].texts();
    item.remediation = fields[u"remediation"_s].text();
    readAudit(fields, item, file);
    item.localCriteriaRef = fields[u"localCriteriaRef"_s].textOrNull();
    checkThresholds(fields[u"thresholds"_s]);
    item.history = readHistory(node, fields[u"history"_s], item.revision);
    file.revisions.insert(item.id, fields[u"revision"_s].placed(DiagnosticCode::WrongValue, {}));
    return item;
}

} // namespace tenken
