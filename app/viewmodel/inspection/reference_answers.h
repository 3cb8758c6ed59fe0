#pragma once

#include "core/comparison/item_change.h"
#include "core/submission.h"
#include "viewmodel/shell/desk.h"

namespace tenken {

/// Answers to look back at: last year's from the store, or those of a PDF that was opened beside. Never answers of this
/// inspection until a person confirms one.
struct ReferenceAnswers {
    FiscalYear year;
    int round = 1;
    QString edition;
    QHash<QString, Answer> answers;
    QMap<QString, ItemChangeState> changes; ///< against the edition being answered; empty when that cannot be told
    bool isEmpty() const { return answers.isEmpty(); }
    /// The question is new, reworded or judged by other criteria, or the answer is another one
    bool isChanged(const QString &item, const std::optional<AnswerCode> &now) const;
};

/// The newest earlier inspection of the same subject with this checklist; empty when there is none
ReferenceAnswers lastAnswers(Desk &desk, const Inspection &inspection, const Checklist &checklist);
ReferenceAnswers answersOf(const Submission &submission, const ChecklistSet &set, const Checklist &checklist);

} // namespace tenken
