#include "report/committee_annexes.h"

#include "core/comparison/comparison.h"
#include "core/fraction.h"
#include "report/charts.h"
#include "report/form_blocks.h"
#include "report/layout/palette.h"
#include "report/layout/table_block.h"
#include "report/layout/units.h"
#include "report/report_words.h"

using namespace Qt::StringLiterals;

namespace tenken {
namespace {

constexpr Qt::Alignment number = Qt::AlignRight | Qt::AlignVCenter;
constexpr Qt::Alignment label = Qt::AlignLeft | Qt::AlignVCenter;

TableCell share(const Counts &counts)
{
    TableCell cell(formatShare(counts.yes, counts.effective()));
    cell.align = number;
    return cell;
}

void placeDepartments(PageComposer &composer, const CommitteeFigures &figures)
{
    composer.startPage(PaperSize::A3Landscape);
    composer.title(u"別紙1　所属×条項の集計表"_s);
    placeHeatLegend(composer);
    Table table;
    table.padding = points(6);
    table.columns = {{u"所属コード"_s, 19, label},
                     {u"局等"_s, 32, label},
                     {u"所属"_s, 46, label},
                     {u"赤旗"_s, 12, number},
                     {u"全体"_s, 38, number}};
    const qreal width = 228.0 / std::max(1.0, static_cast<qreal>(figures.clauses.size()));
    for (const CommitteeFigures::Clause &clause : figures.clauses)
        table.columns += {clause.key, width, Qt::AlignCenter};
    for (const CommitteeFigures::DepartmentRow &department : figures.departments) {
        TableRow row{TableCell(department.code), TableCell(department.bureau), TableCell(department.name)};
        if (department.submitted) {
            Counts total;
            for (const Counts &counts : department.cells)
                total += counts;
            TableCell red(department.red > 0 ? QString::number(department.red) : QString());
            red.bold = true;
            row += red;
            row += share(total);
            for (const Counts &counts : department.cells)
                row += heatCell(counts);
        } else {
            TableCell missing(u"未提出"_s);
            missing.span = 2 + static_cast<int>(figures.clauses.size());
            missing.align = Qt::AlignCenter;
            missing.fill = palette::unknown;
            row += missing;
        }
        table.rows += row;
    }
    place(composer, table);
}

/// No arrow for a difference of one or two (domain §5.3)
QString change(const Counts &now, const std::optional<Counts> &before)
{
    if (!before)
        return u"―"_s;
    const int direction = directionOf(*before, now);
    return formatShare(before->yes, before->effective())
        + (direction > 0       ? u"　↑"_s
               : direction < 0 ? u"　↓"_s
                               : u"　　"_s);
}

void placeItems(PageComposer &composer, const CommitteeFigures &figures)
{
    composer.startPage(PaperSize::A3Landscape);
    composer.title(u"別紙2　項目別の集計"_s);
    placeAnswerLegend(composer);
    Table table;
    table.columns = {{u"ID"_s, 22, label},
                     {u"条項"_s, 18, label},
                     {u"項目"_s, 92, label},
                     {u"内訳"_s, 90},
                     {u"○"_s, 14, number},
                     {u"△"_s, 14, number},
                     {u"×"_s, 14, number},
                     {u"？"_s, 14, number},
                     {u"－"_s, 14, number},
                     {u"実施率"_s, 39, number},
                     {u"前年（共通の所属）"_s, 44, number}};
    for (const CommitteeFigures::ItemRow &item : figures.items) {
        TableCell bar;
        bar.leastHeight = points(15);
        bar.draw = [counts = item.counts](Canvas &canvas, const QRectF &area) {
            drawStackedBar(canvas, area.adjusted(points(3), points(2), -points(3), -points(2)), counts);
        };
        const Counts &c = item.counts;
        table.rows += TableRow{TableCell(item.item),
                               TableCell(item.clause),
                               TableCell(item.title),
                               bar,
                               TableCell(QString::number(c.yes)),
                               TableCell(QString::number(c.partial)),
                               TableCell(QString::number(c.no)),
                               TableCell(QString::number(c.unknown)),
                               TableCell(QString::number(c.na)),
                               share(c),
                               TableCell(change(c, item.before))};
    }
    place(composer, table);
}

void placeTrends(PageComposer &composer, const CommitteeFigures &figures, const EraTable &eras)
{
    composer.startPage(PaperSize::A3Landscape);
    composer.title(u"別紙3　年度比較（共通項目のみ）"_s);
    placeAnswerLegend(composer);
    if (figures.trends.isEmpty()) {
        composer.paragraph(u"比較できる前の年度はありません。"_s);
        return;
    }
    composer.paragraph(
        u"比較対象 %1項目×%2所属（どの年度にもある項目と、どの年度も提出した所属だけ）"_s.arg(figures.trendItems)
            .arg(figures.trendDepartments));
    Table table;
    const qreal width = 300.0 / static_cast<qreal>(std::max<qsizetype>(1, figures.trendYears.size()));
    table.columns = {{u"条項"_s, 75, label}};
    for (const FiscalYear year : figures.trendYears) {
        table.columns += {year.label(eras, year.lastDay()), width - 43, Qt::AlignCenter};
        table.columns += {u"実施率"_s, 43, number};
    }
    for (const CommitteeFigures::Trend &trend : figures.trends) {
        TableRow row{TableCell(trend.label)};
        for (const Counts &counts : trend.cells) {
            TableCell bar;
            bar.leastHeight = points(20);
            bar.draw = [counts](Canvas &canvas, const QRectF &area) {
                drawStackedBar(canvas, area.adjusted(points(3), points(3), -points(3), -points(3)), counts);
            };
            row += bar;
            row += share(counts);
        }
        table.rows += row;
    }
    place(composer, table);
}

void placeMethod(PageComposer &composer, const CommitteeFigures &figures, const CommitteeOptions &options)
{
    composer.startPage(PaperSize::A3Landscape);
    composer.title(u"別紙4　集計の方法"_s);
    QStringList notes{
        u"実施率は ○÷（○＋△＋×＋？）。該当なし（－）は分母から除き、件数だけを別に示す。"_s,
        u"わからない（？）は未実施とも未回答とも別に数え、分母に入れる。"_s,
        u"率は小数第1位の四捨五入。100％・0％は全件・0件のときだけ表示する。"_s,
        u"対象が10件未満のときは k／n だけを示し、率と濃淡を出さない（斜線）。"_s,
        u"全庁・局の率は件数を足してから割る。所属の率の平均は使わない。"_s,
        u"条項別は主な条項で1回だけ数える。"_s,
        u"前年との比較は、同じ項目・同じ所属だけで計算する。差が1〜2件のときは矢印を出さない。"_s,
        u"自己点検は全数調査なので信頼区間を付けない。自己申告の偏りは監査で確かめる。"_s,
        u"所属の順位は付けない。"_s,
    };
    placeNumbered(composer, notes + figures.methodNotes);
    if (options.signatureField.isEmpty())
        return;
    composer.space(points(14));
    placeSignatures(composer, {{options.signatureField, u"作成者（情報政策課）の署名"_s}});
}

} // namespace

Table redFlagTable(const PageComposer &composer, const QList<CommitteeFigures::RedFlag> &flags, const EraTable &eras)
{
    Table table;
    table.style.pointSize = 8;
    table.style.leading = 1.2;
    table.padding = points(1.8);
    const qreal width = composer.width() / millimetres(1);
    const qreal owner = width > 200 ? 60 : 28; // an annex has the room for whole names
    const qreal rest = width - 24 - owner;
    table.columns = {
        {u"ID・回答"_s, 24}, {u"項目・所属"_s, rest * 0.5}, {u"暫定措置"_s, rest * 0.5}, {u"期限・責任者"_s, owner}};
    for (const CommitteeFigures::RedFlag &flag : flags) {
        TableCell item(u"★%1\n%2"_s.arg(flag.item, words::answerWithSymbol(flag.answer)));
        item.bold = true;
        item.fill = fillOf(flag.answer).colour;
        table.rows += TableRow{item, TableCell(flag.title + u'\n' + flag.department), TableCell(flag.interim),
                               TableCell(eras.formatDate(flag.due) + u'\n' + flag.owner)};
    }
    return table;
}

void placeAnnexes(PageComposer &composer, const CommitteeFigures &figures, const EraTable &eras,
                  const CommitteeOptions &options, qsizetype redShown)
{
    placeDepartments(composer, figures);
    if (figures.redFlags.size() > redShown)
        placeUnder(composer, u"赤旗の一覧（1頁の続き）"_s, redFlagTable(composer, figures.redFlags.mid(redShown), eras),
                   {});
    placeItems(composer, figures);
    placeTrends(composer, figures, eras);
    placeMethod(composer, figures, options);
}

} // namespace tenken
