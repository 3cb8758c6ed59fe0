#include "exchange/fill_json.h"

#include "exchange/json_fields.h"
#include "exchange/json_parser.h"

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

QString given(const JsonNode &node) { return node.isGiven() ? node.textOrEmpty() : QString(); }

QDate givenDate(const JsonNode &node) { return node.isGiven() && !given(node).isEmpty() ? node.date() : QDate(); }

std::optional<AnswerCode> givenAnswer(const JsonNode &node)
{
    const QString text = given(node).trimmed();
    const std::optional<AnswerCode> code = answerFromText(text);
    if (!code && !text.isEmpty())
        node.problem(DiagnosticCode::WrongValue, {text.left(64), u"YES PARTIAL NO UNKNOWN NA"_s});
    return code;
}

std::optional<Cause> givenCause(const JsonNode &node)
{
    const QString text = given(node);
    return text.isEmpty() ? std::nullopt
                          : causeFromCode(node.oneOf(u"rule-unknown no-capacity no-means rule-unfit other"));
}

QList<Evidence> givenEvidence(const JsonNode &node)
{
    QList<Evidence> list;
    if (!node.isGiven())
        return list;
    const QList<JsonNode> nodes = node.is(JsonValue::Kind::Object) ? QList<JsonNode>{node} : node.elements(100);
    for (const JsonNode &element : nodes) {
        const JsonFields fields = element.fields({}, {u"document"_s, u"number"_s, u"date"_s, u"place"_s, u"sha256"_s});
        Evidence evidence{given(fields[u"document"_s]),
                          given(fields[u"number"_s]),
                          givenDate(fields[u"date"_s]),
                          given(fields[u"place"_s]),
                          {}};
        if (!given(fields[u"sha256"_s]).isEmpty())
            evidence.sha256 = fields[u"sha256"_s].sha256();
        if (!evidence.isEmpty())
            list.append(evidence);
    }
    return list;
}

Plan givenPlan(const JsonNode &node)
{
    if (!node.isGiven())
        return {};
    const JsonFields fields = node.fields({}, {u"measure"_s, u"owner"_s, u"due"_s, u"interim"_s});
    return {given(fields[u"measure"_s]), given(fields[u"owner"_s]), givenDate(fields[u"due"_s]),
            given(fields[u"interim"_s])};
}

/// The columns of the CSV form, as members of the object itself; not beside what they stand for
void takeColumns(const JsonFields &fields, Answer &answer)
{
    const auto refuseBoth = [&](const QString &whole) {
        fields[whole].problem(DiagnosticCode::NotAllowed, {u"%1 | %1_…"_s.arg(whole), u"exactly-one"_s});
    };
    const Evidence evidence{given(fields[u"evidence_document"_s]),
                            given(fields[u"evidence_number"_s]),
                            givenDate(fields[u"evidence_date"_s]),
                            given(fields[u"evidence_place"_s]),
                            {}};
    if (!evidence.isEmpty() && !answer.evidence.isEmpty())
        refuseBoth(u"evidence"_s);
    else if (!evidence.isEmpty())
        answer.evidence.append(evidence);
    const Plan plan{
        given(fields[u"plan_measure"_s]), given(fields[u"plan_owner"_s]), givenDate(fields[u"plan_due"_s]), {}};
    if (!plan.isEmpty() && !answer.plan.isEmpty())
        refuseBoth(u"plan"_s);
    else if (!plan.isEmpty())
        answer.plan = plan;
}

/// The answer's fields of one object; the rest of a submission's item is known and of no use here
Answer answerFrom(const JsonFields &fields)
{
    Answer answer;
    answer.code = givenAnswer(fields[u"answer"_s]);
    answer.comment = given(fields[u"comment"_s]);
    answer.reason = given(fields[u"reason"_s]);
    answer.cause = givenCause(fields[u"cause"_s]);
    answer.opinion = given(fields[u"opinion"_s]);
    answer.evidence = givenEvidence(fields[u"evidence"_s]);
    answer.plan = givenPlan(fields[u"plan"_s]);
    takeColumns(fields, answer);
    return answer;
}

const QStringList &answerKeys()
{
    static const QStringList keys =
        u"answer comment reason cause opinion evidence plan evidence_document evidence_number "
        "evidence_date evidence_place plan_measure plan_owner plan_due"_s.split(u' ');
    return keys;
}

class FillList {
public:
    explicit FillList(JsonProblems &problems) : m_problems(&problems) { }
    /// A list of objects, or a map from item to code or object
    void read(const JsonNode &list, const QString &ignoredKey = {});
    QList<FillRow> take() { return std::move(m_rows); }

private:
    void readElement(const JsonNode &element);
    void readMember(const JsonNode &member);
    void append(const QString &item, const JsonNode &at, Answer answer);
    JsonProblems *m_problems;
    UniqueIds m_ids;
    QList<FillRow> m_rows;
};

void FillList::append(const QString &item, const JsonNode &at, Answer answer)
{
    m_ids.add(item, at);
    if (!item.isEmpty())
        m_rows.append({at.value()->at.line, item, std::move(answer)});
}

void FillList::readElement(const JsonNode &element)
{
    static const QStringList others{u"revision"_s, u"fingerprint"_s, u"question"_s, u"answeredAt"_s};
    if (!element.is(JsonValue::Kind::Object)) {
        (void)element.fields({});
        return;
    }
    QString key = u"item"_s;
    for (const QString &name : {u"id"_s, u"item_id"_s}) { // of a submission, of the CSV form
        if (element.value()->member(name))
            key = name;
    }
    const JsonFields fields = element.fields({key}, answerKeys() + others);
    append(fields[key].identifier(), element, answerFrom(fields));
}

void FillList::readMember(const JsonNode &member)
{
    const QString item = member.value()->key;
    if (!isIdentifier(item)) {
        m_problems->addUnknownKey(*member.value());
        return;
    }
    Answer answer;
    if (member.is(JsonValue::Kind::Object))
        answer = answerFrom(member.fields({}, answerKeys()));
    else
        answer.code = givenAnswer(member);
    append(item, member, std::move(answer));
}

void FillList::read(const JsonNode &list, const QString &ignoredKey)
{
    if (!list.is(JsonValue::Kind::Object)) {
        for (const JsonNode &element : list.elements())
            readElement(element);
        return;
    }
    for (const JsonNode &member : list.members()) {
        if (member.value()->key != ignoredKey)
            readMember(member);
    }
}

/// Where the answers lie; notes what the file should not have said beside them
JsonNode answersOf(const JsonValue &root, JsonProblems &problems)
{
    const JsonNode node(&root, &problems);
    const JsonValue *format = root.member(u"format");
    const bool isSubmission = format && format->text.startsWith(u"tenken.submission/");
    if (format && !isFormat(root, isSubmission ? u"submission"_s : u"fill"_s, problems))
        return {};
    if (isSubmission) {
        if (!root.member(u"items"))
            problems.addMissingKey(root, u"items"_s);
        return JsonNode(root.member(u"items"), &problems);
    }
    for (const QString &key : {u"answers"_s, u"items"_s}) {
        if (root.member(key))
            return node.fields({key}, {u"format"_s})[key];
    }
    return node;
}

} // namespace

Reading<QList<FillRow>> readFillJson(const QByteArray &bytes, const QString &file)
{
    JsonLimits limits;
    limits.bytes = 16 * 1024 * 1024;
    const Reading<JsonValue> json = parseJson(bytes, file, limits);
    if (!json)
        return Reading<QList<FillRow>>::failed(json.problems);
    JsonProblems problems(file, *json.value);
    FillList list(problems);
    list.read(answersOf(*json.value, problems), u"format"_s);
    if (!problems.list().isEmpty())
        return Reading<QList<FillRow>>::failed(problems.list());
    return Reading<QList<FillRow>>::of(list.take());
}

} // namespace tenken
