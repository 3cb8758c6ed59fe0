#include "report/layout/pdf_renderer.h"
#include "report/signature_appearance.h"
#include "support/places.h"

#include "pdf_tools.h"
#include "sample_reports.h"

#include <QtTest>

using namespace tenken;
using namespace tenken::support;

/// What holds for every kind of report
class ReportKinds : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void holds_data();
    void holds();
    void committeeOpensWithTwoPages();
    void appearance();

private:
    std::optional<FontBook> m_book;
};

void ReportKinds::initTestCase()
{
    const auto book = FontBook::load(builtPath("share/tenken/fonts"));
    QVERIFY(book.has_value());
    m_book = *book;
}

void ReportKinds::holds_data()
{
    QTest::addColumn<PageLayout>("layout");
    QTest::addColumn<QStringList>("signatures");
    QTest::addColumn<int>("leastPages");
    const QStringList division{QStringLiteral("division")};
    const QStringList both{QStringLiteral("inspector"), QStringLiteral("approver")};
    QTest::newRow("inspection") << inspectionReport(*m_book, sample::inspectionInput()) << both << 4;
    InspectionReportInput draft = sample::inspectionInput(1, 3);
    draft.options.draft = true;
    draft.lastYear.reset();
    draft.submission.staffTally.reset();
    draft.submission.items[2].answer.code.reset();
    QTest::newRow("draft") << inspectionReport(*m_book, draft) << both << 2;
    CommitteeOptions options;
    options.documentNumber = QStringLiteral("情政第45号");
    options.sha256 = sample::sha256;
    options.signatureField = QStringLiteral("division");
    QTest::newRow("committee") << committeeReport(*m_book, sample::committee(), sample::eras(), options)
                               << QStringList{QStringLiteral("division")} << 12;
    QTest::newRow("status") << statusReport(*m_book, sample::status()) << division << 3;
    QTest::newRow("department") << departmentReport(*m_book, sample::department()) << division << 2;
    QTest::newRow("receipt") << receiptPage(*m_book, sample::receipt()) << QStringList{QStringLiteral("division")} << 1;
    QTest::newRow("return") << returnPage(*m_book, sample::returned()) << QStringList{QStringLiteral("approver")} << 1;
}

void ReportKinds::holds()
{
    QFETCH(const PageLayout, layout);
    QFETCH(const QStringList, signatures);
    QFETCH(const int, leastPages);
    const auto document = renderPdf(layout);
    QVERIFY2(document.has_value(), document ? "" : qPrintable(document.error().detail));
    pdftools::keep(QString::fromUtf8(QTest::currentDataTag()), document->pdf);
    QVERIFY(document->pages >= leastPages);
    // what can be searched and copied is what was meant
    const QStringList extracted = pdftools::text(document->pdf);
    QCOMPARE(extracted.size(), document->pages);
    for (int page = 0; page < document->pages; ++page) {
        QCOMPARE(pdftools::withoutSpaces(extracted[page]), pdftools::withoutSpaces(document->plainText[page]));
        QVERIFY(extracted[page].contains(QStringLiteral("%1／%2").arg(page + 1).arg(document->pages)));
    }
    for (const QString &font : pdftools::fonts(document->pdf)) {
        QVERIFY2(font.startsWith(QStringLiteral("BIZUD")) || font.startsWith(QStringLiteral("IPAmj")),
                 qPrintable(font));
        QVERIFY2(font.contains(QStringLiteral("yes no  yes")), qPrintable(font)); // embedded, with ToUnicode
    }
    QStringList fields;
    for (const PlacedBox &box : document->signatureBoxes) {
        fields += box.field;
        const QRectF paper(QPointF(), layout.pages[box.page].pointSize);
        QVERIFY(paper.contains(box.pointsFromBottomLeft));
    }
    QCOMPARE(fields, signatures);
    for (const LaidPage &page : layout.pages) {
        const QRectF paper(QPointF(), page.pointSize * 20);
        for (const DrawItem &item : page.items) {
            const auto *glyphs = std::get_if<GlyphItem>(&item);
            if (!glyphs)
                continue;
            QVERIFY2(glyphs->pointSize >= 8, qPrintable(glyphs->text));
            if (glyphs->angle == 0)
                QVERIFY2(paper.contains(glyphs->origin + glyphs->positions.last() + QPointF(80, 0)),
                         qPrintable(glyphs->text));
        }
    }
}

/// Two A4 pages and then the annexes, and no number of the heat map broken over two lines (domain.md 6.2)
void ReportKinds::committeeOpensWithTwoPages()
{
    CommitteeFigures figures = sample::committee();
    figures.audit.clear();
    figures.auditAgreement.reset();
    for (Counts &cell : figures.bureaus[20].cells)
        cell = sample::counts(1227, 90, 54);
    figures.bureaus[21].cells.first() = sample::counts(105, 8, 3);
    const PageLayout layout = committeeReport(*m_book, figures, sample::eras(), {});
    const auto isA4 = [](const LaidPage &page) { return page.pointSize.toSize() == QSize(842, 595); };
    QVERIFY(isA4(layout.pages[0]) && isA4(layout.pages[1]));
    QVERIFY(!isA4(layout.pages[2]));
    QStringList words;
    for (const DrawItem &item : layout.pages[1].items) {
        if (const auto *glyphs = std::get_if<GlyphItem>(&item))
            words << glyphs->text;
    }
    for (const CommitteeFigures::Group &group : figures.bureaus) {
        for (const Counts &cell : group.cells) {
            const QString share = QStringLiteral("%1/%2").arg(cell.yes).arg(cell.effective());
            const bool isWhole = words.contains(share);
            const bool isBrokenAtTheStroke = words.contains(QStringLiteral("%1/").arg(cell.yes))
                && words.contains(QString::number(cell.effective()));
            QVERIFY2(cell.effective() == 0 || isWhole || (isBrokenAtTheStroke && share.size() > 8), qPrintable(share));
        }
    }
    QVERIFY(words.contains(figures.weaknesses.last().item)); // on the second page, too
}

void ReportKinds::appearance()
{
    SignatureAppearance appearance;
    appearance.role = Role::Approver;
    appearance.name = QStringLiteral("𠮷田 髙子");
    appearance.post = QStringLiteral("総務局行政管理部総務課長");
    appearance.signedAt = sample::moment();
    appearance.issuer = QStringLiteral("見本市認証局");
    const auto document = renderSignatureAppearance(*m_book, appearance, sample::eras(), QSizeF(226, 56));
    QVERIFY2(document.has_value(), document ? "" : qPrintable(document.error().subject + document.error().detail));
    pdftools::keep(QStringLiteral("appearance"), document->pdf);
    QCOMPARE(document->pages, 1);
    const QString text = pdftools::text(document->pdf).value(0);
    QVERIFY(text.contains(QStringLiteral("𠮷田 髙子")));
    QVERIFY(text.contains(QStringLiteral("見本市認証局")));
}

QTEST_MAIN(ReportKinds)
#include "tst_report_kinds.moc"
