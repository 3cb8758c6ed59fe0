#include "report/charts.h"

#include "core/fraction.h"
#include "report/layout/palette.h"
#include "report/layout/units.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenken {
namespace {

constexpr AnswerCode stacked[] = {AnswerCode::Yes, AnswerCode::Partial, AnswerCode::No, AnswerCode::Unknown};

int countOf(const Counts &counts, AnswerCode code)
{
    switch (code) {
    case AnswerCode::Yes:
        return counts.yes;
    case AnswerCode::Partial:
        return counts.partial;
    case AnswerCode::No:
        return counts.no;
    case AnswerCode::Unknown:
        return counts.unknown;
    case AnswerCode::NotApplicable:
        break;
    }
    return counts.na;
}

TextStyle chartStyle(Qt::Alignment align, qreal size = 8, bool bold = false)
{
    TextStyle style;
    style.pointSize = size;
    style.align = align;
    style.leading = 1.2;
    style.bold = bold;
    return style;
}

void drawSegment(Canvas &canvas, const QRectF &area, const AnswerFill &fill, int count)
{
    canvas.fill(area, fill.colour, fill.hatch);
    canvas.frame(area, points(0.4));
    const QString text = QString::number(count);
    const TextStyle style = chartStyle(Qt::AlignCenter);
    if (area.width() < canvas.typesetter().widthOf(text, style) + points(5))
        return;
    if (fill.hatch == Hatch::None)
        canvas.text(area, text, style);
    else
        canvas.label(area, text, style);
}

/// 0 = darkest (below 70 %) … 3 = white (90 % and more). Compared as fractions, not as rounded percentages.
int shadeOf(const Counts &counts)
{
    const int hundredfold = counts.yes * 100;
    const int n = counts.effective();
    return hundredfold >= 90 * n ? 3 : hundredfold >= 80 * n ? 2 : hundredfold >= 70 * n ? 1 : 0;
}

QColor shadeColour(int shade)
{
    const QColor shades[] = {QColor(0x8C, 0xAD, 0xF5), QColor(0xB4, 0xCB, 0xFA), QColor(0xDE, 0xE9, 0xFD), Qt::white};
    return shades[shade];
}

void drawKey(Canvas &canvas, qreal &x, const QRectF &area, const QColor &colour, Hatch hatch, const QString &word)
{
    const QRectF sample(x, area.center().y() - points(4), points(16), points(8));
    canvas.fill(sample, colour, hatch);
    canvas.frame(sample, points(0.4));
    const TextStyle style = chartStyle(Qt::AlignLeft | Qt::AlignVCenter, 8.5);
    x = sample.right() + points(3);
    canvas.text(QRectF(x, area.top(), area.right() - x, area.height()), word, style);
    x += canvas.typesetter().widthOf(word, style) + points(12);
}

/// At the right edge, where it still fits beside the key
void drawRemark(Canvas &canvas, qreal x, const QRectF &area, const QString &words)
{
    const TextStyle style = chartStyle(Qt::AlignRight | Qt::AlignVCenter, 8.5);
    if (canvas.typesetter().widthOf(words, style) <= area.right() - x)
        canvas.text(QRectF(x, area.top(), area.right() - x, area.height()), words, style);
}

/// The share of ○, or its bounds while answers are missing
QString rateWords(const Counts &counts)
{
    const int n = counts.effective() + counts.blank;
    return counts.blank == 0 ? formatShare(counts.yes, n)
                             : u"%1〜%2／%3"_s.arg(counts.yes).arg(counts.yes + counts.blank).arg(n);
}

} // namespace

void placeAnswerLegend(PageComposer &composer)
{
    composer.box(points(14), [](Canvas &canvas, const QRectF &area) {
        qreal x = area.left();
        for (const AnswerCode code : stacked) {
            const QString words[] = {u"○ 実施"_s, u"△ 一部実施"_s, u"× 未実施"_s, u"？ わからない"_s};
            const auto index =
                static_cast<qsizetype>(std::find(std::begin(stacked), std::end(stacked), code) - stacked);
            drawKey(canvas, x, area, fillOf(code).colour, fillOf(code).hatch, words[index]);
        }
        drawRemark(canvas, x, area, u"実施率＝○÷（○＋△＋×＋？）"_s);
    });
}

void drawStackedBar(Canvas &canvas, const QRectF &area, const Counts &counts)
{
    const int total = counts.effective() + counts.blank;
    if (total == 0)
        return;
    qreal x = area.left();
    for (const AnswerCode code : stacked) {
        const int count = countOf(counts, code);
        const qreal width = area.width() * count / total;
        if (count > 0)
            drawSegment(canvas, QRectF(x, area.top(), width, area.height()), fillOf(code), count);
        x += width;
    }
    if (counts.blank > 0)
        drawSegment(canvas, QRectF(x, area.top(), area.right() - x, area.height()), fillOf(std::nullopt), counts.blank);
}

void drawProgress(Canvas &canvas, const QRectF &area, qint64 k, qint64 n)
{
    canvas.fill(area, Qt::white);
    if (n > 0) {
        QRectF done = area;
        done.setWidth(area.width() * static_cast<qreal>(k) / static_cast<qreal>(n));
        canvas.fill(done, palette::yes);
        canvas.fill(QRectF(done.right(), area.top(), area.right() - done.right(), area.height()), Qt::white,
                    Hatch::Wide);
    }
    canvas.frame(area, points(0.5));
}

void placeClauseBars(PageComposer &composer, const QList<ClauseBar> &bars, const QString &remarkHeader, qreal barHeight)
{
    const qreal total = composer.width() / millimetres(1);
    const bool narrow = total < 150;
    const qreal remark = remarkHeader.isEmpty() ? 0 : 25;
    const qreal title = total > 200 ? 62 : narrow ? 42 : 44;
    Table table;
    table.style.leading = 1.2;
    if (narrow) {
        table.style.pointSize = 8;
        table.style.leading = 1.15;
        table.padding = points(1.8);
    }
    qreal rate = 30; // wide enough for each to stand on one line
    for (const ClauseBar &bar : bars) {
        const qreal words = composer.typesetter().widthOf(rateWords(bar.counts), table.style);
        rate = std::max(rate, (words + 2 * table.sidePadding) / millimetres(1) + 0.5);
    }
    table.columns = {{u"条項"_s, 15, Qt::AlignLeft | Qt::AlignVCenter},
                     {u"区分"_s, title, Qt::AlignLeft | Qt::AlignVCenter},
                     {u"回答の内訳（件数）"_s, total - 15 - title - rate - 9 - remark},
                     {u"実施率"_s, rate, Qt::AlignRight | Qt::AlignVCenter},
                     {u"－"_s, 9, Qt::AlignRight | Qt::AlignVCenter}};
    if (!remarkHeader.isEmpty())
        table.columns += {remarkHeader, remark, Qt::AlignCenter};
    for (const ClauseBar &bar : bars) {
        TableCell chart;
        chart.leastHeight = barHeight + points(5);
        chart.draw = [counts = bar.counts, barHeight](Canvas &canvas, const QRectF &area) {
            const qreal top = area.center().y() - barHeight / 2; // as high in every row
            drawStackedBar(canvas, QRectF(area.left() + points(3), top, area.width() - points(6), barHeight), counts);
        };
        TableRow row{TableCell(bar.clause), TableCell(bar.title), chart, TableCell(rateWords(bar.counts)),
                     TableCell(QString::number(bar.counts.na))};
        if (!remarkHeader.isEmpty())
            row += TableCell(bar.remark);
        table.rows += row;
    }
    placeTogether(composer, table);
}

TableCell heatCell(const Counts &counts, qsizetype characters)
{
    const int n = counts.effective();
    // what does not fit is broken at the stroke, not within a number
    const QString share = u"%1/%2"_s.arg(counts.yes).arg(n);
    TableCell cell(n == 0 ? u"―"_s : share.size() > characters ? u"%1/\n%2"_s.arg(counts.yes).arg(n) : share);
    cell.align = Qt::AlignCenter;
    if (n > 0 && n < 10)
        cell.hatch = Hatch::Wide;
    else if (n > 0)
        cell.fill = shadeColour(shadeOf(counts));
    return cell;
}

void placeHeatMap(PageComposer &composer, const QString &labelHeader, const QStringList &columns,
                  const QList<HeatRow> &rows, qreal labelWidth)
{
    Table table;
    table.style.pointSize = 8;
    table.style.leading = 1.1;
    table.padding = points(0.9); // 26 rows and what stands below them are one page
    table.sidePadding = points(0.4);
    table.columns = {{labelHeader, labelWidth, Qt::AlignLeft | Qt::AlignVCenter}};
    const qreal width =
        (composer.width() / millimetres(1) - labelWidth) / std::max(1.0, static_cast<qreal>(columns.size()));
    for (const QString &column : columns)
        table.columns += {column, width, Qt::AlignCenter};
    const qreal digit = composer.typesetter().widthOf(u"0"_s, table.style);
    const auto characters = static_cast<qsizetype>((millimetres(width) - 2 * table.sidePadding) / digit);
    for (const HeatRow &heat : rows) {
        TableRow row{TableCell(u" "_s + heat.label)};
        for (const Counts &counts : heat.cells)
            row += heatCell(counts, characters);
        table.rows += row;
    }
    place(composer, table);
}

void placeHeatLegend(PageComposer &composer)
{
    composer.box(points(14), [](Canvas &canvas, const QRectF &area) {
        const QString words[] = {u"70％未満"_s, u"70％以上80％未満"_s, u"80％以上90％未満"_s, u"90％以上"_s};
        qreal x = area.left();
        for (int shade = 0; shade < 4; ++shade)
            drawKey(canvas, x, area, shadeColour(shade), Hatch::None, words[shade]);
        drawKey(canvas, x, area, Qt::white, Hatch::Wide, u"10件未満（率を出さない）"_s);
        drawRemark(canvas, x, area, u"数字は○の件数／有効回答"_s);
    });
}

void drawYearOnYear(Canvas &canvas, const QRectF &area, const YearOnYear &fate)
{
    const struct {
        QString word;
        int count;
        QColor colour;
        Hatch hatch;
    } bands[] = {
        {u"直った"_s, fate.repaired, palette::yes, Hatch::None},
        {u"残った"_s, fate.remaining, palette::partial, Hatch::Diagonal},
        {u"新しい"_s, fate.fresh, palette::no, Hatch::Cross},
    };
    const int most = std::max({1, fate.repaired, fate.remaining, fate.fresh});
    const qreal label = points(40);
    const qreal bar = points(11);
    qreal y = area.top();
    for (const auto &band : bands) {
        canvas.text(QRectF(area.left(), y, label, bar), band.word, chartStyle(Qt::AlignLeft | Qt::AlignVCenter, 9));
        const QRectF full(area.left() + label, y, (area.width() - label - points(44)) * band.count / most, bar);
        canvas.fill(full, band.colour, band.hatch);
        if (band.count > 0)
            canvas.frame(full, points(0.5));
        canvas.text(QRectF(full.right() + points(4), y, points(44), bar), u"%1件"_s.arg(band.count),
                    chartStyle(Qt::AlignLeft | Qt::AlignVCenter, 9, true));
        y += points(15);
    }
    canvas.text(QRectF(area.left(), y, area.width(), points(12)),
                u"比較対象 %1項目×%2所属（共通の項目と所属だけ）"_s.arg(fate.commonItems).arg(fate.commonDepartments),
                chartStyle(Qt::AlignLeft, 8));
}

} // namespace tenken
