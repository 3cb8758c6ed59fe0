#include "gui/comparison/comparison_page.h"

#include "gui/comparison/matrix_view.h"
#include "gui/reading_walk.h"
#include "gui/shell/appearance.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QProcess>
#include <QPushButton>
#include <QScrollBar>
#include <QUrl>

using namespace tenken;
using support::find;

/// The page as a person uses it, over a registry of eight departments and two years
class TestComparisonPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keyboardFoldsAndOpens();
    void headersStandStill();
    void anotherColumnIsLaidBeside();
    void filtersByTheirBoxes();
    void copiesTableAndText();
    void droppedFilesThatAreNoneAreTold();
    void printsTheLayoutOfThePreview();
    void departmentsAreNamed();

private:
    QWidget *focused() const { return QApplication::focusWidget(); }

    std::unique_ptr<support::Workplace> m_place;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
    ComparisonPage *m_page = nullptr;
    MatrixView *m_matrix = nullptr;
};

void TestComparisonPage::init()
{
    m_place = std::make_unique<support::Workplace>();
    QVERIFY(m_place->open());
    m_appearance = std::make_unique<Appearance>(*qApp, *m_place->settings);
    support::FilledRegistry filled(m_place->desk->checklists());
    QVERIFY(support::fillRegistry(*m_place, filled, 8, {2025, 2026}));
    m_window = std::make_unique<MainWindow>(m_place->context());
    addReadingPages(*m_window, m_place->context());
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->showPage(QStringLiteral("comparison"));
    m_page = static_cast<ComparisonPage *>(find(m_window.get(), "comparisonPage"));
    m_matrix = find<MatrixView>(m_page, "matrix");
    QTRY_VERIFY_WITH_TIMEOUT(m_matrix->isVisible() && !m_page->session().isBusy(), 60000);
}

void TestComparisonPage::cleanup()
{
    m_window.reset();
    m_appearance.reset();
    m_place.reset();
}

void TestComparisonPage::keyboardFoldsAndOpens()
{
    m_matrix->setFocus();
    ComparisonMatrixModel &model = m_page->session().matrix();
    QCOMPARE(m_matrix->currentIndex().row(), 0);
    const int lines = model.rowCount();
    QTest::keyClick(focused(), Qt::Key_Return);
    QVERIFY(model.isFolded(0) && model.rowCount() < lines);
    QTest::keyClick(focused(), Qt::Key_Space);
    QCOMPARE(model.rowCount(), lines);
    QTest::keyClick(focused(), Qt::Key_Down);
    QTest::keyClick(focused(), Qt::Key_Right);
    QSignalSpy ready(&m_page->session(), &ComparisonSession::pairReady);
    QTest::keyClick(focused(), Qt::Key_Return);
    QVERIFY(ready.wait());
    QWidget *pair = find(m_page, "answerPair");
    QVERIFY(pair->isVisible());
    QVERIFY(find<QLabel>(pair, "leftLabel")->text() != find<QLabel>(pair, "rightLabel")->text());
    QVERIFY(!find<QPlainTextEdit>(pair, "leftText")->toPlainText().isEmpty());
    find(pair, "leftText")->setFocus();
    QTest::keyClick(focused(), Qt::Key_Escape);
    QVERIFY(!pair->isVisible() && m_matrix->hasFocus());
}

void TestComparisonPage::headersStandStill()
{
    const QPoint items = m_matrix->verticalHeader()->mapTo(m_window.get(), QPoint());
    const QPoint columns = m_matrix->horizontalHeader()->mapTo(m_window.get(), QPoint());
    m_matrix->horizontalScrollBar()->setValue(m_matrix->horizontalScrollBar()->maximum());
    m_matrix->verticalScrollBar()->setValue(m_matrix->verticalScrollBar()->maximum());
    QVERIFY(m_matrix->verticalScrollBar()->value() > 0);
    QCOMPARE(m_matrix->verticalHeader()->mapTo(m_window.get(), QPoint()), items);
    QCOMPARE(m_matrix->horizontalHeader()->mapTo(m_window.get(), QPoint()), columns);
    QVERIFY(m_matrix->viewport()->width() > 300);
}

void TestComparisonPage::anotherColumnIsLaidBeside()
{
    QSignalSpy ready(&m_page->session(), &ComparisonSession::pairReady);
    m_matrix->setCurrentIndex(m_matrix->model()->index(1, 2));
    QTest::keyClick(m_matrix, Qt::Key_Return);
    QVERIFY(ready.wait());
    support::chooseIn(find<QComboBox>(m_page, "pairPartner"), 5);
    QVERIFY(ready.wait());
    QCOMPARE(find<QLabel>(m_page, "rightLabel")->text(), m_page->session().comparison()->columns.at(5));
}

void TestComparisonPage::filtersByTheirBoxes()
{
    ComparisonMatrixModel &model = m_page->session().matrix();
    const int all = model.shownItems();
    auto *differences = find<QAbstractButton>(m_page, "differencesOnly");
    differences->setFocus();
    QTest::keyClick(focused(), Qt::Key_Space);
    QVERIFY(differences->isChecked() && model.shownItems() < all);
    QVERIFY(!find<QAbstractButton>(m_page, "auditDiffers")->isEnabled());
    QTest::keyClick(focused(), Qt::Key_Space);
    find<QLineEdit>(m_page, "comparisonSearch")->setFocus();
    QTest::keyClicks(focused(), QStringLiteral("6.6-05"));
    QCOMPARE(model.shownItems(), 1);
}

void TestComparisonPage::copiesTableAndText()
{
    m_matrix->setFocus();
    QTest::keyClick(focused(), Qt::Key_C, Qt::ControlModifier);
    const QMimeData *data = QApplication::clipboard()->mimeData();
    const QStringList lines = data->text().split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), m_matrix->model()->rowCount() + 1);
    QCOMPARE(lines.first().count(u'\t'), 2 + m_matrix->model()->columnCount());
    QVERIFY(data->html().count(QStringLiteral("<tr>")) == lines.size());
    QTest::keyClick(focused(), Qt::Key_Down);
    QTest::keyClick(focused(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::mouseClick(find<QAbstractButton>(m_page, "copyTable"), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text().count(QStringLiteral("\r\n")), 2);
}

void TestComparisonPage::droppedFilesThatAreNoneAreTold()
{
    QFile file(m_place->path(QStringLiteral("invoice.pdf")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("%PDF-1.4 an invoice") > 0);
    file.close();
    QVERIFY(m_place->makeKeys(QStringLiteral("U0004")));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_page, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QSignalSpy read(&m_page->session(), &ComparisonSession::filesRead);
    QApplication::sendEvent(m_page, &drop);
    QVERIFY(read.wait(60000));
    QTRY_VERIFY(!m_page->session().isBusy());
    QVERIFY(find(m_page, "emptyComparison")->isVisible());
    auto *message = find<QLabel>(m_page, "comparisonMessage");
    QTRY_VERIFY(message->isVisible());
    QVERIFY2(message->text().contains(QStringLiteral("invoice.pdf")), qPrintable(message->text()));
}

void TestComparisonPage::printsTheLayoutOfThePreview()
{
    PageLayout layout;
    connect(&m_page->session(), &ComparisonSession::printReady, this, [&](const PageLayout &ready) { layout = ready; });
    QTest::mouseClick(find<QAbstractButton>(m_page, "printComparison"), Qt::LeftButton);
    QPrintPreviewDialog *preview = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((preview = m_page->findChild<QPrintPreviewDialog *>()), 60000);
    QVERIFY(layout.pages.size() > 1);
    QVERIFY(layout.missing.isEmpty());
    const QString pdf = m_place->path(QStringLiteral("printed.pdf"));
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(pdf);
    Q_EMIT preview->paintRequested(&printer);
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {pdf, QStringLiteral("-")});
    QVERIFY(reader.waitForFinished());
    const QString text = QString::fromUtf8(reader.readAllStandardOutput());
    QCOMPARE(text.count(u'\f'), layout.pages.size());
    for (const QString &column : m_page->session().comparison()->columns) {
        QVERIFY2(text.contains(column.left(3)), qPrintable(column));
    }
    preview->close();
}

void TestComparisonPage::departmentsAreNamed()
{
    auto *field = find<QLineEdit>(m_page, "comparisonSubjects");
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("u0005 U0006"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(m_matrix->model()->columnCount(), 2);
    QVERIFY(field->text().contains(QStringLiteral("U0006")));
}

QTEST_MAIN(TestComparisonPage)
#include "tst_comparison_page.moc"
