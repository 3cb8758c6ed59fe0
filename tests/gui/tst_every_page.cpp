#include "gui/faults.h"
#include "gui/inspection/key_dialog.h"
#include "gui/inspection/profile_dialog.h"
#include "gui/page_walk.h"
#include "gui/shell/appearance.h"
#include "gui/shell/widget_prompts.h"

#include <QAction>
#include <QApplication>
#include <QDialogButtonBox>
#include <QMenu>
#include <QTabBar>
#include <QTabWidget>

using namespace tenken;

/// What holds on every page and in every dialog, in every setting
class TestEveryPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void pages_data();
    void pages();
    void dialogs_data();
    void dialogs();
    void languageSwitchesWhileRunning();
    void zoomReachesEveryPage_data();
    void zoomReachesEveryPage();

private:
    void use(const support::Setting &chosen);
    void look(const QString &place, QWidget *root);
    void lookAtModal(const QString &place, const std::function<void()> &open);
    void lookAtKeys(const QSize &screen);

    std::unique_ptr<support::Workplace> m_place;
    std::unique_ptr<Appearance> m_appearance;
    QStringList m_faults;
};

void TestEveryPage::init()
{
    m_faults.clear();
    m_place = std::make_unique<support::Workplace>();
    QVERIFY(m_place->open());
    QVERIFY(m_place->makeKeys(QStringLiteral("U0004")));
}

void TestEveryPage::cleanup()
{
    m_appearance.reset();
    m_place.reset();
}

void TestEveryPage::use(const support::Setting &chosen)
{
    m_place->settings->set(QStringLiteral("language"), QString::fromLatin1(chosen.language));
    m_place->settings->set(QStringLiteral("appearance"), QString::fromLatin1(chosen.appearance));
    m_place->settings->set(QStringLiteral("zoom"), chosen.zoom);
    m_appearance = std::make_unique<Appearance>(*qApp, *m_place->settings);
}

void TestEveryPage::look(const QString &place, QWidget *root)
{
    constexpr int settledMs = 1000;
    QStringList found;
    (void)QTest::qWaitFor( // what layouts still put right is no fault
        [&] {
            found = support::faultsOf(root);
            return found.isEmpty();
        },
        settledMs);
    for (const QString &fault : std::as_const(found)) {
        m_faults << place + QStringLiteral(": ") + fault;
    }
}

/// open runs until the dialog is closed, so the look is taken from inside
void TestEveryPage::lookAtModal(const QString &place, const std::function<void()> &open)
{
    bool isSeen = false;
    QTimer::singleShot(0, this, [&] {
        QWidget *dialog = QApplication::activeModalWidget();
        if (dialog) {
            look(place, dialog);
            isSeen = true;
            dialog->close();
        }
    });
    open();
    if (!isSeen) {
        m_faults << place + QStringLiteral(": was not opened");
    }
}

void TestEveryPage::pages_data()
{
    QTest::addColumn<int>("setting");
    for (int i = 0; i < 4; ++i) {
        QTest::newRow(support::settings[i].name) << i;
    }
}

void TestEveryPage::pages()
{
    QFETCH(int, setting);
    const support::Setting &chosen = support::settings[setting];
    use(chosen);
    MainWindow window(m_place->context());
    window.resize(chosen.size);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    int visited = 0;
    QVERIFY(support::walkPages(*m_place, window, [&](const QString &page) {
        ++visited;
        look(page, &window);
        if (window.width() > chosen.size.width() || window.height() > chosen.size.height()) {
            m_faults << page + QStringLiteral(": the window does not fit the screen");
        }
    }));
    QVERIFY(visited > 25);
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join(u'\n')));
}

void TestEveryPage::lookAtKeys(const QSize &screen)
{
    KeyDialog dialog(m_place->context(), {QStringLiteral("U0004"), QStringLiteral("点検 花子"), Role::Approver});
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto *ways = support::find<QTabWidget>(&dialog, "keyWays");
    for (int way = 0; way < ways->count(); ++way) {
        ways->setCurrentIndex(way);
        look(QStringLiteral("key dialog %1").arg(way), &dialog);
    }
    if (dialog.width() > screen.width() || dialog.height() > screen.height()) {
        m_faults << QStringLiteral("the key dialog does not fit the screen");
    }
}

void TestEveryPage::dialogs_data() { pages_data(); }

void TestEveryPage::dialogs()
{
    QFETCH(int, setting);
    const support::Setting &chosen = support::settings[setting];
    use(chosen);
    lookAtKeys(chosen.size);
    MainWindow window(m_place->context());
    window.resize(chosen.size);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    StartForm form(*m_place->desk, {});
    form.chooseDepartment(QStringLiteral("U0004"));
    window.openInspection(form.start().value_or(QUuid()));
    const auto push = [&window](const char *button) {
        QTest::mouseClick(support::find<QPushButton>(&window, button), Qt::LeftButton);
    };
    lookAtModal(QStringLiteral("profile dialog"), [&] { push("profileButton"); });
    lookAtModal(QStringLiteral("about"), [&] { support::find<QAction>(&window, "aboutAction")->trigger(); });
    WidgetPrompts prompts;
    lookAtModal(QStringLiteral("question"), [&] {
        prompts.confirm(&window, QStringLiteral("この下書きを捨てますか。"), QStringLiteral("捨てる"));
    });
    lookAtModal(QStringLiteral("message"), [&] { prompts.tell(&window, QStringLiteral("受け取りました。")); });
    for (const char *menu : {"fileMenu", "editMenu", "viewMenu", "helpMenu"}) {
        look(QLatin1String(menu), support::find<QMenu>(&window, menu));
    }
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join(u'\n')));
}

void TestEveryPage::languageSwitchesWhileRunning()
{
    use(support::settings[0]);
    MainWindow window(m_place->context());
    window.show();
    const auto *tabs = support::find<QTabBar>(&window, "pages");
    const auto cancelWord = [] { // one of Qt's own
        QDialogButtonBox buttons(QDialogButtonBox::Cancel);
        return buttons.button(QDialogButtonBox::Cancel)->text();
    };
    QCOMPARE(tabs->tabText(0), QStringLiteral("ホーム"));
    QVERIFY(cancelWord().contains(QStringLiteral("キャンセル")));
    m_place->settings->set(QStringLiteral("language"), QStringLiteral("en"));
    QApplication::processEvents();
    QCOMPARE(tabs->tabText(0), QStringLiteral("Home"));
    QVERIFY(cancelWord().contains(QStringLiteral("Cancel")));
    m_place->settings->set(QStringLiteral("language"), QStringLiteral("ja"));
    QApplication::processEvents();
    QCOMPARE(tabs->tabText(0), QStringLiteral("ホーム"));
    QVERIFY(cancelWord().contains(QStringLiteral("キャンセル")));
}

void TestEveryPage::zoomReachesEveryPage_data()
{
    QTest::addColumn<int>("zoom");
    for (const int zoom : {80, 125, 200}) {
        QTest::addRow("%d", zoom) << zoom;
    }
}

/// Turned while the window stands: no page may keep the size it was built in
void TestEveryPage::zoomReachesEveryPage()
{
    QFETCH(int, zoom);
    use(support::settings[0]);
    MainWindow window(m_place->context());
    window.resize(1920, 1080);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    StartForm form(*m_place->desk, {});
    form.chooseDepartment(QStringLiteral("U0004"));
    window.openInspection(form.start().value_or(QUuid()));
    for (const char *page : {"home", "start", "inspection", "sign", "approval", "settings"}) {
        window.showPage(QLatin1String(page));
    }
    m_place->settings->set(QStringLiteral("zoom"), zoom);
    for (const char *page : {"home", "start", "inspection", "sign", "approval", "settings"}) {
        window.showPage(QLatin1String(page));
        look(QLatin1String(page), &window);
    }
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join(u'\n')));
}

QTEST_MAIN(TestEveryPage)
#include "tst_every_page.moc"
