#pragma once

#include "core/fiscal_year.h"
#include "core/submission.h"
#include "report/layout/font_book.h"
#include "report/layout/page_layout.h"

namespace tenken {

/// 差戻し通知: a submission goes back with a reason. Signature box: approver.
struct ReturnInput {
    Submission submission;
    QString sha256; ///< of the returned submission.json
    QString reason;
    Author returnedBy;
    QDateTime returnedAt;
    EraTable eras;
    QString handling = QStringLiteral("取扱注意（庁内限り）");
    QString documentNumber;
};
PageLayout returnPage(const FontBook &book, const ReturnInput &input);

} // namespace tenken
