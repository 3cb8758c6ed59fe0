#include "core/score.h"

#include <algorithm>

namespace tenken {

void Counts::add(std::optional<AnswerCode> answer)
{
    if (!answer) {
        ++blank;
        return;
    }
    switch (*answer) {
    case AnswerCode::Yes:
        ++yes;
        return;
    case AnswerCode::Partial:
        ++partial;
        return;
    case AnswerCode::No:
        ++no;
        return;
    case AnswerCode::Unknown:
        ++unknown;
        return;
    case AnswerCode::NotApplicable:
        ++na;
        return;
    }
}

Counts &Counts::operator+=(const Counts &other)
{
    yes += other.yes;
    partial += other.partial;
    no += other.no;
    unknown += other.unknown;
    na += other.na;
    blank += other.blank;
    return *this;
}

QString toJapanese(Judgement judgement)
{
    switch (judgement) {
    case Judgement::UrgentAction:
        return QStringLiteral("要緊急是正");
    case Judgement::Undetermined:
        return QStringLiteral("未確定（未回答あり）");
    case Judgement::NoTarget:
        return QStringLiteral("対象項目なし");
    case Judgement::CorrectionNeeded:
        return QStringLiteral("要是正");
    case Judgement::ImprovementNeeded:
        return QStringLiteral("改善が必要");
    case Judgement::MostlyImplemented:
        return QStringLiteral("おおむね実施");
    }
    Q_UNREACHABLE();
}

namespace {

constexpr int halfPoints(AnswerCode answer)
{
    return answer == AnswerCode::Yes ? 2 : answer == AnswerCode::Partial ? 1 : 0;
}

std::optional<Fraction> ratio(qint64 numerator, qint64 denominator)
{
    return denominator > 0 ? std::optional(Fraction(numerator, denominator)) : std::nullopt;
}

std::optional<Fraction> weightedRate(const QList<ScoreRow> &rows)
{
    qint64 reached = 0;
    qint64 possible = 0;
    for (const ScoreRow &row : rows) {
        if (row.answer && *row.answer != AnswerCode::NotApplicable) {
            reached += row.weight * halfPoints(*row.answer);
            possible += row.weight * 2;
        }
    }
    return ratio(reached, possible);
}

Judgement judge(const Score &score)
{
    if (!score.red.isEmpty()) {
        return Judgement::UrgentAction;
    }
    if (score.counts.blank > 0) {
        return Judgement::Undetermined;
    }
    if (!score.fullRate) {
        return Judgement::NoTarget;
    }
    if (!score.amber.isEmpty()) {
        return Judgement::CorrectionNeeded;
    }
    return *score.fullRate < Fraction(9, 10) ? Judgement::ImprovementNeeded : Judgement::MostlyImplemented;
}

bool isRed(const ScoreRow &row)
{
    return row.critical && (row.answer == AnswerCode::No || row.answer == AnswerCode::Unknown);
}

/// Counts of the effective answers (without 該当なし) of one phase
Counts effectiveOf(const QList<ScoreRow> &rows, Phase phase)
{
    Counts counts;
    for (const ScoreRow &row : rows) {
        if (row.phase == phase && row.answer != AnswerCode::NotApplicable) {
            counts.add(row.answer);
        }
    }
    return counts;
}

/// Level of a clause whose rules stand: by operation, then by checking
int operatedLevel(const Counts &operation, const Counts &improvement)
{
    const bool checked = improvement.effective() > 0 && improvement.yes == improvement.effective();
    if (operation.effective() == 0) {
        return checked ? 4 : 2;
    }
    if (Fraction(operation.yes, operation.effective()) < Fraction(8, 10)) {
        return 2;
    }
    return checked ? 4 : 3;
}

} // namespace

Counts countsOf(const QList<ScoreRow> &rows)
{
    Counts counts;
    for (const ScoreRow &row : rows) {
        counts.add(row.answer);
    }
    return counts;
}

std::optional<int> maturityOf(const QList<ScoreRow> &rows)
{
    const Counts all = countsOf(rows);
    if (all.blank > 0 || all.effective() == 0) {
        return std::nullopt;
    }
    if (all.yes == 0 && all.partial == 0) {
        return 0;
    }
    const Counts design = effectiveOf(rows, Phase::Design);
    if (design.yes < design.effective() || std::any_of(rows.begin(), rows.end(), isRed)) {
        return 1;
    }
    return operatedLevel(effectiveOf(rows, Phase::Operation), effectiveOf(rows, Phase::Improvement));
}

Score scoreOf(const QList<ScoreRow> &rows)
{
    Score score;
    score.counts = countsOf(rows);
    const Counts &counts = score.counts;
    score.fullRate = ratio(counts.yes, counts.effective());
    score.weighted = weightedRate(rows);
    score.response = ratio(counts.answered(), counts.target());
    score.naRate = ratio(counts.na, counts.answered());
    if (const int asked = counts.target() - counts.na; asked > 0) {
        score.bounds = {Fraction(counts.yes, asked), Fraction(counts.yes + counts.blank, asked)};
    }
    for (const ScoreRow &row : rows) {
        if (isRed(row)) {
            score.red << row.item;
        } else if (row.critical && row.answer == AnswerCode::Partial) {
            score.amber << row.item;
        }
    }
    score.judgement = judge(score);
    score.maturity = maturityOf(rows);
    return score;
}

namespace {

ScoreRow rowOf(const Item &item, std::optional<AnswerCode> answer)
{
    return {item.id, answer, item.weight, item.critical, item.phase};
}

/// Answers mostly come in the order of the checklist: each is looked for from behind the one found before.
class ItemFinder {
public:
    explicit ItemFinder(const Checklist &checklist) : m_items(checklist.items) { }
    const Item *find(const QString &id)
    {
        for (qsizetype tried = 0; tried < m_items.size(); ++tried) {
            const Item &item = m_items.at(m_next);
            m_next = m_next + 1 < m_items.size() ? m_next + 1 : 0;
            if (item.id == id) {
                return &item;
            }
        }
        return nullptr;
    }

private:
    const QList<Item> &m_items;
    qsizetype m_next = 0;
};

QMap<QString, Counts> countsBy(const Checklist &checklist, const QList<ScoreRow> &rows, QStringList Item::*groups)
{
    ItemFinder items(checklist);
    QMap<QString, Counts> counts;
    for (const ScoreRow &row : rows) {
        if (const Item *item = items.find(row.item)) {
            for (const QString &group : item->*groups) {
                counts[group].add(row.answer);
            }
        }
    }
    return counts;
}

} // namespace

QList<ScoreRow> scoreRows(const Checklist &checklist, const Inspection &inspection)
{
    const QSet<QString> profile = inspection.profile.set();
    QList<ScoreRow> rows;
    for (const Item &item : checklist.items) {
        if (item.bodies.contains(inspection.department.body) && item.applicability.matches(profile)) {
            const Answer *answer = inspection.answer(item.id);
            rows << rowOf(item, answer ? answer->code : std::nullopt);
        }
    }
    return rows;
}

QList<ScoreRow> scoreRows(const Checklist &checklist, const Submission &submission)
{
    ItemFinder items(checklist);
    QList<ScoreRow> rows;
    for (const SubmittedItem &submitted : submission.items) {
        if (const Item *item = items.find(submitted.id)) {
            rows << rowOf(*item, submitted.answer.code);
        }
    }
    return rows;
}

QMap<QString, Score> scoreByClause(const Checklist &checklist, const QList<ScoreRow> &rows)
{
    ItemFinder items(checklist);
    QMap<QString, QList<ScoreRow>> groups;
    for (const ScoreRow &row : rows) {
        if (const Item *item = items.find(row.item)) {
            groups[item->clause] << row;
        }
    }
    QMap<QString, Score> scores;
    for (auto group = groups.constBegin(); group != groups.constEnd(); ++group) {
        scores.insert(group.key(), scoreOf(group.value()));
    }
    return scores;
}

QMap<QString, Counts> countsByThreat(const Checklist &checklist, const QList<ScoreRow> &rows)
{
    return countsBy(checklist, rows, &Item::threats);
}

QMap<QString, Counts> countsByZone(const Checklist &checklist, const QList<ScoreRow> &rows)
{
    return countsBy(checklist, rows, &Item::zones);
}

} // namespace tenken
