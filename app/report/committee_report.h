#pragma once

#include "core/answer.h"
#include "core/comparison/year_on_year.h"
#include "core/fiscal_year.h"
#include "core/score.h"
#include "report/layout/font_book.h"
#include "report/layout/page_layout.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace tenken {

/// What the committee's report prints. Whoever fills it counts; the report only divides and draws.
struct CommitteeFigures {
    struct Clause {
        QString key;
        QString title;
        Counts counts;
    };
    /// cells run parallel to clauses
    struct Group {
        QString name;
        int expected = 0; ///< departments
        int submitted = 0;
        QList<Counts> cells;
    };
    struct DepartmentRow {
        QString code;
        QString name;
        QString bureau;
        bool submitted = false;
        int red = 0;
        QList<Counts> cells;
    };
    struct RedFlag {
        QString item;
        QString title;
        QString department;
        AnswerCode answer = AnswerCode::No;
        QString interim;
        QDate due;
        QString owner;
    };
    struct Weakness {
        QString item;
        QString title;
        Counts counts;
        QList<std::pair<Cause, int>> causes; ///< most frequent first
        QString measure; ///< proposed city-wide measure
    };
    struct ItemRow {
        QString item;
        QString title;
        QString clause;
        Counts counts;
        std::optional<Counts> before; ///< last year over common departments; nothing when not comparable
    };
    /// One line of the trend; cells run parallel to trendYears, comparable items only
    struct Trend {
        QString label;
        QList<Counts> cells;
    };
    /// Findings of audits that are not closed yet
    struct AuditLeft {
        QString severity;
        int open = 0;
        int planned = 0;
        int done = 0;
        int overdue = 0;
    };

    FiscalYear fiscalYear;
    int round = 1;
    QString checklist; ///< KC-B　課・所属用 自己点検票
    QString edition;
    QDate date; ///< of the document
    QDateTime generatedAt;
    int expected = 0; ///< submissions
    int submitted = 0;
    Counts total;
    std::optional<Counts> totalBefore; ///< last year, common items and departments
    std::optional<Counts> totalCommon; ///< this year over the same
    QList<Clause> clauses;
    QList<Group> bureaus;
    QList<RedFlag> redFlags;
    int redDepartments = 0;
    std::optional<YearOnYear> yearOnYear;
    QList<Weakness> weaknesses; ///< at most five are printed
    QList<AuditLeft> audit;
    std::optional<std::pair<int, int>> auditAgreement; ///< confirmed ○ of tested ○
    QStringList decisions; ///< お決めいただきたいこと
    QList<DepartmentRow> departments;
    QList<ItemRow> items;
    QList<FiscalYear> trendYears; ///< oldest first
    QList<Trend> trends;
    int trendItems = 0; ///< that the trend compares
    int trendDepartments = 0; ///< that submitted in every year of it
    QStringList methodNotes; ///< beyond the standing ones
};

struct CommitteeOptions {
    QString handling = QStringLiteral("取扱注意（庁内限り）");
    QString documentNumber;
    QString title = QStringLiteral("情報セキュリティ自己点検　全庁集計・比較報告");
    QString sha256; ///< of the embedded data
    QString signatureField; ///< "division" reserves a box at the end; empty: none
    bool draft = false;
};

/// 全庁集計・比較報告: two pages A4 landscape, annexes 1–4 A3 landscape (domain report §6.2)
PageLayout committeeReport(const FontBook &book, const CommitteeFigures &figures, const EraTable &eras,
                           const CommitteeOptions &options = {});

} // namespace tenken
