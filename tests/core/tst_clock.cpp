#include "core/clock.h"

#include <QTest>

using namespace tenken;

class ClockTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsWhatItWrites_data();
    void readsWhatItWrites();
    void refuses_data();
    void refuses();
    void theSystemClockRunsInTokyo();
    void theFixedClockStandsStill();
};

void ClockTest::readsWhatItWrites_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("offset");
    QTest::newRow("Tokyo") << "2026-11-22T21:03:00+09:00" << 9 * 3600;
    QTest::newRow("UTC") << "2026-11-22T12:03:00+00:00" << 0;
    QTest::newRow("west") << "2026-11-22T07:03:59-05:00" << -5 * 3600;
    QTest::newRow("half hour") << "2026-11-22T17:33:00+05:30" << 5 * 3600 + 1800;
    QTest::newRow("west, half hour") << "2026-11-22T08:33:00-03:30" << -(3 * 3600 + 1800);
    QTest::newRow("leap day, midnight") << "2024-02-29T00:00:00+09:00" << 9 * 3600;
}

void ClockTest::readsWhatItWrites()
{
    QFETCH(QString, text);
    QFETCH(int, offset);
    const QDateTime time = fromIso(text);
    QVERIFY(time.isValid());
    QCOMPARE(time.offsetFromUtc(), offset);
    QCOMPARE(toIso(time), text);
}

void ClockTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("no offset") << "2026-11-22T21:03:00";
    QTest::newRow("Z") << "2026-11-22T12:03:00Z";
    QTest::newRow("second UTC") << "2026-11-22T12:03:00-00:00";
    QTest::newRow("date only") << "2026-11-22";
    QTest::newRow("no such day") << "2026-02-29T21:03:00+09:00";
    QTest::newRow("24 o'clock") << "2026-11-22T24:00:00+09:00";
    QTest::newRow("leap second") << "2026-11-22T23:59:60+09:00";
    QTest::newRow("no such offset") << "2026-11-22T21:03:00+15:00";
    QTest::newRow("offset minutes") << "2026-11-22T21:03:00+09:60";
    QTest::newRow("offset beyond what a time can carry") << "2026-11-22T21:03:00+14:30";
    QTest::newRow("fraction") << "2026-11-22T21:03:00.5+09:00";
    QTest::newRow("no seconds") << "2026-11-22T21:03+09:00";
    QTest::newRow("space for T") << "2026-11-22 21:03:00+09:00";
    QTest::newRow("small t") << "2026-11-22t21:03:00+09:00";
    QTest::newRow("space before") << " 2026-11-22T21:03:00+09:00";
    QTest::newRow("line end") << "2026-11-22T21:03:00+09:00\n";
    QTest::newRow("full width") << "２０２６-11-22T21:03:00+09:00";
    QTest::newRow("year 0") << "0000-11-22T21:03:00+09:00";
    QTest::newRow("empty") << "";
}

void ClockTest::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!fromIso(text).isValid());
    QCOMPARE(toIso(QDateTime()), QString());
}

void ClockTest::theSystemClockRunsInTokyo()
{
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const QDateTime now = SystemClock().now();
    QVERIFY(before <= now && now <= QDateTime::currentDateTimeUtc());
    QVERIFY(toIso(now).endsWith(QStringLiteral("+09:00")));
}

void ClockTest::theFixedClockStandsStill()
{
    FixedClock clock(fromIso("2026-03-31T23:59:30+09:00"));
    QCOMPARE(clock.now(), clock.now());
    QCOMPARE(clock.today(), QDate(2026, 3, 31));
    clock.advanceSeconds(30);
    QCOMPARE(toIso(clock.now()), QStringLiteral("2026-04-01T00:00:00+09:00"));
    QCOMPARE(clock.today(), QDate(2026, 4, 1));
    clock.set(fromIso("2030-01-01T00:00:00+09:00"));
    QCOMPARE(clock.today(), QDate(2030, 1, 1));
}

QTEST_GUILESS_MAIN(ClockTest)
#include "tst_clock.moc"
