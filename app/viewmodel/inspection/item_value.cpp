#include "viewmodel/inspection/item_value.h"

#include "viewmodel/shell/display_text.h"

#include <algorithm>

namespace tenken {

namespace {

int openProblems(const InspectionSession &session, const QString &id)
{
    const QList<Problem> problems = session.problemsOf(id);
    return static_cast<int>(std::count_if(problems.begin(), problems.end(), [](const Problem &problem) {
        return problem.code != ProblemCode::Unanswered;
    }));
}

} // namespace

QVariant itemValue(const InspectionSession &session, const QString &id, int role)
{
    if (role == ItemIdRole) {
        return id; // what filters ask of every item
    }
    const Answer *answer = session.inspection().answer(id);
    switch (role) {
    case Qt::DisplayRole:
        return shown(session.item(id).title);
    case Qt::ToolTipRole:
        return shown(session.item(id).question);
    case ClauseRole:
        return session.item(id).clause;
    case AnswerRole:
        return answer && answer->code ? static_cast<int>(*answer->code) : -1;
    case FlaggedRole:
        return answer && answer->flagged;
    case CriticalRole:
        return session.item(id).critical;
    case ProblemCountRole:
        return openProblems(session, id);
    case HasCommentRole:
        return answer && !(answer->comment.isEmpty() && answer->reason.isEmpty());
    case EvidenceCountRole:
        return answer ? static_cast<int>(answer->evidence.size()) : 0;
    case SortRole:
        return session.positionOf(id);
    default:
        return {};
    }
}

} // namespace tenken
