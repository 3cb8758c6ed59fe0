#include "exchange/canonical_forms.h"
#include "exchange/json_parser.h"
#include "exchange/submission_json.h"

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

// Keys stand in the order in which they are written: those of each item, thousands, are then known at a glance.

constexpr qsizetype mostItems = 10'000;
constexpr qsizetype mostEvidence = 100;
constexpr int highestRevision = 10'000;
constexpr int mostStaff = 1'000'000;

QList<Evidence> evidenceFrom(const JsonNode &list)
{
    QList<Evidence> evidence;
    for (const JsonNode &node : list.elements(mostEvidence)) {
        static const QStringList keys{u"date"_s, u"document"_s, u"number"_s, u"place"_s, u"sha256"_s};
        const JsonFields fields = node.fields(keys);
        Evidence reference;
        reference.document = fields[u"document"_s].textOrNull();
        reference.number = fields[u"number"_s].textOrNull();
        reference.date = fields[u"date"_s].dateOrNull();
        reference.place = fields[u"place"_s].textOrNull();
        if (fields[u"sha256"_s].isGiven())
            reference.sha256 = fields[u"sha256"_s].sha256();
        evidence.append(reference);
    }
    return evidence;
}

Plan planFrom(const JsonNode &node)
{
    if (!node.isGiven())
        return {};
    static const QStringList keys{u"due"_s, u"interim"_s, u"measure"_s, u"owner"_s};
    const JsonFields fields = node.fields(keys);
    return {fields[u"measure"_s].textOrNull(), fields[u"owner"_s].textOrNull(), fields[u"due"_s].dateOrNull(),
            fields[u"interim"_s].textOrNull()};
}

SubmittedItem itemFrom(const JsonNode &node)
{
    static const QStringList keys{u"answer"_s,   u"answeredAt"_s,  u"cause"_s,  u"comment"_s,
                                  u"evidence"_s, u"fingerprint"_s, u"id"_s,     u"opinion"_s,
                                  u"plan"_s,     u"question"_s,    u"reason"_s, u"revision"_s};
    const JsonFields fields = node.fields(keys);
    SubmittedItem item;
    item.id = fields[u"id"_s].identifier();
    item.revision = static_cast<int>(fields[u"revision"_s].integer(1, highestRevision));
    item.fingerprint = fields[u"fingerprint"_s].sha256();
    if (fields[u"question"_s].isGiven())
        item.question = fields[u"question"_s].text();
    if (fields[u"answer"_s].isGiven())
        item.answer.code = answerFromCode(fields[u"answer"_s].oneOf(u"YES PARTIAL NO UNKNOWN NA"));
    item.answer.comment = fields[u"comment"_s].textOrNull();
    item.answer.reason = fields[u"reason"_s].textOrNull();
    if (fields[u"cause"_s].isGiven())
        item.answer.cause =
            causeFromCode(fields[u"cause"_s].oneOf(u"rule-unknown no-capacity no-means rule-unfit other"));
    item.answer.opinion = fields[u"opinion"_s].textOrNull();
    item.answer.evidence = evidenceFrom(fields[u"evidence"_s]);
    item.answer.plan = planFrom(fields[u"plan"_s]);
    if (fields[u"answeredAt"_s].isGiven())
        item.answer.answeredAt = fields[u"answeredAt"_s].time();
    return item;
}

QList<SubmittedItem> itemsFrom(const JsonNode &list)
{
    QList<SubmittedItem> items;
    UniqueIds ids;
    for (const JsonNode &node : list.elements(mostItems)) {
        items.append(itemFrom(node));
        ids.add(items.constLast().id, node);
    }
    return items;
}

Profile profileFrom(const JsonNode &node)
{
    const JsonFields fields = node.fields({u"flags"_s, u"removed"_s});
    Profile profile;
    profile.flags = fields[u"flags"_s].identifiers();
    for (const JsonNode &entry : fields[u"removed"_s].elements()) {
        const JsonFields removed = entry.fields({u"flag"_s, u"reason"_s});
        profile.removed.append({removed[u"flag"_s].identifier(), removed[u"reason"_s].textOrNull()});
    }
    return profile;
}

std::optional<StaffTally> tallyFrom(const JsonNode &node)
{
    if (!node.isGiven())
        return std::nullopt;
    const auto count = [](const JsonNode &number) { return static_cast<int>(number.integer(0, mostStaff)); };
    const JsonFields fields =
        node.fields({u"checklist"_s, u"edition"_s, u"population"_s, u"respondents"_s, u"items"_s});
    StaffTally tally;
    tally.checklist = fields[u"checklist"_s].identifier();
    tally.edition = fields[u"edition"_s].identifier();
    tally.population = count(fields[u"population"_s]);
    tally.respondents = count(fields[u"respondents"_s]);
    UniqueIds ids;
    for (const JsonNode &element : fields[u"items"_s].elements(mostItems)) {
        const JsonFields row = element.fields({u"id"_s, u"yes"_s, u"partial"_s, u"no"_s, u"unknown"_s, u"na"_s});
        tally.items.append({row[u"id"_s].identifier(), count(row[u"yes"_s]), count(row[u"partial"_s]),
                            count(row[u"no"_s]), count(row[u"unknown"_s]), count(row[u"na"_s])});
        ids.add(tally.items.constLast().item, element);
    }
    return tally;
}

void readIdentity(const JsonFields &fields, Submission &submission)
{
    submission.id = fields[u"id"_s].uuid();
    submission.inspection = fields[u"inspection"_s].uuid();
    submission.revision = static_cast<int>(fields[u"revision"_s].integer(1, highestRevision));
    if (fields[u"supersedes"_s].isGiven())
        submission.supersedes = fields[u"supersedes"_s].uuid();
    const JsonFields round = fields[u"round"_s].fields({u"fiscalYear"_s, u"number"_s});
    submission.fiscalYear = FiscalYear(static_cast<int>(round[u"fiscalYear"_s].integer(1900, 9999)));
    submission.round = static_cast<int>(round[u"number"_s].integer(1, 99));
    const JsonFields policy = fields[u"policy"_s].fields({u"id"_s, u"fingerprint"_s});
    submission.policy = policy[u"id"_s].identifier();
    submission.policyFingerprint = policy[u"fingerprint"_s].sha256();
    const JsonFields checklist = fields[u"checklist"_s].fields({u"id"_s, u"edition"_s, u"fingerprint"_s});
    submission.checklist = checklist[u"id"_s].identifier();
    submission.edition = checklist[u"edition"_s].identifier();
    submission.checklistFingerprint = checklist[u"fingerprint"_s].sha256();
}

Submission submissionFrom(const JsonNode &root)
{
    const JsonFields fields =
        root.fields({u"format"_s, u"id"_s, u"inspection"_s, u"revision"_s, u"supersedes"_s, u"round"_s, u"policy"_s,
                     u"checklist"_s, u"subject"_s, u"department"_s, u"profile"_s, u"inspector"_s, u"inspectionDate"_s,
                     u"exportedAt"_s, u"items"_s, u"hiddenByProfile"_s, u"staffTally"_s, u"generator"_s});
    Submission submission;
    readIdentity(fields, submission);
    submission.subject = subjectFrom(fields[u"subject"_s]);
    submission.department = departmentFrom(fields[u"department"_s]);
    submission.profile = profileFrom(fields[u"profile"_s]);
    submission.inspector = authorFrom(fields[u"inspector"_s]);
    submission.inspectionDate = fields[u"inspectionDate"_s].dateOrNull();
    submission.exportedAt = fields[u"exportedAt"_s].time();
    submission.items = itemsFrom(fields[u"items"_s]);
    submission.hiddenByProfile = fields[u"hiddenByProfile"_s].identifiers();
    submission.staffTally = tallyFrom(fields[u"staffTally"_s]);
    const Generator generator = generatorFrom(fields[u"generator"_s]);
    submission.generatorName = generator.name;
    submission.generatorVersion = generator.version;
    return submission;
}

} // namespace

Reading<Submission> readSubmission(const QByteArray &bytes, const QString &file, Spelling spelling)
{
    JsonLimits limits;
    limits.bytes = 16 * 1024 * 1024;
    limits.values = 250'000;
    const Reading<JsonValue> json = parseJson(bytes, file, limits);
    if (!json)
        return Reading<Submission>::failed(json.problems);
    JsonProblems problems(file, *json.value);
    Submission submission;
    if (isFormat(*json.value, u"submission"_s, problems))
        submission = submissionFrom(JsonNode(&*json.value, &problems));
    if (!problems.list().isEmpty())
        return Reading<Submission>::failed(problems.list());
    const std::optional<Diagnostic> difference =
        spelling == Spelling::ToCompare ? firstDifference(bytes, writeSubmission(submission), file) : std::nullopt;
    if (difference)
        return Reading<Submission>::failed({*difference});
    return Reading<Submission>::of(std::move(submission));
}

} // namespace tenken
