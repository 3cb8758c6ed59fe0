#include "workflow/audit/read_formality_signs.h"

#include "workflow/registry/compare_submissions.h"

namespace tenken {

Result<QList<SubmissionSigns>> ReadFormalitySigns::read(const QString &checklist, FiscalYear year, int round)
{
    const FiscalYear yearBefore(year.startYear() - 1);
    const Checklist *edition = m_set.forYear(checklist, year);
    const Checklist *editionBefore = m_set.forYear(checklist, yearBefore);
    if (!edition || !editionBefore) {
        return fail(ErrorCode::UnknownChecklist, checklist);
    }
    CompareSubmissions reader(m_set, m_registry);
    const auto now = reader.submissions(checklist, year, round);
    const auto earlier = now ? reader.submissions(checklist, yearBefore, round) : now;
    if (!earlier) {
        return fail(earlier);
    }
    QHash<QString, std::shared_ptr<const Submission>> before;
    for (const auto &submission : *earlier) {
        before.insert(submission->subject.code, submission);
    }
    const QMap<QString, ItemChangeState> changes = changesBetween(*editionBefore, *edition);
    QList<SubmissionSigns> found;
    for (const auto &submission : *now) {
        const auto last = before.value(submission->subject.code);
        const QList<FormalitySign> signs = formalitySigns(*submission, last.get(), changes);
        if (!signs.isEmpty()) {
            found << SubmissionSigns{submission, signs};
        }
    }
    return found;
}

} // namespace tenken
