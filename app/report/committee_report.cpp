#include "report/committee_report.h"

#include "core/fraction.h"
#include "report/charts.h"
#include "report/committee_annexes.h"
#include "report/form_blocks.h"
#include "report/layout/palette.h"
#include "report/layout/table_block.h"
#include "report/layout/units.h"
#include "report/report_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenken {
namespace {

TextStyle caption()
{
    TextStyle style;
    style.pointSize = 11;
    style.bold = true;
    style.leading = 1.4;
    return style;
}

/// Both rates over the same items and departments
QString comparedRate(const CommitteeFigures &figures)
{
    if (!figures.totalBefore || !figures.totalCommon)
        return u"前年と共通の項目なし"_s;
    const auto before = formatPercent(figures.totalBefore->yes, figures.totalBefore->effective());
    const auto after = formatPercent(figures.totalCommon->yes, figures.totalCommon->effective());
    return before && after ? u"前年と共通の項目では %1％→%2％"_s.arg(*before, *after)
                           : u"前年比は件数が少なく示さない"_s;
}

void placeThreeNumbers(PageComposer &composer, const CommitteeFigures &figures)
{
    const int missing = figures.expected - figures.submitted;
    const auto percent = formatPercent(figures.total.yes, figures.total.effective());
    const QString rate = percent ? *percent + u"％"_s : formatShare(figures.total.yes, figures.total.effective());
    const qsizetype red = figures.redFlags.size();
    placeKeyNumbers(
        composer,
        {{u"提出"_s, u"%1／%2"_s.arg(figures.submitted).arg(figures.expected),
          missing > 0 ? u"未提出 %1"_s.arg(missing) : u"すべて提出"_s, false},
         {u"実施率（○の割合）"_s, rate,
          u"%1／%2件\n%3"_s.arg(figures.total.yes).arg(figures.total.effective()).arg(comparedRate(figures)), false},
         {u"赤旗（重要項目★の未実施・わからない）"_s, u"%1件"_s.arg(red),
          red > 0 ? u"%1所属。右下の一覧"_s.arg(figures.redDepartments) : u"ありません"_s, red > 0}});
}

/// What the committee is asked for stands on the page that it opens, in as few lines as it needs
void placeDecisions(PageComposer &composer, const CommitteeFigures &figures)
{
    composer.space(points(3));
    Table table;
    table.withHeader = false;
    table.style.pointSize = 10;
    table.style.leading = 1.25;
    table.padding = points(1.6);
    table.columns = {{QString(), 42, Qt::AlignLeft | Qt::AlignVCenter},
                     {QString(), 8, Qt::AlignCenter},
                     {QString(), composer.width() / millimetres(1) - 50}};
    int number = 0;
    const QStringList asked =
        figures.decisions.isEmpty() ? QStringList{u"ありません（報告のみ）。"_s} : figures.decisions;
    for (const QString &decision : asked) {
        TableCell head(number == 0 ? u"お決めいただきたいこと"_s : QString());
        head.bold = true;
        head.fill = palette::header;
        TableCell count(figures.decisions.isEmpty() ? QString() : QString::number(++number));
        count.bold = true;
        count.fill = palette::band;
        table.rows += TableRow{head, count, TableCell(decision)};
    }
    place(composer, table);
}

/// Right column of page 1: at most ten, and no more than the page holds. Returns how many.
qsizetype placeRedFlags(PageComposer &composer, const CommitteeFigures &figures, const EraTable &eras)
{
    if (figures.redFlags.isEmpty()) {
        composer.paragraph(u"赤旗の一覧"_s, caption());
        composer.paragraph(u"ありません。"_s);
        return 0;
    }
    const Table all = redFlagTable(composer, figures.redFlags.mid(0, 10), eras);
    const qsizetype shown = rowsFitting(composer, all, composer.remaining() - caption().lineHeight());
    composer.paragraph(shown < figures.redFlags.size()
                           ? u"赤旗の一覧（%1件のうち%2件。続きは別紙1の後）"_s.arg(figures.redFlags.size()).arg(shown)
                           : u"赤旗の一覧（全%1件）"_s.arg(shown),
                       caption());
    Table part = all;
    part.rows = all.rows.mid(0, shown);
    place(composer, part);
    return shown;
}

qsizetype placeFirstPage(PageComposer &composer, const CommitteeFigures &figures, const EraTable &eras,
                         const CommitteeOptions &options)
{
    composer.startPage(PaperSize::A4Landscape);
    const QString year = figures.fiscalYear.label(eras, figures.date);
    composer.title(u"%1 第%2回　%3"_s.arg(year).arg(figures.round).arg(options.title));
    placeThreeNumbers(composer, figures);
    placeDecisions(composer, figures);
    composer.space(points(2));
    const qreal top = composer.y();
    const qreal whole = composer.width();
    const qreal left = whole * 0.52;
    composer.useColumn(0, left);
    composer.paragraph(u"条項別の内訳（全庁）"_s, caption());
    placeAnswerLegend(composer);
    QList<ClauseBar> bars;
    for (const CommitteeFigures::Clause &clause : figures.clauses)
        bars += {clause.key, clause.title, clause.counts, {}};
    placeClauseBars(composer, bars, {}, points(11));
    composer.moveTo(top);
    composer.useColumn(left + millimetres(4), whole - left - millimetres(4));
    const qsizetype shown = placeRedFlags(composer, figures, eras);
    composer.useFullWidth();
    return shown;
}

void placeHeat(PageComposer &composer, const CommitteeFigures &figures)
{
    composer.paragraph(u"局×条項（○の件数／有効回答）"_s, caption());
    placeHeatLegend(composer);
    QStringList keys;
    for (const CommitteeFigures::Clause &clause : figures.clauses)
        keys += clause.key;
    QList<HeatRow> rows;
    for (const CommitteeFigures::Group &group : figures.bureaus)
        rows += {group.submitted == group.expected
                     ? group.name
                     : u"%1（提出%2／%3）"_s.arg(group.name).arg(group.submitted).arg(group.expected),
                 group.cells};
    placeHeatMap(composer, u"局等"_s, keys, rows, 33);
}

/// The two causes named most often: more makes nobody decide otherwise
QString causeWords(const CommitteeFigures::Weakness &weakness)
{
    QStringList parts;
    for (const auto &[cause, count] : weakness.causes.mid(0, 2))
        parts += u"%1 %2"_s.arg(words::cause(cause)).arg(count);
    return parts.join(u"、"_s);
}

Table weaknessTable(const PageComposer &composer, const CommitteeFigures &figures)
{
    const qreal rest = composer.width() / millimetres(1) - 21 - 43 - 17;
    Table table;
    table.style.pointSize = 8;
    table.style.leading = 1.2;
    table.padding = points(1);
    table.columns = {{u"ID"_s, 21},
                     {u"項目"_s, 43},
                     {u"×・？"_s, 17, Qt::AlignRight | Qt::AlignTop},
                     {u"主な原因"_s, rest * 0.45},
                     {u"全庁の対策案"_s, rest * 0.55}};
    for (const CommitteeFigures::Weakness &weakness : figures.weaknesses.mid(0, 5)) {
        const Counts &c = weakness.counts;
        table.rows += TableRow{TableCell(weakness.item), TableCell(weakness.title),
                               TableCell(u"%1／%2"_s.arg(c.no + c.unknown).arg(c.effective())),
                               TableCell(causeWords(weakness)), TableCell(weakness.measure)};
    }
    return table;
}

constexpr qreal auditHeight = points(112); ///< of three severities, with the caption and the notes

void placeAudit(PageComposer &composer, const CommitteeFigures &figures)
{
    if (figures.audit.isEmpty())
        return;
    composer.space(points(3));
    composer.paragraph(u"監査の指摘の残り"_s, caption());
    const Qt::Alignment number = Qt::AlignRight | Qt::AlignVCenter;
    const qreal width = composer.width() / millimetres(1);
    const qreal cell = (width - 18) / 4;
    Table table;
    table.style.pointSize = 8;
    table.style.leading = 1.2;
    table.sidePadding = points(2);
    table.columns = {{u"区分"_s, 18},
                     {u"未着手"_s, cell, number},
                     {u"計画"_s, cell, number},
                     {u"措置"_s, cell, number},
                     {u"超過"_s, cell, number}};
    for (const CommitteeFigures::AuditLeft &left : figures.audit) {
        TableCell overdue(QString::number(left.overdue));
        overdue.bold = left.overdue > 0;
        overdue.hatch = left.overdue > 0 ? Hatch::Wide : Hatch::None;
        table.rows +=
            TableRow{TableCell(left.severity), TableCell(QString::number(left.open)),
                     TableCell(QString::number(left.planned)), TableCell(QString::number(left.done)), overdue};
    }
    place(composer, table);
    TextStyle note;
    note.pointSize = 8;
    note.leading = 1.35;
    composer.paragraph(u"計画＝計画済み、措置＝措置済みで確認待ち、超過＝期限超過（再掲）"_s, note);
    if (figures.auditAgreement)
        composer.paragraph(u"○のうち監査で裏付けられたもの %1"_s.arg(
                               formatShare(figures.auditAgreement->first, figures.auditAgreement->second)),
                           note);
}

/// Beside each other below the heat map, as long as the page has room for them
void placeLastYearAndWeaknesses(PageComposer &composer, const CommitteeFigures &figures)
{
    const qreal whole = composer.width();
    const qreal side = figures.yearOnYear || !figures.audit.isEmpty() ? millimetres(48) : 0;
    const qreal offset = side > 0 ? side + millimetres(4) : 0;
    composer.space(points(3));
    composer.useColumn(offset, whole - offset);
    const Table weaknesses = weaknessTable(composer, figures);
    const qreal right = figures.weaknesses.isEmpty() ? 0 : heightOf(composer, weaknesses);
    const qreal left = (figures.yearOnYear ? yearOnYearHeight : 0) + (figures.audit.isEmpty() ? 0 : auditHeight);
    composer.ensure(caption().lineHeight() + std::max(left, right));
    const qreal top = composer.y();
    if (!figures.weaknesses.isEmpty()) {
        composer.paragraph(u"未実施の多い項目と対策案"_s, caption());
        place(composer, weaknesses);
    }
    const qreal end = composer.y();
    composer.moveTo(top);
    composer.useColumn(0, side > 0 ? side : whole);
    if (figures.yearOnYear) {
        composer.paragraph(u"前年の×の行方"_s, caption());
        composer.box(yearOnYearHeight, [&](Canvas &canvas, const QRectF &area) {
            drawYearOnYear(canvas, area.adjusted(0, points(2), 0, 0), *figures.yearOnYear);
        });
    }
    placeAudit(composer, figures);
    composer.useFullWidth();
    composer.moveTo(std::max(composer.y(), end));
}

void placeSecondPage(PageComposer &composer, const CommitteeFigures &figures)
{
    composer.breakPage();
    placeHeat(composer, figures);
    placeLastYearAndWeaknesses(composer, figures);
}

} // namespace

PageLayout committeeReport(const FontBook &book, const CommitteeFigures &figures, const EraTable &eras,
                           const CommitteeOptions &options)
{
    RunningMatter running;
    running.handling = options.handling;
    running.document = options.documentNumber;
    running.date = eras.formatDateBoth(figures.date);
    running.edition = u"点検票 %1 %2版"_s.arg(figures.checklist, figures.edition);
    running.outputTime = words::shortDateTime(eras, figures.generatedAt);
    running.fingerprint = options.sha256.left(16);
    running.watermark = options.draft ? u"下書き"_s : QString();
    PageComposer composer(book, options.title, running);
    const qsizetype redShown = placeFirstPage(composer, figures, eras, options);
    placeSecondPage(composer, figures);
    placeAnnexes(composer, figures, eras, options, redShown);
    return composer.finish();
}

} // namespace tenken
