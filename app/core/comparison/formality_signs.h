#pragma once

#include "core/comparison/comparison.h"

namespace tenken {

/// Signs that an inspection was only gone through for form's sake (形骸化). Codes: all-yes many-not-applicable
/// same-as-last-year answered-quickly. They help an auditor choose whom to visit: never part of a score, of a report
/// to the committee or of a department's result (domain report §1.7).
enum class FormalitySignKind { AllYes, ManyNotApplicable, SameAsLastYear, AnsweredQuickly };
QString toCode(FormalitySignKind kind);

/// One sign with the numbers that raised it. value, of, threshold are items; of AnsweredQuickly value and threshold are
/// seconds, and the sign means value ≤ threshold instead of value ≥ threshold.
struct FormalitySign {
    FormalitySignKind kind = FormalitySignKind::AllYes;
    int value = 0;
    int of = 0;
    int threshold = 0;
    friend bool operator==(const FormalitySign &, const FormalitySign &) = default;
};

/// Below this many items nothing is said
inline constexpr int fewestItemsForSigns = 10;
/// 該当なし of the answers given, in percent
inline constexpr int notApplicablePercent = 30;
/// From the first to the last answer, on average from one to the next
inline constexpr int secondsForOneAnswer = 10;

/// All ○ among the answers that count; much 該当なし; every comparable item answered and explained as in the year
/// before; all answers within minutes, by their operation times. before may be null.
QList<FormalitySign> formalitySigns(const Submission &submission, const Submission *before,
                                    const QMap<QString, ItemChangeState> &changes);

} // namespace tenken
