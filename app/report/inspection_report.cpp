#include "report/inspection_report.h"

#include "core/score.h"
#include "report/charts.h"
#include "report/form_blocks.h"
#include "report/inspection_annex.h"
#include "report/layout/page_composer.h"
#include "report/layout/palette.h"
#include "report/layout/units.h"
#include "report/qr_code.h"
#include "report/report_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenken {
namespace {

RunningMatter runningMatter(const InspectionReportInput &input)
{
    const Submission &submission = input.submission;
    RunningMatter running;
    running.handling = input.options.handling;
    running.document = input.options.documentNumber;
    running.date = input.eras.formatDateBoth(submission.exportedAt.date());
    running.edition = u"点検票 %1 %2版"_s.arg(submission.checklist, submission.edition);
    running.outputTime = words::shortDateTime(input.eras, submission.exportedAt);
    running.fingerprint = input.sha256.left(16);
    running.watermark = input.options.draft ? u"下書き"_s : QString();
    return running;
}

/// QR code at the right edge; what it says is for machines, so no words but its purpose
void drawQr(PageComposer &composer, const InspectionReportInput &input, qreal top)
{
    if (input.options.draft || input.sha256.isEmpty())
        return;
    const qreal side = millimetres(24);
    const QRectF area(composer.left() + composer.width() - side, top, side, side);
    if (const auto modules = qrModules(submissionQrText(input.submission.id, input.sha256), area))
        composer.canvas().rects(*modules, Qt::black);
}

/// The department's own name begins a line where all its names are too long for one.
QStringList addressLines(const Department &department, const Typesetter &typesetter, qreal width,
                         const TextStyle &style)
{
    const QString whole = words::fullName(department);
    if (department.path.isEmpty() || typesetter.widthOf(whole, style) <= width)
        return {whole};
    Department above = department;
    above.name.clear();
    return {words::fullName(above), department.name};
}

void placeAddress(PageComposer &composer, const InspectionReportInput &input)
{
    const Submission &submission = input.submission;
    const qreal top = composer.y();
    const qsizetype posts = input.options.approvalPosts.size();
    drawQr(composer, input, top);
    const bool hasQr = !input.options.draft && !input.sha256.isEmpty();
    // the boxes end where the QR code begins
    const qreal right = hasQr ? millimetres(28) : 0;
    drawApprovalBoxes(composer, input.options.approvalPosts, top, right);
    qreal width = composer.width() - right - approvalBoxesWidth(posts) - millimetres(4);
    qreal y = top;
    if (width < millimetres(45)) { // many boxes: the address goes below them
        width = composer.width();
        y += millimetres(26);
    }
    Canvas canvas = composer.canvas();
    TextStyle style;
    style.leading = 1.35;
    y += canvas.text(QRectF(composer.left(), y, width, 0), input.options.addressee + u"　様"_s, style);
    y += points(6);
    for (const QString &line : addressLines(submission.department, canvas.typesetter(), width, style))
        y += canvas.text(QRectF(composer.left(), y, width, 0), line, style);
    if (!input.options.retention.isEmpty()) {
        style.pointSize = 8.5;
        y += canvas.text(QRectF(composer.left(), y, width, 0), u"保存年限　"_s + input.options.retention, style);
    }
    composer.space(std::max(y - top, millimetres(24)) + points(12));
}

QString profileWords(const InspectionReportInput &input)
{
    QStringList names;
    for (const QString &code : input.submission.profile.flags) {
        const ProfileFlag *flag = input.policy ? input.policy->flag(code) : nullptr;
        names += flag ? flag->name.ja : code;
    }
    for (const RemovedFlag &removed : input.submission.profile.removed) {
        const ProfileFlag *flag = input.policy ? input.policy->flag(removed.flag) : nullptr;
        names += u"（外した：%1。理由：%2）"_s.arg(flag ? flag->name.ja : removed.flag, removed.reason);
    }
    return names.isEmpty() ? u"なし"_s : names.join(u"、"_s);
}

void placeOverview(PageComposer &composer, const InspectionReportInput &input)
{
    const Submission &submission = input.submission;
    const QString year = submission.fiscalYear.label(input.eras, submission.inspectionDate);
    composer.heading(u"1　点検の概要"_s);
    QString subject = words::subjectKind(submission.subject.kind) + u'　' + submission.subject.name;
    if (!submission.subject.code.isEmpty())
        subject += u"（%1）"_s.arg(submission.subject.code);
    QList<std::pair<QString, QString>> rows{
        {u"対象期間"_s, u"%1　第%2回"_s.arg(year).arg(submission.round)},
        {u"点検の対象"_s, subject},
        {u"点検日"_s, input.eras.formatDateBoth(submission.inspectionDate)},
        {u"点検者"_s, words::person(submission.inspector.name, submission.inspector.post)},
    };
    if (input.checklist.approvalRequired)
        rows += {u"確認者"_s, u"情報セキュリティ管理者（下の電子署名による）"_s};
    rows += {u"点検票"_s, u"%1　%2　%3版"_s.arg(submission.checklist, input.checklist.title.ja, submission.edition)};
    rows += {u"取り扱うもの"_s, profileWords(input)};
    rows +=
        {u"提出番号"_s, u"%1（第%2版）"_s.arg(submission.id.toString(QUuid::WithoutBraces)).arg(submission.revision)};
    placeKeyValues(composer, rows, 28);
    composer.space(points(5));
    QList<SignaturePlace> places{{u"inspector"_s, u"点検者の署名"_s}};
    if (input.checklist.approvalRequired)
        places += {u"approver"_s, u"情報セキュリティ管理者の署名（確認・承認）"_s};
    placeSignatures(composer, places);
}

void placeSummary(PageComposer &composer, const Score &score)
{
    composer.heading(u"2　結果の要約"_s, points(120));
    QStringList facts;
    if (!score.red.isEmpty())
        facts += u"重要項目★の未実施・わからない %1件（%2）"_s.arg(score.red.size()).arg(score.red.join(u"、"_s));
    if (!score.amber.isEmpty())
        facts += u"重要項目★の一部実施 %1件（%2）"_s.arg(score.amber.size()).arg(score.amber.join(u"、"_s));
    placeVerdict(composer, u"判定"_s, toJapanese(score.judgement), facts.join(u'\n'), !score.red.isEmpty());
    placeKeyValues(composer, {{u"件数"_s, words::counts(score.counts)}, {u"実施率"_s, words::rate(score.counts)}}, 28);
    composer.space(points(8));
    placeAnswerLegend(composer);
    composer.box(points(24), [&score](Canvas &canvas, const QRectF &area) {
        drawStackedBar(canvas, area.adjusted(0, points(1), 0, points(-2)), score.counts);
    });
}

void placeClauses(PageComposer &composer, const InspectionReportInput &input, const QMap<QString, Score> &byClause)
{
    QStringList keys = input.policy ? input.policy->clauseKeys() : QStringList();
    for (auto it = byClause.begin(); it != byClause.end(); ++it)
        if (!keys.contains(it.key()))
            keys += it.key();
    QList<ClauseBar> bars;
    for (const QString &key : keys) {
        if (!byClause.contains(key))
            continue;
        const PolicyClause *clause = input.policy ? input.policy->clause(key) : nullptr;
        bars +=
            {key, clause ? clause->title.ja : QString(), byClause[key].counts, words::maturity(byClause[key].maturity)};
    }
    // on the second page, also where the overview's last lines begin it
    if (composer.pageCount() == 1 || composer.remaining() < composer.pageHeight() * 0.6)
        composer.breakPage();
    else
        composer.space(points(8));
    TextStyle caption;
    caption.pointSize = 9.5;
    caption.bold = true;
    composer.paragraph(u"条項別の内訳と成熟度（0〜4）"_s, caption);
    placeAnswerLegend(composer);
    placeClauseBars(composer, bars, u"成熟度"_s);
    TextStyle note;
    note.pointSize = 8;
    note.leading = 1.35;
    composer.space(points(2));
    composer.paragraph(
        u"成熟度：0 未着手／1 個人任せ／2 ルールあり／3 実施／4 点検・改善。未回答があれば判定しません。"_s, note);
}

void placeLastYear(PageComposer &composer, const InspectionReportInput &input)
{
    if (!input.lastYear)
        return;
    TextStyle caption;
    caption.pointSize = 9.5;
    caption.bold = true;
    composer.space(points(6));
    composer.ensure(yearOnYearHeight + caption.lineHeight());
    composer.paragraph(u"前年の×の行方"_s, caption);
    composer.box(yearOnYearHeight, [&](Canvas &canvas, const QRectF &area) {
        drawYearOnYear(canvas, area.adjusted(0, points(1), -area.width() / 3, 0), *input.lastYear);
    });
}

} // namespace

QString submissionQrText(const QUuid &submission, const QString &sha256)
{
    return u"tenken.submission/1 %1 %2"_s.arg(submission.toString(QUuid::WithoutBraces), sha256);
}

PageLayout inspectionReport(const FontBook &book, const InspectionReportInput &input)
{
    const Submission &submission = input.submission;
    const QString year = submission.fiscalYear.label(input.eras, submission.inspectionDate);
    const QString title = u"%1　情報セキュリティ自己点検の結果について（報告）"_s.arg(year);
    const QList<ScoreRow> rows = scoreRows(input.checklist, submission);
    const Score score = scoreOf(rows);
    PageComposer composer(book, title, runningMatter(input));
    composer.setProgress(input.progress);
    composer.startPage(PaperSize::A4Portrait);
    placeAddress(composer, input);
    composer.title(title);
    composer.paragraph(u"標記の件について、下記のとおり報告します。"_s);
    TextStyle centred;
    centred.align = Qt::AlignHCenter;
    composer.paragraph(u"記"_s, centred);
    placeOverview(composer, input);
    placeSummary(composer, score);
    placeClauses(composer, input, scoreByClause(input.checklist, rows));
    placeLastYear(composer, input);
    placeFindings(composer, input, score.red);
    placeAllAnswers(composer, input);
    return composer.finish();
}

} // namespace tenken
