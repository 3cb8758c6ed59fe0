#pragma once

#include "report/committee_report.h"
#include "support/sample_checklist.h"

/// What reports share, and the committee's figures of a whole city
namespace tenken::sample {

inline EraTable eras()
{
    return EraTable({{QDate(2019, 5, 1), text("令和"), text("R")}, {QDate(1989, 1, 8), text("平成"), text("H")}});
}

inline const QString sha256 = text("0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0");
inline QDateTime moment() { return QDateTime::fromString(text("2026-11-22T21:03:00+09:00"), Qt::ISODate); }

inline YearOnYear fate()
{
    YearOnYear fate;
    fate.repaired = 7;
    fate.remaining = 3;
    fate.fresh = 2;
    fate.commonItems = 36;
    fate.commonDepartments = 1;
    return fate;
}

inline Counts counts(int yes, int partial, int no, int unknown = 0, int na = 0)
{
    Counts counts;
    counts.yes = yes;
    counts.partial = partial;
    counts.no = no;
    counts.unknown = unknown;
    counts.na = na;
    return counts;
}

inline void addDepartments(CommitteeFigures &figures, int departments)
{
    for (int i = 0; i < departments; ++i) {
        CommitteeFigures::DepartmentRow row{QStringLiteral("U%1").arg(i + 1, 4, 10, QChar(u'0')),
                                            QStringLiteral("第%1整備推進課").arg(i + 1),
                                            QStringLiteral("第%1局").arg(i / 12 + 1),
                                            i % 97 != 5,
                                            i % 40 == 0 ? 1 : 0,
                                            {}};
        for (qsizetype c = 0; c < figures.clauses.size(); ++c)
            row.cells += c == 2 && i % 3 > 0 ? Counts() : counts(6 + (i + static_cast<int>(c) * 5) % 8, 1, i % 4, 0, 1);
        figures.departments += row;
    }
}

inline void addBureaus(CommitteeFigures &figures, int bureaus)
{
    for (int b = 0; b < bureaus; ++b) {
        CommitteeFigures::Group group{
            b == 3 ? text("選挙管理委員会事務局") : QStringLiteral("第%1局").arg(b + 1), 12, b % 13 == 1 ? 11 : 12, {}};
        for (int c = 0; c < 13; ++c)
            group.cells += b == 3 ? counts(c % 9, 1, 0) : counts(90 - (b * 7 + c * 3) % 45, 6, 4 + (b + c) % 9);
        figures.bureaus += group;
    }
}

inline CommitteeFigures committee(int bureaus = 26, int redFlags = 14, int departments = 300)
{
    CommitteeFigures figures;
    figures.fiscalYear = FiscalYear(2026);
    figures.checklist = text("KC-B");
    figures.edition = text("2026.1");
    figures.date = QDate(2027, 1, 15);
    figures.generatedAt = moment();
    figures.expected = 300;
    figures.submitted = 298;
    for (const ClauseText &clause : clauseTexts) {
        const int n = static_cast<int>(figures.clauses.size());
        figures.clauses +=
            {text(clause.key), text(clause.title), counts(2100 - 60 * n, 90 + 10 * n, 60 + 25 * n, n, 40)};
        figures.total += figures.clauses.last().counts;
    }
    figures.totalBefore = counts(18000, 2500, 2000);
    figures.totalCommon = counts(19200, 1900, 1400);
    addBureaus(figures, bureaus);
    for (int i = 0; i < redFlags; ++i)
        figures.redFlags += {QStringLiteral("B-01-%1").arg(i + 1, 2, 10, QChar(u'0')),
                             text("マイナンバー利用事務系端末の二要素認証"),
                             QStringLiteral("第%1区役所　保険年金課").arg(i % 5 + 1),
                             i % 4 == 3 ? AnswerCode::Unknown : AnswerCode::No,
                             text("入室を2人に限り、利用記録を毎日確かめる。"),
                             QDate(2027, 2, 26),
                             text("課長　髙﨑 一郎")};
    figures.redDepartments = 5;
    YearOnYear years = fate();
    years.repaired = 812;
    years.remaining = 431;
    years.fresh = 267;
    years.commonDepartments = 291;
    figures.yearOnYear = years;
    for (int i = 0; i < 5; ++i)
        figures.weaknesses += {QStringLiteral("B-09-%1").arg(i + 1, 2, 10, QChar(u'0')),
                               text("委託先の再委託の確認"),
                               counts(180, 40, 60 - i, 5),
                               {{Cause::RuleUnknown, 31}, {Cause::NoCapacity, 18}},
                               text("契約課の様式に確認欄を設け、研修で周知する。")};
    figures.audit = {
        {text("重大な不備"), 0, 1, 2, 1}, {text("軽微な不備"), 2, 6, 9, 0}, {text("改善推奨"), 5, 11, 20, 0}};
    figures.auditAgreement = std::pair(173, 190);
    figures.decisions = {text("二要素認証の未導入端末（14件）を2月末までに更新することの承認"),
                         text("委託契約の標準様式の改正を契約課に指示すること"),
                         text("来年度の自己点検の実施計画の承認")};
    addDepartments(figures, departments);
    for (const Item &item : checklist(6).items)
        figures.items += {item.id, item.title.ja, item.clause, counts(240, 20, 25, 2, 11), counts(231, 22, 33, 1, 11)};
    figures.trendYears = {FiscalYear(2024), FiscalYear(2025), FiscalYear(2026)};
    for (const CommitteeFigures::Clause &clause : figures.clauses)
        figures.trends += {clause.key + QChar(u'　') + clause.title,
                           {counts(1500, 300, 240), counts(1620, 260, 160), counts(1700, 220, 120)}};
    figures.methodNotes = {text("比較対象 36項目×291所属。組織改編で対応しない9所属を除いた。")};
    return figures;
}

} // namespace tenken::sample
