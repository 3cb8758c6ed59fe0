#pragma once

#include "core/checklist_set.h"
#include "core/fiscal_year.h"
#include "core/inspection_rules.h"
#include "core/submission.h"
#include "report/inspection_report.h"
#include "workflow/documents/sealed_document.h"
#include "workflow/press.h"

namespace tenken {

/// An inspection on its way out: what was frozen, its data and its PDF.
struct ExportedSubmission {
    Submission submission;
    QByteArray json;
    QString sha256;
    QByteArray pdf;
};

/// Turns an inspection into the signed PDF that is the submission: freeze, render, embed, sign. Nothing is stored
/// here: the caller writes the file and then marks the inspection as signed.
class ExportSubmission {
public:
    ExportSubmission(const ChecklistSet &set, const EraTable &eras, const FontBook &book)
        : m_set(set), m_eras(eras), m_book(book)
    { }
    /// Incomplete (subject: the first problem's item) unless every applicable item is answered by its rules;
    /// UnknownChecklist when the edition is not installed; UnknownItem when an answer belongs to an overlay that is not
    /// loaded (nothing is left out silently); InvalidContent when our own reader would refuse the data; the errors of
    /// rendering and signing.
    Result<ExportedSubmission> exportSigned(const Inspection &inspection, const SigningAct &act,
                                            const InspectionReportOptions &options = cityReportOptions()) const;
    /// The same pages marked 下書き, without signature; never complete enough to be refused
    Result<ExportedSubmission> exportDraft(const Inspection &inspection, const QDateTime &at,
                                           InspectionReportOptions options = cityReportOptions()) const;
    /// The pages as they will print: preview and printer. progress is told their number as each begins; Cancelled when
    /// it says false.
    Result<PageLayout> layout(const Submission &submission, const QString &sha256,
                              const InspectionReportOptions &options,
                              const std::function<bool(int pages)> &progress = {}) const;

private:
    Result<const Checklist *> checklistOf(const QString &id, const QString &edition) const;
    Result<ExportedSubmission> build(const Inspection &inspection, const QDateTime &at,
                                     const InspectionReportOptions &options) const;

    const ChecklistSet &m_set;
    const EraTable &m_eras;
    const FontBook &m_book;
};

} // namespace tenken
