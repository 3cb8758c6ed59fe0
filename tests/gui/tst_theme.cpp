#include "gui/shell/theme.h"

#include <QTest>

using namespace tenken;

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastOfEveryPair_data();
    void contrastOfEveryPair();
    void contrastIsWcag();
};

void TestTheme::contrastOfEveryPair_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("background");
    for (const auto appearance : {Theme::Appearance::Light, Theme::Appearance::Dark}) {
        const QString name =
            appearance == Theme::Appearance::Light ? QStringLiteral("light ") : QStringLiteral("dark ");
        for (const ColourPair &pair : Theme(appearance).textPairs()) {
            QTest::newRow(qPrintable(name + pair.place + u' ' + pair.background.name()))
                << pair.text << pair.background;
        }
    }
}

void TestTheme::contrastOfEveryPair()
{
    QFETCH(QColor, text);
    QFETCH(QColor, background);
    QVERIFY2(contrast(text, background) >= 4.5, qPrintable(QString::number(contrast(text, background))));
}

void TestTheme::contrastIsWcag()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    // #767676 on white: 4.54 in the Digital Agency's own table
    QVERIFY(qAbs(contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.005);
}

QTEST_GUILESS_MAIN(TestTheme)
#include "tst_theme.moc"
