#include "core/comparison/formality_signs.h"

#include <algorithm>

namespace tenken {

QString toCode(FormalitySignKind kind)
{
    switch (kind) {
    case FormalitySignKind::AllYes:
        return QStringLiteral("all-yes");
    case FormalitySignKind::ManyNotApplicable:
        return QStringLiteral("many-not-applicable");
    case FormalitySignKind::SameAsLastYear:
        return QStringLiteral("same-as-last-year");
    case FormalitySignKind::AnsweredQuickly:
        return QStringLiteral("answered-quickly");
    }
    Q_UNREACHABLE();
}

namespace {

void addIfReached(QList<FormalitySign> &signs, FormalitySignKind kind, int value, int of, int threshold)
{
    if (of >= fewestItemsForSigns && value >= threshold) {
        signs << FormalitySign{kind, value, of, threshold};
    }
}

bool isSameAnswer(const Answer &one, const Answer &other)
{
    return one.code == other.code && one.comment == other.comment && one.reason == other.reason;
}

void addSameAsLastYear(QList<FormalitySign> &signs, const Submission &submission, const Submission &before,
                       const QMap<QString, ItemChangeState> &changes)
{
    int same = 0;
    int common = 0;
    for (const SubmittedItem &item : submission.items) {
        const SubmittedItem *earlier = before.find(item.id);
        const ItemChangeState change = changes.value(item.id, ItemChangeState::CriteriaChanged);
        if (earlier && isComparable(change)) {
            ++common;
            same += isSameAnswer(item.answer, earlier->answer) ? 1 : 0;
        }
    }
    addIfReached(signs, FormalitySignKind::SameAsLastYear, same, common, common);
}

void addAnsweredQuickly(QList<FormalitySign> &signs, const Submission &submission)
{
    QList<QDateTime> times;
    for (const SubmittedItem &item : submission.items) {
        if (item.answer.code && item.answer.answeredAt.isValid()) {
            times << item.answer.answeredAt;
        }
    }
    const auto answered = static_cast<int>(times.size());
    if (answered < fewestItemsForSigns) {
        return;
    }
    const auto [first, last] = std::minmax_element(times.begin(), times.end());
    const qint64 seconds = first->secsTo(*last);
    const int threshold = (answered - 1) * secondsForOneAnswer;
    if (seconds <= threshold) {
        signs << FormalitySign{FormalitySignKind::AnsweredQuickly, static_cast<int>(seconds), answered, threshold};
    }
}

} // namespace

QList<FormalitySign> formalitySigns(const Submission &submission, const Submission *before,
                                    const QMap<QString, ItemChangeState> &changes)
{
    Counts counts;
    for (const SubmittedItem &item : submission.items) {
        counts.add(item.answer.code);
    }
    QList<FormalitySign> signs;
    addIfReached(signs, FormalitySignKind::AllYes, counts.yes, counts.effective(), counts.effective());
    const int muchNotApplicable = (counts.answered() * notApplicablePercent + 99) / 100;
    addIfReached(signs, FormalitySignKind::ManyNotApplicable, counts.na, counts.answered(), muchNotApplicable);
    if (before) {
        addSameAsLastYear(signs, submission, *before, changes);
    }
    addAnsweredQuickly(signs, submission);
    return signs;
}

} // namespace tenken
