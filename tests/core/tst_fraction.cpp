#include "core/fraction.h"

#include <QTest>

using namespace tenken;

class FractionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reduces_data();
    void reduces();
    void orders_data();
    void orders();
    void showsAShare_data();
    void showsAShare();
    void neverShowsAllOrNoneUnlessItIs();
};

void FractionTest::reduces_data()
{
    QTest::addColumn<qint64>("numerator");
    QTest::addColumn<qint64>("denominator");
    QTest::addColumn<QString>("text");
    QTest::newRow("kept") << 61LL << 74LL << "61/74";
    QTest::newRow("reduced") << 6LL << 10LL << "3/5";
    QTest::newRow("whole") << 12LL << 12LL << "1";
    QTest::newRow("none") << 0LL << 12LL << "0";
    QTest::newRow("more than one") << 4LL << 2LL << "2";
    QTest::newRow("large") << 3'000'000'000'000LL << 4'000'000'000'000LL << "3/4";
}

void FractionTest::reduces()
{
    QFETCH(qint64, numerator);
    QFETCH(qint64, denominator);
    QFETCH(QString, text);
    const Fraction fraction(numerator, denominator);
    QCOMPARE(fraction.toString(), text);
    QCOMPARE(fraction, Fraction(numerator * 2, denominator * 2));
    QCOMPARE(fraction.numerator() * denominator, numerator * fraction.denominator());
    QCOMPARE(Fraction().toString(), QStringLiteral("0"));
}

void FractionTest::orders_data()
{
    QTest::addColumn<Fraction>("smaller");
    QTest::addColumn<Fraction>("larger");
    QTest::newRow("halves and thirds") << Fraction(1, 3) << Fraction(1, 2);
    QTest::newRow("just below 90 %") << Fraction(899, 1000) << Fraction(9, 10);
    QTest::newRow("none") << Fraction(0, 5) << Fraction(1, 1000);
    QTest::newRow("doubles cannot tell") << Fraction(333'333'333, 1'000'000'000) << Fraction(1, 3);
}

void FractionTest::orders()
{
    QFETCH(Fraction, smaller);
    QFETCH(Fraction, larger);
    QVERIFY(smaller < larger);
    QVERIFY(!(larger < smaller));
    QVERIFY(!(smaller < smaller));
    QVERIFY(smaller.toDouble() < larger.toDouble());
}

void FractionTest::showsAShare_data()
{
    QTest::addColumn<qint64>("k");
    QTest::addColumn<qint64>("n");
    QTest::addColumn<QString>("share");
    QTest::addColumn<QString>("percent");
    QTest::newRow("few: no rate") << 3LL << 4LL << "3／4"
                                  << "";
    QTest::newRow("nine: no rate") << 9LL << 9LL << "9／9"
                                   << "";
    QTest::newRow("ten") << 9LL << 10LL << "9／10（90.0％）"
                         << "90.0";
    QTest::newRow("usual") << 231LL << 250LL << "231／250（92.4％）"
                           << "92.4";
    QTest::newRow("nothing asked") << 0LL << 0LL << "―"
                                   << "";
    QTest::newRow("almost all") << 9999LL << 10000LL << "9999／10000（99.9％）"
                                << "99.9";
    QTest::newRow("almost none") << 1LL << 10000LL << "1／10000（0.1％）"
                                 << "0.1";
    QTest::newRow("all") << 10LL << 10LL << "10／10（100.0％）"
                         << "100.0";
    QTest::newRow("none") << 0LL << 10LL << "0／10（0.0％）"
                          << "0.0";
    QTest::newRow("half up, to odd") << 1LL << 80LL << "1／80（1.3％）"
                                     << "1.3"; // 1.25
    QTest::newRow("half up, to even") << 3LL << 80LL << "3／80（3.8％）"
                                      << "3.8"; // 3.75
    QTest::newRow("half up, not to even") << 5LL << 400LL << "5／400（1.3％）"
                                          << "1.3"; // 1.25
    QTest::newRow("below half") << 1LL << 81LL << "1／81（1.2％）"
                                << "1.2"; // 1.234…
    QTest::newRow("99.95 is not all") << 1999LL << 2000LL << "1999／2000（99.9％）"
                                      << "99.9";
    QTest::newRow("0.05 rounds up") << 1LL << 2000LL << "1／2000（0.1％）"
                                    << "0.1";
}

void FractionTest::showsAShare()
{
    QFETCH(qint64, k);
    QFETCH(qint64, n);
    QFETCH(QString, share);
    QFETCH(QString, percent);
    QCOMPARE(formatShare(k, n), share);
    QCOMPARE(formatPercent(k, n).value_or(QString()), percent);
    QCOMPARE(formatPercent(k, n).has_value(), n >= 10);
}

void FractionTest::neverShowsAllOrNoneUnlessItIs()
{
    for (qint64 n : {10LL, 999LL, 2001LL, 123456LL}) {
        for (qint64 k : {0LL, 1LL, 2LL, n / 2, n - 2, n - 1, n}) {
            const QString percent = *formatPercent(k, n);
            QCOMPARE(percent == u"100.0", k == n);
            QCOMPARE(percent == u"0.0", k == 0);
        }
    }
}

QTEST_GUILESS_MAIN(FractionTest)
#include "tst_fraction.moc"
