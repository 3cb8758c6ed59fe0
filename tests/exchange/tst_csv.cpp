#include "exchange/csv_reader.h"
#include "exchange/csv_writer.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace tenken;
using namespace Qt::StringLiterals;

namespace {

QStringList texts(const CsvRow &row)
{
    QStringList list;
    for (const CsvField &field : row.fields)
        list.append(field.text);
    return list;
}

} // namespace

class TestCsv : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tableIsRead_data();
    void tableIsRead();
    void encodingIsFound_data();
    void encodingIsFound();
    void hostileFileIsRefused_data();
    void hostileFileIsRefused();
    void placesAreKept();
    void limitsHold_data();
    void limitsHold();
    void tooManyRowsAreToldOnce();
    void columnsAreLookedUp();
    void formulasAreGuarded_data();
    void formulasAreGuarded();
    void writtenTableIsReadBack();
    void dataHasOneRecordALine();
};

void TestCsv::tableIsRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<QStringList>>("rows");
    using Rows = QList<QStringList>;
    QTest::newRow("CRLF") << QByteArray("a,b\r\n1,2\r\n") << Rows{{u"1"_s, u"2"_s}};
    QTest::newRow("LF") << QByteArray("a,b\n1,2\n") << Rows{{u"1"_s, u"2"_s}};
    QTest::newRow("CR") << QByteArray("a,b\r1,2\r3,4") << Rows{{u"1"_s, u"2"_s}, {u"3"_s, u"4"_s}};
    QTest::newRow("no last line end") << QByteArray("a,b\n1,2") << Rows{{u"1"_s, u"2"_s}};
    QTest::newRow("empty lines") << QByteArray("\n\na,b\n\n1,2\n,\n\n") << Rows{{u"1"_s, u"2"_s}};
    QTest::newRow("quotes") << QByteArray("a,b\n\"x,\"\"y\"\"\",\"p\r\nq\"\n") << Rows{{u"x,\"y\""_s, u"p\nq"_s}};
    QTest::newRow("short row") << QByteArray("a,b,c\n1\n") << Rows{{u"1"_s, QString(), QString()}};
    QTest::newRow("empty rest") << QByteArray("a,b\n1,2,,\n") << Rows{{u"1"_s, u"2"_s}};
    QTest::newRow("header with spare columns") << QByteArray("a,b,,\n1,2,,\n") << Rows{{u"1"_s, u"2"_s}};
    QTest::newRow("space kept") << QByteArray("a,b\n x ,\n") << Rows{{u" x "_s, QString()}};
    QTest::newRow("header only") << QByteArray("a,b\n") << Rows{};
    QTest::newRow("empty") << QByteArray() << Rows{};
}

void TestCsv::tableIsRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<QStringList>, rows);
    const Reading<CsvTable> read = readCsv(bytes, {});
    QVERIFY(read);
    QCOMPARE(read.value->rows.size(), rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i)
        QCOMPARE(texts(read.value->rows.at(i)), rows.at(i));
}

void TestCsv::encodingIsFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("encoding");
    QTest::addColumn<QString>("text");
    QTest::newRow("UTF-8") << QByteArray("a\n点検\n") << int(TextEncoding::Utf8) << u"点検"_s;
    QTest::newRow("mark") << QByteArray("\xef\xbb\xbf"
                                        "a\n髙𠮷\n")
                          << int(TextEncoding::Utf8WithMark) << u"髙𠮷"_s;
    QTest::newRow("CP932") << QByteArray("a\n\x93\x5f\x8c\x9f\n") << int(TextEncoding::Cp932) << u"点検"_s;
    QTest::newRow("CP932 half-width kana")
        << QByteArray("a\n\xc3\xdd\xb9\xdd\n") << int(TextEncoding::Cp932) << u"ﾃﾝｹﾝ"_s;
    QTest::newRow("CP932 NEC circled one") << QByteArray("a\n\x87\x40\n") << int(TextEncoding::Cp932) << u"①"_s;
    QTest::newRow("CP932 IBM extension") << QByteArray("a\n\xfb\xfc\n") << int(TextEncoding::Cp932) << u"髙"_s;
    QTest::newRow("CP932 wave dash, minus")
        << QByteArray("a\n\x81\x60\x81\x7c\n") << int(TextEncoding::Cp932) << u"～－"_s;
    QTest::newRow("CP932 second byte is a backslash")
        << QByteArray("a\n\x95\x5c\n") << int(TextEncoding::Cp932) << u"表"_s;
}

void TestCsv::encodingIsFound()
{
    QFETCH(QByteArray, bytes);
    const Reading<CsvTable> read = readCsv(bytes, {});
    QVERIFY(read);
    QTEST(int(read.value->encoding), "encoding");
    QTEST(read.value->rows.at(0).fields.at(0).text, "text");
}

void TestCsv::hostileFileIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("line");
    const auto row = [](const char *name, const QByteArray &bytes, int line,
                        DiagnosticCode code = DiagnosticCode::Syntax) {
        QTest::newRow(name) << bytes << int(code) << line;
    };
    row("open quote", "a,b\n\"x,1\n2,3\n", 4);
    row("quote inside", "a,b\nx\"y,1\n", 2);
    row("text behind quote", "a,b\n\"x\"y,1\n", 2);
    row("too many fields", "a,b\n1,2\n1,2,3\n", 3);
    row("duplicate column", "a,a\n1,2\n", 1, DiagnosticCode::DuplicateKey);
    row("NUL", QByteArray("a,b\n1,\0\n", 8), 2, DiagnosticCode::WrongValue);
    row("escape character", "a,b\n1,\x1b[31m\n", 2, DiagnosticCode::WrongValue);
    row("UTF-16",
        QByteArray("\xff\xfe"
                   "a\0\n\0",
                   6),
        1, DiagnosticCode::NotUtf8);
    row("mark but not UTF-8",
        "\xef\xbb\xbf"
        "a\n\x93\x5f\n",
        2, DiagnosticCode::NotUtf8);
    row("neither", "a\n\xff\xff\xff\n", 2, DiagnosticCode::NotUtf8);
    row("wide", QByteArray(",").repeated(1000), 1, DiagnosticCode::TooLarge);
    row("long field", "a\n" + QByteArray(200'000, 'x'), 2, DiagnosticCode::TooLarge);
    row("many rows", "a\n" + QByteArray("1\n").repeated(60'000), 50'002, DiagnosticCode::TooLarge);
}

void TestCsv::hostileFileIsRefused()
{
    QFETCH(QByteArray, bytes);
    const Reading<CsvTable> read = readCsv(bytes, u"x.csv"_s);
    QVERIFY(!read);
    QVERIFY(!read.value);
    QVERIFY(read.problems.size() <= 200);
    QTEST(int(read.problems.at(0).code), "code");
    QTEST(read.problems.at(0).line, "line");
}

void TestCsv::placesAreKept()
{
    const Reading<CsvTable> read = readCsv("a,b\r\n\"点\n検\",x\r\n𠮷,y\r\n", {});
    QVERIFY(read);
    QCOMPARE(read.value->rows.at(0).line, 2);
    QCOMPARE(read.value->rows.at(1).line, 4);
    const Diagnostic problem = read.value->problem(DiagnosticCode::WrongValue, read.value->rows.at(1), u"b"_s, {});
    QCOMPARE(problem.line, 4);
    QCOMPARE(problem.column, 3);
    QCOMPARE(problem.path, u"b"_s);
}

void TestCsv::limitsHold_data()
{
    QTest::addColumn<QByteArray>("most");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("limit");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const CsvLimits limits;
    const QByteArray head = "a\n";
    const QByteArray blanks = QByteArray(99'999, ' ') + '\n'; // an empty record counts as one field
    const QByteArray lines = blanks.repeated(limits.bytes / blanks.size() + 1).first(limits.bytes - 4);
    QTest::newRow("bytes") << QByteArray("a\n1\n" + lines) << QByteArray("a\n1\n" + lines + ' ') << u"16777216"_s << 0
                           << 0;
    QTest::newRow("rows") << QByteArray(head + QByteArray("1\n").repeated(50'000))
                          << QByteArray(head + QByteArray("1\n").repeated(50'001)) << u"50000"_s << 50'002 << 1;
    QTest::newRow("columns") << QByteArray(QByteArray(",").repeated(199) + "z\n")
                             << QByteArray(QByteArray(",").repeated(200) + "z\n") << u"200"_s << 1 << 201;
    QTest::newRow("characters") << QByteArray(head + QByteArray(100'000, 'x'))
                                << QByteArray(head + QByteArray(100'001, 'x')) << u"100000"_s << 2 << 100'001;
    QTest::newRow("characters in quotes")
        << QByteArray(head + '"' + QByteArray(100'000, '\n') + '"')
        << QByteArray(head + '"' + QByteArray(100'001, '\n') + '"') << u"100000"_s << 100'003 << 1;
    const QByteArray wide = QByteArray(",").repeated(99) + "z\n"; // 100 fields
    QTest::newRow("fields") << wide.repeated(10'000) << QByteArray(wide.repeated(10'000) + "z\n") << u"1000000"_s
                            << 10'001 << 1;
}

void TestCsv::limitsHold()
{
    QFETCH(QByteArray, most);
    QFETCH(QByteArray, more);
    QFETCH(QString, limit);
    QFETCH(int, line);
    QFETCH(int, column);
    const Reading<CsvTable> read = readCsv(most, {});
    QVERIFY(read);
    const Reading<CsvTable> refused = readCsv(more, u"x.csv"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.problems.size(), 1);
    const Diagnostic expected{DiagnosticCode::TooLarge, u"x.csv"_s, line, column, {}, {limit}};
    QCOMPARE(refused.problems.at(0), expected);
}

/// A file with a million rows too many has one problem, and is not read to its end.
void TestCsv::tooManyRowsAreToldOnce()
{
    CsvLimits limits;
    limits.rows = 2;
    const Reading<CsvTable> read = readCsv("a\n1\n2\n" + QByteArray("3\n").repeated(1000) + "\"", {}, limits);
    QCOMPARE(read.problems.size(), 1);
    QCOMPARE(read.problems.at(0).line, 4);
    QVERIFY(readCsv("a\n1\n2\n\n,,\n \n", {}, limits)); // empty records do not count
}

void TestCsv::columnsAreLookedUp()
{
    const Reading<CsvTable> read = readCsv(" a ,b,,c\n 1 ,2\n", u"t.csv"_s);
    QVERIFY(read);
    const CsvTable &table = *read.value;
    const CsvRow &row = table.rows.at(0);
    QCOMPARE(table.header, QStringList({u"a"_s, u"b"_s, QString(), u"c"_s}));
    QCOMPARE(table.field(row, u"a"_s).text, u" 1 "_s);
    QCOMPARE(table.text(row, u"a"_s), u"1"_s);
    QCOMPARE(table.text(row, u"c"_s), QString());
    QCOMPARE(table.text(row, u"d"_s), QString());
    const Diagnostic atCell{DiagnosticCode::EmptyText, u"t.csv"_s, 2, 5, u"b"_s, {u"x"_s}};
    QCOMPARE(table.problem(DiagnosticCode::EmptyText, row, u"b"_s, {u"x"_s}), atCell);
    const Diagnostic atRow{DiagnosticCode::EmptyText, u"t.csv"_s, 2, 0, u"c"_s, {}}; // the row has no such cell
    QCOMPARE(table.problem(DiagnosticCode::EmptyText, row, u"c"_s, {}), atRow);
    const auto column = [](DiagnosticCode code, const QString &name) {
        return Diagnostic{code, u"t.csv"_s, 1, 0, name, {name}};
    };
    QCOMPARE(table.missingColumns({u"a"_s, u"d"_s, u"e"_s}),
             QList({column(DiagnosticCode::MissingColumn, u"d"_s), column(DiagnosticCode::MissingColumn, u"e"_s)}));
    QCOMPARE(table.unknownColumns({u"a"_s, u"b"_s, QString()}), QList({column(DiagnosticCode::UnknownColumn, u"c"_s)}));
}

void TestCsv::formulasAreGuarded_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("equals") << u"=1+1"_s << QByteArray("'=1+1");
    QTest::newRow("plus") << u"+81"_s << QByteArray("'+81");
    QTest::newRow("minus") << u"-1"_s << QByteArray("'-1");
    QTest::newRow("at") << u"@SUM(A1)"_s << QByteArray("'@SUM(A1)");
    QTest::newRow("tab") << u"\t=1"_s << QByteArray("'\t=1");
    QTest::newRow("full width") << u"＝1"_s << QByteArray("'＝1");
    QTest::newRow("full-width minus") << u"－1"_s << QByteArray("'－1");
    QTest::newRow("symbol of not applicable") << u"－"_s << QByteArray("－");
    QTest::newRow("quoted formula") << u"=\"a\",b"_s << QByteArray("\"'=\"\"a\"\",b\"");
    QTest::newRow("apostrophe before formula") << u"'=1"_s << QByteArray("''=1");
    QTest::newRow("apostrophe before word") << u"'tis"_s << QByteArray("'tis");
    QTest::newRow("plain") << u"決めている=はい"_s << QByteArray("決めている=はい");
    QTest::newRow("full-width plus") << u"＋81"_s << QByteArray("'＋81");
    QTest::newRow("full-width at") << u"＠x"_s << QByteArray("'＠x");
    QTest::newRow("apostrophes before formula") << u"'''=1"_s << QByteArray("''''=1");
    QTest::newRow("apostrophes before word") << u"''a"_s << QByteArray("''a");
    QTest::newRow("apostrophes alone") << u"''"_s << QByteArray("''");
    QTest::newRow("apostrophe before the symbol") << u"'－"_s << QByteArray("''－");
    QTest::newRow("space before formula is text") << u" =1"_s << QByteArray("\" =1\"");
    QTest::newRow("minus alone") << u"-"_s << QByteArray("'-");
    QTest::newRow("negative in Japanese") << u"▲3"_s << QByteArray("▲3");
    QTest::newRow("date") << u"2026-04-01"_s << QByteArray("2026-04-01");
    QTest::newRow("space behind") << u"a "_s << QByteArray("\"a \"");
    QTest::newRow("quote alone") << u"\""_s << QByteArray("\"\"\"\"");
}

void TestCsv::formulasAreGuarded()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, cell);
    const QByteArray bytes = writeCsv({{u"a"_s}, {text}});
    QCOMPARE(bytes,
             QByteArray("\xef\xbb\xbf"
                        "a\r\n"
                        + cell + "\r\n"));
    const Reading<CsvTable> read = readCsv(bytes, {});
    QVERIFY(read);
    QCOMPARE(read.value->rows.at(0).fields.at(0).text, text);
}

void TestCsv::writtenTableIsReadBack()
{
    const QString alphabet = u"ab,\"' =+-@＝－あ𠮷\t"_s;
    QRandomGenerator random(7);
    for (int round = 0; round < 300; ++round) {
        QList<QStringList> rows{{u"one"_s, u"two"_s, u"three"_s}};
        for (int i = 0; i < 5; ++i) {
            QStringList row{u"key"_s};
            for (int column = 1; column < 3; ++column) {
                QList<uint> text;
                const QList<uint> letters = alphabet.toUcs4();
                for (int length = random.bounded(6); length > 0; --length)
                    text.append(letters.at(random.bounded(letters.size())));
                row.append(QString::fromUcs4(reinterpret_cast<const char32_t *>(text.constData()), text.size()));
            }
            rows.append(row);
        }
        const Reading<CsvTable> read = readCsv(writeCsv(rows), {});
        QVERIFY(read);
        for (qsizetype i = 1; i < rows.size(); ++i)
            QCOMPARE(texts(read.value->rows.at(i - 1)), rows.at(i));
    }
}

void TestCsv::dataHasOneRecordALine()
{
    QCOMPARE(writeCsv({{u"a\nb"_s, u"c\r\nd"_s}}),
             QByteArray("\xef\xbb\xbf"
                        "a / b,c / d\r\n"));
}

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
