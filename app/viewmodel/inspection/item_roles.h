#pragma once

#include <Qt>

namespace tenken {

/// What models of items give beside their display text
enum ItemRole {
    ItemIdRole = Qt::UserRole, ///< QString, empty for a clause
    ClauseRole, ///< QString
    AnswerRole, ///< int of AnswerCode, -1 unanswered
    FlaggedRole, ///< bool
    CriticalRole, ///< bool
    ProblemCountRole, ///< int, unanswered not counted
    HasCommentRole, ///< bool
    EvidenceCountRole, ///< int
    AnsweredRole, ///< of a clause: int
    TotalRole, ///< of a clause: int
    SortRole,
};

} // namespace tenken
