#include "gui/inspection/preview_view.h"
#include "gui/reading_walk.h"
#include "gui/shell/appearance.h"
#include "workflow/documents/verify_submission.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>

#include <algorithm>

using namespace tenken;
using support::find;

/// From the choice of a report to the signed PDF
class TestReportsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyKindIsShown_data();
    void everyKindIsShown();
    void fieldsOfBothFormsBeginAtOneLine_data();
    void fieldsOfBothFormsBeginAtOneLine();
    void printsWhatThePreviewShows();
    void pagesAreTurnedByKey();
    void signedByTheDivisionOnly_data();
    void signedByTheDivisionOnly();

private:
    bool choose(int kind);

    std::unique_ptr<support::Workplace> m_place;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
    QWidget *m_page = nullptr;
};

void TestReportsPage::init()
{
    m_place = std::make_unique<support::Workplace>();
    QVERIFY(m_place->open());
    m_appearance = std::make_unique<Appearance>(*qApp, *m_place->settings);
    support::FilledRegistry filled(m_place->desk->checklists());
    QVERIFY(support::fillRegistry(*m_place, filled, 6, {2025, 2026}));
    m_window = std::make_unique<MainWindow>(m_place->context());
    addReadingPages(*m_window, m_place->context());
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->showPage(QStringLiteral("reports"));
    m_page = find(m_window.get(), "reportsPage");
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(m_page, "printReport")->isEnabled(), 60000);
}

void TestReportsPage::cleanup()
{
    m_window.reset();
    m_appearance.reset();
    m_place.reset();
}

bool TestReportsPage::choose(int kind)
{
    support::chooseIn(find<QComboBox>(m_page, "reportKind"), kind);
    return QTest::qWaitFor([this] { return find<QPushButton>(m_page, "printReport")->isEnabled(); }, 60000);
}

void TestReportsPage::everyKindIsShown_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("leastPages");
    QTest::addColumn<QString>("file");
    QTest::newRow("committee") << 0 << 6 << QStringLiteral("2026-1_committee.pdf");
    QTest::newRow("submission status") << 1 << 1 << QStringLiteral("2026-1_submission-status.pdf");
    QTest::newRow("department") << 2 << 1 << QStringLiteral("2026-1_U0004_result.pdf");
}

void TestReportsPage::everyKindIsShown()
{
    QFETCH(int, kind);
    QFETCH(int, leastPages);
    QFETCH(QString, file);
    QVERIFY(choose(kind));
    QVERIFY(find<PreviewView>(m_page, "reportPreview")->pageCount() >= leastPages);
    QTest::mouseClick(find<QPushButton>(m_page, "saveReport"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_place->path(file)), 60000);
}

void TestReportsPage::fieldsOfBothFormsBeginAtOneLine_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("zoom");
    QTest::newRow("Japanese") << QStringLiteral("ja") << 100;
    QTest::newRow("English") << QStringLiteral("en") << 100;
    QTest::newRow("larger") << QStringLiteral("ja") << 125;
}

/// Whatever is chosen, and when language and size change while the page is shown
void TestReportsPage::fieldsOfBothFormsBeginAtOneLine()
{
    QFETCH(QString, language);
    QFETCH(int, zoom);
    const auto placesOf = [this](const QStringList &names, bool isLeft) {
        QSet<int> places;
        for (const QString &name : names) {
            const auto *field = m_page->findChild<QWidget *>(name);
            const QPoint corner = field->mapTo(m_page, isLeft ? QPoint(0, 0) : QPoint(field->width(), 0));
            places.insert(corner.x());
        }
        return places;
    };
    const QStringList report{QStringLiteral("reportKind"), QStringLiteral("reportRound"),
                             QStringLiteral("reportDepartment")};
    const QStringList key{QStringLiteral("keySource"), QStringLiteral("passphrase"), QStringLiteral("signerName")};
    QVERIFY(choose(2));
    m_place->settings->set(QStringLiteral("language"), language);
    m_place->settings->set(QStringLiteral("zoom"), zoom);
    QTRY_COMPARE(placesOf(report + key, true).size(), 1);
    QTRY_COMPARE(placesOf(report + key, false).size(), 1);
    const QSet<int> ofFile = placesOf(report, true);
    support::chooseIn(find<QComboBox>(m_page, "keySource"), 1); // a token's labels are wider
    QTRY_VERIFY(placesOf(report, true) != ofFile);
    QTRY_COMPARE(placesOf(report + key, true).size(), 1);
}

void TestReportsPage::printsWhatThePreviewShows()
{
    QTest::keyClick(m_page, Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(m_page->findChild<QPrintPreviewDialog *>());
    auto *preview = m_page->findChild<QPrintPreviewDialog *>();
    const QList<QAction *> actions = preview->findChildren<QAction *>();
    QCOMPARE(std::count_if(actions.begin(), actions.end(),
                           [](const QAction *action) { return action->shortcut() == QKeySequence::Print; }),
             1);
    const QString pdf = m_place->path(QStringLiteral("printed.pdf"));
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(pdf);
    printer.setFullPage(true);
    printer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, {}));
    Q_EMIT preview->paintRequested(&printer);
    QProcess info;
    info.start(QStringLiteral("pdfinfo"), {pdf});
    QVERIFY(info.waitForFinished());
    const QString said = QString::fromUtf8(info.readAllStandardOutput());
    QVERIFY2(said.contains(QRegularExpression(
                 QStringLiteral("Pages: +%1\\b").arg(find<PreviewView>(m_page, "reportPreview")->pageCount()))),
             qPrintable(said));
    preview->close();
}

/// Each page takes the focus, so the tabs themselves are left at every step
void TestReportsPage::pagesAreTurnedByKey()
{
    const QStringList all{"home", "start", "approval", "registry", "comparison", "reports", "settings"};
    m_window->showPage(all.last());
    for (const QString &page : all) {
        QTest::keyClick(m_window.get(), Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(m_window->currentPage(), page);
    }
    QTest::keyClick(m_window.get(), Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_window->currentPage(), QStringLiteral("reports"));
}

void TestReportsPage::signedByTheDivisionOnly_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("taken");
    QTest::newRow("division") << QStringLiteral("division.p12") << true;
    QTest::newRow("an inspector's key") << QStringLiteral("inspector.p12") << false;
}

void TestReportsPage::signedByTheDivisionOnly()
{
    QFETCH(QString, key);
    QFETCH(bool, taken);
    QVERIFY(m_place->makeKeys(QStringLiteral("U0004")));
    QVERIFY(!find<QPushButton>(m_page, "signReport")->isEnabled());
    find<QLineEdit>(m_page, "keyFile")->setText(m_place->path(key));
    find<QLineEdit>(m_page, "passphrase")->setText(QString::fromUtf8(support::testPassphrase));
    QTest::mouseClick(find<QPushButton>(m_page, "signReport"), Qt::LeftButton);
    auto *message = find<QLabel>(m_page, "reportMessage");
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), 60000);
    const QString pdf = m_place->path(QStringLiteral("2026-1_committee.pdf"));
    QCOMPARE(QFile::exists(pdf), taken);
    if (taken) {
        const auto trust = loadTrust(m_place->registry->trustFiles());
        QVERIFY(trust);
        const auto verified = verifyFile(pdf, *trust, m_place->clock.now());
        QVERIFY(verified && verified->isAccepted());
        QCOMPARE(verified->kind, DocumentKind::Committee);
    }
}

QTEST_MAIN(TestReportsPage)
#include "tst_reports_page.moc"
