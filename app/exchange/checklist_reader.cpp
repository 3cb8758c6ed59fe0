#include "exchange/checklist_reader.h"

#include "exchange/canonical_json.h"
#include "exchange/checklist/checklist_file.h"
#include "exchange/json_parser.h"

#include <QRegularExpression>

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

QString edition(const JsonNode &node)
{
    static const QRegularExpression pattern(u"\\A[0-9]{4}\\.[0-9]{1,3}\\z"_s); // $ would let a line end through
    const QString edition = node.text();
    if (!edition.isEmpty() && !pattern.match(edition).hasMatch())
        node.problem(DiagnosticCode::WrongValue, {edition.left(64), u"YYYY.N"_s});
    return edition;
}

void readHead(const JsonFields &fields, const Policy &policy, Checklist &checklist)
{
    checklist.id = fields[u"id"_s].identifier();
    checklist.edition = edition(fields[u"edition"_s]);
    if (fields[u"supersedes"_s].isGiven())
        checklist.supersedes = edition(fields[u"supersedes"_s]);
    checklist.policy = fields[u"policy"_s].reference(u"policy"_s, {policy.id});
    checklist.title = localText(fields[u"title"_s]);
    checklist.subject = subjectKindFromCode(fields[u"subject"_s].oneOf(u"person section system city audit"))
                            .value_or(checklist.subject);
    checklist.respondent = fields[u"respondent"_s].text();
    checklist.approvalRoute = fields[u"approvalRoute"_s].text();
    checklist.approvalRequired = fields[u"approval"_s].oneOf(u"required none") != u"none";
    checklist.preamble = fields[u"preamble"_s].texts();
}

void readWithdrawn(const JsonNode &list, UniqueIds &ids, Checklist &checklist)
{
    for (const JsonNode &element : list.elements()) {
        const JsonFields fields = element.fields({u"id"_s, u"lastEdition"_s, u"reason"_s});
        WithdrawnItem item{fields[u"id"_s].identifier(), edition(fields[u"lastEdition"_s]), fields[u"reason"_s].text()};
        ids.add(item.id, fields[u"id"_s]);
        checklist.withdrawn.append(item);
    }
}

void readBody(const JsonNode &root, const JsonFields &fields, const Policy &policy, ChecklistFile &file)
{
    const PolicyVocabulary words(policy);
    Checklist &checklist = file.checklist;
    const JsonNode items = fields[u"items"_s];
    const JsonNode tests = fields[u"tests"_s];
    if (items.isAbsent() == tests.isAbsent())
        root.problem(items.isAbsent() ? DiagnosticCode::MissingKey : DiagnosticCode::NotAllowed,
                     {u"items | tests"_s, u"exactly-one"_s});
    checklist.scale = fields[u"scale"_s].oneOf(items.isAbsent() ? u"AUDIT" : u"IMPL4 PERSON5");
    checklist.unknownAllowed = checklist.scale == u"PERSON5";
    UniqueIds ids;
    if (!items.isAbsent()) {
        for (const JsonNode &node : items.elements()) {
            checklist.items.append(readItem(node, words, checklist.subject, file));
            if (node.is(JsonValue::Kind::Object))
                ids.add(checklist.items.constLast().id, node);
        }
    }
    if (!tests.isAbsent()) {
        for (const JsonNode &node : tests.elements()) {
            checklist.tests.append(readAuditTest(node, words, file));
            if (node.is(JsonValue::Kind::Object))
                ids.add(checklist.tests.constLast().id, node);
        }
    }
    readWithdrawn(fields[u"withdrawn"_s], ids, checklist);
}

} // namespace

Reading<ChecklistFile> readChecklistFile(const QByteArray &bytes, const QString &file, const Policy &policy)
{
    const Reading<JsonValue> json = parseJson(bytes, file);
    if (!json)
        return Reading<ChecklistFile>::failed(json.problems);
    JsonProblems problems(file, *json.value);
    ChecklistFile read;
    if (isFormat(*json.value, u"checklist"_s, problems)) {
        const JsonNode root(&*json.value, &problems);
        const JsonFields fields =
            root.fields({u"format"_s, u"id"_s, u"edition"_s, u"supersedes"_s, u"policy"_s, u"title"_s, u"subject"_s,
                         u"respondent"_s, u"approvalRoute"_s, u"approval"_s, u"scale"_s, u"preamble"_s, u"withdrawn"_s},
                        {u"items"_s, u"tests"_s});
        readHead(fields, policy, read.checklist);
        readBody(root, fields, policy, read);
        read.identity = fields[u"edition"_s].placed(DiagnosticCode::DuplicateId, {});
    }
    if (!problems.list().isEmpty())
        return Reading<ChecklistFile>::failed(problems.list());
    read.checklist.fingerprint = fingerprintOf(*json.value);
    return Reading<ChecklistFile>::of(std::move(read));
}

Reading<Checklist> readChecklist(const QByteArray &bytes, const QString &file, const Policy &policy)
{
    Reading<ChecklistFile> read = readChecklistFile(bytes, file, policy);
    if (!read)
        return Reading<Checklist>::failed(read.problems);
    return Reading<Checklist>::of(std::move(read.value->checklist));
}

} // namespace tenken
