#pragma once

#include "core/registry_entry.h"
#include "storage/registry.h"

#include <functional>
#include <optional>

namespace tenken {

/// Which submissions; what is not given does not restrict
struct RegistryFilter {
    std::optional<FiscalYear> fiscalYear;
    std::optional<int> round;
    QString checklist;
    QString department; ///< code of the department, or of the subject itself
    bool isLatestOnly = false; ///< highest revision of each subject
};

/// One PDF that brings a submission
struct RegisteredDocument {
    QString sha256; ///< of the PDF, lower-case hex
    QString source; ///< where it was found
    QByteArray pdf; ///< may be left empty: then only its place is recorded
    bool approved = false;
    QList<SignatureFinding> signatures;
};

struct NewSubmission {
    RegistryEntry entry; ///< approved, signatures, latest and importedAt are not read from here
    QByteArray json; ///< submission.json as signed; its SHA-256 must be entry.sha256
    QList<SubmittedItem> items; ///< as in the JSON
    Verdict verdict = Verdict::Accepted;
    QList<Warning> warnings;
    RegisteredDocument document;
};

enum class AddOutcome {
    Added,
    SameFile, ///< this very PDF is in the registry
    SameSubmission, ///< the submission is, from another PDF: upgradeSignatures, or a rollback
    Conflict, ///< another submission stands for this subject, round and revision
};

/// Verdict and time of the first import: later expiry does not alter them
struct FirstImport {
    Verdict verdict = Verdict::Accepted;
    QList<Warning> warnings;
    QDateTime at;
};

/// Submissions that the division accepted, idempotent by content. Unknown submission: UnknownInspection.
class RegistryRepository {
public:
    using Sha256 = std::function<QByteArray(QByteArrayView)>;

    /// sha256 as Qt takes it unless a faster one is handed in: storage knows no cryptographic library.
    explicit RegistryRepository(Registry &registry, Sha256 sha256 = {});

    Result<AddOutcome> addSubmission(const NewSubmission &submission);
    /// One transaction for all: the outcomes in their order, or an error and none of them is in. InvalidValue, subject
    /// the file, when the JSON is not the one that entry.sha256 names.
    Result<QList<AddOutcome>> addSubmissions(const QList<NewSubmission> &submissions);
    /// The same submission with more signatures; InvalidValue when there are not more. Both documents are kept.
    Status upgradeSignatures(const QUuid &submission, const RegisteredDocument &document);

    Result<std::optional<RegistryEntry>> findBySubmission(const QUuid &submission);
    /// Which submission a PDF with this SHA-256 (hex) brought; null when none did
    Result<QUuid> submissionOfFile(const QString &pdfSha256);
    /// All revisions, oldest first
    Result<QList<RegistryEntry>> findBySubject(const Subject &subject, const QString &checklist, FiscalYear year,
                                               int round);
    /// 0 when none was seen
    Result<int> highestRevision(const QUuid &inspection);
    /// Year and number of the rounds that something was submitted in, newest first
    Result<QList<QPair<FiscalYear, int>>> heldRounds();
    /// By year, round, checklist, subject, revision
    Result<QList<RegistryEntry>> entries(const RegistryFilter &filter = {});
    /// Calls with each submission and its submission.json, one at a time
    Status forEachSubmission(const RegistryFilter &filter,
                             const std::function<void(const RegistryEntry &, const QByteArray &json)> &visit);
    Result<QByteArray> submissionJson(const QUuid &submission);
    /// The PDF with the most signatures; approved tells the submission's state
    Result<RegisteredDocument> document(const QUuid &submission);
    Result<FirstImport> firstImport(const QUuid &submission);

private:
    bool isItsJson(const NewSubmission &submission) const;
    Result<AddOutcome> add(const NewSubmission &submission);
    Result<bool> insertEntry(const NewSubmission &submission);
    Status insertContent(qint64 id, const NewSubmission &submission);
    Status insertDocument(qint64 id, const RegisteredDocument &document);
    Result<qint64> idOf(const QUuid &submission);
    Result<QList<RegistryEntry>> select(const QString &condition, const QVariantList &values);
    Result<std::optional<RegistryEntry>> first(const QString &condition, const QVariantList &values);

    Database &m_database;
    const Clock &m_clock;
    const Sha256 m_sha256;
};

} // namespace tenken
