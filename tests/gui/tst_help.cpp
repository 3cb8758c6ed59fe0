#include "gui/gui_fixture.h"
#include "gui/shell/appearance.h"
#include "viewmodel/home/start_form.h"

#include <QAction>
#include <QApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QTabBar>
#include <QUrl>

using namespace tenken;

/// Stands for the browser
class Browser : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void open(const QUrl &url) { m_opened << url.toLocalFile(); }

public:
    QStringList m_opened;
};

class TestHelp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPageHasItsChapter();
};

void TestHelp::everyPageHasItsChapter()
{
    Browser browser;
    QDesktopServices::setUrlHandler(QStringLiteral("file"), &browser, "open");
    support::Workplace place;
    QVERIFY(place.open());
    const Appearance appearance(*qApp, *place.settings);
    MainWindow window(place.context());
    StartForm form(*place.desk, {});
    form.chooseDepartment(QStringLiteral("U0004"));
    const Result<QUuid> inspection = form.start();
    QVERIFY(inspection);
    window.openInspection(*inspection);
    window.show();
    auto *tabs = support::find<QTabBar>(&window, "pages");
    auto *help = window.findChild<QAction *>(QStringLiteral("helpAction"));
    QVERIFY(tabs && help);
    for (int i = 0; i < tabs->count(); ++i) {
        tabs->setCurrentIndex(i);
        help->trigger();
        QCOMPARE(browser.m_opened.size(), i + 1);
        const QFileInfo chapter(browser.m_opened.last());
        QCOMPARE(chapter.completeBaseName(), window.currentPage());
        QVERIFY2(chapter.exists(), qPrintable(tabs->tabText(i) + QStringLiteral(": docs/manual marks no chapter")));
    }
    QVERIFY(tabs->count() >= 6);
    QVERIFY(place.prompts.messages.isEmpty());
    QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
}

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
