#include "report/department_report.h"

#include "core/fraction.h"
#include "core/score.h"
#include "report/charts.h"
#include "report/form_blocks.h"
#include "report/layout/table_block.h"
#include "report/layout/units.h"
#include "report/report_words.h"

using namespace Qt::StringLiterals;

namespace tenken {
namespace {

QString shareOf(const Counts &counts) { return formatShare(counts.yes, counts.effective()); }

void placeSummary(PageComposer &composer, const DepartmentReportInput &input, const Score &score)
{
    composer.heading(u"1　結果"_s);
    placeVerdict(composer, u"判定"_s, toJapanese(score.judgement),
                 score.red.isEmpty() ? QString() : u"直ちに対応が必要な重要項目★：%1"_s.arg(score.red.join(u"、"_s)),
                 !score.red.isEmpty());
    placeKeyValues(composer,
                   {{u"件数"_s, words::counts(score.counts)},
                    {u"実施率"_s, words::rate(score.counts)},
                    {u"全庁の実施率"_s, u"%1　提出 %2所属"_s.arg(shareOf(input.city)).arg(input.cityDepartments)}},
                   32);
}

void placeClauses(PageComposer &composer, const DepartmentReportInput &input, const QList<ScoreRow> &rows)
{
    const QMap<QString, Score> own = scoreByClause(input.checklist, rows);
    QStringList keys = input.policy ? input.policy->clauseKeys() : QStringList();
    for (auto it = own.begin(); it != own.end(); ++it)
        if (!keys.contains(it.key()))
            keys += it.key();
    QList<ClauseBar> bars;
    for (const QString &key : keys) {
        if (!own.contains(key))
            continue;
        const PolicyClause *clause = input.policy ? input.policy->clause(key) : nullptr;
        bars += {key, clause ? clause->title.ja : QString(), own[key].counts,
                 input.cityByClause.contains(key) ? shareOf(input.cityByClause[key]) : u"―"_s};
    }
    composer.heading(u"2　条項別の結果（右端は全庁）"_s, points(45) + points(27) * static_cast<qreal>(bars.size()));
    placeAnswerLegend(composer);
    placeClauseBars(composer, bars, u"全庁"_s);
}

void placeOpenItems(PageComposer &composer, const DepartmentReportInput &input)
{
    Table table;
    table.columns = {{u"ID"_s, 20}, {u"設問"_s, 62}, {u"回答"_s, 22}, {u"対策の手がかり"_s, 61}};
    for (const SubmittedItem &item : input.submission.items) {
        const auto code = item.answer.code;
        if (code != AnswerCode::Partial && code != AnswerCode::No && code != AnswerCode::Unknown)
            continue;
        const Item *known = input.checklist.find(item.id);
        TableCell answer(words::answerWithSymbol(code));
        answer.fill = fillOf(code).colour;
        QString hint = item.answer.plan.measure;
        if (known && item.question && !known->remediation.isEmpty() && known->remediation != hint)
            hint += (hint.isEmpty() ? QString() : u"\n"_s) + known->remediation;
        table.rows += TableRow{TableCell(item.id), TableCell(item.question.value_or(u"（庁内限りの追加項目）"_s)),
                               answer, TableCell(hint)};
    }
    placeUnder(composer, u"4　これから進める項目"_s, table, u"ありません。"_s);
}

} // namespace

PageLayout departmentReport(const FontBook &book, const DepartmentReportInput &input)
{
    const QString year = input.submission.fiscalYear.label(input.eras, input.generatedAt.date());
    const QString title = u"%1　情報セキュリティ自己点検　結果のお知らせ"_s.arg(year);
    RunningMatter running;
    running.handling = input.handling;
    running.document = input.documentNumber;
    running.date = input.eras.formatDateBoth(input.generatedAt.date());
    running.edition = u"点検票 %1 %2版"_s.arg(input.submission.checklist, input.submission.edition);
    running.outputTime = words::shortDateTime(input.eras, input.generatedAt);
    running.fingerprint = input.sha256.left(16);
    const QList<ScoreRow> rows = scoreRows(input.checklist, input.submission);
    PageComposer composer(book, title, running);
    composer.startPage(PaperSize::A4Portrait);
    composer.paragraph(words::fullName(input.submission.department) + u"　情報セキュリティ管理者　様"_s);
    TextStyle right;
    right.align = Qt::AlignRight;
    composer.paragraph(u"情報政策課"_s, right);
    composer.title(title);
    composer.paragraph(
        input.message.isEmpty()
            ? u"提出いただいた自己点検の結果を、全庁の集計とあわせてお知らせします。所属の順位は付けていません。"_s
            : input.message);
    placeSummary(composer, input, scoreOf(rows));
    placeClauses(composer, input, rows);
    composer.heading(u"3　前年の×の行方"_s, yearOnYearHeight);
    if (input.lastYear)
        composer.box(yearOnYearHeight, [&](Canvas &canvas, const QRectF &area) {
            drawYearOnYear(canvas, area.adjusted(0, points(1), -area.width() / 3, 0), *input.lastYear);
        });
    else
        composer.paragraph(u"前年と比べられる提出がありません。"_s);
    composer.space(points(6));
    placeSignatures(composer, {{u"division"_s, u"情報政策課の署名"_s}});
    placeOpenItems(composer, input);
    return composer.finish();
}

} // namespace tenken
