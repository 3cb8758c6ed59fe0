#include "report/layout/hatch.h"
#include "report/layout/pdf_renderer.h"
#include "report/layout/units.h"
#include "support/places.h"

#include "pdf_tools.h"
#include "sample_reports.h"

#include <QtTest>

using namespace tenken;
using namespace tenken::support;

/// 自己点検結果報告書
class InspectionReportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyTypedCharacterIsPrinted();
    void sectionsComeInOrder();
    void summaryIsJudgementCountsRate();
    void departmentsDiffer_data();
    void departmentsDiffer();
    void wordsAndDatesStayOnTheirLine();
    void longAddressBreaksBeforeTheDepartment();
    void unansweredGivesASpan();
    void overlayQuestionsStayInTheCity();
    void fewStaffAreMasked();
    void texturesTellAnswersApart();

private:
    QString textOf(const InspectionReportInput &input) const
    {
        return inspectionReport(*m_book, input).plainText().join(u'\n');
    }
    std::optional<FontBook> m_book;
};

void InspectionReportTest::initTestCase()
{
    const auto book = FontBook::load(builtPath("share/tenken/fonts"));
    QVERIFY(book.has_value());
    m_book = *book;
}

void InspectionReportTest::everyTypedCharacterIsPrinted()
{
    // every field of every item is filled, whatever the answer; each value is unique
    InspectionReportInput input = sample::inspectionInput(2);
    QStringList typed;
    int n = 0;
    const auto fill = [&](QString &field) {
        field = QStringLiteral("𠮷%1﨑").arg(++n, 3, 10, QChar(u'0'));
        typed += field;
    };
    for (SubmittedItem &item : input.submission.items) {
        fill(item.answer.comment);
        fill(item.answer.reason);
        fill(item.answer.opinion);
        fill(item.answer.plan.measure);
        fill(item.answer.plan.owner);
        fill(item.answer.plan.interim);
        item.answer.evidence = {{}, {}};
        for (Evidence &evidence : item.answer.evidence) {
            fill(evidence.document);
            fill(evidence.number);
            fill(evidence.place);
        }
    }
    fill(input.submission.inspector.name);
    fill(input.submission.inspector.post);
    input.submission.profile.removed = {{QStringLiteral("outsourcing"), {}}};
    fill(input.submission.profile.removed[0].reason);
    const QString text = pdftools::withoutSpaces(textOf(input));
    for (const QString &one : typed)
        QVERIFY2(text.contains(one), qPrintable(one));
}

void InspectionReportTest::sectionsComeInOrder()
{
    const QString text = textOf(sample::inspectionInput());
    qsizetype at = 0;
    for (const char *heading :
         {"1　点検の概要", "2　結果の要約", "条項別の内訳と成熟度", "前年の×の行方", "3　直ちに対応が必要な項目",
          "4　△・×・？の項目と改善計画", "5　該当なしとした項目と理由", "6　ルールへの意見", "7　個人票の実施状況",
          "以上", "別紙　全項目の回答"}) {
        const qsizetype found = text.indexOf(QString::fromUtf8(heading), at);
        QVERIFY2(found >= at, heading);
        at = found;
    }
}

void InspectionReportTest::summaryIsJudgementCountsRate()
{
    const QString text = textOf(sample::inspectionInput());
    const qsizetype judgement = text.indexOf(QStringLiteral("要緊急是正"));
    const qsizetype counts = text.indexOf(QStringLiteral("対象39項目　○28　△4　×4　？0　－3（未回答0）"));
    const qsizetype rate = text.indexOf(QStringLiteral("28／36（77.8％）"));
    QVERIFY(judgement > 0);
    QVERIFY(counts > judgement);
    QVERIFY(rate > counts);
}

void InspectionReportTest::departmentsDiffer_data()
{
    QTest::addColumn<InspectionReportInput>("input");
    QTest::newRow("tiny, all yes") << [] {
        InspectionReportInput input = sample::inspectionInput(1);
        for (SubmittedItem &item : input.submission.items)
            item.answer = sample::answer(AnswerCode::Yes);
        input.submission.staffTally.reset();
        input.lastYear.reset();
        return input;
    }();
    QTest::newRow("all no, long names") << [] {
        InspectionReportInput input = sample::inspectionInput(4);
        for (SubmittedItem &item : input.submission.items)
            item.answer = sample::answer(AnswerCode::No);
        input.submission.department.path = {QString(60, u'局'), QString(60, u'部')};
        input.submission.department.name = QString(80, u'課');
        input.submission.subject.name = input.submission.department.name;
        input.submission.inspector.post = QString(100, u'職');
        input.options.approvalPosts = {};
        return input;
    }();
    QTest::newRow("a comment of 10,000 characters") << [] {
        InspectionReportInput input = sample::inspectionInput(2);
        for (int i = 0; input.submission.items[1].answer.comment.size() < 10000; ++i)
            input.submission.items[1].answer.comment += QStringLiteral("長い文の%1番目。").arg(i);
        return input;
    }();
    QTest::newRow("nothing applies") << [] {
        InspectionReportInput input = sample::inspectionInput(1);
        for (SubmittedItem &item : input.submission.items)
            item.answer = sample::answer(AnswerCode::NotApplicable);
        return input;
    }();
    QTest::newRow("without policy, unknown answers, six boxes") << [] {
        InspectionReportInput input = sample::inspectionInput(12, 4);
        input.policy.reset();
        for (int i = 0; i < 20; ++i)
            input.submission.items[i * 3].answer.code = AnswerCode::Unknown;
        input.options.approvalPosts += {QStringLiteral("局長"), QStringLiteral("副市長")};
        return input;
    }();
}

void InspectionReportTest::departmentsDiffer()
{
    QFETCH(const InspectionReportInput, input);
    const PageLayout layout = inspectionReport(*m_book, input);
    const auto document = renderPdf(layout);
    QVERIFY(document.has_value());
    QString name = QString::fromUtf8(QTest::currentDataTag());
    pdftools::keep(name.replace(u' ', u'_'), document->pdf);
    const QStringList extracted = pdftools::text(document->pdf);
    for (int page = 0; page < document->pages; ++page)
        QCOMPARE(pdftools::withoutSpaces(extracted[page]), pdftools::withoutSpaces(document->plainText[page]));
    for (const LaidPage &page : layout.pages) {
        const qreal foot = page.pointSize.height() * 20 - points(15);
        for (const DrawItem &item : page.items)
            if (const auto *glyphs = std::get_if<GlyphItem>(&item))
                QVERIFY2(glyphs->origin.y() < foot, qPrintable(glyphs->text));
    }
}

/// What a narrow column would break in an ugly place
void InspectionReportTest::wordsAndDatesStayOnTheirLine()
{
    InspectionReportInput input = sample::inspectionInput(1);
    for (SubmittedItem &item : input.submission.items) {
        item.answer = sample::answer(AnswerCode::Unknown);
        item.answer.plan.due = QDate(2028, 12, 28);
    }
    const QString text = textOf(input);
    const qsizetype red = scoreOf(scoreRows(input.checklist, input.submission)).red.size();
    QVERIFY(red > 0);
    QCOMPARE(text.count(QStringLiteral("令和10年12月28日")), input.submission.items.size() + red);
    QVERIFY(text.count(QStringLiteral("？ わからない")) >= input.submission.items.size() * 2 + red);
}

void InspectionReportTest::longAddressBreaksBeforeTheDepartment()
{
    InspectionReportInput input = sample::inspectionInput(1);
    Department &department = input.submission.department;
    department.path = {QStringLiteral("政策企画局")};
    department.name = QStringLiteral("都市連携課");
    QVERIFY(textOf(input).contains(QStringLiteral("政策企画局　都市連携課")));
    department.path << QStringLiteral("企画部");
    QVERIFY(textOf(input).contains(QStringLiteral("政策企画局　企画部\n都市連携課")));
}

void InspectionReportTest::unansweredGivesASpan()
{
    InspectionReportInput input = sample::inspectionInput(1);
    for (qsizetype i = 0; i < input.submission.items.size(); ++i)
        input.submission.items[i].answer = sample::answer(AnswerCode::Yes);
    for (const int i : {1, 2, 4})
        input.submission.items[i].answer = Answer();
    QVERIFY(textOf(input).contains(QStringLiteral("76.9〜100.0％（未回答3項目のため幅で示す）")));
}

void InspectionReportTest::overlayQuestionsStayInTheCity()
{
    InspectionReportInput input = sample::inspectionInput(1);
    input.checklist.items[3].question.ja = QStringLiteral("秘密の設問");
    input.checklist.items[3].title.ja = QStringLiteral("秘密の題");
    input.submission.items[3].question.reset();
    const QString text = textOf(input);
    QVERIFY(!text.contains(QStringLiteral("秘密")));
    QVERIFY(text.contains(input.submission.items[3].id));
}

void InspectionReportTest::fewStaffAreMasked()
{
    InspectionReportInput input = sample::inspectionInput(1);
    StaffTally &tally = *input.submission.staffTally;
    tally.items = {{QStringLiteral("A-01"), 3, 0, 0, 0, 24},
                   {QStringLiteral("A-02"), 20, 1, 1, 1, 5},
                   {QStringLiteral("A-03"), 25, 1, 1, 1, 0}};
    // one item would be told by subtraction: the next smallest is masked too
    QCOMPARE(textOf(input).count(QStringLiteral("回答者が少ないため伏せる")), 2);
    tally.respondents = 4;
    QVERIFY(!textOf(input).contains(QStringLiteral("A-03")));
}

void InspectionReportTest::texturesTellAnswersApart()
{
    QSet<QString> looks;
    for (const AnswerCode code : {AnswerCode::Yes, AnswerCode::Partial, AnswerCode::No, AnswerCode::Unknown}) {
        QStringList lines;
        for (const QLineF &line : hatchLines(QRectF(0, 0, 400, 200), fillOf(code).hatch).lines)
            lines += QStringLiteral("%1,%2").arg(qRound(line.angle())).arg(qRound(line.x1()));
        looks += lines.join(u' ');
        // black text stays readable on the fill
        QVERIFY(fillOf(code).colour.lightnessF() > 0.75F);
    }
    QCOMPARE(looks.size(), 4);
    bool hatched = false;
    const PageLayout layout = inspectionReport(*m_book, sample::inspectionInput());
    for (const DrawItem &item : layout.pages[1].items)
        if (const auto *lines = std::get_if<LinesItem>(&item))
            hatched = hatched || (lines->hatch && lines->lines.size() > 5);
    QVERIFY(hatched);
}

QTEST_MAIN(InspectionReportTest)
#include "tst_inspection_report.moc"
