#pragma once

#include "core/fiscal_year.h"
#include "core/submission.h"
#include "core/verification.h"
#include "report/layout/font_book.h"
#include "report/layout/page_layout.h"

namespace tenken {

/// 受領書: what the division accepted, from whom, and what it verified. Signature box: division.
struct ReceiptInput {
    Submission submission;
    QString fileName;
    QString sha256; ///< of submission.json
    QList<SignatureFinding> signatures;
    QDateTime receivedAt;
    QString receivedBy; ///< 情報政策課
    QString receiptNumber;
    EraTable eras;
    QString handling = QStringLiteral("取扱注意（庁内限り）");
};
PageLayout receiptPage(const FontBook &book, const ReceiptInput &input);

} // namespace tenken
