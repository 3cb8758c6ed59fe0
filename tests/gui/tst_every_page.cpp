#include "gui/inspection/answer_button.h"
#include "gui/inspection/key_dialog.h"
#include "gui/page_walk.h"
#include "gui/shell/appearance.h"
#include "gui/shell/labels.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QTabWidget>

using namespace tenken;

/// What holds on every page in every setting
class TestEveryPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesRolesAndTexts_data();
    void namesRolesAndTexts();
    void keyDialog_data();
    void keyDialog();
    void languageSwitchesWhileRunning();

private:
    void checkNames(const QString &page, QWidget *root);
    void checkTexts(const QString &page, QWidget *root);
    QStringList m_faults;
};

void TestEveryPage::checkNames(const QString &page, QWidget *root)
{
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        const bool isControl = widget->isVisible() && widget->focusPolicy() != Qt::NoFocus;
        if (!isControl || widget->objectName().startsWith(u"qt_")) {
            continue;
        }
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        const QString who =
            page + u' ' + QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
        if (widget->objectName().isEmpty()) {
            m_faults << who + QStringLiteral(": no object name");
        }
        if (!face || face->role() == QAccessible::NoRole) {
            m_faults << who + QStringLiteral(": no role");
        } else if (face->text(QAccessible::Name).isEmpty()) {
            m_faults << who + QStringLiteral(": no name");
        }
    }
}

void TestEveryPage::checkTexts(const QString &page, QWidget *root)
{
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty()) {
            continue;
        }
        const QString who = page + u' ' + widget->objectName();
        const auto *label = qobject_cast<QLabel *>(widget);
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        if (label && !label->text().isEmpty()) {
            const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
            const int width = label->wordWrap() ? 0 : label->sizeHint().width();
            if (needed > label->height() + 1 || width > label->width() + 1) {
                m_faults << who + QStringLiteral(": label clipped: ") + label->text();
            }
        } else if (button && !button->text().isEmpty() && !widget->objectName().startsWith(u"qt_")) {
            const bool tall = button->hasHeightForWidth();
            const int height = tall ? button->heightForWidth(button->width()) : button->minimumSizeHint().height();
            const int width = tall ? button->minimumSizeHint().width() : button->minimumSizeHint().width();
            if (height > button->height() + 1 || width > button->width() + 1) {
                m_faults << who + QStringLiteral(": button clipped: ") + button->text();
            }
        }
    }
}

void TestEveryPage::namesRolesAndTexts_data()
{
    QTest::addColumn<int>("setting");
    for (int i = 0; i < 4; ++i) {
        QTest::newRow(support::settings[i].name) << i;
    }
}

void TestEveryPage::namesRolesAndTexts()
{
    QFETCH(int, setting);
    const support::Setting &chosen = support::settings[setting];
    support::Workplace place;
    QVERIFY(place.open());
    QVERIFY(place.makeKeys(QStringLiteral("U0004")));
    place.settings->set(QStringLiteral("language"), QString::fromLatin1(chosen.language));
    place.settings->set(QStringLiteral("appearance"), QString::fromLatin1(chosen.appearance));
    place.settings->set(QStringLiteral("zoom"), chosen.zoom);
    const Appearance appearance(*qApp, *place.settings);
    MainWindow window(place.context());
    window.resize(chosen.size);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    m_faults.clear();
    QVERIFY(support::walkPages(place, window, [&](const QString &page) {
        QApplication::processEvents();
        if (window.width() > chosen.size.width() || window.height() > chosen.size.height()) {
            m_faults << page + QStringLiteral(": the window does not fit the screen");
        }
        checkNames(page, &window);
        checkTexts(page, &window);
    }));
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join(u'\n')));
}

void TestEveryPage::keyDialog_data() { namesRolesAndTexts_data(); }

void TestEveryPage::keyDialog()
{
    QFETCH(int, setting);
    const support::Setting &chosen = support::settings[setting];
    support::Workplace place;
    QVERIFY(place.open());
    place.settings->set(QStringLiteral("language"), QString::fromLatin1(chosen.language));
    place.settings->set(QStringLiteral("appearance"), QString::fromLatin1(chosen.appearance));
    place.settings->set(QStringLiteral("zoom"), chosen.zoom);
    const Appearance appearance(*qApp, *place.settings);
    m_faults.clear();
    KeyDialog dialog(place.context(), {QStringLiteral("U0004"), QStringLiteral("点検 花子"), Role::Approver});
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto *ways = support::find<QTabWidget>(&dialog, "keyWays");
    for (int way = 0; way < ways->count(); ++way) {
        ways->setCurrentIndex(way);
        QApplication::processEvents();
        const QString page = QStringLiteral("key dialog %1").arg(way);
        checkNames(page, &dialog);
        checkTexts(page, &dialog);
    }
    if (dialog.width() > chosen.size.width() || dialog.height() > chosen.size.height()) {
        m_faults << QStringLiteral("the key dialog of %1 × %2 does not fit the screen")
                        .arg(dialog.width())
                        .arg(dialog.height());
    }
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join(u'\n')));
}

void TestEveryPage::languageSwitchesWhileRunning()
{
    support::Workplace place;
    QVERIFY(place.open());
    const Appearance appearance(*qApp, *place.settings);
    MainWindow window(place.context());
    window.show();
    const auto *tabs = support::find<QTabBar>(&window, "pages");
    QCOMPARE(tabs->tabText(0), QStringLiteral("ホーム"));
    place.settings->set(QStringLiteral("language"), QStringLiteral("en"));
    QApplication::processEvents();
    QCOMPARE(tabs->tabText(0), QStringLiteral("Home"));
    place.settings->set(QStringLiteral("language"), QStringLiteral("ja"));
    QApplication::processEvents();
    QCOMPARE(tabs->tabText(0), QStringLiteral("ホーム"));
}

QTEST_MAIN(TestEveryPage)
#include "tst_every_page.moc"
