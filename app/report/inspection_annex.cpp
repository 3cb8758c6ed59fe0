#include "report/inspection_annex.h"

#include "report/layout/table_block.h"
#include "report/layout/units.h"
#include "report/report_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenken {
namespace {

const QString nothing = u"ありません。"_s;
constexpr qreal dueWidth = 33; // 令和10年12月28日 on one line

QString titleOf(const Checklist &checklist, const SubmittedItem &item)
{
    const Item *known = checklist.find(item.id);
    if (!item.question || !known)
        return u"（庁内限りの追加項目）"_s;
    return known->title.ja;
}

bool needsPlan(const Answer &answer)
{
    return answer.code == AnswerCode::Partial || answer.code == AnswerCode::No || answer.code == AnswerCode::Unknown;
}

TableCell idCell(const QString &id)
{
    TableCell cell(id);
    cell.bold = true;
    return cell;
}

void placeRedFlags(PageComposer &composer, const InspectionReportInput &input, const QStringList &red)
{
    Table table;
    table.columns = {{u"ID"_s, 23}, {u"内容"_s, 38}, {u"現状"_s, 39}, {u"暫定措置"_s, 32}, {u"期限"_s, dueWidth}};
    for (const QString &id : red) {
        const SubmittedItem *item = input.submission.find(id);
        if (!item)
            continue;
        const Answer &answer = item->answer;
        TableCell state(words::answerWithSymbol(answer.code) + u'\n' + answer.comment);
        state.fill = fillOf(answer.code).colour;
        table.rows += TableRow{idCell(u"★"_s + id), TableCell(titleOf(input.checklist, *item)), state,
                               TableCell(answer.plan.interim), TableCell(input.eras.formatDate(answer.plan.due))};
    }
    placeUnder(composer, u"3　直ちに対応が必要な項目（重要項目★の未実施・わからない）"_s, table, nothing);
}

void placePlans(PageComposer &composer, const InspectionReportInput &input)
{
    Table table;
    table.columns = {{u"ID"_s, 21},   {u"内容と現状"_s, 43}, {u"原因"_s, 21},
                     {u"対策"_s, 31}, {u"担当"_s, 16},       {u"期限"_s, dueWidth}};
    for (const SubmittedItem &item : input.submission.items) {
        const Answer &answer = item.answer;
        if (!needsPlan(answer))
            continue;
        QString state = words::answerWithSymbol(answer.code) + u'　' + titleOf(input.checklist, item);
        if (!answer.comment.isEmpty())
            state += u'\n' + answer.comment;
        QString measure = answer.plan.measure;
        if (!answer.plan.interim.isEmpty())
            measure += (measure.isEmpty() ? u"暫定措置："_s : u"\n暫定措置："_s) + answer.plan.interim;
        table.rows += TableRow{idCell(item.id),
                               TableCell(state),
                               TableCell(answer.cause ? words::cause(*answer.cause) : QString()),
                               TableCell(measure),
                               TableCell(answer.plan.owner),
                               TableCell(input.eras.formatDate(answer.plan.due))};
    }
    placeUnder(composer, u"4　△・×・？の項目と改善計画"_s, table, nothing);
}

/// Rows of one typed field that not every item has
void placeField(PageComposer &composer, const InspectionReportInput &input, const QString &heading,
                const QString &header, QString (*field)(const Answer &))
{
    Table table;
    table.columns = {{u"ID"_s, 21}, {u"内容"_s, 56}, {header, 88}};
    for (const SubmittedItem &item : input.submission.items) {
        const QString text = field(item.answer);
        if (!text.isEmpty())
            table.rows += TableRow{idCell(item.id), TableCell(titleOf(input.checklist, item)), TableCell(text)};
    }
    placeUnder(composer, heading, table, nothing);
}

QString reasonForNa(const Answer &answer)
{
    if (answer.code != AnswerCode::NotApplicable)
        return {};
    return answer.reason.isEmpty() ? u"（理由の記入なし）"_s : answer.reason;
}

QString opinionOf(const Answer &answer) { return answer.opinion; }

/// Items answered by fewer than five are masked, and always two or more, lest subtraction tell (domain §5.3).
QSet<QString> maskedItems(const StaffTally &tally)
{
    QSet<QString> masked;
    const TallyRow *next = nullptr;
    const auto answers = [](const TallyRow &row) { return row.yes + row.partial + row.no + row.unknown; };
    for (const TallyRow &row : tally.items) {
        if (answers(row) < 5)
            masked += row.item;
        else if (!next || answers(row) < answers(*next))
            next = &row;
    }
    if (masked.size() == 1 && next)
        masked += next->item;
    return masked;
}

void placeTally(PageComposer &composer, const InspectionReportInput &input)
{
    composer.heading(u"7　個人票の実施状況"_s);
    if (!input.submission.staffTally) {
        composer.paragraph(u"個人票の集計は取り込まれていません。"_s);
        return;
    }
    const StaffTally &tally = *input.submission.staffTally;
    composer.paragraph(u"点検票 %1（%2版）　回答 %3／%4人"_s.arg(tally.checklist, tally.edition)
                           .arg(tally.respondents)
                           .arg(tally.population));
    if (tally.respondents < 5) {
        composer.paragraph(u"回答者が5人未満のため、内訳は出しません。"_s);
        return;
    }
    Table table;
    const Qt::Alignment number = Qt::AlignRight | Qt::AlignVCenter;
    table.columns = {{u"ID"_s, 40},        {u"○"_s, 25, number},  {u"△"_s, 25, number},
                     {u"×"_s, 25, number}, {u"？"_s, 25, number}, {u"－"_s, 25, number}};
    const QSet<QString> masked = maskedItems(tally);
    for (const TallyRow &row : tally.items) {
        TableCell hidden(u"（回答者が少ないため伏せる）"_s);
        hidden.span = 5;
        hidden.align = Qt::AlignCenter;
        if (masked.contains(row.item))
            table.rows += TableRow{idCell(row.item), hidden};
        else
            table.rows += TableRow{idCell(row.item),
                                   TableCell(QString::number(row.yes)),
                                   TableCell(QString::number(row.partial)),
                                   TableCell(QString::number(row.no)),
                                   TableCell(QString::number(row.unknown)),
                                   TableCell(QString::number(row.na))};
    }
    composer.space(points(3));
    place(composer, table);
}

/// All that was typed for one item and that the annex has not printed elsewhere
QString remarksOf(const InspectionReportInput &input, const Answer &answer)
{
    QStringList parts;
    const auto add = [&parts](const QString &label, const QString &text) {
        if (!text.isEmpty())
            parts += label + text;
    };
    add(u"資料："_s, words::evidence(input.eras, answer.evidence));
    add({}, answer.comment);
    add(u"理由："_s, answer.reason);
    add(u"意見："_s, answer.opinion);
    if (!needsPlan(answer)) {
        add(u"原因："_s, answer.cause ? words::cause(*answer.cause) : QString());
        add(u"対策："_s, answer.plan.measure);
        add(u"担当："_s, answer.plan.owner);
        add(u"期限："_s, input.eras.formatDate(answer.plan.due));
        add(u"暫定措置："_s, answer.plan.interim);
    }
    return parts.join(u'\n');
}

QString clauseTitle(const InspectionReportInput &input, const QString &key)
{
    const PolicyClause *clause = input.policy ? input.policy->clause(key) : nullptr;
    return clause ? key + u'　' + clause->title.ja : key;
}

} // namespace

void placeFindings(PageComposer &composer, const InspectionReportInput &input, const QStringList &red)
{
    placeRedFlags(composer, input, red);
    placePlans(composer, input);
    placeField(composer, input, u"5　該当なしとした項目と理由"_s, u"理由"_s, &reasonForNa);
    placeField(composer, input, u"6　ルールへの意見（基本方針8の見直しの材料）"_s, u"意見"_s, &opinionOf);
    placeTally(composer, input);
    TextStyle end;
    end.align = Qt::AlignRight;
    composer.space(points(6));
    composer.paragraph(u"以上"_s, end);
}

void placeAllAnswers(PageComposer &composer, const InspectionReportInput &input)
{
    composer.breakPage();
    composer.title(u"別紙　全項目の回答"_s);
    Table table;
    table.columns = {{u"ID"_s, 23},
                     {u"設問"_s, 62},
                     {u"回答"_s, 25, Qt::AlignHCenter | Qt::AlignTop}, // ？ わからない on one line
                     {u"確認資料・コメント"_s, 55}};
    QString clause;
    for (const SubmittedItem &item : input.submission.items) {
        const Item *known = input.checklist.find(item.id);
        if (known && known->clause != clause) {
            clause = known->clause;
            TableCell band(clauseTitle(input, clause));
            band.span = 4;
            band.bold = true;
            band.fill = QColor(0xF5, 0xF5, 0xF5);
            table.rows += TableRow{band};
        }
        TableCell answer(words::answerWithSymbol(item.answer.code));
        if (item.answer.code && needsPlan(item.answer))
            answer.fill = fillOf(item.answer.code).colour;
        const QString mark = known && known->critical ? u"★"_s : QString();
        table.rows +=
            TableRow{idCell(mark + item.id),
                     TableCell(item.question.value_or(u"（庁内限りの追加項目：設問は庁内の点検票にあります）"_s)),
                     answer, TableCell(remarksOf(input, item.answer))};
    }
    place(composer, table);
}

} // namespace tenken
