#pragma once

#include "core/checklist.h"
#include "core/inspection.h"

namespace tenken {

/// What keeps an inspection from being complete. Codes in files are those of `tenken-cli inspection check`.
enum class ProblemCode {
    Unanswered,
    NaNotAllowed,
    NaReasonMissing,
    CommentMissing,
    EvidenceMissing,
    PlanMissing,
    UnknownInFinal,
    ProfileReasonMissing,
    Contradiction,
};
QString toCode(ProblemCode code);

struct Problem {
    QString item; ///< empty for the profile
    QString field; ///< answer reason comment evidence plan profile
    ProblemCode code = ProblemCode::Unanswered;
    friend bool operator==(const Problem &, const Problem &) = default;
};

/// Problems of one applicable item, in the order of the form
QList<Problem> problemsOf(const Checklist &checklist, const Item &item, const Answer *answer);
/// All problems in checklist order; complete = none
QList<Problem> problemsOf(const Checklist &checklist, const Inspection &inspection);
/// May this answer be recorded at all (also in a draft)? NA outside its condition is refused; わからない is a draft
/// state where the scale does not offer it.
bool isRecordable(const Checklist &checklist, const Item &item, AnswerCode code);

} // namespace tenken
