#pragma once

#include "core/checklist.h"
#include "core/fraction.h"
#include "core/inspection.h"
#include "core/submission.h"

#include <QMap>

#include <optional>
#include <utility>

namespace tenken {

struct ScoreRow {
    QString item;
    std::optional<AnswerCode> answer;
    int weight = 1;
    bool critical = false;
    Phase phase = Phase::Operation;
};

struct Counts {
    int yes = 0, partial = 0, no = 0, unknown = 0, na = 0, blank = 0;
    int target() const { return yes + partial + no + unknown + na + blank; }
    int answered() const { return target() - blank; }
    int effective() const { return yes + partial + no + unknown; }
    void add(std::optional<AnswerCode> answer);
    Counts &operator+=(const Counts &other);
    friend bool operator==(const Counts &, const Counts &) = default;
};

/// In this order of precedence (domain report §5.1)
enum class Judgement { UrgentAction, Undetermined, NoTarget, CorrectionNeeded, ImprovementNeeded, MostlyImplemented };
/// 要緊急是正 / 未確定（未回答あり） / 対象項目なし / 要是正 / 改善が必要 / おおむね実施: also the text in JSON
QString toJapanese(Judgement judgement);

struct Score {
    Counts counts;
    std::optional<Fraction> fullRate; ///< ○ ÷ (○+△+×+？): the headline
    std::optional<Fraction> weighted; ///< secondary
    std::optional<Fraction> response;
    std::optional<Fraction> naRate;
    std::optional<std::pair<Fraction, Fraction>> bounds; ///< of fullRate while items are unanswered
    QStringList red; ///< ★ with × or ？
    QStringList amber; ///< ★ with △
    Judgement judgement = Judgement::NoTarget;
    std::optional<int> maturity; ///< 0–4; nothing while unanswered or without effective answers
};
Score scoreOf(const QList<ScoreRow> &rows);
Counts countsOf(const QList<ScoreRow> &rows);
/// 0–4 by the rules of domain report §5.4
std::optional<int> maturityOf(const QList<ScoreRow> &rows);

/// Rows of the items that apply to this inspection, with their clause
QList<ScoreRow> scoreRows(const Checklist &checklist, const Inspection &inspection);
QList<ScoreRow> scoreRows(const Checklist &checklist, const Submission &submission);
/// Score of each clause of the checklist that has applicable items (each item counted once, main clause), by key
QMap<QString, Score> scoreByClause(const Checklist &checklist, const QList<ScoreRow> &rows);
/// Counts by threat or zone: an item counts for each of its threats, so these do not add up to the whole
QMap<QString, Counts> countsByThreat(const Checklist &checklist, const QList<ScoreRow> &rows);
QMap<QString, Counts> countsByZone(const Checklist &checklist, const QList<ScoreRow> &rows);

} // namespace tenken
