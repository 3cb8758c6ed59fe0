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
