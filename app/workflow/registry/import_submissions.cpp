#include "workflow/registry/import_submissions.h"

#include "signing/keys/sha256.h"
#include "storage/bulk_writing.h"
#include "workflow/files.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QFuture>
#include <QtConcurrent>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace tenken {

namespace {

constexpr qint64 largestPdf = 64 << 20;
constexpr qsizetype filesInBatch = 64;
constexpr qint64 bytesInBatch = 48 << 20; // two batches are in memory at a time

/// A PDF below whose name is no UTF-8, as archives from Windows leave them on Linux: QDirIterator passes over it.
QString unnameableBelow(const QString &folder)
{
    std::error_code error; // a folder that may not be read is passed over by both
    std::filesystem::recursive_directory_iterator walk(
        QFileInfo(folder).filesystemFilePath(), std::filesystem::directory_options::skip_permission_denied, error);
    for (; walk != std::filesystem::recursive_directory_iterator(); walk.increment(error)) {
        const QFileInfo file(walk->path());
        if (file.suffix().compare(u"pdf", Qt::CaseInsensitive) == 0 && file.filesystemFilePath() != walk->path()) {
            return file.filePath();
        }
    }
    return {};
}

Result<QStringList> filesBelow(const QStringList &paths)
{
    QStringList files;
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            files << path;
            continue;
        }
        QStringList found;
        QDirIterator walk(path, {QStringLiteral("*.pdf")}, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            found << walk.next();
        }
        if (const QString unnameable = unnameableBelow(path); !unnameable.isEmpty()) {
            return fail(ErrorCode::FileUnreadable, unnameable, QStringLiteral("name-not-utf8"));
        }
        found.sort();
        files << found;
    }
    files.removeDuplicates();
    return files;
}

RegisteredDocument registered(const VerifiedDocument &document, const QString &pdfSha256, const QByteArray &pdf)
{
    // from wherever the registry is looked at
    return {pdfSha256, QFileInfo(document.file).absoluteFilePath(), pdf, document.isApproved(), document.signatures};
}

NewSubmission newSubmission(const VerifiedDocument &document, const QString &pdfSha256, const QByteArray &pdf)
{
    const Submission &submission = *document.submission;
    NewSubmission added;
    added.entry.submission = submission.id;
    added.entry.inspection = submission.inspection;
    added.entry.sha256 = document.sha256;
    added.entry.checklist = submission.checklist;
    added.entry.edition = submission.edition;
    added.entry.subject = submission.subject;
    added.entry.department = submission.department;
    added.entry.fiscalYear = submission.fiscalYear;
    added.entry.round = submission.round;
    added.entry.revision = submission.revision;
    added.entry.fileName = QFileInfo(document.file).fileName();
    added.json = document.attachment;
    added.items = submission.items;
    added.verdict = document.verdict;
    added.warnings = document.warnings;
    added.document = registered(document, pdfSha256, pdf);
    return added;
}

} // namespace

/// One file on its way in
struct ImportSubmissions::Candidate {
    ImportResult result;
    std::shared_ptr<HashedBytes> pdf; ///< until nobody asks for it again: it may be 64 MB
    QString pdfSha256;
    QByteArray kept; ///< bytes for the registry
    VerifiedDocument document;
    bool settled = false;
};

ImportSubmissions::ImportSubmissions(Registry &registry, const ChecklistSet &set, TrustPolicy trust)
    : m_repository(registry, sha256Of), m_registry(registry), m_set(set), m_trust(std::move(trust))
{ }

Result<QList<ImportResult>> ImportSubmissions::import(const QStringList &paths, const Progress &progress)
{
    const Result<QStringList> files = filesBelow(paths);
    if (!files) {
        return fail(files);
    }
    BulkWriting writing(m_registry.database());
    const Result<QList<ImportResult>> results = importFiles(*files, progress);
    const Status flushed = writing.flush();
    return results && !flushed ? fail(flushed) : results;
}

/// While one batch is stored, the next is verified.
Result<QList<ImportResult>> ImportSubmissions::importFiles(const QStringList &files, const Progress &progress)
{
    const auto total = static_cast<int>(files.size());
    const auto goesOn = [&](qsizetype done) { return !progress || progress(static_cast<int>(done), total); };
    QList<ImportResult> results;
    if (!goesOn(0)) {
        return results;
    }
    QList<Candidate> verified;
    qsizetype taken = 0;
    do {
        QList<Candidate> next = nextBatch(files, taken);
        taken += next.size();
        Status status = skipKnown(next);
        QFuture<void> verifying = status ? verify(next) : QFuture<void>();
        if (status) {
            status = decide(verified);
        }
        verifying.waitForFinished();
        if (!status) {
            return fail(status);
        }
        for (const Candidate &candidate : std::as_const(verified)) {
            results << candidate.result;
        }
        if (!verified.isEmpty() && !goesOn(results.size())) {
            return results;
        }
        verified = std::move(next);
    } while (!verified.isEmpty());
    return results;
}

QList<ImportSubmissions::Candidate> ImportSubmissions::nextBatch(const QStringList &files, qsizetype from)
{
    QList<Candidate> batch;
    qint64 bytes = 0;
    for (qsizetype i = from; i < files.size() && batch.size() < filesInBatch; ++i) {
        bytes += QFileInfo(files.at(i)).size();
        if (!batch.isEmpty() && bytes > bytesInBatch) {
            break;
        }
        Candidate candidate;
        candidate.result.file = files.at(i);
        candidate.document.file = files.at(i);
        batch << candidate;
    }
    QtConcurrent::blockingMap(&m_pool, batch, [](Candidate &candidate) {
        const QString &file = candidate.result.file;
        const Result<QByteArray> pdf = QFileInfo(file).isFile() // a pipe would be waited for
            ? readFile(file, largestPdf)
            : fail(ErrorCode::FileUnreadable, file);
        if (pdf) {
            candidate.pdf = std::make_shared<HashedBytes>(*pdf);
            candidate.result.error = pdf->isEmpty() ? QStringLiteral("empty") : QString();
            candidate.pdfSha256 = QString::fromLatin1(candidate.pdf->sha256().toHex());
            return;
        }
        candidate.settled = true;
        candidate.result.verdict = Verdict::Malformed;
        const bool tooLarge = pdf.error().code == ErrorCode::FileTooLarge;
        candidate.result.error = tooLarge ? QStringLiteral("too-large") : QStringLiteral("unreadable");
        candidate.result.reasons = {Reason::S1};
    });
    return batch;
}

Status ImportSubmissions::skipKnown(QList<Candidate> &batch)
{
    for (Candidate &candidate : batch) {
        if (candidate.settled) {
            continue;
        }
        const Result<QUuid> known = m_repository.submissionOfFile(candidate.pdfSha256);
        if (!known) {
            return fail(known);
        }
        if (!known->isNull()) {
            candidate.settled = true;
            candidate.result.outcome = ImportOutcome::AlreadyThere;
            candidate.result.verdict = Verdict::Accepted;
            candidate.result.submission = *known;
        }
    }
    return {};
}

/// batch must stay until the future is finished
QFuture<void> ImportSubmissions::verify(QList<Candidate> &batch)
{
    return QtConcurrent::map(&m_pool, batch, [this, now = m_registry.clock().now()](Candidate &candidate) {
        if (candidate.settled) {
            return;
        }
        candidate.document = verifyDocumentData(*candidate.pdf, m_trust, now);
        if (m_keepsPdfs && candidate.document.isAccepted()) {
            candidate.kept = candidate.pdf->bytes();
        }
        candidate.pdf.reset();
        candidate.document.file = candidate.result.file;
        candidate.result.verdict = candidate.document.verdict;
        candidate.result.reasons = candidate.document.reasons;
        if (candidate.document.submission) {
            candidate.result.submission = candidate.document.submission->id;
        } else if (candidate.document.isAccepted()) {
            candidate.result.error = QStringLiteral("other-document");
        }
    });
}

std::optional<Reason> ImportSubmissions::refusalOf(const VerifiedDocument &document) const
{
    if (!document.submission) {
        return Reason::V1; // a receipt or a return: no inspector's signature on a submission
    }
    const Submission &submission = *document.submission;
    if (m_round) {
        const auto asked = std::any_of(m_round->checklists.begin(), m_round->checklists.end(), [&](const auto &ref) {
            return ref.id == submission.checklist && ref.edition == submission.edition
                && ref.fingerprint == submission.checklistFingerprint;
        });
        if (m_round->fiscalYear != submission.fiscalYear || m_round->number != submission.round || !asked) {
            return Reason::WrongRound;
        }
    }
    const Checklist *checklist = m_set.find(submission.checklist, submission.edition);
    const bool needsApproval = !checklist || checklist->approvalRequired;
    return needsApproval && !document.isApproved() ? std::optional(Reason::ApprovalMissing) : std::nullopt;
}

Status ImportSubmissions::decide(QList<Candidate> &batch)
{
    QList<NewSubmission> added;
    QList<Candidate *> waiting;
    for (Candidate &candidate : batch) {
        if (candidate.settled || !candidate.document.isAccepted()) {
            continue;
        }
        const std::optional<Reason> refusal = refusalOf(candidate.document);
        if (refusal == Reason::ApprovalMissing) {
            if (const Status known = settleKnown(candidate); !known) {
                return known;
            }
            if (candidate.settled) {
                continue;
            }
        }
        const bool seenInBatch = std::any_of(added.begin(), added.end(), [&](const NewSubmission &one) {
            return one.entry.submission == candidate.result.submission && one.entry.sha256 == candidate.document.sha256;
        });
        if (refusal == Reason::ApprovalMissing && seenInBatch) {
            candidate.result.reasons << Reason::Rollback;
        } else if (refusal) {
            candidate.result.reasons << *refusal;
        } else {
            added << newSubmission(candidate.document, candidate.pdfSha256, candidate.kept);
            waiting << &candidate;
        }
    }
    if (added.isEmpty()) {
        return logRefusals(batch);
    }
    const Result<QList<AddOutcome>> outcomes = m_repository.addSubmissions(added);
    if (!outcomes) {
        return fail(outcomes);
    }
    for (qsizetype i = 0; i < waiting.size(); ++i) {
        if (const Status settled = settle(*waiting.at(i), outcomes->at(i)); !settled) {
            return settled;
        }
    }
    return logRefusals(batch);
}

/// The same submission from another file: more signatures are taken, fewer are a rollback.
Status ImportSubmissions::settleKnown(Candidate &candidate)
{
    const Result<std::optional<RegistryEntry>> known = m_repository.findBySubmission(candidate.document.submission->id);
    if (!known) {
        return fail(known);
    }
    if (!*known) {
        return {};
    }
    candidate.settled = true;
    const auto signatures = static_cast<int>(candidate.document.signatures.size());
    if ((*known)->sha256 != candidate.document.sha256) {
        candidate.result.reasons << Reason::Conflict;
    } else if (signatures < (*known)->signatures) {
        candidate.result.reasons << Reason::Rollback;
    } else if (signatures == (*known)->signatures) {
        candidate.result.outcome = ImportOutcome::AlreadyThere;
    } else {
        candidate.result.outcome = ImportOutcome::Imported;
        return m_repository.upgradeSignatures(candidate.document.submission->id,
                                              registered(candidate.document, candidate.pdfSha256, candidate.kept));
    }
    return {};
}

Status ImportSubmissions::settle(Candidate &candidate, AddOutcome outcome)
{
    switch (outcome) {
    case AddOutcome::Added:
        candidate.result.outcome = ImportOutcome::Imported;
        return {};
    case AddOutcome::SameFile:
        candidate.result.outcome = ImportOutcome::AlreadyThere;
        return {};
    case AddOutcome::SameSubmission:
        return settleKnown(candidate);
    case AddOutcome::Conflict:
        candidate.result.reasons << Reason::Conflict;
        return {};
    }
    Q_UNREACHABLE();
}

Refusal ImportSubmissions::refusalRecord(const Candidate &candidate) const
{
    const ImportResult &result = candidate.result;
    Refusal refusal{result.file, candidate.pdfSha256, result.verdict, result.reasons, result.error, result.submission,
                    {}};
    if (const auto &submission = candidate.document.submission) {
        refusal.fiscalYear = submission->fiscalYear;
        refusal.round = submission->round;
        refusal.checklist = submission->checklist;
        refusal.subject = submission->subject;
    }
    if (m_round) { // it was handed in for this one, whatever it says itself
        refusal.fiscalYear = m_round->fiscalYear;
        refusal.round = m_round->number;
    }
    return refusal;
}

Status ImportSubmissions::logRefusals(const QList<Candidate> &batch)
{
    QList<Refusal> refusals;
    for (const Candidate &candidate : batch) {
        const ImportResult &result = candidate.result;
        if (result.outcome == ImportOutcome::Refused) {
            refusals << refusalRecord(candidate);
        }
    }
    return refusals.isEmpty() ? Status() : RefusalLog(m_registry).record(refusals);
}

} // namespace tenken
