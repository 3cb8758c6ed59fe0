#pragma once

#include "report/department_report.h"
#include "report/inspection_report.h"
#include "report/receipt_page.h"
#include "report/return_page.h"
#include "report/sample_committee.h"
#include "report/status_report.h"
#include "support/sample_checklist.h"

#include <memory>

/// Filled inputs of every kind of report
namespace tenken::sample {

inline InspectionReportInput inspectionInput(int perClause = 3, int seed = 1)
{
    InspectionReportInput input;
    input.checklist = checklist(perClause);
    input.submission = submission(input.checklist, seed);
    input.policy = policy();
    input.lastYear = fate();
    input.sha256 = sha256;
    input.eras = eras();
    input.options.documentNumber = text("総総第123号");
    input.options.retention = text("5年");
    StaffTally tally{text("KC-A"), text("2026.1"), 31, 28, {}};
    for (int i = 1; i <= 6; ++i)
        tally.items += TallyRow{QStringLiteral("A-%1").arg(i, 2, 10, QChar(u'0')), 28 - 4 * i, i, i, i, i};
    input.submission.staffTally = tally;
    return input;
}

inline StatusReportInput status()
{
    const SubmissionStatus all[] = {SubmissionStatus::Submitted,  SubmissionStatus::Submitted,
                                    SubmissionStatus::Submitted,  SubmissionStatus::AwaitingApproval,
                                    SubmissionStatus::Returned,   SubmissionStatus::Answering,
                                    SubmissionStatus::NotStarted, SubmissionStatus::Refused};
    StatusReportInput input;
    input.fiscalYear = FiscalYear(2026);
    input.due = QDate(2026, 11, 15);
    input.asOf = moment();
    input.eras = eras();
    input.sha256 = sha256;
    for (int i = 0; i < 80; ++i) {
        const SubmissionStatus state = all[i % 8];
        const bool sent = state == SubmissionStatus::Submitted;
        input.rows += {QStringLiteral("第%1局").arg(i / 12 + 1),
                       QStringLiteral("U%1").arg(i + 1, 4, 10, QChar(u'0')),
                       QStringLiteral("第%1整備推進課").arg(i + 1),
                       text("KC-B"),
                       i % 9 == 0 ? text("住民記録システム") : QString(),
                       state,
                       sent ? moment().addDays(-i % 20) : QDateTime(),
                       sent ? 1 : 0,
                       state == SubmissionStatus::Refused ? text("署名の後に変更") : QString()};
    }
    return input;
}

inline DepartmentReportInput department()
{
    DepartmentReportInput input;
    input.checklist = checklist();
    for (Item &item : input.checklist.items)
        item.remediation = text("今年度の職・氏名で体制表を作り直し、共有フォルダと執務室に示してください。");
    input.submission = submission(input.checklist);
    input.policy = policy();
    input.city = counts(9000, 900, 800, 20, 300);
    for (const ClauseText &clause : clauseTexts)
        input.cityByClause[text(clause.key)] = counts(700, 60, 80, 2, 20);
    input.cityDepartments = 298;
    input.lastYear = fate();
    input.generatedAt = moment();
    input.eras = eras();
    input.sha256 = sha256;
    return input;
}

inline ReceiptInput receipt()
{
    ReceiptInput input;
    input.submission = submission(checklist());
    input.fileName = text("2026-1_U0004_KC-B_r1.pdf");
    input.sha256 = sha256;
    SignatureFinding signature;
    signature.signer = text("𠮷田 髙子");
    signature.post = text("主査");
    signature.signedAt = moment();
    signature.role = Role::Inspector;
    signature.integrity = Integrity::Intact;
    signature.trust = Trust::Trusted;
    input.signatures = {signature, signature};
    input.signatures[1].role = Role::Approver;
    input.signatures[1].signer = text("山﨑 一郎");
    input.signatures[1].post = text("総務課長");
    input.receivedAt = moment();
    input.receivedBy = text("見本市　情報政策課");
    input.receiptNumber = text("情政第45号");
    input.eras = eras();
    return input;
}

inline ReturnInput returned()
{
    ReturnInput input;
    input.submission = submission(checklist());
    input.sha256 = sha256;
    input.reason = text("B-03-01：異動後の台帳が確認資料に挙がっていません。4月～9月分を確かめてください。\nB-09-"
                        "02：該当なしの理由が事実と違います。");
    input.returnedBy = {text("山﨑 一郎"), text("総務課長")};
    input.returnedAt = moment();
    input.eras = eras();
    return input;
}

} // namespace tenken::sample
