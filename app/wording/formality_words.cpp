#include "wording/formality_words.h"

#include <QCoreApplication>

namespace tenken::wording {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::FormalityWords)
};

QString duration(int seconds)
{
    constexpr int minute = 60;
    return Words::tr("%1 min %2 s").arg(seconds / minute).arg(seconds % minute);
}

} // namespace

QString word(FormalitySignKind kind)
{
    switch (kind) {
    case FormalitySignKind::AllYes:
        return Words::tr("All answers ○");
    case FormalitySignKind::ManyNotApplicable:
        return Words::tr("Much “not applicable”");
    case FormalitySignKind::SameAsLastYear:
        return Words::tr("The same as last year");
    case FormalitySignKind::AnsweredQuickly:
        return Words::tr("Answered in a short time");
    }
    Q_UNREACHABLE();
}

QString sentence(const FormalitySign &sign)
{
    switch (sign.kind) {
    case FormalitySignKind::AllYes:
        return Words::tr("All %1 answers that count are ○ (shown from %2 answers).")
            .arg(sign.value)
            .arg(fewestItemsForSigns);
    case FormalitySignKind::ManyNotApplicable:
        return Words::tr("%1 of %2 answers are “not applicable” (shown from %3, that is %4 %).")
            .arg(sign.value)
            .arg(sign.of)
            .arg(sign.threshold)
            .arg(notApplicablePercent);
    case FormalitySignKind::SameAsLastYear:
        return Words::tr("All %1 comparable items have last year's answer, comment and reason (shown from %2 items).")
            .arg(sign.value)
            .arg(fewestItemsForSigns);
    case FormalitySignKind::AnsweredQuickly:
        return Words::tr("%1 answers within %2 (shown up to %3, that is %4 seconds from one answer to the next).")
            .arg(sign.of)
            .arg(duration(sign.value), duration(sign.threshold))
            .arg(secondsForOneAnswer);
    }
    Q_UNREACHABLE();
}

} // namespace tenken::wording
