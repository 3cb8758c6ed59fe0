#include "workflow/registry/issue_receipts.h"

#include "core/clock.h"
#include "core/document.h"
#include "exchange/document_json.h"
#include "exchange/submission_json.h"
#include "report/receipt_page.h"
#include "workflow/files.h"

#include <QDir>
#include <QFileInfo>

namespace tenken {

namespace {

Receipt receiptOf(const RegistryEntry &entry, const Submission &submission, const SigningAct &act)
{
    Receipt receipt;
    // The same submission in the same state has one receipt, however often it is printed.
    receipt.id = QUuid::createUuidV5(entry.submission, QStringLiteral("receipt/%1").arg(entry.signatures));
    receipt.about = {entry.submission, entry.sha256, submission.subject, submission.department,
                     entry.fiscalYear, entry.round,  entry.checklist,    entry.revision};
    receipt.edition = entry.edition;
    receipt.approved = entry.approved;
    receipt.receivedAt = entry.importedAt;
    receipt.issuer = signingAuthor(act);
    receipt.generatorName = generatorName();
    receipt.generatorVersion = generatorVersion();
    return receipt;
}

} // namespace

QString IssueReceipts::fileNameFor(const RegistryEntry &entry)
{
    return QFileInfo(entry.fileName).completeBaseName() + QStringLiteral("_receipt.pdf");
}

Result<QByteArray> IssueReceipts::receiptFor(const RegistryEntry &entry, const SigningAct &act)
{
    const Result<QByteArray> json = m_repository.submissionJson(entry.submission);
    if (!json) {
        return json;
    }
    const Reading<Submission> submission = readSubmission(*json, entry.fileName);
    if (!submission) {
        return fail(ErrorCode::StoreCorrupt, entry.fileName);
    }
    const Result<RegisteredDocument> document = m_repository.document(entry.submission);
    if (!document) {
        return fail(document);
    }
    const Receipt receipt = receiptOf(entry, *submission.value, act);
    ReceiptInput input;
    input.submission = *submission.value;
    input.fileName = entry.fileName;
    input.sha256 = entry.sha256;
    input.signatures = document->signatures;
    input.receivedAt = entry.importedAt;
    input.receivedBy = receipt.issuer.name;
    input.receiptNumber = receipt.id.toString(QUuid::WithoutBraces).left(8);
    input.eras = m_press.eras;
    SealedParts parts;
    parts.layout = receiptPage(m_press.book, input);
    parts.attachment = writeReceipt(receipt);
    parts.kind = DocumentKind::Receipt;
    parts.author = signatureName(receipt.issuer);
    parts.subject = entry.fileName;
    parts.created = act.at;
    const Result<QByteArray> built = buildSealed(parts);
    return built ? sign(*built, act, m_press.eras, m_press.book) : built;
}

Result<QByteArray> IssueReceipts::issueFor(const QUuid &submission, const SigningAct &act)
{
    if (const Status checked = checkSigner(act); !checked) {
        return fail(checked);
    }
    const Result<std::optional<RegistryEntry>> entry = m_repository.findBySubmission(submission);
    if (!entry) {
        return fail(entry);
    }
    if (!*entry) {
        return fail(ErrorCode::UnknownInspection, submission.toString(QUuid::WithoutBraces));
    }
    return receiptFor(**entry, act);
}

Result<QStringList> IssueReceipts::issue(FiscalYear year, std::optional<int> round, const SigningAct &act,
                                         const QString &folder, const Progress &progress)
{
    if (const Status checked = checkSigner(act); !checked) {
        return fail(checked);
    }
    if (!QDir().mkpath(folder)) {
        return fail(ErrorCode::FileUnwritable, folder);
    }
    RegistryFilter filter;
    filter.fiscalYear = year;
    filter.round = round;
    filter.isLatestOnly = true;
    const Result<QList<RegistryEntry>> entries = m_repository.entries(filter);
    if (!entries) {
        return fail(entries);
    }
    QStringList files;
    for (const RegistryEntry &entry : *entries) {
        if (progress && !progress(static_cast<int>(files.size()), static_cast<int>(entries->size()))) {
            return fail(ErrorCode::Cancelled, folder);
        }
        const Result<QByteArray> pdf = receiptFor(entry, act);
        if (!pdf) {
            return fail(pdf);
        }
        const QString file = QDir(folder).filePath(fileNameFor(entry));
        if (const Status written = writeFile(file, *pdf); !written) {
            return fail(written);
        }
        files << file;
    }
    return files;
}

} // namespace tenken
