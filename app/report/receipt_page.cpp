#include "report/receipt_page.h"

#include "report/form_blocks.h"
#include "report/layout/table_block.h"
#include "report/layout/units.h"
#include "report/report_words.h"

using namespace Qt::StringLiterals;

namespace tenken {
namespace {

QString roleWord(const SignatureFinding &signature)
{
    return signature.role ? words::role(*signature.role) : u"（役割不明）"_s;
}

void placeSigners(PageComposer &composer, const ReceiptInput &input)
{
    composer.heading(u"確かめた電子署名"_s);
    Table table;
    table.columns = {{u"役割"_s, 38}, {u"署名者"_s, 52}, {u"署名の日時"_s, 38}, {u"結果"_s, 37}};
    for (const SignatureFinding &signature : input.signatures) {
        const bool good = signature.integrity == Integrity::Intact && signature.trust == Trust::Trusted;
        // What is written into a signature usually holds the certificate's name already.
        const QString signer = signature.post.contains(signature.signer)
            ? signature.post
            : words::person(signature.signer, signature.post);
        table.rows += TableRow{TableCell(roleWord(signature)), TableCell(signer),
                               TableCell(words::shortDateTime(input.eras, signature.signedAt)),
                               TableCell(good ? u"○ 有効。署名の後に変更なし"_s : u"× 確認できない"_s)};
    }
    if (table.rows.isEmpty())
        composer.paragraph(u"署名はありません。"_s);
    place(composer, table);
}

} // namespace

PageLayout receiptPage(const FontBook &book, const ReceiptInput &input)
{
    const Submission &submission = input.submission;
    const QString title = u"情報セキュリティ自己点検　受領書"_s;
    RunningMatter running;
    running.handling = input.handling;
    running.document = input.receiptNumber;
    running.date = input.eras.formatDateBoth(input.receivedAt.date());
    running.outputTime = words::shortDateTime(input.eras, input.receivedAt);
    running.fingerprint = input.sha256.left(16);
    PageComposer composer(book, title, running);
    composer.startPage(PaperSize::A4Portrait);
    composer.paragraph(words::fullName(submission.department) + u"　様"_s);
    TextStyle right;
    right.align = Qt::AlignRight;
    composer.paragraph(input.receivedBy, right);
    composer.space(points(10));
    composer.title(title);
    composer.paragraph(
        u"次の提出を受け付けました。この受領書は、下の提出番号とデータの要約値（SHA-256）で示す提出だけを証するものです。"_s);
    composer.space(points(6));
    const QString year = submission.fiscalYear.label(input.eras, input.receivedAt.date());
    placeKeyValues(
        composer,
        {{u"点検"_s,
          u"%1　第%2回　%3 %4版"_s.arg(year).arg(submission.round).arg(submission.checklist, submission.edition)},
         {u"点検の対象"_s, u"%1　%2"_s.arg(words::subjectKind(submission.subject.kind), submission.subject.name)},
         {u"点検者"_s, words::person(submission.inspector.name, submission.inspector.post)},
         {u"受領日時"_s, words::dateTime(input.eras, input.receivedAt)},
         {u"提出番号"_s, u"%1（第%2版）"_s.arg(submission.id.toString(QUuid::WithoutBraces)).arg(submission.revision)},
         {u"ファイル名"_s, input.fileName},
         {u"要約値（SHA-256）"_s, input.sha256}},
        38);
    placeSigners(composer, input);
    composer.space(points(16));
    placeSignatures(composer, {{u"division"_s, u"受領者（情報政策課）の署名"_s}});
    return composer.finish();
}

} // namespace tenken
