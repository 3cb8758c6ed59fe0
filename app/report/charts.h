#pragma once

#include "core/comparison/year_on_year.h"
#include "core/score.h"
#include "report/layout/page_composer.h"
#include "report/layout/table_block.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace tenken {

/// Legend of the answers' fills: ○ 実施 △ 一部実施 × 未実施 ？ わからない
void placeAnswerLegend(PageComposer &composer);

/// One bar: ○△×？(and unanswered) stacked, each with its own texture and count. － is not part of it.
void drawStackedBar(Canvas &canvas, const QRectF &area, const Counts &counts);
/// Bar of one share, hatched; k／n stands beside
void drawProgress(Canvas &canvas, const QRectF &area, qint64 k, qint64 n);

struct ClauseBar {
    QString clause;
    QString title;
    Counts counts;
    QString remark; ///< last column, e.g. last year's share or the maturity
};
/// Per clause, kept on one page where it can be: stacked bar, k／n and rate, number of －. remarkHeader empty = no last
/// column.
void placeClauseBars(PageComposer &composer, const QList<ClauseBar> &bars, const QString &remarkHeader,
                     qreal barHeight = 200);

struct HeatRow {
    QString label;
    QList<Counts> cells;
};
/// Shares of ○ in four shades with k／n in each cell; fewer than ten items: hatched, no shade; none: ―.
/// labelWidth in millimetres; the columns share the rest.
void placeHeatMap(PageComposer &composer, const QString &labelHeader, const QStringList &columns,
                  const QList<HeatRow> &rows, qreal labelWidth);
/// One cell of it, for a column that holds so many digits: half-width, 231/250 fits twelve millimetres
TableCell heatCell(const Counts &counts, qsizetype characters = 7);
void placeHeatLegend(PageComposer &composer);

/// 直った／残った／新しい: three bands with their counts and what was compared
void drawYearOnYear(Canvas &canvas, const QRectF &area, const YearOnYear &fate);
inline constexpr qreal yearOnYearHeight = 1380;

} // namespace tenken
