#include "storage/registry_repository.h"

#include "storage/answer_sheets.h"
#include "storage/registry_record.h"
#include "storage/row_text.h"

#include <QCryptographicHash>
#include <QSqlError>

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

using Kind = Transaction::Kind;

constexpr char16_t entryOrder[] = u" ORDER BY fiscal_year, round, checklist, subject_kind, subject_code, revision";

QString ordered(const QString &sql) { return sql + QStringView(entryOrder).toString(); }

QByteArray sha256OfQt(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return hash.result();
}

} // namespace

RegistryRepository::RegistryRepository(Registry &registry, Sha256 sha256)
    : m_database(registry.database()), m_clock(registry.clock()), m_sha256(sha256 ? std::move(sha256) : sha256OfQt)
{ }

bool RegistryRepository::isItsJson(const NewSubmission &submission) const
{
    return QLatin1String(m_sha256(submission.json).toHex()) == submission.entry.sha256;
}

Result<AddOutcome> RegistryRepository::addSubmission(const NewSubmission &submission)
{
    const auto outcomes = addSubmissions({submission});
    if (!outcomes) {
        return fail(outcomes);
    }
    return outcomes->first();
}

Result<QList<AddOutcome>> RegistryRepository::addSubmissions(const QList<NewSubmission> &submissions)
{
    return inTransaction(m_database, Kind::Write, [&]() -> Result<QList<AddOutcome>> {
        QList<AddOutcome> outcomes;
        for (const NewSubmission &submission : submissions) {
            const auto outcome = add(submission);
            if (!outcome) {
                return fail(outcome);
            }
            outcomes.append(*outcome);
        }
        return outcomes;
    });
}

Result<AddOutcome> RegistryRepository::add(const NewSubmission &submission)
{
    if (!isItsJson(submission)) {
        return fail(ErrorCode::InvalidValue, submission.entry.fileName, u"sha256"_s);
    }
    const auto sameFile = m_database.value(u"SELECT 1 FROM documents WHERE sha256 = ?"_s, {submission.document.sha256});
    if (!sameFile) {
        return fail(sameFile);
    }
    if (sameFile->isValid()) {
        return AddOutcome::SameFile;
    }
    const auto known =
        m_database.value(u"SELECT 1 FROM submissions WHERE submission = ?"_s, {uuidText(submission.entry.submission)});
    if (!known) {
        return fail(known);
    }
    if (known->isValid()) {
        return AddOutcome::SameSubmission;
    }
    const auto inserted = insertEntry(submission);
    if (!inserted || !*inserted) {
        return inserted ? Result<AddOutcome>(AddOutcome::Conflict) : fail(inserted);
    }
    const auto id = m_database.value(u"SELECT last_insert_rowid()"_s);
    if (!id) {
        return fail(id);
    }
    if (const Status content = insertContent(id->toLongLong(), submission); !content) {
        return fail(content);
    }
    return AddOutcome::Added;
}

Result<bool> RegistryRepository::insertEntry(const NewSubmission &submission)
{
    const RegistryEntry &e = submission.entry;
    return m_database.insertUnlessDuplicate(
        u"INSERT INTO submissions (submission, inspection, revision, sha256, checklist, edition, subject_kind, "
        "subject_code, subject_name, department_code, department_name, department_path, department_body, fiscal_year, "
        "round, approved, signatures, verdict, warnings, imported_at, file_name) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {uuidText(e.submission),
         uuidText(e.inspection),
         e.revision,
         e.sha256,
         e.checklist,
         e.edition,
         toCode(e.subject.kind),
         e.subject.code,
         e.subject.name,
         e.department.code,
         e.department.name,
         listText(e.department.path),
         toCode(e.department.body),
         e.fiscalYear.startYear(),
         e.round,
         submission.document.approved,
         submission.document.signatures.size(),
         toCode(submission.verdict),
         warningsText(submission.warnings),
         toIso(m_clock.now()),
         e.fileName});
}

Status RegistryRepository::insertContent(qint64 id, const NewSubmission &submission)
{
    if (const Status payload =
            m_database.execute(u"INSERT INTO payloads (submission_id, json) VALUES (?, ?)"_s, {id, submission.json});
        !payload) {
        return payload;
    }
    if (const Status sheet = m_database.execute(u"INSERT INTO sheets (submission_id, lines, causes) VALUES (?, ?, ?)"_s,
                                                {id, sheetLines(submission.items), causeLines(submission.items)});
        !sheet) {
        return sheet;
    }
    return insertDocument(id, submission.document);
}

Status RegistryRepository::insertDocument(qint64 id, const RegisteredDocument &document)
{
    const QVariant pdf = document.pdf.isEmpty() ? QVariant() : QVariant(document.pdf);
    if (const Status inserted = m_database.execute(
            u"INSERT INTO documents (submission_id, sha256, source, signatures, added_at, pdf) "
            "VALUES (?, ?, ?, ?, ?, ?)"_s,
            {id, document.sha256, document.source, document.signatures.size(), toIso(m_clock.now()), pdf});
        !inserted) {
        return inserted;
    }
    const auto key = m_database.value(u"SELECT last_insert_rowid()"_s);
    if (!key) {
        return fail(key);
    }
    QList<QVariantList> rows;
    for (const SignatureFinding &signature : document.signatures) {
        rows.append(QVariantList{*key, rows.size()} + signatureValues(signature));
    }
    return m_database.executeForEach(u"INSERT INTO signatures (document_id, position, %1) "
                                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(signatureColumns()),
                                     rows);
}

Status RegistryRepository::upgradeSignatures(const QUuid &submission, const RegisteredDocument &document)
{
    return inTransaction(m_database, Kind::Write, [&]() -> Status {
        const auto id = idOf(submission);
        if (!id) {
            return fail(id);
        }
        const auto seen = m_database.value(u"SELECT signatures FROM submissions WHERE id = ?"_s, {*id});
        if (!seen) {
            return fail(seen);
        }
        if (document.signatures.size() <= seen->toInt()) {
            return fail(ErrorCode::InvalidValue, uuidText(submission), u"not more signatures"_s);
        }
        if (const Status inserted = insertDocument(*id, document); !inserted) {
            return inserted;
        }
        return m_database.execute(u"UPDATE submissions SET signatures = ?, approved = ? WHERE id = ?"_s,
                                  {document.signatures.size(), document.approved, *id});
    });
}

Result<qint64> RegistryRepository::idOf(const QUuid &submission)
{
    const auto id = m_database.value(u"SELECT id FROM submissions WHERE submission = ?"_s, {uuidText(submission)});
    if (!id) {
        return fail(id);
    }
    if (!id->isValid()) {
        return fail(ErrorCode::UnknownInspection, uuidText(submission));
    }
    return id->toLongLong();
}

Result<QList<RegistryEntry>> RegistryRepository::select(const QString &condition, const QVariantList &values)
{
    return m_database.list(ordered(u"SELECT %1 FROM submissions WHERE %2"_s.arg(entryColumns(), condition)), values,
                           entryFrom);
}

Result<std::optional<RegistryEntry>> RegistryRepository::first(const QString &condition, const QVariantList &values)
{
    const auto found = select(condition, values);
    if (!found) {
        return fail(found);
    }
    return found->isEmpty() ? std::optional<RegistryEntry>() : found->first();
}

Result<std::optional<RegistryEntry>> RegistryRepository::findBySubmission(const QUuid &submission)
{
    return first(u"submission = ?"_s, {uuidText(submission)});
}

Result<QUuid> RegistryRepository::submissionOfFile(const QString &pdfSha256)
{
    const auto submission = m_database.value(u"SELECT submission FROM submissions WHERE id = "
                                             "(SELECT submission_id FROM documents WHERE documents.sha256 = ?)"_s,
                                             {pdfSha256});
    return submission ? Result<QUuid>(QUuid::fromString(submission->toString())) : fail(submission);
}

Result<QList<RegistryEntry>> RegistryRepository::findBySubject(const Subject &subject, const QString &checklist,
                                                               FiscalYear year, int round)
{
    return select(u"fiscal_year = ? AND round = ? AND checklist = ? AND subject_kind = ? AND subject_code = ?"_s,
                  {year.startYear(), round, checklist, toCode(subject.kind), subject.code});
}

Result<int> RegistryRepository::highestRevision(const QUuid &inspection)
{
    const auto highest = m_database.value(u"SELECT coalesce(max(revision), 0) FROM submissions WHERE inspection = ?"_s,
                                          {uuidText(inspection)});
    if (!highest) {
        return fail(highest);
    }
    return highest->toInt();
}

Result<QList<QPair<FiscalYear, int>>> RegistryRepository::heldRounds()
{
    return m_database.list(
        u"SELECT DISTINCT fiscal_year, round FROM submissions ORDER BY fiscal_year DESC, round DESC"_s, {},
        [](const QSqlQuery &row) -> Result<QPair<FiscalYear, int>> {
            return std::pair(FiscalYear(row.value(0).toInt()), row.value(1).toInt());
        });
}

Result<QList<RegistryEntry>> RegistryRepository::entries(const RegistryFilter &filter)
{
    const SqlCondition condition = conditionOf(filter);
    return select(condition.text, condition.values);
}

Status
RegistryRepository::forEachSubmission(const RegistryFilter &filter,
                                      const std::function<void(const RegistryEntry &, const QByteArray &json)> &visit)
{
    const SqlCondition condition = conditionOf(filter);
    return m_database.forEach(
        ordered(u"SELECT %1, json FROM submissions "
                "JOIN payloads ON submission_id = submissions.id WHERE %2"_s.arg(entryColumns(), condition.text)),
        condition.values, [&](const QSqlQuery &row) -> Status {
            const auto entry = entryFrom(row);
            if (!entry) {
                return fail(entry);
            }
            visit(*entry, row.value(entryColumnCount()).toByteArray());
            return {};
        });
}

Result<QByteArray> RegistryRepository::submissionJson(const QUuid &submission)
{
    const auto id = idOf(submission);
    if (!id) {
        return fail(id);
    }
    const auto json = m_database.value(u"SELECT json FROM payloads WHERE submission_id = ?"_s, {*id});
    if (!json) {
        return fail(json);
    }
    return json->toByteArray();
}

Result<RegisteredDocument> RegistryRepository::document(const QUuid &submission)
{
    const auto id = idOf(submission);
    if (!id) {
        return fail(id);
    }
    const auto row = m_database.row(u"SELECT documents.sha256, source, pdf, approved, documents.id FROM documents "
                                    "JOIN submissions ON submissions.id = submission_id WHERE submission_id = ? "
                                    "ORDER BY documents.signatures DESC, documents.id LIMIT 1"_s,
                                    {*id});
    if (!row) {
        return fail(row);
    }
    if (row->isEmpty()) {
        return fail(ErrorCode::StoreCorrupt, m_database.path(), u"submission without a document"_s);
    }
    RegisteredDocument document{
        row->at(0).toString(), row->at(1).toString(), row->at(2).toByteArray(), row->at(3).toBool(), {}};
    const Status signatures = m_database.forEach(
        u"SELECT %1 FROM signatures WHERE document_id = ? ORDER BY position"_s.arg(signatureColumns()), {row->at(4)},
        [&](const QSqlQuery &signature) -> Status {
            document.signatures.append(signatureFrom(signature));
            return {};
        });
    return signatures ? Result<RegisteredDocument>(document) : fail(signatures);
}

Result<FirstImport> RegistryRepository::firstImport(const QUuid &submission)
{
    const auto row = m_database.row(u"SELECT verdict, warnings, imported_at FROM submissions WHERE submission = ?"_s,
                                    {uuidText(submission)});
    if (!row) {
        return fail(row);
    }
    if (row->isEmpty()) {
        return fail(ErrorCode::UnknownInspection, uuidText(submission));
    }
    const auto verdict = verdictFromCode(row->at(0).toString());
    if (!verdict) {
        return fail(ErrorCode::StoreCorrupt, m_database.path(), row->at(0).toString());
    }
    return FirstImport{*verdict, warningsFrom(row->at(1).toString()), fromIso(row->at(2).toString())};
}

} // namespace tenken
