#include "report/status_report.h"

#include "core/fraction.h"
#include "report/charts.h"
#include "report/form_blocks.h"
#include "report/layout/palette.h"
#include "report/layout/table_block.h"
#include "report/layout/units.h"
#include "report/report_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenken {
namespace {

constexpr SubmissionStatus allStatuses[] = {SubmissionStatus::Submitted,  SubmissionStatus::AwaitingApproval,
                                            SubmissionStatus::Returned,   SubmissionStatus::Answering,
                                            SubmissionStatus::NotStarted, SubmissionStatus::Refused};

struct StatusLook {
    QString word;
    QColor fill;
    Hatch hatch = Hatch::None;
};

StatusLook lookOf(SubmissionStatus status)
{
    switch (status) {
    case SubmissionStatus::Submitted:
        return {u"● 提出済み"_s, palette::yes};
    case SubmissionStatus::AwaitingApproval:
        return {u"◎ 承認待ち"_s, palette::band};
    case SubmissionStatus::Returned:
        return {u"◆ 差戻し"_s, palette::partial};
    case SubmissionStatus::Answering:
        return {u"◇ 入力中"_s, Qt::white};
    case SubmissionStatus::NotStarted:
        return {u"○ 未着手"_s, palette::unknown};
    case SubmissionStatus::Refused:
        break;
    }
    return {u"× 受付不可"_s, palette::no};
}

/// Days left or gone since the due date, only for what is still missing
QString dueWords(const StatusReportInput &input, const StatusReportInput::Row &row)
{
    if (!input.due.isValid() || row.status == SubmissionStatus::Submitted)
        return {};
    const qint64 days = input.asOf.date().daysTo(input.due);
    if (days < 0)
        return u"%1日超過"_s.arg(-days);
    return days == 0 ? u"本日期限"_s : u"あと%1日"_s.arg(days);
}

qsizetype countOf(const StatusReportInput &input, SubmissionStatus status)
{
    return std::count_if(input.rows.begin(), input.rows.end(), [&](const auto &row) { return row.status == status; });
}

void placeOverview(PageComposer &composer, const StatusReportInput &input)
{
    const qsizetype submitted = countOf(input, SubmissionStatus::Submitted);
    const qsizetype missing = input.rows.size() - submitted;
    placeKeyNumbers(composer,
                    {{u"提出済み"_s, u"%1／%2"_s.arg(submitted).arg(input.rows.size()),
                      formatShare(submitted, input.rows.size()), false},
                     {u"まだのもの"_s, u"%1件"_s.arg(missing),
                      input.due.isValid() ? u"期限 "_s + input.eras.formatDate(input.due) : QString(), missing > 0}});
    composer.box(points(12), [&](Canvas &canvas, const QRectF &area) {
        drawProgress(canvas, area.adjusted(0, points(1), 0, -points(1)), submitted, input.rows.size());
    });
    QStringList parts;
    for (const SubmissionStatus status : allStatuses)
        if (const qsizetype count = countOf(input, status); count > 0)
            parts += u"%1 %2件"_s.arg(lookOf(status).word).arg(count);
    composer.paragraph(parts.join(u"　"_s));
    composer.space(points(4));
}

} // namespace

PageLayout statusReport(const FontBook &book, const StatusReportInput &input)
{
    const QString year = input.fiscalYear.label(input.eras, input.asOf.date());
    const QString title = u"%1 第%2回　情報セキュリティ自己点検　提出状況表"_s.arg(year).arg(input.round);
    RunningMatter running;
    running.handling = input.handling;
    running.document = input.documentNumber;
    running.date = input.eras.formatDateBoth(input.asOf.date());
    running.outputTime = words::shortDateTime(input.eras, input.asOf);
    running.fingerprint = input.sha256.left(16);
    PageComposer composer(book, title, running);
    composer.startPage(PaperSize::A4Portrait);
    composer.title(title);
    placeOverview(composer, input);
    placeSignatures(composer, {{u"division"_s, u"情報政策課の署名"_s}});
    composer.space(points(4));
    Table table;
    table.style.pointSize = 8.5;
    const Qt::Alignment label = Qt::AlignLeft | Qt::AlignVCenter;
    table.columns = {{u"局等"_s, 22, label},
                     {u"所属"_s, 40, label},
                     {u"点検票"_s, 14, label},
                     {u"状況"_s, 23, label},
                     {u"提出日時"_s, 41, label},
                     {u"版"_s, 8, Qt::AlignCenter},
                     {u"期限から"_s, 17, Qt::AlignRight | Qt::AlignVCenter}};
    for (const StatusReportInput::Row &row : input.rows) {
        const StatusLook look = lookOf(row.status);
        TableCell status(row.remark.isEmpty() ? look.word : look.word + u'\n' + row.remark);
        status.fill = look.fill;
        status.bold = row.status != SubmissionStatus::Submitted;
        QString name = row.department;
        if (!row.departmentCode.isEmpty())
            name += u"（%1）"_s.arg(row.departmentCode);
        if (!row.subject.isEmpty())
            name += u'\n' + row.subject;
        table.rows += TableRow{TableCell(row.bureau),
                               TableCell(name),
                               TableCell(row.checklist),
                               status,
                               TableCell(words::shortDateTime(input.eras, row.submittedAt)),
                               TableCell(row.revision > 0 ? QString::number(row.revision) : QString()),
                               TableCell(dueWords(input, row))};
    }
    place(composer, table);
    return composer.finish();
}

} // namespace tenken
