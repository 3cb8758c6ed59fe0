#include "workflow/export_submission.h"

#include "exchange/submission_json.h"

#include <QCryptographicHash>

namespace tenken {

Result<const Checklist *> ExportSubmission::checklistOf(const QString &id, const QString &edition) const
{
    const Checklist *checklist = m_set.find(id, edition);
    if (!checklist) {
        return fail(ErrorCode::UnknownChecklist, QStringLiteral("%1 %2").arg(id, edition));
    }
    return checklist;
}

Result<PageLayout> ExportSubmission::layout(const Submission &submission, const QString &sha256,
                                            const InspectionReportOptions &options) const
{
    const Result<const Checklist *> checklist = checklistOf(submission.checklist, submission.edition);
    if (!checklist) {
        return fail(checklist);
    }
    InspectionReportInput input;
    input.submission = submission;
    input.checklist = **checklist;
    input.policy = m_set.policy;
    input.sha256 = sha256;
    input.eras = m_eras;
    input.options = options;
    return inspectionReport(m_book, input);
}

Result<ExportedSubmission> ExportSubmission::build(const Inspection &inspection, const QDateTime &at,
                                                   const InspectionReportOptions &options) const
{
    const Result<const Checklist *> checklist = checklistOf(inspection.checklist, inspection.edition);
    if (!checklist) {
        return fail(checklist);
    }
    ExportedSubmission exported;
    exported.submission = freeze(inspection, **checklist, at);
    exported.json = writeSubmission(exported.submission);
    exported.sha256 = QString::fromLatin1(QCryptographicHash::hash(exported.json, QCryptographicHash::Sha256).toHex());
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
