#include "core/statistics.h"

#include <QTest>

#include <cmath>

using namespace tenken;

class StatisticsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wilson_data();
    void wilson();
    void wilsonStaysWithinZeroAndOne();
    void upperBoundOfZeroDefects_data();
    void upperBoundOfZeroDefects();
    void populationBound_data();
    void populationBound();
};

namespace {

bool isClose(double a, double b) { return std::abs(a - b) < 1e-12; }

} // namespace

void StatisticsTest::wilson_data()
{
    QTest::addColumn<int>("k");
    QTest::addColumn<int>("n");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("3 of 25") << 3 << 25 << 0.04166817150440358 << 0.2995579392092732;
    QTest::newRow("48 of 50") << 48 << 50 << 0.8653990931249297 << 0.9889611156723802;
    QTest::newRow("22 of 25, mirrored") << 22 << 25 << 1 - 0.2995579392092732 << 1 - 0.04166817150440358;
}

void StatisticsTest::wilson()
{
    QFETCH(int, k);
    QFETCH(int, n);
    QFETCH(double, low);
    QFETCH(double, high);
    const auto [actualLow, actualHigh] = wilsonInterval(k, n);
    QVERIFY(isClose(actualLow, low));
    QVERIFY(isClose(actualHigh, high));
}

void StatisticsTest::wilsonStaysWithinZeroAndOne()
{
    for (int n = 1; n <= 400; ++n) {
        QVERIFY2(wilsonInterval(0, n).first >= 0.0, qPrintable(QString::number(n)));
        QVERIFY2(wilsonInterval(n, n).second <= 1.0, qPrintable(QString::number(n)));
        const auto [low, high] = wilsonInterval(n / 2, n);
        const double share = static_cast<double>(n / 2) / n;
        QVERIFY(low <= share && share <= high && low < high);
    }
}

void StatisticsTest::upperBoundOfZeroDefects_data()
{
    QTest::addColumn<int>("n");
    QTest::addColumn<double>("bound");
    QTest::newRow("60") << 60 << 0.04870291331009746;
    QTest::newRow("1: 95 %") << 1 << 0.95;
    QTest::newRow("2") << 2 << 1 - std::sqrt(0.05);
}

void StatisticsTest::upperBoundOfZeroDefects()
{
    QFETCH(int, n);
    QFETCH(double, bound);
    QVERIFY(isClose(zeroDefectUpperBound(n), bound));
    QVERIFY(zeroDefectUpperBound(n + 1) < zeroDefectUpperBound(n));
    QCOMPARE(qRound(zeroDefectUpperBound(25) * 1000), 113); // domain report §5.3: 11.3 %
}

void StatisticsTest::populationBound_data()
{
    QTest::addColumn<int>("population");
    QTest::addColumn<int>("n");
    QTest::addColumn<int>("bound");
    QTest::newRow("10 of 40") << 40 << 10 << 9;
    QTest::newRow("all drawn") << 40 << 40 << 0;
    QTest::newRow("none drawn") << 40 << 0 << 40;
    QTest::newRow("all but one drawn: a 1 in 40 chance to miss it") << 40 << 39 << 0;
    QTest::newRow("one of two drawn") << 2 << 1 << 1;
    QTest::newRow("nothing there") << 0 << 0 << 0;
}

void StatisticsTest::populationBound()
{
    QFETCH(int, population);
    QFETCH(int, n);
    QFETCH(int, bound);
    QCOMPARE(zeroDefectPopulationBound(population, n), bound);
}

QTEST_GUILESS_MAIN(StatisticsTest)
#include "tst_statistics.moc"
