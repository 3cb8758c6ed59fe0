#include "gui/registry/round_lines.h"

#include "wording/registry_words.h"

#include <QCoreApplication>

namespace tenken {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::RoundLines)
};

QString part(SubmissionState state, int count)
{
    return QStringLiteral("%1 %2 %3").arg(wording::symbolOf(state)).arg(wording::word(state)).arg(count);
}

} // namespace

QString roundName(const Round &round, const wording::DateWords &dates)
{
    return dates.round(round.fiscalYear, round.number, round.fiscalYear.lastDay());
}

QString countsLine(const StateCounts &counts)
{
    return QStringList{
        Words::tr("expected %1").arg(counts.expected),      part(SubmissionState::Approved, counts.approved),
        part(SubmissionState::Submitted, counts.submitted), part(SubmissionState::Returned, counts.returned),
        part(SubmissionState::Refused, counts.refused),     part(SubmissionState::Missing, counts.missing)}
        .join(u'　');
}

QString dueLine(const Round &round, const QDate &today, const wording::DateWords &dates)
{
    if (!round.due.isValid()) {
        return {};
    }
    const qint64 days = today.daysTo(round.due);
    const QString due = dates.date(round.due);
    return days > 0 ? Words::tr("Due %1 (days left: %2)").arg(due).arg(days)
        : days == 0 ? Words::tr("Due %1: today").arg(due)
                    : Words::tr("Due %1 (days past: %2)").arg(due).arg(-days);
}

} // namespace tenken
