#include "core/fiscal_year.h"

#include "support/sample_values.h"

#include <QTest>

using namespace tenken;

class FiscalYearTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void formatsDates_data();
    void formatsDates();
    void parsesDates_data();
    void parsesDates();
    void parsesWhatItFormats();
    void parsesEachFormAroundEachChange();
    void labelsAndYearsAgree();
    void newestEraFirst();
    void withoutATable();
    void yearOfADate_data();
    void yearOfADate();
    void labels_data();
    void labels();
    void parsesYears_data();
    void parsesYears();
};

void FiscalYearTest::formatsDates_data()
{
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QString>("japanese");
    QTest::addColumn<QString>("both");
    QTest::newRow("令和8") << QDate(2026, 11, 22) << "令和8年11月22日"
                           << "令和8年11月22日（2026年11月22日）";
    QTest::newRow("first day") << QDate(2019, 5, 1) << "令和元年5月1日"
                               << "令和元年5月1日（2019年5月1日）";
    QTest::newRow("last day before") << QDate(2019, 4, 30) << "平成31年4月30日"
                                     << "平成31年4月30日（2019年4月30日）";
    QTest::newRow("昭和64") << QDate(1989, 1, 7) << "昭和64年1月7日"
                            << "昭和64年1月7日（1989年1月7日）";
    QTest::newRow("平成元") << QDate(1989, 1, 8) << "平成元年1月8日"
                            << "平成元年1月8日（1989年1月8日）";
    QTest::newRow("昭和元: one week") << QDate(1926, 12, 31) << "昭和元年12月31日"
                                      << "昭和元年12月31日（1926年12月31日）";
    QTest::newRow("昭和2") << QDate(1927, 1, 1) << "昭和2年1月1日"
                           << "昭和2年1月1日（1927年1月1日）";
    QTest::newRow("大正15") << QDate(1926, 12, 24) << "大正15年12月24日"
                            << "大正15年12月24日（1926年12月24日）";
    QTest::newRow("before the first era") << QDate(1868, 1, 24) << ""
                                          << "1868年1月24日";
    QTest::newRow("invalid") << QDate() << ""
                             << "";
}

void FiscalYearTest::formatsDates()
{
    QFETCH(QDate, date);
    QTEST(sample::eras().formatDate(date), "japanese");
    QTEST(sample::eras().formatDateBoth(date), "both");
}

void FiscalYearTest::parsesDates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("expected");
    const QDate day(2026, 11, 22);
    QTest::newRow("kanji units") << "令和8年11月22日" << day;
    QTest::newRow("kanji numerals") << "令和八年十一月二十二日" << day;
    QTest::newRow("letter") << "R8.11.22" << day;
    QTest::newRow("small letter") << "r8.11.22" << day;
    QTest::newRow("slashes") << "R8/11/22" << day;
    QTest::newRow("full width") << "Ｒ８．１１．２２" << day;
    QTest::newRow("full width, kanji") << "令和８年１１月２２日" << day;
    QTest::newRow("one character for the era") << "㋿8年11月22日" << day;
    QTest::newRow("leading zeros") << "R08.11.22" << day;
    QTest::newRow("ISO") << "2026-11-22" << day;
    QTest::newRow("western, slashes") << "2026/11/22" << day;
    QTest::newRow("western, kanji") << "2026年11月22日" << day;
    QTest::newRow("western, full width") << "２０２６年１１月２２日" << day;
    QTest::newRow("spaces around") << " 2026-11-22\n" << day;
    QTest::newRow("first year") << "令和元年5月1日" << QDate(2019, 5, 1);
    QTest::newRow("first year as a number") << "R1.5.1" << QDate(2019, 5, 1);
    QTest::newRow("昭和64") << "昭和64年1月7日" << QDate(1989, 1, 7);
    QTest::newRow("平成元") << "平成元年1月8日" << QDate(1989, 1, 8);
    QTest::newRow("三十一") << "平成三十一年四月三十日" << QDate(2019, 4, 30);
    QTest::newRow("十") << "平成十年十月十日" << QDate(1998, 10, 10);
    QTest::newRow("leap day") << "令和6年2月29日" << QDate(2024, 2, 29);
    QTest::newRow("大正") << "T15.12.24" << QDate(1926, 12, 24);
    QTest::newRow("not a leap year") << "令和7年2月29日" << QDate();
    QTest::newRow("no such month") << "R8.13.1" << QDate();
    QTest::newRow("no such day") << "2026-11-31" << QDate();
    QTest::newRow("era had ended") << "平成31年5月1日" << QDate();
    QTest::newRow("era had not begun") << "令和元年4月30日" << QDate();
    QTest::newRow("昭和64 had ended") << "昭和64年1月8日" << QDate();
    QTest::newRow("平成 had not begun") << "平成元年1月7日" << QDate();
    QTest::newRow("before the first era") << "明治元年1月24日" << QDate();
    QTest::newRow("year 0") << "令和0年5月1日" << QDate();
    QTest::newRow("unknown era") << "安政8年1月1日" << QDate();
    QTest::newRow("no year") << "令和年5月1日" << QDate();
    QTest::newRow("two digits") << "26-11-22" << QDate();
    QTest::newRow("year far away") << "R9999.1.1" << QDate(12017, 1, 1);
    QTest::newRow("broken kanji") << "令和八八年一月一日" << QDate();
    QTest::newRow("text behind") << "2026-11-22 ごろ" << QDate();
    QTest::newRow("empty") << "" << QDate();
    QTest::newRow("long") << QString(100'000, u'一') << QDate();
}

void FiscalYearTest::parsesDates()
{
    QFETCH(QString, text);
    QFETCH(QDate, expected);
    const std::optional<QDate> date = sample::eras().parseDate(text);
    QCOMPARE(date.has_value(), expected.isValid());
    QCOMPARE(date.value_or(QDate()), expected);
}

void FiscalYearTest::parsesWhatItFormats()
{
    const EraTable eras = sample::eras();
    for (QDate day(1868, 1, 25); day < QDate(2030, 1, 1); day = day.addDays(97)) {
        QVERIFY2(eras.parseDate(eras.formatDate(day)) == day, qPrintable(day.toString(Qt::ISODate)));
    }
}

/// The last day of each era and the first of the next, in every form; the other era's name names no such day
void FiscalYearTest::parsesEachFormAroundEachChange()
{
    const EraTable eras = sample::eras();
    for (qsizetype i = 0; i + 1 < eras.eras().size(); ++i) {
        const Era &newer = eras.eras().at(i);
        const Era &older = eras.eras().at(i + 1);
        const auto written = [](const QString &word, const Era &era, const QDate &day, const char *form) {
            const int year = day.year() - era.firstDay.year() + 1;
            return word + QString::fromUtf8(form).arg(year).arg(day.month()).arg(day.day());
        };
        for (const char *form : {"%1年%2月%3日", "%1.%2.%3", "%1/%2/%3", "%1-%2-%3"}) {
            const QDate first = newer.firstDay;
            const QDate last = first.addDays(-1);
            QCOMPARE(eras.parseDate(written(newer.name, newer, first, form)).value_or(QDate()), first);
            QCOMPARE(eras.parseDate(written(older.letter, older, last, form)).value_or(QDate()), last);
            QVERIFY(!eras.parseDate(written(older.name, older, first, form)));
            QVERIFY(!eras.parseDate(written(newer.letter, newer, last, form)));
        }
        QCOMPARE(
            eras.formatDate(newer.firstDay),
            QStringLiteral("%1元年%2月%3日").arg(newer.name).arg(newer.firstDay.month()).arg(newer.firstDay.day()));
        QCOMPARE(eras.parseDate(eras.formatDate(newer.firstDay)).value_or(QDate()), newer.firstDay);
    }
}

/// Whatever a label says on whatever day, it is read back as the same fiscal year.
void FiscalYearTest::labelsAndYearsAgree()
{
    const EraTable eras = sample::eras();
    for (int start = 1868; start < 2040; ++start) {
        const FiscalYear year(start);
        for (const QDate &written : {QDate(), year.firstDay(), year.firstDay().addDays(29), year.firstDay().addDays(30),
                                     year.lastDay(), year.lastDay().addYears(5)}) {
            const QString label = year.label(eras, written);
            QVERIFY2(FiscalYear::parse(eras, label) == year, qPrintable(label));
        }
        QVERIFY(year.contains(year.firstDay()) && year.contains(year.lastDay()));
        QVERIFY(!year.contains(year.lastDay().addDays(1)) && !year.contains(year.firstDay().addDays(-1)));
        QCOMPARE(FiscalYear::of(year.lastDay()), year);
        QCOMPARE(FiscalYear::of(year.lastDay().addDays(1)), FiscalYear(start + 1));
    }
    QCOMPARE(FiscalYear(2019).label(eras, QDate(2019, 4, 30)), QStringLiteral("平成31年度"));
    QCOMPARE(FiscalYear(2019).label(eras, QDate(2019, 5, 1)), QStringLiteral("令和元年度"));
    QCOMPARE(FiscalYear(1988).label(eras, QDate(1989, 1, 7)), QStringLiteral("昭和63年度"));
}

void FiscalYearTest::newestEraFirst()
{
    const EraTable eras = sample::eras();
    QStringList names;
    for (const Era &era : eras.eras()) {
        names << era.name;
    }
    QCOMPARE(names, (QStringList{"令和", "平成", "昭和", "大正", "明治"}));
    QCOMPARE(eras.eraOn(QDate(2019, 4, 30))->name, QStringLiteral("平成"));
    QVERIFY(!eras.eraOn(QDate(1868, 1, 24)));
}

void FiscalYearTest::withoutATable()
{
    const EraTable none;
    QVERIFY(none.isEmpty());
    QCOMPARE(none.formatDate(QDate(2026, 11, 22)), QString());
    QCOMPARE(none.formatDateBoth(QDate(2026, 11, 22)), QStringLiteral("2026年11月22日"));
    QCOMPARE(none.parseDate("2026-11-22").value_or(QDate()), QDate(2026, 11, 22));
    QVERIFY(!none.parseDate("8.11.22"));
    QCOMPARE(FiscalYear(2026).label(none, {}), QStringLiteral("2026年度"));
}

void FiscalYearTest::yearOfADate_data()
{
    QTest::addColumn<QDate>("date");
    QTest::addColumn<int>("year");
    QTest::newRow("first day") << QDate(2026, 4, 1) << 2026;
    QTest::newRow("day before") << QDate(2026, 3, 31) << 2025;
    QTest::newRow("new year") << QDate(2027, 1, 1) << 2026;
    QTest::newRow("last day") << QDate(2027, 3, 31) << 2026;
}

void FiscalYearTest::yearOfADate()
{
    QFETCH(QDate, date);
    QFETCH(int, year);
    const FiscalYear fiscalYear = FiscalYear::of(date);
    QCOMPARE(fiscalYear.startYear(), year);
    QVERIFY(fiscalYear.contains(date));
    QVERIFY(!FiscalYear(year + 1).contains(date) && !FiscalYear(year - 1).contains(date));
    QVERIFY(FiscalYear(year) < FiscalYear(year + 1));
}

void FiscalYearTest::labels_data()
{
    QTest::addColumn<int>("year");
    QTest::addColumn<QDate>("dated");
    QTest::addColumn<QString>("label");
    QTest::newRow("this year") << 2026 << QDate(2026, 11, 22) << "令和8年度";
    QTest::newRow("2019, before the change") << 2019 << QDate(2019, 4, 15) << "平成31年度";
    QTest::newRow("2019, last day before") << 2019 << QDate(2019, 4, 30) << "平成31年度";
    QTest::newRow("2019, day of the change") << 2019 << QDate(2019, 5, 1) << "令和元年度";
    QTest::newRow("2019, years later") << 2019 << QDate(2026, 11, 22) << "令和元年度";
    QTest::newRow("2019, planned in March") << 2019 << QDate(2019, 3, 20) << "平成31年度";
    QTest::newRow("2019, undated") << 2019 << QDate() << "令和元年度";
    QTest::newRow("2018, dated after the change") << 2018 << QDate(2019, 6, 1) << "平成30年度";
    QTest::newRow("2018, dated within") << 2018 << QDate(2018, 10, 1) << "平成30年度";
    QTest::newRow("2020") << 2020 << QDate(2020, 4, 1) << "令和2年度";
    QTest::newRow("1988, before the change") << 1988 << QDate(1988, 12, 1) << "昭和63年度";
    QTest::newRow("1988, after the change") << 1988 << QDate(1989, 2, 1) << "昭和63年度";
    QTest::newRow("1988, undated") << 1988 << QDate() << "昭和63年度";
    QTest::newRow("1989") << 1989 << QDate(1989, 4, 1) << "平成元年度";
    QTest::newRow("1989, planned under 平成") << 1989 << QDate(1989, 1, 20) << "平成元年度";
    QTest::newRow("before the first era") << 1850 << QDate(1850, 5, 1) << "1850年度";
}

void FiscalYearTest::labels()
{
    QFETCH(int, year);
    QFETCH(QDate, dated);
    QFETCH(QString, label);
    QCOMPARE(FiscalYear(year).label(sample::eras(), dated), label);
    QCOMPARE(FiscalYear::parse(sample::eras(), label).value_or(FiscalYear()), FiscalYear(year));
}

void FiscalYearTest::parsesYears_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("year"); // 0: refused
    QTest::newRow("kanji") << "令和8年度" << 2026;
    QTest::newRow("letter") << "R8年度" << 2026;
    QTest::newRow("letter alone") << "r8" << 2026;
    QTest::newRow("full width") << "Ｒ８年度" << 2026;
    QTest::newRow("kanji numeral") << "令和八年度" << 2026;
    QTest::newRow("first year") << "令和元年度" << 2019;
    QTest::newRow("平成31") << "平成31年度" << 2019;
    QTest::newRow("western") << "2026年度" << 2026;
    QTest::newRow("digits") << " 2026 " << 2026;
    QTest::newRow("year 0") << "令和0年度" << 0;
    QTest::newRow("calendar year 0") << "0000" << 0;
    QTest::newRow("unknown era") << "安政8年度" << 0;
    QTest::newRow("two digits") << "26" << 0;
    QTest::newRow("five digits") << "20261" << 0;
    QTest::newRow("negative") << "-2026" << 0;
    QTest::newRow("empty") << "" << 0;
}

void FiscalYearTest::parsesYears()
{
    QFETCH(QString, text);
    QFETCH(int, year);
    const std::optional<FiscalYear> parsed = FiscalYear::parse(sample::eras(), text);
    QCOMPARE(parsed.has_value(), year != 0);
    QCOMPARE(parsed.value_or(FiscalYear()).startYear(), year);
}

QTEST_GUILESS_MAIN(FiscalYearTest)
#include "tst_fiscal_year.moc"
