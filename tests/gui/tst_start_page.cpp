#include "gui/gui_fixture.h"
#include "gui/shell/appearance.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSpinBox>

using namespace tenken;
using support::find;

class TestStartPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void partOfTheNameOffersDepartments();
    void onlyFitIsTaken_data();
    void onlyFitIsTaken();
    void ticksAreKeptWhenTheSearchIsLeftAgain();
    void yearIsNamed();
    void missingDepartmentIsSaid();
    void enterBehindTheNameBegins();
    void settingsHaveAKey();

private:
    void type(const QString &text);
    QString code() const { return find<QLineEdit>(m_window.get(), "departmentCode")->text(); }

    std::unique_ptr<support::Workplace> m_place;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
    QLineEdit *m_search = nullptr;
};

void TestStartPage::init()
{
    m_place = std::make_unique<support::Workplace>();
    QVERIFY(m_place->open());
    m_appearance = std::make_unique<Appearance>(*qApp, *m_place->settings);
    m_window = std::make_unique<MainWindow>(m_place->context());
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->showPage(QStringLiteral("start"));
    m_search = find<QLineEdit>(m_window.get(), "departmentSearch");
    m_search->setFocus();
}

void TestStartPage::cleanup()
{
    m_window.reset();
    m_appearance.reset();
    m_place.reset();
}

void TestStartPage::type(const QString &text)
{
    for (const QChar c : text) {
        QTest::sendKeyEvent(QTest::Click, m_search, Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
}

void TestStartPage::partOfTheNameOffersDepartments()
{
    type(QStringLiteral("企画課"));
    QAbstractItemView *offered = m_search->completer()->popup();
    QTRY_VERIFY(offered->isVisible());
    QVERIFY(offered->model()->rowCount() > 0);
    const QString first = offered->model()->index(0, 0).data().toString();
    QVERIFY2(first.contains(QStringLiteral("企画課")), qPrintable(first));
    QTest::keyClick(offered, Qt::Key_Down);
    QTest::keyClick(offered, Qt::Key_Return);
    QTRY_COMPARE(code(), first.section(u'　', 0, 0));
    QVERIFY(!offered->isVisible());
    QVERIFY(find<QLineEdit>(m_window.get(), "departmentName")->text().contains(QStringLiteral("企画課")));
}

void TestStartPage::onlyFitIsTaken_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    QTest::newRow("code") << QStringLiteral("U0004") << QStringLiteral("U0004");
    QTest::newRow("full-width, lower case") << QStringLiteral("ｕ０００４") << QStringLiteral("U0004");
    QTest::newRow("many fit") << QStringLiteral("課") << QString();
    QTest::newRow("none fits") << QStringLiteral("存在しない") << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestStartPage::onlyFitIsTaken()
{
    QFETCH(QString, typed);
    type(typed);
    QTEST(code(), "code"); // as soon as it is typed, whatever is offered below
}

void TestStartPage::ticksAreKeptWhenTheSearchIsLeftAgain()
{
    type(QStringLiteral("ｕ０００４")); // nothing is offered for it
    find(m_window.get(), "departmentCode")->setFocus();
    const auto *profile = find<QListView>(m_window.get(), "profile")->model();
    const QModelIndex wifi = profile->match(profile->index(0, 0), Qt::UserRole, QStringLiteral("wifi")).value(0);
    QVERIFY(find<QListView>(m_window.get(), "profile")->model()->setData(wifi, Qt::Checked, Qt::CheckStateRole));
    m_search->setFocus();
    find(m_window.get(), "departmentCode")->setFocus();
    QCOMPARE(wifi.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
}

void TestStartPage::yearIsNamed()
{
    auto *year = find<QSpinBox>(m_window.get(), "year");
    QVERIFY(year->text().contains(QStringLiteral("令和8年度")));
    year->setValue(2025);
    QVERIFY(year->text().contains(QStringLiteral("令和7年度")));
    m_place->settings->set(QStringLiteral("language"), QStringLiteral("en"));
    QApplication::processEvents();
    QCOMPARE(year->text(), QStringLiteral("2025"));
}

void TestStartPage::missingDepartmentIsSaid()
{
    QTest::mouseClick(find(m_window.get(), "start"), Qt::LeftButton);
    QCOMPARE(m_window->currentPage(), QStringLiteral("start"));
    QVERIFY(find(m_window.get(), "startTrouble")->isVisible());
    QVERIFY(m_search->hasFocus());
}

void TestStartPage::enterBehindTheNameBegins()
{
    type(QStringLiteral("U0004"));
    auto *person = find<QLineEdit>(m_window.get(), "inspectorName");
    person->setFocus();
    person->setText(QStringLiteral("点検 花子"));
    QTest::keyClick(person, Qt::Key_Return);
    QCOMPARE(m_window->currentPage(), QStringLiteral("inspection"));
}

void TestStartPage::settingsHaveAKey()
{
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), QStringLiteral("settings"));
}

QTEST_MAIN(TestStartPage)
#include "tst_start_page.moc"
