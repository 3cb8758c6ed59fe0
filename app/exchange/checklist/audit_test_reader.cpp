#include "exchange/canonical_json.h"
#include "exchange/checklist/checklist_file.h"

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

const QStringList &testKeys()
{
    static const QStringList keys = u"id revision title clause clauses obligations basis guidelineArea threats assets "
                                    "zones auditSubject point phase methods steps evidenceExamples sampling "
                                    "gradingExamples relatedItems approval localCriteriaRef"_s.split(u' ');
    return keys;
}

QMap<QString, QString> gradingExamples(const JsonNode &node)
{
    const QStringList grades{u"MAJOR"_s, u"MINOR"_s, u"OBSERVATION"_s};
    const JsonFields fields = node.fields(grades);
    QMap<QString, QString> examples;
    for (const QString &grade : grades)
        examples.insert(grade, fields[grade].text());
    return examples;
}

void readProcedure(const JsonFields &fields, AuditTest &test, ChecklistFile &file)
{
    test.auditSubject = fields[u"auditSubject"_s].oneOf(u"city section system");
    test.point = localText(fields[u"point"_s]);
    test.phase = phaseFromCode(fields[u"phase"_s].oneOf(u"design operation improvement")).value_or(test.phase);
    test.methods = fields[u"methods"_s].eachOneOf(u"inspection inquiry observation technical");
    test.steps = fields[u"steps"_s].texts();
    test.evidenceExamples = fields[u"evidenceExamples"_s].texts();
    test.sampling = fields[u"sampling"_s].text();
    test.gradingExamples = gradingExamples(fields[u"gradingExamples"_s]);
    test.relatedItems = fields[u"relatedItems"_s].identifiers();
    for (const JsonNode &item : fields[u"relatedItems"_s].elements())
        file.itemReferences.append(item.placed(DiagnosticCode::BadReference, {u"item"_s, item.value()->text}));
    test.needsIndependentApproval = fields[u"approval"_s].oneOf(u"auditManager independent") == u"independent";
}

} // namespace

AuditTest readAuditTest(const JsonNode &node, const PolicyVocabulary &words, ChecklistFile &file)
{
    AuditTest test;
    if (!node.is(JsonValue::Kind::Object)) {
        (void)node.fields({});
        return test;
    }
    const JsonFields fields = node.fields(testKeys(), {u"history"_s});
    test.id = fields[u"id"_s].identifier();
    test.revision = static_cast<int>(fields[u"revision"_s].integer(1, 1000));
    test.fingerprint = fingerprintOf(*node.value());
    test.title = localText(fields[u"title"_s]);
    const PolicyLinks links = policyLinks(fields, words);
    test.clause = links.clause;
    test.clauses = links.clauses;
    test.obligations = links.obligations;
    test.policyExplicit = links.policyExplicit;
    test.guidelineArea = links.guidelineArea;
    test.threats = links.threats;
    test.assets = links.assets;
    test.zones = links.zones;
    readProcedure(fields, test, file);
    test.localCriteriaRef = fields[u"localCriteriaRef"_s].textOrNull();
    test.history = readHistory(node, fields[u"history"_s], test.revision);
    file.revisions.insert(test.id, fields[u"revision"_s].placed(DiagnosticCode::WrongValue, {}));
    return test;
}

} // namespace tenken
