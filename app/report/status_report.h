#pragma once

#include "core/fiscal_year.h"
#include "report/layout/font_book.h"
#include "report/layout/page_layout.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace tenken {

/// Where one expected submission stands
enum class SubmissionStatus { Submitted, AwaitingApproval, Returned, Answering, NotStarted, Refused };

/// 提出状況表
struct StatusReportInput {
    struct Row {
        QString bureau;
        QString departmentCode;
        QString department;
        QString checklist;
        QString subject; ///< when it is not the department itself
        SubmissionStatus status = SubmissionStatus::NotStarted;
        QDateTime submittedAt;
        int revision = 0; ///< 0 = none
        QString remark; ///< e.g. why it was refused
    };
    FiscalYear fiscalYear;
    int round = 1;
    QDate due; ///< invalid: no due date
    QDateTime asOf;
    QList<Row> rows; ///< in the order of the organisation
    EraTable eras;
    QString handling = QStringLiteral("取扱注意（庁内限り）");
    QString documentNumber;
    QString sha256;
};
PageLayout statusReport(const FontBook &book, const StatusReportInput &input);

} // namespace tenken
