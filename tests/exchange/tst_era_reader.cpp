#include "exchange/era_reader.h"

#include "exchange/checklist_fixture.h"

#include <QtTest>

using namespace tenken;
using namespace Qt::StringLiterals;

namespace {

QJsonObject document()
{
    return QJsonDocument::fromJson(R"json({"format":"tenken.eras/1","eras":[
{"firstDay":"1989-01-08","name":"平成","letter":"H"},
{"firstDay":"2019-05-01","name":"令和","letter":"R"},
{"firstDay":"1926-12-25","name":"昭和","letter":"S"}]})json")
        .object();
}

} // namespace

/// The table of eras is data: the next one is added by hand.
class TestEraReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void erasAreReadInAnyOrder();
    void theNextEraIsOneEntry();
    void wrongValueIsRefused_data();
    void wrongValueIsRefused();
    void everyKeyIsNeeded();
    void anUnknownKeyIsRefused_data();
    void anUnknownKeyIsRefused();
    void severalProblemsAreTold();
    void aHundredErasAreEnough();
};

void TestEraReader::erasAreReadInAnyOrder()
{
    const Reading<EraTable> read = readEras(fixture::pretty(document()), {});
    QVERIFY2(read, qPrintable(fixture::described(read.problems)));
    QStringList names;
    for (const Era &era : read.value->eras())
        names << era.firstDay.toString(Qt::ISODate) + u' ' + era.name + u' ' + era.letter;
    QCOMPARE(names, QStringList({u"2019-05-01 令和 R"_s, u"1989-01-08 平成 H"_s, u"1926-12-25 昭和 S"_s}));
    QCOMPARE(read.value->formatDate(QDate(2019, 4, 30)), u"平成31年4月30日"_s);
    QCOMPARE(read.value->formatDate(QDate(1926, 12, 24)), QString());
}

void TestEraReader::theNextEraIsOneEntry()
{
    QJsonArray eras = document()[u"eras"].toArray();
    eras.append(QJsonObject{{u"firstDay"_s, u"2040-10-01"_s}, {u"name"_s, u"未定"_s}, {u"letter"_s, u"X"_s}});
    QJsonObject next = document();
    next.insert(u"eras"_s, eras);
    const Reading<EraTable> read = readEras(fixture::pretty(next), {});
    QVERIFY(read);
    QCOMPARE(read.value->formatDate(QDate(2040, 10, 1)), u"未定元年10月1日"_s);
    QCOMPARE(read.value->parseDate(u"X2.1.1"_s).value_or(QDate()), QDate(2041, 1, 1));
    QCOMPARE(FiscalYear(2040).label(*read.value, QDate(2040, 9, 30)), u"令和22年度"_s);
    QCOMPARE(FiscalYear(2040).label(*read.value, QDate(2040, 10, 1)), u"未定元年度"_s);
}

void TestEraReader::wrongValueIsRefused_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<DiagnosticCode>("code");
    using enum DiagnosticCode;
    const auto row = [](const char *pointer, const char *text, DiagnosticCode code) {
        QTest::addRow("%s %s", pointer, text) << QString::fromLatin1(pointer) << QByteArray(text) << code;
    };
    row("/format", "\"tenken.eras/2\"", NewerFormat);
    row("/format", "\"tenken.policy/1\"", UnknownFormat);
    row("/eras", "{}", WrongType);
    row("/eras/0", "7", WrongType);
    row("/eras/0/firstDay", "\"1989-02-30\"", WrongValue);
    row("/eras/0/firstDay", "\"1989-1-8\"", WrongValue);
    row("/eras/0/firstDay", "\"平成元年1月8日\"", WrongValue);
    row("/eras/0/firstDay", "\"\"", EmptyText);
    row("/eras/0/firstDay", "null", WrongType);
    row("/eras/1/firstDay", "\"1989-01-08\"", DuplicateId);
    row("/eras/0/name", "\" \"", EmptyText);
    row("/eras/0/name", "\"平\\u0000成\"", WrongValue);
    row("/eras/1/name", "\"平成\"", DuplicateId);
    row("/eras/2/letter", "7", WrongType);
    row("/eras/2/letter", "\"H\"", DuplicateId);
    row("/eras/2/letter", "\"h\"", DuplicateId); // H8 and h8 would be two years
    row("/eras/2/letter", "\"平成\"", DuplicateId);
}

void TestEraReader::wrongValueIsRefused()
{
    QFETCH(QString, pointer);
    QFETCH(QByteArray, text);
    QFETCH(DiagnosticCode, code);
    const fixture::Broken broken = fixture::withText(document(), pointer, text);
    const Reading<EraTable> read = readEras(broken.bytes, u"eras.json"_s);
    QVERIFY(!read);
    const Diagnostic &problem = read.problems.at(0);
    QCOMPARE(problem.code, code);
    QCOMPARE(problem.file, u"eras.json"_s);
    QCOMPARE(problem.path, pointer);
    QCOMPARE(problem.line, broken.at.line);
    QCOMPARE(problem.column, broken.at.column);
}

void TestEraReader::everyKeyIsNeeded()
{
    for (const char *pointer : {"/format", "/eras", "/eras/1/firstDay", "/eras/1/name", "/eras/1/letter"}) {
        const QString at = QString::fromLatin1(pointer);
        const Reading<EraTable> read =
            readEras(fixture::pretty(fixture::replaced(document(), at, QJsonValue::Undefined)), {});
        QVERIFY2(!read, pointer);
        QCOMPARE(read.problems.at(0).code, DiagnosticCode::MissingKey);
        QCOMPARE(read.problems.at(0).path, at);
    }
}

void TestEraReader::anUnknownKeyIsRefused_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::newRow("table") << u"/source"_s;
    QTest::newRow("era") << u"/eras/2/lastDay"_s;
}

void TestEraReader::anUnknownKeyIsRefused()
{
    QFETCH(QString, pointer);
    const Reading<EraTable> read = readEras(fixture::withText(document(), pointer, "1").bytes, {});
    QVERIFY(!read);
    QCOMPARE(read.problems.at(0).code, DiagnosticCode::UnknownKey);
    QCOMPARE(read.problems.at(0).path, pointer);
}

void TestEraReader::severalProblemsAreTold()
{
    QJsonValue broken = fixture::replaced(document(), u"/eras/0/firstDay"_s, u"soon"_s);
    broken = fixture::replaced(broken, u"/eras/2/letter"_s, u""_s);
    QCOMPARE(readEras(fixture::pretty(broken), {}).problems.size(), 2);
    QCOMPARE(readEras("[]", {}).problems.at(0).code, DiagnosticCode::WrongType);
    QCOMPARE(readEras("{", {}).problems.at(0).code, DiagnosticCode::Syntax);
}

void TestEraReader::aHundredErasAreEnough()
{
    for (const int count : {100, 101}) {
        QJsonArray eras;
        for (int i = 0; i < count; ++i) {
            eras.append(QJsonObject{{u"firstDay"_s, QDate(1000 + i, 1, 1).toString(Qt::ISODate)},
                                    {u"name"_s, u"年号%1"_s.arg(i)},
                                    {u"letter"_s, u"N%1"_s.arg(i)}});
        }
        QJsonObject many = document();
        many.insert(u"eras"_s, eras);
        const Reading<EraTable> read = readEras(fixture::pretty(many), {});
        QCOMPARE(bool(read), count == 100);
        QVERIFY(read || read.problems.at(0).code == DiagnosticCode::TooLarge);
    }
}

QTEST_GUILESS_MAIN(TestEraReader)
#include "tst_era_reader.moc"
