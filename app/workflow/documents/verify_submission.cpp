#include "workflow/documents/verify_submission.h"

#include "exchange/document_json.h"
#include "exchange/submission_json.h"
#include "signing/pdf/document_verifier.h"
#include "workflow/files.h"

#include <algorithm>

namespace tenken {

namespace {

constexpr qint64 largestPdf = 64 << 20;

void worsen(VerifiedDocument &document, Verdict verdict, Reason reason)
{
    // Verdicts are listed in order of precedence: the first one that applies is told.
    document.verdict = std::min(document.verdict, verdict);
    if (!document.reasons.contains(reason)) {
        document.reasons << reason;
    }
}

/// What is wrong with the data of a document other than a submission
QList<Diagnostic> problemsOf(const VerifiedDocument &document)
{
    if (document.kind == DocumentKind::Receipt) {
        return readReceipt(document.attachment, document.file).problems;
    }
    if (document.kind == DocumentKind::Committee) {
        return readCommitteeSummary(document.attachment, document.file).problems;
    }
    // Findings and plans belong to the audit, which this version does not know.
    return {Diagnostic{DiagnosticCode::UnknownFormat, document.file, 0, 0, {}, {}}};
}

bool contains(const QList<Diagnostic> &problems, DiagnosticCode code)
{
    return std::any_of(problems.begin(), problems.end(),
                       [&](const Diagnostic &problem) { return problem.code == code; });
}

void refuseDepartment(VerifiedDocument &document)
{
    worsen(document, Verdict::Untrusted, Reason::V5);
    worsen(document, Verdict::Untrusted, Reason::DepartmentMismatch);
}

/// V5: whoever signs for a department belongs to it; auditor and division do not.
void checkDepartments(VerifiedDocument &document, const QString &department)
{
    for (const SignatureFinding &signature : document.signatures) {
        const bool ofDepartment = signature.role == Role::Inspector || signature.role == Role::Approver;
        if (ofDepartment && signature.department != department) {
            refuseDepartment(document);
        }
    }
}

void refuseData(VerifiedDocument &document, const QList<Diagnostic> &problems)
{
    const bool newer = contains(problems, DiagnosticCode::NewerFormat);
    worsen(document, newer ? Verdict::NewerFormat : Verdict::Malformed, Reason::J3);
}

void checkSubmissionData(VerifiedDocument &document)
{
    Reading<Submission> submission = readSubmission(document.attachment, document.file);
    if (!submission) {
        refuseData(document, submission.problems);
        return;
    }
    document.submission = *std::move(submission.value);
    const QString department = document.submission->department.code;
    const Subject &subject = document.submission->subject;
    if (subject.kind == SubjectKind::Section && subject.code != department) {
        refuseDepartment(document); // a section answers for itself only
    }
    checkDepartments(document, department);
}

/// A manager sends back what their own department handed in.
void checkReturnData(VerifiedDocument &document)
{
    const Reading<ReturnNote> note = readReturn(document.attachment, document.file);
    if (!note) {
        refuseData(document, note.problems);
        return;
    }
    checkDepartments(document, note.value->about.department.code);
}

void checkData(VerifiedDocument &document, const SignatureReport &report)
{
    if (document.attachment.isEmpty()) {
        return;
    }
    // signing/ gives an attachment only where J4 holds: every page carries its SHA-256
    document.sha256 = QString::fromLatin1(report.markedFingerprint);
    if (document.kind == DocumentKind::Submission) {
        checkSubmissionData(document);
    } else if (document.kind == DocumentKind::Return) {
        checkReturnData(document);
    } else if (const QList<Diagnostic> problems = problemsOf(document); !problems.isEmpty()) {
        refuseData(document, problems);
    }
}

} // namespace

bool VerifiedDocument::isApproved() const
{
    return std::any_of(signatures.begin(), signatures.end(), [](const SignatureFinding &signature) {
        return signature.role == Role::Approver && signature.field == toCode(Role::Approver)
            && signature.integrity == Integrity::Intact;
    });
}

VerifiedDocument verifyDocumentData(const QByteArray &pdf, const TrustPolicy &trust, const QDateTime &now)
{
    HashedBytes bytes(pdf);
    return verifyDocumentData(bytes, trust, now);
}

VerifiedDocument verifyDocumentData(HashedBytes &pdf, const TrustPolicy &trust, const QDateTime &now)
{
    SignatureReport report = verifyDocument(pdf, trust, now);
    VerifiedDocument document;
    document.verdict = report.verdict;
    document.kind = report.kind;
    document.reasons = report.reasons;
    document.warnings = report.warnings;
    document.signatures = report.signatures;
    document.attachment = std::move(report.attachment);
    checkData(document, report);
    return document;
}

Result<VerifiedDocument> verifyFile(const QString &path, const TrustPolicy &trust, const QDateTime &now)
{
    const Result<QByteArray> pdf = readFile(path, largestPdf);
    VerifiedDocument document;
    if (pdf) {
        document = verifyDocumentData(*pdf, trust, now);
    } else if (pdf.error().code == ErrorCode::FileTooLarge) {
        document.verdict = Verdict::Malformed;
        document.reasons = {Reason::S1};
    } else {
        return fail(pdf);
    }
    document.file = path;
    return document;
}

Result<QByteArray> attachmentOf(const QByteArray &pdf)
{
    const QDateTime anyTime = QDateTime::fromSecsSinceEpoch(0, Qt::UTC); // decides about trust only
    VerifiedDocument document = verifyDocumentData(pdf, {}, anyTime);
    if (!document.isAccepted() && document.verdict != Verdict::Untrusted) {
        return fail(ErrorCode::MalformedPdf, toCode(document.verdict),
                    document.reasons.isEmpty() ? toCode(document.verdict) : toCode(document.reasons.first()));
    }
    return std::move(document.attachment);
}

} // namespace tenken
