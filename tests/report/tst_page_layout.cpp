#include "report/layout/page_composer.h"
#include "report/layout/pdf_renderer.h"
#include "report/layout/table_block.h"
#include "report/layout/units.h"
#include "support/places.h"

#include "pdf_tools.h"

#include <QImage>
#include <QPainter>
#include <QtTest>

using namespace tenken;
using namespace tenken::support;

/// Breaking lines and pages
class PageLayoutTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void lineStarts_data();
    void lineStarts();
    void rowsStayTogether();
    void groupHeadsStayWithTheirRows();
    void headingsStayWithTheFirstRow_data();
    void headingsStayWithTheFirstRow();
    void tallRowsAreSplitWithoutLoss();
    void missingGlyphsAreNamed();
    void namesExtract_data();
    void namesExtract();
    void sameItemsOnScreen();
    void signatureBoxIsInPoints();

private:
    PageComposer composer() const
    {
        RunningMatter running;
        running.handling = QStringLiteral("取扱注意");
        return PageComposer(*m_book, QStringLiteral("試験"), running);
    }
    std::optional<FontBook> m_book;
};

void PageLayoutTest::initTestCase()
{
    const auto book = FontBook::load(builtPath("share/tenken/fonts"));
    QVERIFY(book.has_value());
    m_book = *book;
}

void PageLayoutTest::lineStarts_data()
{
    QTest::addColumn<QString>("tail");
    for (const char *tail : {"～", "〜", "、", "。", "）", "」", "ー", "っ", "ょ", "々", "・", "？", "！", "％"})
        QTest::newRow(tail) << QString::fromUtf8(tail);
}

void PageLayoutTest::lineStarts()
{
    QFETCH(const QString, tail);
    const Typesetter typesetter(*m_book);
    const TextStyle style;
    // wherever the line ends, none of its followers begins with the character
    for (int before = 3; before < 24; ++before) {
        const QString text = QString(before, u'漢') + tail + QStringLiteral("字の続き");
        const auto lines = typesetter.set(text, style, points(10.5 * 10.5));
        QString joined;
        for (const TextLine &line : lines) {
            QVERIFY2(!line.text.startsWith(tail), qPrintable(line.text));
            QVERIFY(line.width <= points(10.5 * 10.5) + 1);
            joined += line.text;
        }
        QCOMPARE(joined, text);
    }
}

void PageLayoutTest::rowsStayTogether()
{
    PageComposer pages = composer();
    pages.startPage(PaperSize::A4Portrait);
    Table table;
    table.columns = {{QStringLiteral("見出し"), 30}, {QStringLiteral("内容"), 135}};
    for (int i = 0; i < 60; ++i)
        table.rows += TableRow{TableCell(QStringLiteral("行%1").arg(i)),
                               TableCell(QStringLiteral("始%1。\n中。\n終%1。").arg(i))};
    place(pages, table);
    const PageLayout layout = pages.finish();
    QVERIFY(layout.pages.size() > 2);
    const QStringList texts = layout.plainText();
    for (const QString &page : texts)
        QVERIFY(page.contains(QStringLiteral("見出し")));
    for (int i = 0; i < 60; ++i)
        for (const QString &page : texts)
            QCOMPARE(page.contains(QStringLiteral("始%1。").arg(i)), page.contains(QStringLiteral("終%1。").arg(i)));
}

void PageLayoutTest::groupHeadsStayWithTheirRows()
{
    PageComposer pages = composer();
    pages.startPage(PaperSize::A4Portrait);
    Table table;
    table.columns = {{QStringLiteral("見出し"), 30}, {QStringLiteral("内容"), 135}};
    for (int i = 0; i < 90; ++i) {
        TableCell head(QStringLiteral("組%1。").arg(i));
        head.span = 2;
        table.rows += TableRow{head};
        table.rows += TableRow{TableCell(QStringLiteral("員%1。").arg(i)), TableCell(QStringLiteral("内容"))};
    }
    place(pages, table);
    for (const QString &page : pages.finish().plainText())
        for (int i = 0; i < 90; ++i)
            QCOMPARE(page.contains(QStringLiteral("組%1。").arg(i)), page.contains(QStringLiteral("員%1。").arg(i)));
}

void PageLayoutTest::headingsStayWithTheFirstRow_data()
{
    QTest::addColumn<int>("lines");
    QTest::addColumn<qreal>("used");
    QTest::addColumn<bool>("isSplit");
    QTest::newRow("a row that the page has no room for") << 30 << 0.5 << false;
    QTest::newRow("a row nearly as high as a page") << 55 << 0.4 << true;
    QTest::newRow("a row nearly as high as a page, little room") << 55 << 0.9 << false;
    QTest::newRow("a row higher than a page") << 90 << 0.4 << true;
}

/// A heading, the header below it and the first row, or its beginning, are on one page; only what does not fit is
/// split.
void PageLayoutTest::headingsStayWithTheFirstRow()
{
    QFETCH(const int, lines);
    QFETCH(const qreal, used);
    PageComposer pages = composer();
    pages.startPage(PaperSize::A4Portrait);
    pages.space(pages.pageHeight() * used);
    Table table;
    table.columns = {{QStringLiteral("ID"), 20}, {QStringLiteral("コメント"), 145}};
    const QString text = QStringList(lines, QStringLiteral("行")).join(u'\n');
    table.rows += TableRow{TableCell(QStringLiteral("B-01")), TableCell(text)};
    placeUnder(pages, QStringLiteral("見出し"), table, {});
    const QStringList texts = pages.finish().plainText();
    int headed = 0;
    for (const QString &page : texts) {
        const bool heads = page.contains(QStringLiteral("見出し"));
        headed += heads ? 1 : 0;
        QCOMPARE(page.contains(QStringLiteral("コメント")), page.contains(QStringLiteral("B-01")));
        if (heads)
            QVERIFY(page.contains(QStringLiteral("B-01")));
    }
    QCOMPARE(headed, 1);
    QCOMPARE(texts.join(QString()).count(u'行'), lines);
    QTEST(texts.join(QString()).contains(QStringLiteral("続き")), "isSplit");
}

void PageLayoutTest::tallRowsAreSplitWithoutLoss()
{
    QString comment;
    for (int i = 0; comment.size() < 10000; ++i)
        comment += QStringLiteral("これは%1番目の文です。").arg(i);
    PageComposer pages = composer();
    pages.startPage(PaperSize::A4Portrait);
    Table table;
    table.columns = {{QStringLiteral("ID"), 20}, {QStringLiteral("コメント"), 145}};
    table.rows += TableRow{TableCell(QStringLiteral("B-01")), TableCell(comment)};
    table.rows += TableRow{TableCell(QStringLiteral("B-02")), TableCell(QStringLiteral("次の行"))};
    place(pages, table);
    const PageLayout layout = pages.finish();
    QVERIFY(layout.pages.size() >= 3);
    QString body;
    for (const LaidPage &page : layout.pages) {
        const qreal bottom = page.pointSize.height() * 20 - millimetres(20);
        for (const DrawItem &item : page.items) {
            const auto *glyphs = std::get_if<GlyphItem>(&item);
            if (!glyphs || glyphs->pointSize != 9.0 || glyphs->origin.y() > bottom || glyphs->face != Face::Text)
                continue;
            body += glyphs->text;
        }
    }
    // each page says whose lines these are
    QCOMPARE(body.count(QStringLiteral("B-01")), layout.pages.size());
    QCOMPARE(body.count(QStringLiteral("B-01（続き）")), layout.pages.size() - 1);
    body.remove(QStringLiteral("（続き）")).remove(QStringLiteral("B-01"));
    QCOMPARE(body, comment + QStringLiteral("B-02次の行"));
    const auto document = renderPdf(layout);
    QVERIFY(document.has_value());
    QCOMPARE(pdftools::withoutSpaces(pdftools::text(document->pdf).join(QString())),
             pdftools::withoutSpaces(document->plainText.join(QString())));
}

void PageLayoutTest::missingGlyphsAreNamed()
{
    PageComposer pages = composer();
    pages.startPage(PaperSize::A4Portrait);
    pages.paragraph(QStringLiteral("絵文字😀と😀、ヒエログリフ𓀀です。"));
    const PageLayout layout = pages.finish();
    const auto refused = renderPdf(layout);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::GlyphMissing);
    QCOMPARE(refused.error().subject, QStringLiteral("「😀」U+1F600 ×2、「𓀀」U+13000 ×1"));
    const auto printed = renderPdf(layout, MissingGlyphs::PrintStandIn);
    QVERIFY(printed.has_value());
    QVERIFY(pdftools::text(printed->pdf).first().contains(QStringLiteral("絵文字〓と〓、ヒエログリフ〓です。")));
}

void PageLayoutTest::namesExtract_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"𠮷田 髙子 山﨑", "𠮟る・叱る", "4月～9月", "―ダッシュ―", "点検日 目 曰", "ｶﾞｷﾞ ガギ ヴ",
                             "辻󠄀と辻", "①②③㈱㍻№℡", "fi ffi AV To", "□■◇◆○◎●△▽×？－"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void PageLayoutTest::namesExtract()
{
    QFETCH(const QString, text);
    PageComposer pages = composer();
    pages.startPage(PaperSize::A4Portrait);
    pages.paragraph(text);
    TextStyle bold;
    bold.bold = true;
    pages.paragraph(text, bold);
    const PageLayout layout = pages.finish();
    const auto document = renderPdf(layout);
    QVERIFY2(document.has_value(), document ? "" : qPrintable(document.error().detail));
    pdftools::keep(QStringLiteral("names"), document->pdf);
    const QString extracted = pdftools::withoutSpaces(pdftools::text(document->pdf).join(QString()));
    QCOMPARE(extracted.count(pdftools::withoutSpaces(text)), 2);
}

void PageLayoutTest::sameItemsOnScreen()
{
    PageComposer pages = composer();
    pages.startPage(PaperSize::A4Portrait);
    pages.box(points(100), [](Canvas &canvas, const QRectF &area) { canvas.fill(area, Qt::red); });
    const PageLayout layout = pages.finish();
    QImage image(595, 842, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    layout.paintPage(painter, 0, QRectF(0, 0, 595, 842));
    layout.paintPage(painter, 7, QRectF(0, 0, 595, 842)); // no such page: nothing
    painter.end();
    QCOMPARE(image.pixelColor(300, 100), QColor(Qt::red));
    QCOMPARE(image.pixelColor(300, 60), QColor(Qt::white));
    QCOMPARE(image.pixelColor(300, 180), QColor(Qt::white));
    QCOMPARE(image.pixelColor(60, 100), QColor(Qt::white));
}

void PageLayoutTest::signatureBoxIsInPoints()
{
    PageComposer pages = composer();
    pages.startPage(PaperSize::A4Portrait);
    pages.reserveSignature(QStringLiteral("inspector"), QRectF(points(100), points(200), points(150), points(50)));
    const PageLayout layout = pages.finish();
    QCOMPARE(layout.signatureBoxes.size(), 1);
    QCOMPARE(layout.signatureBoxes[0].pointsFromBottomLeft, QRectF(100, 592, 150, 50));
}

QTEST_MAIN(PageLayoutTest)
#include "tst_page_layout.moc"
