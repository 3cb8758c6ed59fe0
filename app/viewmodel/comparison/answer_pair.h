#pragma once

#include "storage/registry.h"
#include "viewmodel/comparison/shown_comparison.h"

namespace tenken {

/// One of two answers that are read side by side
struct AnswerSide {
    QString label; ///< of the column
    bool isSum = false;
    bool isThere = false; ///< false: not asked there, or not submitted
    QString question; ///< as it was worded there; empty for a sum and for items of the city's own overlay
    Answer answer; ///< empty for a sum
    Counts counts; ///< of a sum
    QStringList open; ///< of a sum: who answered × or ？, at most mostNamed
    int openCount = 0;
    static constexpr int mostNamed = 20;
};

struct AnswerPair {
    QString item;
    QString title;
    QString clause;
    QString scale;
    bool critical = false;
    ItemChangeState change = ItemChangeState::Same;
    AnswerSide left;
    AnswerSide right;
};

/// The column that is laid beside this one when nobody chose another: the audit's own, the whole city, the year or
/// revision before, else a neighbour; −1 when there is none
int partnerOf(const ShownComparison &comparison, int column);
/// What the comparison alone tells; right −1: one answer only
AnswerPair pairOf(const ShownComparison &comparison, int row, int left, int right);
/// Comment, evidence and the rest, from the whole submissions of the two columns; null for a sum or none
void complete(AnswerPair &pair, const Submission *left, const Submission *right);

/// Submissions as they were signed, in the order asked. StoreCorrupt, UnknownInspection.
Result<QList<Submission>> readWhole(Registry &registry, const QList<QUuid> &submissions);

} // namespace tenken
