#include "gui/inspection/answer_cell_delegate.h"
#include "gui/inspection/item_delegate.h"
#include "gui/shell/tenken_style.h"
#include "gui/shell/theme.h"
#include "viewmodel/inspection/item_roles.h"
#include "workflow/fonts.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTest>

using namespace tenken;

/// Answers are told apart by whoever sees no colours: what is drawn on the fill differs, not only the fill
class TestWithoutColour : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersDiffer_data();
    void answersDiffer();
    void chosenTabHasABar_data();
    void chosenTabHasABar();
    void marksDiffer();

private:
    using Values = QMap<int, QVariant>; // of the line, beside its answer
    static QImage inkOf(const QStyledItemDelegate &delegate, int answer, const Values &values = {});
};

/// Not every system has fonts for windows that nobody sees.
void TestWithoutColour::initTestCase()
{
    QVERIFY(loadFonts());
    QApplication::setFont(QFont(fontOf(Face::Text, 10).family(), 10)); // with the fallbacks of other characters
}

/// White where something is drawn on the cell's own ground, black elsewhere
QImage TestWithoutColour::inkOf(const QStyledItemDelegate &delegate, int answer, const Values &values)
{
    QStandardItemModel model(1, 1);
    const QModelIndex index = model.index(0, 0);
    model.setData(index, answer, AnswerRole);
    model.setData(index, QStringLiteral("B-1"), ItemIdRole);
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        model.setData(index, value.value(), value.key());
    }
    QImage picture(160, 30, QImage::Format_RGB32);
    picture.fill(QApplication::palette().color(QPalette::Base));
    QPainter painter(&picture);
    QStyleOptionViewItem option;
    option.rect = picture.rect();
    option.palette = QApplication::palette();
    option.state = QStyle::State_Enabled;
    delegate.paint(&painter, option, index);
    painter.end();
    const Fill fill = Theme::current().fill(answer < 0 ? std::nullopt : std::optional(static_cast<AnswerCode>(answer)));
    QImage ink(picture.size(), QImage::Format_Grayscale8);
    ink.fill(Qt::black);
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (contrast(picture.pixelColor(x, y), fill.background) > 3) {
                ink.setPixel(x, y, 255);
            }
        }
    }
    return ink;
}

void TestWithoutColour::answersDiffer_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestWithoutColour::answersDiffer()
{
    QFETCH(bool, dark);
    QApplication::setPalette(Theme(dark ? Theme::Appearance::Dark : Theme::Appearance::Light).palette());
    QList<int> answers{-1};
    for (const AnswerCode code : allAnswerCodes) {
        answers << static_cast<int>(code);
    }
    const ItemDelegate item(QStringLiteral("IMPL4"));
    const AnswerCellDelegate cell(AnswerRole, QStringLiteral("IMPL4"));
    for (const QStyledItemDelegate *delegate :
         {static_cast<const QStyledItemDelegate *>(&item), static_cast<const QStyledItemDelegate *>(&cell)}) {
        for (const int one : answers) {
            QVERIFY(inkOf(*delegate, one) == inkOf(*delegate, one));
            for (const int other : answers) {
                const bool differs = inkOf(*delegate, one) != inkOf(*delegate, other);
                QVERIFY2(differs == (one != other), qPrintable(QStringLiteral("%1 and %2").arg(one).arg(other)));
            }
        }
    }
}

void TestWithoutColour::chosenTabHasABar_data() { answersDiffer_data(); }

/// A shade alone is lost on dark ground
void TestWithoutColour::chosenTabHasABar()
{
    QFETCH(bool, dark);
    QApplication::setPalette(Theme(dark ? Theme::Appearance::Dark : Theme::Appearance::Light).palette());
    TenkenStyle style;
    QTabBar tabs;
    tabs.setStyle(&style);
    tabs.addTab(QStringLiteral("点検"));
    tabs.addTab(QStringLiteral("承認"));
    tabs.setCurrentIndex(1);
    tabs.resize(tabs.sizeHint());
    const QImage picture = tabs.grab().toImage();
    const auto hasBar = [&](int tab) {
        const QRect rect = tabs.tabRect(tab);
        return picture.pixelColor(rect.center().x(), rect.top() + 1) == tabs.palette().color(QPalette::Highlight);
    };
    QVERIFY(hasBar(1));
    QVERIFY(!hasBar(0));
}

/// A flag and a problem are told apart, and both from a character that no font has
void TestWithoutColour::marksDiffer()
{
    QApplication::setPalette(Theme(Theme::Appearance::Light).palette());
    const ItemDelegate item(QStringLiteral("IMPL4"));
    const QString clause; // a line without an item's name
    const Values flag{{FlaggedRole, true}};
    const Values problem{{ProblemCountRole, 1}};
    const Values both{{FlaggedRole, true}, {ProblemCountRole, 1}};
    const QList<Values> lines{
        {}, flag, problem, both, {{ItemIdRole, clause}}, {{ItemIdRole, clause}, {FlaggedRole, true}}};
    for (qsizetype one = 0; one < lines.size(); ++one) {
        for (qsizetype other = 0; other < one; ++other) {
            QVERIFY(inkOf(item, -1, lines[one]) != inkOf(item, -1, lines[other]));
        }
    }
}

QTEST_MAIN(TestWithoutColour)
#include "tst_without_colour.moc"
