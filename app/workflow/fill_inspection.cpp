#include "workflow/fill_inspection.h"

#include "exchange/fill_reader.h"

namespace tenken {

namespace {

/// What the row gives, over what is recorded
Answer overlaid(const Answer &recorded, const Answer &given)
{
    Answer answer = given.code ? withCode(recorded, *given.code) : recorded;
    const auto take = [](QString &target, const QString &text) {
        if (!text.isEmpty()) {
            target = text;
        }
    };
    take(answer.comment, given.comment);
    take(answer.reason, given.reason);
    take(answer.opinion, given.opinion);
    answer.cause = given.cause ? given.cause : answer.cause;
    if (!given.evidence.isEmpty()) {
        answer.evidence = given.evidence;
    }
    take(answer.plan.measure, given.plan.measure);
    take(answer.plan.owner, given.plan.owner);
    take(answer.plan.interim, given.plan.interim);
    if (given.plan.due.isValid()) {
        answer.plan.due = given.plan.due;
    }
    return answer;
}

} // namespace

Result<Reading<QList<FillDifference>>> FillInspection::preview(const QUuid &id, const QByteArray &content,
                                                               const QString &file)
{
    using Preview = Reading<QList<FillDifference>>;
    const Result<Inspection> inspection = m_repository.load(id);
    if (!inspection) {
        return fail(inspection);
    }
    if (inspection->isReadOnly()) {
        return fail(ErrorCode::ReadOnly, inspection->subject.name);
    }
    const Reading<QList<FillRow>> rows = readFill(content, file);
    if (!rows) {
        return Preview::failed(rows.problems);
    }
    QList<FillDifference> differences;
    QList<Diagnostic> problems;
    for (const FillRow &row : *rows.value) {
        if (!m_checklist.find(row.item)) {
            problems << Diagnostic{DiagnosticCode::BadReference,      file, row.line, 1, QStringLiteral("item_id"),
                                   {QStringLiteral("item"), row.item}};
            continue;
        }
        const Answer *found = inspection->answer(row.item);
        const Answer before = found ? *found : Answer();
        const Answer after = overlaid(before, row.answer);
        if (!(after == before)) {
            differences << FillDifference{row.item, before, after};
        }
    }
    return problems.isEmpty() ? Preview::of(differences) : Preview::failed(problems);
}

Result<int> FillInspection::apply(const QUuid &inspection, const QList<FillDifference> &differences, const QString &who)
{
    QList<AnswerChange> changes;
    for (const FillDifference &difference : differences) {
        changes << AnswerChange{difference.item, difference.after, difference.before};
    }
    return m_repository.recordAnswers(inspection, changes, who);
}

} // namespace tenken
