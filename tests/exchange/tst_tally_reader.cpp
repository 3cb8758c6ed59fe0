#include "exchange/tally_reader.h"

#include <QtTest>

using namespace tenken;
using namespace Qt::StringLiterals;

namespace {

Checklist personal()
{
    Checklist checklist;
    checklist.id = u"KC-A"_s;
    checklist.edition = u"2026.1"_s;
    for (const QString &id : {u"A-1"_s, u"A-2"_s, u"A-3"_s}) {
        checklist.items.append(Item());
        checklist.items.last().id = id;
    }
    return checklist;
}

const QByteArray header = "item_id,population,respondents,yes,partial,no,unknown,na\r\n";

Reading<StaffTally> read(const QByteArray &rows) { return readTally(header + rows, u"tally.csv"_s, personal()); }

} // namespace

class TestTallyReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isRead();
    void columnsInAnyOrder();
    void brokenIsRefused_data();
    void brokenIsRefused();
    void columnsAreAllNeededAndKnown();
    void everyProblemIsTold();
};

void TestTallyReader::isRead()
{
    const Reading<StaffTally> tally = read("A-1,23,18,15,2,1,0,0\r\nA-3,23,18,0,0,0,0,0\r\n");
    QVERIFY(tally);
    const StaffTally expected{u"KC-A"_s, u"2026.1"_s, 23, 18, {{u"A-1"_s, 15, 2, 1, 0, 0}, {u"A-3"_s, 0, 0, 0, 0, 0}}};
    QCOMPARE(*tally.value, expected);
}

void TestTallyReader::columnsInAnyOrder()
{
    const QByteArray bytes = "\xEF\xBB\xBFna,unknown,no,partial,yes,respondents,population,item_id\n"
                             "5,4,3,2,1,20,30,A-2\n";
    const Reading<StaffTally> tally = readTally(bytes, {}, personal());
    QVERIFY(tally);
    QCOMPARE(tally.value->items.at(0), (TallyRow{u"A-2"_s, 1, 2, 3, 4, 5}));
    QCOMPARE(tally.value->population, 30);
}

void TestTallyReader::brokenIsRefused_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("column");
    const auto row = [](const char *name, const QByteArray &rows, DiagnosticCode code, int line,
                        const QString &column) { QTest::newRow(name) << rows << int(code) << line << column; };
    row("no row", "", DiagnosticCode::EmptyText, 0, {});
    row("unknown item", "B-1,9,9,9,0,0,0,0\n", DiagnosticCode::BadReference, 2, u"item_id"_s);
    row("item twice", "A-1,9,9,9,0,0,0,0\nA-1,9,9,9,0,0,0,0\n", DiagnosticCode::DuplicateId, 3, u"item_id"_s);
    row("not a number", "A-1,9,9,nine,0,0,0,0\n", DiagnosticCode::WrongValue, 2, u"yes"_s);
    row("empty count", "A-1,9,9,,0,0,0,0\n", DiagnosticCode::WrongValue, 2, u"yes"_s);
    row("negative", "A-1,9,9,9,-1,0,0,0\n", DiagnosticCode::WrongValue, 2, u"partial"_s);
    row("fraction", "A-1,9,9,8,0.5,0,0,0\n", DiagnosticCode::WrongValue, 2, u"partial"_s);
    row("too large for a number", "A-1,99999999999,9,9,0,0,0,0\n", DiagnosticCode::WrongValue, 2, u"population"_s);
    row("more than a city", "A-1,1000001,9,9,0,0,0,0\n", DiagnosticCode::WrongValue, 2, u"population"_s);
    row("more respondents than staff", "A-1,9,10,9,0,0,0,0\n", DiagnosticCode::WrongValue, 2, u"respondents"_s);
    row("more answers than respondents", "A-1,9,9,5,5,0,0,0\n", DiagnosticCode::WrongValue, 2, u"respondents"_s);
    row("one count above all", "A-1,9,5,6,0,0,0,0\n", DiagnosticCode::WrongValue, 2, u"yes"_s);
    row("another population", "A-1,9,9,9,0,0,0,0\nA-2,10,9,9,0,0,0,0\n", DiagnosticCode::WrongValue, 3,
        u"population"_s);
    row("other respondents", "A-1,9,9,9,0,0,0,0\nA-2,9,8,8,0,0,0,0\n", DiagnosticCode::WrongValue, 3, u"respondents"_s);
}

void TestTallyReader::brokenIsRefused()
{
    QFETCH(QByteArray, rows);
    const Reading<StaffTally> tally = read(rows);
    QVERIFY(!tally);
    QVERIFY(!tally.value);
    QTEST(int(tally.problems.at(0).code), "code");
    QTEST(tally.problems.at(0).line, "line");
    QTEST(tally.problems.at(0).path, "column");
}

void TestTallyReader::columnsAreAllNeededAndKnown()
{
    const QList<QByteArray> columns = header.trimmed().split(',');
    for (const QByteArray &left : columns) {
        QList<QByteArray> others = columns;
        others.removeOne(left);
        const Reading<StaffTally> tally = readTally(others.join(',') + "\n", {}, personal());
        QCOMPARE(int(tally.problems.value(0).code), int(DiagnosticCode::MissingColumn));
        QCOMPARE(tally.problems.value(0).args.value(0), QString::fromLatin1(left));
    }
    const Reading<StaffTally> tally = readTally("name," + header + "山田,A-1,9,9,9,0,0,0,0\n", {}, personal());
    QCOMPARE(int(tally.problems.value(0).code), int(DiagnosticCode::UnknownColumn)); // a person's name stays out
}

void TestTallyReader::everyProblemIsTold()
{
    QCOMPARE(read("B-1,9,9,9,0,0,0,0\nA-1,9,9,x,y,0,0,0\n").problems.size(), 3);
    QByteArray many;
    for (int i = 0; i < 1000; ++i)
        many += "X,9,9,9,0,0,0,0\n";
    QCOMPARE(read(many).problems.size(), 200);
}

QTEST_GUILESS_MAIN(TestTallyReader)
#include "tst_tally_reader.moc"
