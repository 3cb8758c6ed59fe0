#pragma once

#include "core/checklist.h"
#include "core/policy.h"
#include "core/submission.h"

#include <QDateTime>
#include <QString>

/// A small policy, checklist and submissions of it, in core types only: for tests that need content, not Kumamoto's.
namespace tenken::sample {

struct ClauseText {
    const char *key;
    const char *title;
};
inline constexpr ClauseText clauseTexts[] = {
    {"6(1)", "組織体制"},
    {"6(2)", "情報資産の分類と管理"},
    {"6(3)①", "情報システム全体の強靱性の向上（マイナンバー利用事務系）"},
    {"6(3)②", "情報システム全体の強靱性の向上（LGWAN接続系）"},
    {"6(3)③", "情報システム全体の強靱性の向上（インターネット接続系）"},
    {"6(4)", "物理的セキュリティ"},
    {"6(5)", "人的セキュリティ"},
    {"6(6)", "技術的セキュリティ"},
    {"6(7)", "運用"},
    {"6(8)", "業務委託と外部サービスの利用"},
    {"6(9)", "評価・見直し"},
    {"7", "情報セキュリティ監査及び自己点検の実施"},
    {"8", "情報セキュリティポリシーの見直し"},
};

inline QString text(const char *utf8) { return QString::fromUtf8(utf8); }

inline Policy policy()
{
    Policy policy;
    policy.id = text("sample-policy");
    policy.fingerprint = QString(64, u'a');
    policy.title.ja = text("見本市情報セキュリティ基本方針");
    policy.effective = QDate(2023, 8, 1);
    for (const ClauseText &clause : clauseTexts)
        policy.clauses += PolicyClause{text(clause.key), {text(clause.title), {}}, text("市は、対策を講ずる。")};
    policy.flags +=
        ProfileFlag{text("mynumber"), {text("マイナンバー"), {}}, {text("特定個人情報を扱いますか。"), {}}, {}};
    policy.flags +=
        ProfileFlag{text("outsourcing"), {text("業務委託"), {}}, {text("業務を委託していますか。"), {}}, {}};
    return policy;
}

/// number counts from 0; the first item of every third clause is critical (★)
inline Item item(const ClauseText &clause, int clauseNumber, int number)
{
    const Phase phases[] = {Phase::Design, Phase::Operation, Phase::Improvement};
    Item item;
    item.id = QStringLiteral("B-%1-%2").arg(clauseNumber + 1, 2, 10, QChar(u'0')).arg(number + 1, 2, 10, QChar(u'0'));
    item.fingerprint = QString(64, u'c');
    item.title.ja = text(clause.title) + QStringLiteral("の確認%1").arg(number + 1);
    item.clause = text(clause.key);
    item.clauses = {item.clause};
    item.question.ja = text("課の情報セキュリティ管理者（課長）と担当者の職・氏名を、課員が見られる形で示していますか"
                            "（%1その%2）。")
                           .arg(text(clause.title))
                           .arg(number + 1);
    item.phase = phases[number % 3];
    item.weight = 1 + number % 3;
    item.critical = number == 0 && clauseNumber % 3 == 0;
    item.commentRequiredOn = AnswerCode::Partial | AnswerCode::No;
    item.planRequiredOn = AnswerCode::Partial | AnswerCode::No;
    item.naCondition = text("対象の事務がない");
    return item;
}

/// perClause items for each of the 13 clauses, ids B-<clause>-<n>
inline Checklist checklist(int perClause = 3)
{
    Checklist checklist;
    checklist.id = text("KC-B");
    checklist.edition = text("2026.1");
    checklist.fingerprint = QString(64, u'b');
    checklist.policy = text("sample-policy");
    checklist.title.ja = text("課・所属用 自己点検票");
    checklist.scale = text("IMPL4");
    int clauseNumber = 0;
    for (const ClauseText &clause : clauseTexts) {
        for (int i = 0; i < perClause; ++i)
            checklist.items += item(clause, clauseNumber, i);
        ++clauseNumber;
    }
    return checklist;
}

/// Complete by the item's own rules: evidence with ○, reason with －, comment, cause and plan with the others
inline Answer answer(AnswerCode code)
{
    Answer answer;
    answer.code = code;
    if (code == AnswerCode::Yes) {
        answer.evidence +=
            Evidence{text("情報セキュリティ体制表"), text("総総第12号"), QDate(2026, 4, 3), text("課共有フォルダ"), {}};
    } else if (code == AnswerCode::NotApplicable) {
        answer.reason = text("対象の機器を課で持っていないため。");
    } else {
        answer.comment = text("台帳はあるが、今年度の異動を反映していない（4月～9月分）。");
        answer.cause = code == AnswerCode::No ? Cause::RuleUnfit : Cause::NoCapacity;
        answer.opinion = code == AnswerCode::No ? text("紙の様式しかなく、窓口の実態に合わない。") : QString();
        answer.plan = {text("台帳を更新し、四半期ごとに係長が確かめる。"), text("庶務係長"), QDate(2027, 1, 29),
                       text("当面は毎月末に担当者が目視で確かめる。")};
    }
    return answer;
}

/// A department's complete submission. seed chooses the answers: each seed gives another mixture.
inline Submission submission(const Checklist &checklist, int seed = 1)
{
    Submission submission;
    submission.id = QUuid(text("6f1c1e6e-2f0a-5c3b-9d5e-000000000001"));
    submission.inspection = QUuid(text("6f1c1e6e-2f0a-5c3b-9d5e-000000000002"));
    submission.fiscalYear = FiscalYear(2026);
    submission.policy = checklist.policy;
    submission.checklist = checklist.id;
    submission.edition = checklist.edition;
    submission.subject = {SubjectKind::Section, text("U0004"), text("総務課")};
    submission.department = {text("U0004"), text("総務課"), {text("総務局"), text("行政管理部")}, Body::Mayor};
    submission.profile.flags = {text("mynumber"), text("outsourcing")};
    submission.inspector = {text("𠮷田 髙子"), text("主査")};
    submission.inspectionDate = QDate(2026, 11, 20);
    submission.exportedAt = QDateTime::fromString(text("2026-11-22T21:03:00+09:00"), Qt::ISODate);
    submission.generatorName = text("Tenken");
    submission.generatorVersion = text("0.1.0");
    int i = 0;
    for (const Item &item : checklist.items) {
        const int turn = (i++ * 7 + seed * 5) % 20;
        const AnswerCode code = turn < 14 ? AnswerCode::Yes
            : turn < 16                   ? AnswerCode::Partial
            : turn < 18                   ? AnswerCode::No
                                          : AnswerCode::NotApplicable;
        submission.items += SubmittedItem{item.id, 1, item.fingerprint, item.question.ja, answer(code)};
        submission.items.last().answer.answeredAt = submission.exportedAt.addDays(-2);
    }
    return submission;
}

} // namespace tenken::sample
