#include "workflow/documents/export_submission.h"

#include "exchange/submission_json.h"
#include "signing/keys/sha256.h"
#include "wording/diagnostic_words.h"

namespace tenken {

namespace {

/// For the printed pages alone: submission.json never holds it
Submission withOwnWording(Submission submission, const Checklist &checklist)
{
    for (SubmittedItem &submitted : submission.items) {
        if (const Item *item = checklist.find(submitted.id)) {
            submitted.question = item->question.ja;
        }
    }
    return submission;
}

/// An answered item that the edition as loaded does not have: the overlay that asked it is not at hand
QString unaskedItem(const Checklist &checklist, const Inspection &inspection)
{
    for (auto answer = inspection.answers.constBegin(); answer != inspection.answers.constEnd(); ++answer) {
        if (!checklist.find(answer.key())) {
            return answer.key();
        }
    }
    return {};
}

} // namespace

Result<const Checklist *> ExportSubmission::checklistOf(const QString &id, const QString &edition) const
{
    const Checklist *checklist = m_set.find(id, edition);
    if (!checklist) {
        return fail(ErrorCode::UnknownChecklist, QStringLiteral("%1 %2").arg(id, edition));
    }
    return checklist;
}

Result<PageLayout> ExportSubmission::layout(const Submission &submission, const QString &sha256,
                                            const InspectionReportOptions &options,
                                            const std::function<bool(int pages)> &progress) const
{
    const Result<const Checklist *> checklist = checklistOf(submission.checklist, submission.edition);
    if (!checklist) {
        return fail(checklist);
    }
    InspectionReportInput input;
    input.submission = options.confidential ? withOwnWording(submission, **checklist) : submission;
    input.checklist = **checklist;
    input.policy = m_set.policy;
    input.sha256 = sha256;
    input.eras = m_eras;
    input.options = options;
    bool isWanted = true;
    input.progress = [&](int pages) { return isWanted = isWanted && (!progress || progress(pages)); };
    PageLayout pages = inspectionReport(m_book, input);
    return isWanted ? Result<PageLayout>(std::move(pages)) : Result<PageLayout>(fail(ErrorCode::Cancelled));
}

Result<ExportedSubmission> ExportSubmission::build(const Inspection &inspection, const QDateTime &at,
                                                   const InspectionReportOptions &options) const
{
    const Result<const Checklist *> checklist = checklistOf(inspection.checklist, inspection.edition);
    if (!checklist) {
        return fail(checklist);
    }
    if (const QString item = unaskedItem(**checklist, inspection); !item.isEmpty()) {
        return fail(ErrorCode::UnknownItem, item,
                    QStringLiteral("%1 %2").arg(inspection.checklist, inspection.edition));
    }
    ExportedSubmission exported;
    exported.submission = freeze(inspection, **checklist, at);
    exported.json = writeSubmission(exported.submission);
    if (const Reading<Submission> readBack = readSubmission(exported.json, exported.submission.checklist); !readBack) {
        const Diagnostic first = readBack.problems.value(0);
        return fail(ErrorCode::InvalidContent, first.path, wording::located(first));
    }
    exported.sha256 = QString::fromLatin1(sha256Of(exported.json).toHex());
    Result<PageLayout> pages = layout(exported.submission, exported.sha256, options);
    if (!pages) {
        return fail(pages);
    }
    SealedParts parts;
    parts.layout = *std::move(pages);
    parts.attachment = exported.json;
    parts.author = signatureName(exported.submission.inspector);
    parts.subject = fileNameOf(exported.submission);
    parts.created = at;
    const Result<QByteArray> pdf = buildSealed(parts);
    if (!pdf) {
        return fail(pdf);
    }
    exported.pdf = *pdf;
    return exported;
}

Result<ExportedSubmission> ExportSubmission::exportSigned(const Inspection &inspection, const SigningAct &act,
                                                          const InspectionReportOptions &options) const
{
    const Result<const Checklist *> checklist = checklistOf(inspection.checklist, inspection.edition);
    if (!checklist) {
        return fail(checklist);
    }
    if (const QList<Problem> problems = problemsOf(**checklist, inspection); !problems.isEmpty()) {
        return fail(ErrorCode::Incomplete, problems.first().item, QString::number(problems.size()));
    }
    if (const Status checked = checkSigner(act); !checked) {
        return fail(checked);
    }
    Inspection finished = inspection;
    finished.inspector = signingAuthor(act);
    if (!finished.inspectionDate.isValid()) {
        finished.inspectionDate = act.at.date();
    }
    Result<ExportedSubmission> exported = build(finished, act.at, options);
    if (!exported) {
        return exported;
    }
    const Result<QByteArray> sealed = sign(exported->pdf, act, m_eras, m_book);
    if (!sealed) {
        return fail(sealed);
    }
    exported->pdf = *sealed;
    return exported;
}

Result<ExportedSubmission> ExportSubmission::exportDraft(const Inspection &inspection, const QDateTime &at,
                                                         InspectionReportOptions options) const
{
    options.draft = true;
    return build(inspection, at, options);
}

} // namespace tenken
