#pragma once

#include "core/checklist.h"
#include "core/comparison/year_on_year.h"
#include "core/fiscal_year.h"
#include "core/policy.h"
#include "core/submission.h"
#include "report/layout/font_book.h"
#include "report/layout/page_layout.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace tenken {

struct InspectionReportOptions {
    QString handling = QStringLiteral("取扱注意（庁内限り）");
    QString documentNumber; ///< 文書番号
    QString retention; ///< 保存年限
    QString addressee = QStringLiteral("情報政策課長");
    QStringList approvalPosts = {QStringLiteral("係長"), QStringLiteral("課長補佐"), QStringLiteral("課長"),
                                 QStringLiteral("部長")};
    bool confidential = false; ///< prints the wording of the city's own items too
    bool draft = false; ///< prints 下書き across every page and leaves the QR code out
};

/// 自己点検結果報告書 of one subject (domain report §6.1). The score is computed from submission and checklist.
struct InspectionReportInput {
    Submission submission;
    Checklist checklist; ///< the edition that was answered
    std::optional<Policy> policy; ///< names of clauses and flags; keys and codes are printed without it
    std::optional<YearOnYear> lastYear;
    QString sha256; ///< of submission.json, lower-case hex; empty for a draft
    EraTable eras;
    InspectionReportOptions options;
    /// Told the number of pages as each begins; false: the rest is not wanted, and what comes back is a part
    std::function<bool(int pages)> progress;
};

/// A4 portrait; signature boxes inspector and (where the checklist asks for approval) approver.
PageLayout inspectionReport(const FontBook &book, const InspectionReportInput &input);

/// What the QR code on page 1 says: "tenken.submission/1 <id> <sha256>"
QString submissionQrText(const QUuid &submission, const QString &sha256);

} // namespace tenken
