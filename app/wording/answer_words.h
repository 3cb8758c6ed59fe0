#pragma once

#include "core/comparison/item_change.h"
#include "core/inspection_rules.h"
#include "core/registry_entry.h"
#include "core/score.h"

namespace tenken::wording {

/// Label of an answer on a scale (IMPL4: 実施している …, PERSON5: できている …). On a scale that does not offer
/// わからない it is the draft state 確認中.
QString word(AnswerCode answer, const QString &scale);
/// The same for a cell: nothing is 未回答
QString word(std::optional<AnswerCode> answer, const QString &scale);
/// ○ 実施: as an answer is written wherever its colour alone would not tell; nothing has no symbol
QString answerWithSymbol(std::optional<AnswerCode> answer, const QString &scale);
QString word(Cause cause);
QString word(Phase phase);
QString word(Severity severity);
QString word(InspectionState state);
QString word(Judgement judgement);
QString word(ItemChangeState state);
QString word(SubjectKind kind);
QString word(Body body);
QString word(ImportOutcome outcome);

/// What is missing and what to do about it
QString sentence(ProblemCode code);
/// What has become of an item between the editions compared
QString explanation(ItemChangeState state);
/// Why the answers to an item are not compared; empty when they are
QString suppressionReason(ItemChangeState state);
/// Name of a maturity level, 0 to 4 (未着手 個人任せ ルールあり 実施 点検・改善); "―" when not judged or outside
QString maturityWord(std::optional<int> level);
/// Why a file was not imported, in sentences; empty unless it was refused
QString refusal(const ImportResult &result);

} // namespace tenken::wording
