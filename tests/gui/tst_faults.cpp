#include "gui/faults.h"

#include <QPushButton>
#include <QStandardItemModel>
#include <QTest>
#include <QVBoxLayout>

using namespace tenken;

/// The look at every page is worth nothing unless it finds what is wrong: one fault of each kind is planted
class TestFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void soundWindowHasNone();
    void clippedTextIsFound_data();
    void clippedTextIsFound();
    void overlapIsFound();
    void reachingOutIsFound();
    void missingNameIsFound();
    void missingNameOfACellIsFound();
    void missingNameOfAHeaderIsFound();
    void cornerThatActsIsFound();
    void wrongOrderIsFound();
    void faintTextIsFound();

private:
    QStringList faults();
    std::unique_ptr<QWidget> m_window;
    QLabel *m_label = nullptr;
    QPushButton *m_button = nullptr;
    QComboBox *m_box = nullptr;
    QLineEdit *m_field = nullptr;
};

void TestFaults::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->setWindowTitle(QStringLiteral("sound"));
    m_label = new QLabel(QStringLiteral("a label of several words"), m_window.get());
    m_label->setObjectName(QStringLiteral("label"));
    m_button = new QPushButton(QStringLiteral("a button"), m_window.get());
    m_button->setObjectName(QStringLiteral("button"));
    m_box = new QComboBox(m_window.get());
    m_box->setObjectName(QStringLiteral("box"));
    m_box->setAccessibleName(QStringLiteral("box"));
    m_box->addItem(QStringLiteral("one of several choices"));
    m_field = new QLineEdit(m_window.get());
    m_field->setObjectName(QStringLiteral("field"));
    m_field->setAccessibleName(QStringLiteral("field"));
    m_field->setPlaceholderText(QStringLiteral("what belongs here"));
    auto *column = new QVBoxLayout(m_window.get());
    for (QWidget *widget : {static_cast<QWidget *>(m_label), static_cast<QWidget *>(m_button),
                            static_cast<QWidget *>(m_box), static_cast<QWidget *>(m_field)}) {
        column->addWidget(widget);
    }
    m_window->setPalette(Theme(Theme::Appearance::Light).palette());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestFaults::cleanup() { m_window.reset(); }

QStringList TestFaults::faults()
{
    QApplication::processEvents();
    return support::faultsOf(m_window.get());
}

void TestFaults::soundWindowHasNone() { QCOMPARE(faults(), QStringList()); }

void TestFaults::clippedTextIsFound_data()
{
    QTest::addColumn<QString>("widget");
    QTest::addColumn<QSize>("size");
    for (const char *widget : {"label", "button", "box", "field"}) {
        QTest::addRow("%s too narrow", widget) << QString::fromLatin1(widget) << QSize(30, 40);
        QTest::addRow("%s too low", widget) << QString::fromLatin1(widget) << QSize(300, 8);
    }
}

void TestFaults::clippedTextIsFound()
{
    QFETCH(QString, widget);
    QFETCH(QSize, size);
    m_window->findChild<QWidget *>(widget)->setFixedSize(size);
    QVERIFY(!support::textFaults(m_window.get()).isEmpty());
    m_window->findChild<QWidget *>(widget)->hide();
    QVERIFY(support::textFaults(m_window.get()).isEmpty());
}

void TestFaults::overlapIsFound()
{
    m_window->layout()->setEnabled(false);
    m_label->setGeometry(m_button->geometry().translated(4, 4));
    QVERIFY(!support::placeFaults(m_window.get()).isEmpty());
}

void TestFaults::reachingOutIsFound()
{
    m_window->layout()->setEnabled(false);
    m_label->move(m_window->width() - 10, m_label->y());
    QVERIFY(!support::placeFaults(m_window.get()).isEmpty());
}

void TestFaults::missingNameIsFound()
{
    m_field->setAccessibleName({});
    m_field->setPlaceholderText({});
    QVERIFY(!support::accessibleFaults(m_window.get()).isEmpty());
    m_field->setAccessibleName(QStringLiteral("field"));
    m_field->setObjectName({});
    QVERIFY(!support::accessibleFaults(m_window.get()).isEmpty());
}

void TestFaults::missingNameOfACellIsFound()
{
    QTabBar tabs;
    tabs.setAccessibleName(QStringLiteral("tabs"));
    tabs.setObjectName(QStringLiteral("tabs"));
    tabs.addTab(QStringLiteral("named"));
    tabs.show();
    QVERIFY(support::accessibleFaults(&tabs).isEmpty());
    tabs.addTab(QString());
    QVERIFY(!support::accessibleFaults(&tabs).isEmpty());
}

void TestFaults::missingNameOfAHeaderIsFound()
{
    QStandardItemModel model(1, 2);
    model.setVerticalHeaderItem(0, new QStandardItem(QStringLiteral("row")));
    model.setItem(0, 0, new QStandardItem(QStringLiteral("cell")));
    model.setHorizontalHeaderItem(0, new QStandardItem(QStringLiteral("named")));
    model.setHorizontalHeaderItem(1, new QStandardItem(QStringLiteral("named, too")));
    QTableView table;
    table.setObjectName(QStringLiteral("table"));
    table.setAccessibleName(QStringLiteral("table"));
    table.setCornerButtonEnabled(false);
    table.setModel(&model);
    table.show();
    QCOMPARE(support::accessibleFaults(&table), QStringList());
    model.setHorizontalHeaderItem(1, new QStandardItem);
    QVERIFY(!support::accessibleFaults(&table).isEmpty());
}

void TestFaults::cornerThatActsIsFound()
{
    auto *table = new QTableView(m_window.get());
    table->setObjectName(QStringLiteral("table"));
    table->setAccessibleName(QStringLiteral("table"));
    table->show();
    QVERIFY(!support::accessibleFaults(m_window.get()).isEmpty());
    table->setCornerButtonEnabled(false);
    QCOMPARE(support::accessibleFaults(m_window.get()), QStringList());
}

void TestFaults::wrongOrderIsFound()
{
    QWidget::setTabOrder(m_button, m_field);
    QVERIFY(!support::orderFaults(m_window.get()).isEmpty());
}

void TestFaults::faintTextIsFound()
{
    QPalette faint = m_label->palette();
    faint.setColor(QPalette::WindowText, QColor(0xA0, 0xA0, 0xA0));
    m_label->setPalette(faint);
    QVERIFY(!support::contrastFaults(m_window.get()).isEmpty());
}

QTEST_MAIN(TestFaults)
#include "tst_faults.moc"
