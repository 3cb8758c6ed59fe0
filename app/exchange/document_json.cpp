#include "exchange/document_json.h"

#include "exchange/canonical_forms.h"
#include "exchange/canonical_json.h"
#include "exchange/json_parser.h"

#include <QJsonArray>

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostAnswers = 100'000'000;

/// Reads one signed document: its root by `from`, then byte for byte against `write`
template <class Document, class From, class Write>
Reading<Document> readDocument(const QByteArray &bytes, const QString &file, const QString &kind, From from,
                               Write write)
{
    const Reading<JsonValue> json = parseJson(bytes, file);
    if (!json)
        return Reading<Document>::failed(json.problems);
    JsonProblems problems(file, *json.value);
    Document document;
    if (isFormat(*json.value, kind, problems))
        document = from(JsonNode(&*json.value, &problems));
    if (!problems.list().isEmpty())
        return Reading<Document>::failed(problems.list());
    if (const std::optional<Diagnostic> difference = firstDifference(bytes, write(document), file))
        return Reading<Document>::failed({*difference});
    return Reading<Document>::of(std::move(document));
}

QJsonObject roundJson(FiscalYear year, int number)
{
    return {{u"fiscalYear"_s, year.startYear()}, {u"number"_s, number}};
}

void readRoundOf(const JsonNode &node, FiscalYear &year, int &number)
{
    const JsonFields fields = node.fields({u"fiscalYear"_s, u"number"_s});
    year = FiscalYear(static_cast<int>(fields[u"fiscalYear"_s].integer(1900, 9999)));
    number = static_cast<int>(fields[u"number"_s].integer(1, 99));
}

QJsonObject referenceJson(const SubmissionReference &about)
{
    return {{u"submission"_s, uuidOrNull(about.submission)},
            {u"submissionSha256"_s, about.sha256},
            {u"subject"_s, toJson(about.subject)},
            {u"department"_s, toJson(about.department)},
            {u"round"_s, roundJson(about.fiscalYear, about.round)},
            {u"checklist"_s, about.checklist},
            {u"revision"_s, about.revision}};
}

const QStringList &referenceKeys()
{
    static const QStringList keys =
        u"submission submissionSha256 subject department round checklist revision"_s.split(u' ');
    return keys;
}

SubmissionReference referenceFrom(const JsonFields &fields)
{
    SubmissionReference about;
    about.submission = fields[u"submission"_s].uuid();
    about.sha256 = fields[u"submissionSha256"_s].sha256();
    about.subject = subjectFrom(fields[u"subject"_s]);
    about.department = departmentFrom(fields[u"department"_s]);
    readRoundOf(fields[u"round"_s], about.fiscalYear, about.round);
    about.checklist = fields[u"checklist"_s].identifier();
    about.revision = static_cast<int>(fields[u"revision"_s].integer(1, 10'000));
    return about;
}

ReturnNote returnFrom(const JsonNode &root)
{
    const JsonFields fields =
        root.fields(referenceKeys() + u"format id inspection reason returnedAt returnedBy generator"_s.split(u' '));
    const Generator generator = generatorFrom(fields[u"generator"_s]);
    return {fields[u"id"_s].uuid(),
            fields[u"inspection"_s].uuid(),
            referenceFrom(fields),
            fields[u"reason"_s].text(),
            fields[u"returnedAt"_s].time(),
            authorFrom(fields[u"returnedBy"_s]),
            generator.name,
            generator.version};
}

Receipt receiptFrom(const JsonNode &root)
{
    const JsonFields fields =
        root.fields(referenceKeys() + u"format id edition state receivedAt issuer generator"_s.split(u' '));
    const Generator generator = generatorFrom(fields[u"generator"_s]);
    return {fields[u"id"_s].uuid(),
            referenceFrom(fields),
            fields[u"edition"_s].identifier(),
            fields[u"state"_s].oneOf(u"signed approved") == u"approved",
            fields[u"receivedAt"_s].time(),
            authorFrom(fields[u"issuer"_s]),
            generator.name,
            generator.version};
}

QJsonObject countsJson(const Counts &counts)
{
    return {{u"yes"_s, counts.yes},         {u"partial"_s, counts.partial}, {u"no"_s, counts.no},
            {u"unknown"_s, counts.unknown}, {u"na"_s, counts.na},           {u"blank"_s, counts.blank}};
}

int countFrom(const JsonNode &node) { return static_cast<int>(node.integer(0, mostAnswers)); }

Counts countsFrom(const JsonNode &node)
{
    const JsonFields fields = node.fields({u"yes"_s, u"partial"_s, u"no"_s, u"unknown"_s, u"na"_s, u"blank"_s});
    Counts counts;
    counts.yes = countFrom(fields[u"yes"_s]);
    counts.partial = countFrom(fields[u"partial"_s]);
    counts.no = countFrom(fields[u"no"_s]);
    counts.unknown = countFrom(fields[u"unknown"_s]);
    counts.na = countFrom(fields[u"na"_s]);
    counts.blank = countFrom(fields[u"blank"_s]);
    return counts;
}

CommitteeSummary summaryFrom(const JsonNode &root)
{
    const JsonFields fields =
        root.fields(u"format id round policy checklists clauses createdAt author generator"_s.split(u' '));
    CommitteeSummary summary;
    summary.id = fields[u"id"_s].uuid();
    readRoundOf(fields[u"round"_s], summary.fiscalYear, summary.round);
    summary.policy = fields[u"policy"_s].identifier();
    for (const JsonNode &node : fields[u"checklists"_s].elements()) {
        const JsonFields row =
            node.fields({u"id"_s, u"edition"_s, u"expected"_s, u"submitted"_s, u"approved"_s, u"counts"_s});
        summary.checklists.append({row[u"id"_s].identifier(), row[u"edition"_s].identifier(),
                                   countFrom(row[u"expected"_s]), countFrom(row[u"submitted"_s]),
                                   countFrom(row[u"approved"_s]), countsFrom(row[u"counts"_s])});
    }
    for (const JsonNode &node : fields[u"clauses"_s].elements()) {
        const JsonFields row = node.fields({u"clause"_s, u"counts"_s});
        summary.clauses.append({row[u"clause"_s].text(), countsFrom(row[u"counts"_s])});
    }
    summary.createdAt = fields[u"createdAt"_s].time();
    summary.author = authorFrom(fields[u"author"_s]);
    const Generator generator = generatorFrom(fields[u"generator"_s]);
    summary.generatorName = generator.name;
    summary.generatorVersion = generator.version;
    return summary;
}

} // namespace

QByteArray writeReturn(const ReturnNote &note)
{
    QJsonObject object = referenceJson(note.about);
    object.insert(u"format"_s, u"tenken.return/1"_s);
    object.insert(u"id"_s, uuidOrNull(note.id));
    object.insert(u"inspection"_s, uuidOrNull(note.inspection));
    object.insert(u"reason"_s, note.reason);
    object.insert(u"returnedAt"_s, timeOrNull(note.returnedAt));
    object.insert(u"returnedBy"_s, toJson(note.returnedBy));
    object.insert(u"generator"_s, toJson(Generator{note.generatorName, note.generatorVersion}));
    return canonicalJson(object);
}

Reading<ReturnNote> readReturn(const QByteArray &bytes, const QString &file)
{
    return readDocument<ReturnNote>(bytes, file, u"return"_s, returnFrom, writeReturn);
}

QByteArray writeReceipt(const Receipt &receipt)
{
    QJsonObject object = referenceJson(receipt.about);
    object.insert(u"format"_s, u"tenken.receipt/1"_s);
    object.insert(u"id"_s, uuidOrNull(receipt.id));
    object.insert(u"edition"_s, receipt.edition);
    object.insert(u"state"_s, receipt.approved ? u"approved"_s : u"signed"_s);
    object.insert(u"receivedAt"_s, timeOrNull(receipt.receivedAt));
    object.insert(u"issuer"_s, toJson(receipt.issuer));
    object.insert(u"generator"_s, toJson(Generator{receipt.generatorName, receipt.generatorVersion}));
    return canonicalJson(object);
}

Reading<Receipt> readReceipt(const QByteArray &bytes, const QString &file)
{
    return readDocument<Receipt>(bytes, file, u"receipt"_s, receiptFrom, writeReceipt);
}

QByteArray writeCommitteeSummary(const CommitteeSummary &summary)
{
    QJsonArray checklists;
    for (const CommitteeSummary::ChecklistRow &row : summary.checklists) {
        checklists.append(QJsonObject{{u"id"_s, row.checklist},
                                      {u"edition"_s, row.edition},
                                      {u"expected"_s, row.expected},
                                      {u"submitted"_s, row.submitted},
                                      {u"approved"_s, row.approved},
                                      {u"counts"_s, countsJson(row.counts)}});
    }
    QJsonArray clauses;
    for (const CommitteeSummary::ClauseRow &row : summary.clauses)
        clauses.append(QJsonObject{{u"clause"_s, row.clause}, {u"counts"_s, countsJson(row.counts)}});
    return canonicalJson(
        QJsonObject{{u"format"_s, u"tenken.committee/1"_s},
                    {u"id"_s, uuidOrNull(summary.id)},
                    {u"round"_s, roundJson(summary.fiscalYear, summary.round)},
                    {u"policy"_s, summary.policy},
                    {u"checklists"_s, checklists},
                    {u"clauses"_s, clauses},
                    {u"createdAt"_s, timeOrNull(summary.createdAt)},
                    {u"author"_s, toJson(summary.author)},
                    {u"generator"_s, toJson(Generator{summary.generatorName, summary.generatorVersion})}});
}

Reading<CommitteeSummary> readCommitteeSummary(const QByteArray &bytes, const QString &file)
{
    return readDocument<CommitteeSummary>(bytes, file, u"committee"_s, summaryFrom, writeCommitteeSummary);
}

} // namespace tenken
