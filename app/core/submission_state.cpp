#include "core/submission_state.h"

namespace tenken {

QString toCode(SubmissionState state)
{
    switch (state) {
    case SubmissionState::Missing:
        return QStringLiteral("missing");
    case SubmissionState::Refused:
        return QStringLiteral("refused");
    case SubmissionState::Returned:
        return QStringLiteral("returned");
    case SubmissionState::Submitted:
        return QStringLiteral("submitted");
    case SubmissionState::Approved:
        return QStringLiteral("approved");
    }
    Q_UNREACHABLE();
}

} // namespace tenken
