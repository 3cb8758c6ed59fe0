#include "report/return_page.h"

#include "report/form_blocks.h"
#include "report/layout/table_block.h"
#include "report/layout/units.h"
#include "report/report_words.h"

using namespace Qt::StringLiterals;

namespace tenken {

PageLayout returnPage(const FontBook &book, const ReturnInput &input)
{
    const Submission &submission = input.submission;
    const QString title = u"情報セキュリティ自己点検　差戻し通知"_s;
    RunningMatter running;
    running.handling = input.handling;
    running.document = input.documentNumber;
    running.date = input.eras.formatDateBoth(input.returnedAt.date());
    running.outputTime = words::shortDateTime(input.eras, input.returnedAt);
    running.fingerprint = input.sha256.left(16);
    PageComposer composer(book, title, running);
    composer.startPage(PaperSize::A4Portrait);
    composer.paragraph(words::fullName(submission.department));
    composer.paragraph(words::person(submission.inspector.name, submission.inspector.post) + u"　様"_s);
    TextStyle right;
    right.align = Qt::AlignRight;
    composer.paragraph(words::person(input.returnedBy.name, input.returnedBy.post), right);
    composer.space(points(10));
    composer.title(title);
    composer.paragraph(u"次の点検結果は、下の理由により差し戻します。回答を直し、新しい版として署名し直してください。"
                       "差し戻した版の回答は失われません。"_s);
    composer.heading(u"差戻しの理由"_s);
    Table reason;
    reason.withHeader = false;
    reason.style.pointSize = 10.5;
    reason.style.leading = 1.5;
    reason.padding = points(6);
    reason.columns = {{QString(), composer.width() / millimetres(1)}};
    reason.rows = {TableRow{TableCell(input.reason)}};
    place(composer, reason);
    composer.heading(u"差し戻す提出"_s);
    const QString year = submission.fiscalYear.label(input.eras, input.returnedAt.date());
    placeKeyValues(
        composer,
        {{u"点検"_s,
          u"%1　第%2回　%3 %4版"_s.arg(year).arg(submission.round).arg(submission.checklist, submission.edition)},
         {u"点検の対象"_s, u"%1　%2"_s.arg(words::subjectKind(submission.subject.kind), submission.subject.name)},
         {u"点検日"_s, input.eras.formatDateBoth(submission.inspectionDate)},
         {u"差戻しの日時"_s, words::dateTime(input.eras, input.returnedAt)},
         {u"提出番号"_s, u"%1（第%2版）"_s.arg(submission.id.toString(QUuid::WithoutBraces)).arg(submission.revision)},
         {u"要約値（SHA-256）"_s, input.sha256}},
        38);
    composer.space(points(16));
    placeSignatures(composer, {{u"approver"_s, u"情報セキュリティ管理者の署名（差戻し）"_s}});
    return composer.finish();
}

} // namespace tenken
