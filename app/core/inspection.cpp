#include "core/inspection.h"

namespace tenken {

QString toCode(InspectionState state)
{
    switch (state) {
    case InspectionState::NotStarted:
        return QStringLiteral("not-started");
    case InspectionState::Answering:
        return QStringLiteral("answering");
    case InspectionState::Signed:
        return QStringLiteral("signed");
    case InspectionState::Returned:
        return QStringLiteral("returned");
    case InspectionState::Superseded:
        return QStringLiteral("superseded");
    }
    Q_UNREACHABLE();
}

std::optional<InspectionState> inspectionStateFromCode(const QString &code)
{
    for (const InspectionState state :
         {InspectionState::NotStarted, InspectionState::Answering, InspectionState::Signed, InspectionState::Returned,
          InspectionState::Superseded}) {
        if (toCode(state) == code) {
            return state;
        }
    }
    return std::nullopt;
}

const Answer *Inspection::answer(const QString &item) const
{
    const auto found = answers.constFind(item);
    return found == answers.constEnd() ? nullptr : &*found;
}

} // namespace tenken
