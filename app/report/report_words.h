#pragma once

#include "core/answer.h"
#include "core/checklist.h"
#include "core/fiscal_year.h"
#include "core/score.h"
#include "core/verification.h"

#include <QString>

#include <optional>

/// Words of reports. Reports are Japanese whatever the language of the program (docs/decisions).
namespace tenken::words {

/// 実施 一部実施 未実施 わからない 該当なし; 未回答 for nothing
QString answer(std::optional<AnswerCode> code);
/// "○ 実施"
QString answerWithSymbol(std::optional<AnswerCode> code);
QString cause(Cause cause);
/// 対象76項目　○61　△9　×4　？0　－2（未回答0）
QString counts(const Counts &counts);
/// k／n with percentage; a span while items are unanswered
QString rate(const Counts &counts);
/// "3 実施"; "―" without a level
QString maturity(std::optional<int> level);
QString subjectKind(SubjectKind kind);
/// 点検者 情報セキュリティ管理者 監査人 情報政策課
QString role(Role role);
/// 令和8年11月22日（2026年11月22日） 21:03
QString dateTime(const EraTable &eras, const QDateTime &time);
/// 令和8年11月22日 21:03
QString shortDateTime(const EraTable &eras, const QDateTime &time);
/// Outer names joined: 総務局　行政部　総務課
QString fullName(const Department &department);
/// "辻 花子（主査）"
/// Why a file was not taken, in a few words: 承認の署名がない・回又は版が違う … (registry's reasons), else the
/// verdict's
QString refusal(Verdict verdict, const QList<Reason> &reasons);
QString person(const QString &name, const QString &post);
/// One evidence per line: document, number, date, place, SHA-256
QString evidence(const EraTable &eras, const QList<Evidence> &evidence);

} // namespace tenken::words
