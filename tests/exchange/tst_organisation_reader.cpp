#include "exchange/organisation_reader.h"
#include "support/places.h"

#include "exchange/checklist_fixture.h"

#include <QFile>
#include <QtTest>

using namespace tenken;
using namespace tenken::support;
using namespace Qt::StringLiterals;

class TestOrganisationReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void organisationIsRead();
    void onlyTwoColumnsAreNeeded();
    void writtenOrganisationIsReadBack();
    void brokenOrganisationIsRefused_data();
    void brokenOrganisationIsRefused();
    void brokenSystemsAreRefused_data();
    void brokenSystemsAreRefused();
    void anyTableOfASpreadsheetIsRead_data();
    void anyTableOfASpreadsheetIsRead();
    void everyProblemIsTold();
    void systemsAreReadAndWritten();
    void demoFilesAreRead();
};

void TestOrganisationReader::organisationIsRead()
{
    const Reading<Organisation> read =
        readOrganisation("所属コード,局,部,課,機関区分,正規,会計年度,PC台数,属性,継承元\n"
                         "U0004,未来構想局,構想推進部,構想調整課,mayor,19,4,21,sns  zone_lgwan sns,U0001 U0002\n"
                         "U0005,教育委員会,,学務課,boe,,,,,\n",
                         u"org.csv"_s);
    QVERIFY2(read, qPrintable(fixture::described(read.problems)));
    const OrganisationUnit &unit = read.value->units.at(0);
    QCOMPARE(unit.department.path, (QStringList{u"未来構想局"_s, u"構想推進部"_s}));
    QCOMPARE(unit.flags, (QStringList{u"sns"_s, u"zone_lgwan"_s}));
    QCOMPARE(unit.predecessors, (QStringList{u"U0001"_s, u"U0002"_s}));
    QCOMPARE(unit.regularStaff, 19);
    QCOMPARE(read.value->units.at(1).department.body, Body::BoardOfEducation);
    QCOMPARE(read.value->units.at(1).department.path, QStringList{u"教育委員会"_s});
}

void TestOrganisationReader::onlyTwoColumnsAreNeeded()
{
    const Reading<Organisation> read = readOrganisation("課,所属コード\n納税課,U0010\n", {});
    QVERIFY(read);
    QCOMPARE(read.value->units.at(0).department.name, u"納税課"_s);
    QCOMPARE(read.value->units.at(0).department.body, Body::Mayor);
}

void TestOrganisationReader::writtenOrganisationIsReadBack()
{
    Organisation organisation;
    organisation.units = {{{u"U1"_s, u"=課"_s, {u"局"_s, u"部"_s}, Body::Enterprise}, {u"sns"_s}, {u"U0"_s}, 3, 4},
                          {{u"U2"_s, u"課, 二"_s, {u"局"_s}, Body::Mayor}, {}, {}, 0, 0}};
    const Reading<Organisation> read = readOrganisation(writeOrganisation(organisation), {});
    QVERIFY(read);
    QCOMPARE(read.value->units, organisation.units);
}

void TestOrganisationReader::brokenOrganisationIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("column");
    const auto row = [](const char *name, const QByteArray &bytes, DiagnosticCode code, int line,
                        const QString &column) { QTest::newRow(name) << bytes << int(code) << line << column; };
    row("no code column", "課\n納税課\n", DiagnosticCode::MissingColumn, 1, u"所属コード"_s);
    row("no name column", "所属コード\nU1\n", DiagnosticCode::MissingColumn, 1, u"課"_s);
    row("empty file", "", DiagnosticCode::MissingColumn, 1, u"所属コード"_s);
    row("duplicate code", "所属コード,課\nU1,甲\nU2,乙\nU1,丙\n", DiagnosticCode::DuplicateId, 4, u"所属コード"_s);
    row("empty code", "所属コード,課\n,甲\n", DiagnosticCode::EmptyText, 2, u"所属コード"_s);
    row("empty name", "所属コード,課\nU1,\n", DiagnosticCode::EmptyText, 2, u"課"_s);
    row("path as code", "所属コード,課\n../U1,甲\n", DiagnosticCode::WrongValue, 2, u"所属コード"_s);
    row("body", "所属コード,課,機関区分\nU1,甲,市長\n", DiagnosticCode::WrongValue, 2, u"機関区分"_s);
    row("count", "所属コード,課,正規\nU1,甲,-1\n", DiagnosticCode::WrongValue, 2, u"正規"_s);
    row("word as count", "所属コード,課,会計年度\nU1,甲,三\n", DiagnosticCode::WrongValue, 2, u"会計年度"_s);
    row("code with a blank", "所属コード,課\nU 1,甲\n", DiagnosticCode::WrongValue, 2, u"所属コード"_s);
    row("code in full width", "所属コード,課\nＵ１,甲\n", DiagnosticCode::WrongValue, 2, u"所属コード"_s);
    row("long code", "所属コード,課\n" + QByteArray(65, 'U') + ",甲\n", DiagnosticCode::WrongValue, 2, u"所属コード"_s);
    row("name of blanks", "所属コード,課\nU1,　 \n", DiagnosticCode::EmptyText, 2, u"課"_s);
    row("half a person", "所属コード,課,正規\nU1,甲,1.5\n", DiagnosticCode::WrongValue, 2, u"正規"_s);
    row("more than a number holds", "所属コード,課,正規\nU1,甲,99999999999\n", DiagnosticCode::WrongValue, 2,
        u"正規"_s);
    row("predecessor", "所属コード,課,継承元\nU1,甲,U0 ../U9\n", DiagnosticCode::WrongValue, 2, u"継承元"_s);
    row("body in capitals", "所属コード,課,機関区分\nU1,甲,Mayor\n", DiagnosticCode::WrongValue, 2, u"機関区分"_s);
    row("column twice", "所属コード,課,課\nU1,甲,乙\n", DiagnosticCode::DuplicateKey, 1, u"課"_s);
    row("flag", "所属コード,課,属性\nU1,甲,sns;web\n", DiagnosticCode::WrongValue, 2, u"属性"_s);
}

void TestOrganisationReader::brokenOrganisationIsRefused()
{
    QFETCH(QByteArray, bytes);
    const Reading<Organisation> read = readOrganisation(bytes, u"org.csv"_s);
    QVERIFY(!read);
    QTEST(int(read.problems.at(0).code), "code");
    QTEST(read.problems.at(0).line, "line");
    QTEST(read.problems.at(0).path, "column");
}

void TestOrganisationReader::brokenSystemsAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<DiagnosticCode>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("column");
    using enum DiagnosticCode;
    const QByteArray head = "システムコード,システム名,所管所属コード,属性\n";
    QTest::newRow("empty file") << QByteArray() << MissingColumn << 1 << u"システムコード"_s;
    QTest::newRow("no name") << QByteArray("システムコード,所管所属コード\n") << MissingColumn << 1 << u"システム名"_s;
    QTest::newRow("no owner") << QByteArray("システムコード,システム名\nS1,税\n") << MissingColumn << 1
                              << u"所管所属コード"_s;
    QTest::newRow("code twice") << head + "S1,税,U1,\nS2,国保,U1,\nS1,介護,U2,\n"
                                << DuplicateId << 4 << u"システムコード"_s;
    QTest::newRow("empty code") << head + ",税,U1,\n" << EmptyText << 2 << u"システムコード"_s;
    QTest::newRow("path as code") << head + "a/b,税,U1,\n" << WrongValue << 2 << u"システムコード"_s;
    QTest::newRow("empty name") << head + "S1,,U1,\n" << EmptyText << 2 << u"システム名"_s;
    QTest::newRow("owned by nobody") << head + "S1,税,,\n" << EmptyText << 2 << u"所管所属コード"_s;
    QTest::newRow("owned by a name") << head + "S1,税,納税課,\n" << WrongValue << 2 << u"所管所属コード"_s;
    QTest::newRow("flag") << head + "S1,税,U1,cloud+web\n" << WrongValue << 2 << u"属性"_s;
    QTest::newRow("control character") << head + "S1,税\x01,U1,\n" << WrongValue << 2 << u"システム名"_s;
}

void TestOrganisationReader::brokenSystemsAreRefused()
{
    QFETCH(QByteArray, bytes);
    const Reading<QList<InformationSystem>> read = readSystems(bytes, u"systems.csv"_s);
    QVERIFY(!read);
    QVERIFY(!read.value);
    QCOMPARE(read.problems.at(0).file, u"systems.csv"_s);
    QTEST(read.problems.at(0).code, "code");
    QTEST(read.problems.at(0).line, "line");
    QTEST(read.problems.at(0).path, "column");
}

void TestOrganisationReader::anyTableOfASpreadsheetIsRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray utf8 = "所属コード,局,課,備考,属性,正規\r\nU0004,企画局,企画課,=1,sns　cloud\tsns,\r\n";
    QTest::newRow("UTF-8") << utf8;
    QTest::newRow("mark") << QByteArray("\xef\xbb\xbf" + utf8);
    QTest::newRow("LF") << QByteArray(utf8).replace("\r\n", "\n");
    QTest::newRow("quotes") << QByteArray(utf8).replace("U0004", "\"U0004\"");
    QTest::newRow("CP932") << QByteArray(
        "\x8f\x8a\x91\xae\x83\x52\x81\x5b\x83\x68,\x8b\xc7,\x89\xdb,\x91\xae\x90\xab\r\n"
        "U0004,\x8a\xe9\x89\xe6\x8b\xc7,\x8a\xe9\x89\xe6\x89\xdb,sns cloud\r\n");
}

void TestOrganisationReader::anyTableOfASpreadsheetIsRead()
{
    QFETCH(QByteArray, bytes);
    const Reading<Organisation> read = readOrganisation(bytes, {});
    QVERIFY2(read, qPrintable(fixture::described(read.problems)));
    const OrganisationUnit expected{
        {u"U0004"_s, u"企画課"_s, {u"企画局"_s}, Body::Mayor}, {u"sns"_s, u"cloud"_s}, {}, 0, 0};
    QCOMPARE(read.value->units, QList{expected});
}

void TestOrganisationReader::everyProblemIsTold()
{
    const Reading<Organisation> read =
        readOrganisation("所属コード,課,機関区分,正規\n../1,,navy,-1\nU1,甲,,\nU1,乙,,\n", {});
    QStringList places;
    for (const Diagnostic &problem : read.problems)
        places << u"%1:%2 %3"_s.arg(problem.line).arg(problem.column).arg(problem.path);
    QCOMPARE(places,
             QStringList({u"2:1 所属コード"_s, u"2:6 課"_s, u"2:7 機関区分"_s, u"2:12 正規"_s, u"4:1 所属コード"_s}));
    QCOMPARE(read.problems.last().args, QStringList({u"U1"_s, u"3"_s}));
    const QByteArray many = "所属コード,課\n" + QByteArray("a b,\n").repeated(500);
    QCOMPARE(readOrganisation(many, {}).problems.size(), 200);
}

void TestOrganisationReader::systemsAreReadAndWritten()
{
    const QList<InformationSystem> systems{{u"S1"_s, u"住民記録"_s, u"U1"_s, {u"cloud"_s, u"website"_s}},
                                           {u"S2"_s, u"税"_s, u"U2"_s, {}}};
    const Reading<QList<InformationSystem>> read = readSystems(writeSystems(systems), {});
    QVERIFY(read);
    QCOMPARE(*read.value, systems);
    QVERIFY(!readSystems("システムコード,システム名\nS1,税\n", {}));
}

void TestOrganisationReader::demoFilesAreRead()
{
    const QString folder = sourcePath("resources/demo/");
    QFile units(folder + u"org.csv"_s);
    QVERIFY(units.open(QIODevice::ReadOnly));
    const Reading<Organisation> organisation = readOrganisation(units.readAll(), units.fileName());
    QVERIFY2(organisation, qPrintable(fixture::described(organisation.problems)));
    QVERIFY(organisation.value->units.size() >= 300);
    QFile systems(folder + u"systems.csv"_s);
    QVERIFY(systems.open(QIODevice::ReadOnly));
    const Reading<QList<InformationSystem>> read = readSystems(systems.readAll(), systems.fileName());
    QVERIFY2(read, qPrintable(fixture::described(read.problems)));
    for (const InformationSystem &system : *read.value)
        QVERIFY2(organisation.value->find(system.ownerDepartment), qPrintable(system.code));
}

QTEST_GUILESS_MAIN(TestOrganisationReader)
#include "tst_organisation_reader.moc"
