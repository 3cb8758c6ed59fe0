#include "wording/date_words.h"

#include "support/sample_values.h"

#include <QTest>

using namespace tenken;

class DateWordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void dates_data();
    void dates();
    void times();
    void fiscalYears_data();
    void fiscalYears();
};

namespace {

const wording::DateWords &japanese()
{
    static const wording::DateWords words(sample::eras(), QLocale::Japanese);
    return words;
}

const wording::DateWords &english()
{
    static const wording::DateWords words(sample::eras(), QLocale::English);
    return words;
}

} // namespace

void DateWordsTest::dates_data()
{
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QString>("shortJapanese");
    QTest::addColumn<QString>("fullJapanese");
    QTest::addColumn<QString>("iso");
    QTest::newRow("today") << QDate(2026, 11, 22) << "令和8年11月22日"
                           << "令和8年11月22日（2026年11月22日）"
                           << "2026-11-22";
    QTest::newRow("first year") << QDate(2019, 5, 1) << "令和元年5月1日"
                                << "令和元年5月1日（2019年5月1日）"
                                << "2019-05-01";
    QTest::newRow("before the table") << QDate(1850, 2, 3) << "1850-02-03"
                                      << "1850年2月3日"
                                      << "1850-02-03";
    QTest::newRow("invalid") << QDate() << ""
                             << ""
                             << "";
}

void DateWordsTest::dates()
{
    QFETCH(QDate, date);
    QFETCH(QString, shortJapanese);
    QFETCH(QString, fullJapanese);
    QFETCH(QString, iso);
    QCOMPARE(japanese().date(date), shortJapanese);
    QCOMPARE(japanese().fullDate(date), fullJapanese);
    QCOMPARE(english().date(date), iso);
    QCOMPARE(english().fullDate(date), iso);
}

void DateWordsTest::times()
{
    const QDateTime time = fromIso(QStringLiteral("2026-11-22T21:03:59+09:00"));
    QCOMPARE(japanese().dateTime(time), QStringLiteral("令和8年11月22日 21:03"));
    QCOMPARE(english().dateTime(time), QStringLiteral("2026-11-22 21:03"));
    QCOMPARE(japanese().dateTime({}), QString());
}

void DateWordsTest::fiscalYears_data()
{
    QTest::addColumn<int>("year");
    QTest::addColumn<QDate>("dated");
    QTest::addColumn<QString>("shortJapanese");
    QTest::addColumn<QString>("fullJapanese");
    QTest::newRow("2026") << 2026 << QDate(2026, 11, 22) << "令和8年度"
                          << "令和8年度（2026年度）";
    QTest::newRow("before the change") << 2019 << QDate(2019, 4, 15) << "平成31年度"
                                       << "平成31年度（2019年度）";
    QTest::newRow("after the change") << 2019 << QDate(2019, 5, 1) << "令和元年度"
                                      << "令和元年度（2019年度）";
    QTest::newRow("before the table") << 1850 << QDate(1850, 5, 1) << "1850年度"
                                      << "1850年度";
}

void DateWordsTest::fiscalYears()
{
    QFETCH(int, year);
    QFETCH(QDate, dated);
    QFETCH(QString, shortJapanese);
    QFETCH(QString, fullJapanese);
    const FiscalYear fiscalYear(year);
    QCOMPARE(japanese().fiscalYear(fiscalYear, dated), shortJapanese);
    QCOMPARE(japanese().fullFiscalYear(fiscalYear, dated), fullJapanese);
    QCOMPARE(japanese().round(fiscalYear, 2, dated), shortJapanese + QStringLiteral(" 第2回"));
    QCOMPARE(english().fullFiscalYear(fiscalYear, dated), QStringLiteral("FY%1").arg(year));
    QCOMPARE(english().round(fiscalYear, 2, dated), QStringLiteral("FY%1, round 2").arg(year));
}

QTEST_GUILESS_MAIN(DateWordsTest)
#include "tst_date_words.moc"
