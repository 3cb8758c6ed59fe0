#include "exchange/roles_reader.h"

#include "exchange/checklist_fixture.h"
#include "exchange/submission_fixture.h"

#include <QtTest>

using namespace tenken;
using namespace Qt::StringLiterals;

namespace {

const QString header = u"certificate_sha256,role,department\r\n"_s;

Reading<QList<RoleMapping>> read(const QString &rows) { return readRoles((header + rows).toUtf8(), u"roles.csv"_s); }

} // namespace

/// Which certificates of the city's own authority may sign as what
class TestRolesReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rolesAreRead_data();
    void rolesAreRead();
    void filesOfSpreadsheetsAreRead_data();
    void filesOfSpreadsheetsAreRead();
    void orderIsKept();
    void brokenRowIsRefused_data();
    void brokenRowIsRefused();
    void columnsAreExactlyThree_data();
    void columnsAreExactlyThree();
    void everyProblemIsTold();
    void problemsAreCapped();
};

void TestRolesReader::rolesAreRead_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<Role>("role");
    QTest::addColumn<QString>("department");
    const QString sha256 = fixture::hex(1);
    QTest::newRow("inspector") << sha256 + u",inspector,U0004"_s << Role::Inspector << u"U0004"_s;
    QTest::newRow("approver") << sha256 + u",approver,U0004"_s << Role::Approver << u"U0004"_s;
    QTest::newRow("auditor of nobody") << sha256 + u",auditor,"_s << Role::Auditor << QString();
    QTest::newRow("auditor with a department") << sha256 + u",auditor,U0900"_s << Role::Auditor << u"U0900"_s;
    QTest::newRow("division, short row") << sha256 + u",division"_s << Role::Division << QString();
    QTest::newRow("capitals") << sha256.toUpper() + u",INSPECTOR,U0004"_s << Role::Inspector << u"U0004"_s;
    QTest::newRow("colons, as openssl prints them")
        << QString(sha256).replace(QRegularExpression(u"(..)(?=.)"_s), u"\\1:"_s) + u",approver,U0004"_s
        << Role::Approver << u"U0004"_s;
    QTest::newRow("spaces") << u" %1 , approver , U0004 "_s.arg(sha256) << Role::Approver << u"U0004"_s;
    QTest::newRow("quotes") << u"\"%1\",\"approver\",\"納税課\""_s.arg(sha256) << Role::Approver << u"納税課"_s;
}

void TestRolesReader::rolesAreRead()
{
    QFETCH(QString, row);
    QFETCH(Role, role);
    QFETCH(QString, department);
    const Reading<QList<RoleMapping>> roles = read(row + u"\r\n"_s);
    QVERIFY2(roles, qPrintable(fixture::described(roles.problems)));
    QCOMPARE(roles.value->size(), 1);
    QCOMPARE(roles.value->at(0).certificateSha256, fixture::hex(1));
    QCOMPARE(roles.value->at(0).role, role);
    QCOMPARE(roles.value->at(0).department, department);
}

void TestRolesReader::filesOfSpreadsheetsAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("rows");
    const QByteArray row = fixture::hex(1).toLatin1() + ",inspector,";
    const QByteArray head = header.toLatin1();
    QTest::newRow("mark") << QByteArray("\xef\xbb\xbf" + head + row + "納税課\r\n") << 1;
    QTest::newRow("CP932") << QByteArray(head + row + "\x94\x5b\x90\xc5\x89\xdb\r\n") << 1;
    QTest::newRow("columns in another order")
        << QByteArray("department,certificate_sha256,role\n納税課," + fixture::hex(1).toLatin1() + ",inspector\n") << 1;
    QTest::newRow("empty rows between") << QByteArray(head + "\r\n,,\r\n" + row + "納税課\r\n\r\n") << 1;
    QTest::newRow("header alone") << head << 0;
}

void TestRolesReader::filesOfSpreadsheetsAreRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, rows);
    const Reading<QList<RoleMapping>> roles = readRoles(bytes, {});
    QVERIFY2(roles, qPrintable(fixture::described(roles.problems)));
    QCOMPARE(roles.value->size(), rows);
    QVERIFY(rows == 0 || roles.value->at(0).department == u"納税課");
}

void TestRolesReader::orderIsKept()
{
    QString rows;
    for (quint32 n = 0; n < 500; ++n)
        rows += fixture::hex(1000 - n) + u",division,\n"_s;
    const Reading<QList<RoleMapping>> roles = read(rows);
    QVERIFY(roles);
    for (quint32 n = 0; n < 500; ++n)
        QCOMPARE(roles.value->at(n).certificateSha256, fixture::hex(1000 - n));
}

void TestRolesReader::brokenRowIsRefused_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<DiagnosticCode>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("args");
    using enum DiagnosticCode;
    const QString sha256 = fixture::hex(1);
    const QString first = u"certificate_sha256"_s;
    const QString wanted = u"SHA-256 (hex)"_s;
    const QString known = u"inspector approver auditor division"_s;
    QTest::newRow("63 digits") << sha256.chopped(1) + u",division,"_s << WrongValue << 2 << 1 << first
                               << QStringList{sha256.chopped(1), wanted};
    QTest::newRow("65 digits") << sha256 + u"0,division,"_s << WrongValue << 2 << 1 << first
                               << QStringList{sha256, wanted};
    QTest::newRow("no digit") << sha256.chopped(1) + u"g,division,"_s << WrongValue << 2 << 1 << first
                              << QStringList{sha256.chopped(1) + u'g', wanted};
    QTest::newRow("full width") << sha256.chopped(1) + u"０,division,"_s << WrongValue << 2 << 1 << first
                                << QStringList{sha256.chopped(1) + u'０', wanted};
    QTest::newRow("SHA-1") << sha256.left(40) + u",division,"_s << WrongValue << 2 << 1 << first
                           << QStringList{sha256.left(40), wanted};
    QTest::newRow("no fingerprint") << u",division,"_s << WrongValue << 2 << 1 << first << QStringList{u""_s, wanted};
    QTest::newRow("twice, once with colons and in capitals")
        << u"%1,division,\n%2,division,"_s.arg(sha256,
                                               sha256.toUpper().replace(QRegularExpression(u"(..)(?=.)"_s), u"\\1:"_s))
        << DuplicateId << 3 << 1 << first << QStringList{sha256, u"2"_s};
    QTest::newRow("unknown role") << sha256 + u",mayor,U1"_s << WrongValue << 2 << 66 << u"role"_s
                                  << QStringList{u"mayor"_s, known};
    QTest::newRow("role in Japanese") << sha256 + u",点検者,U1"_s << WrongValue << 2 << 66 << u"role"_s
                                      << QStringList{u"点検者"_s, known};
    QTest::newRow("no role") << sha256 + u",,U1"_s << WrongValue << 2 << 66 << u"role"_s << QStringList{u""_s, known};
    QTest::newRow("inspector of nobody") << sha256 + u",inspector,"_s << EmptyText << 2 << 76 << u"department"_s
                                         << QStringList{u"department"_s};
    QTest::newRow("approver of blanks") << sha256 + u",approver,　"_s << EmptyText << 2 << 75 << u"department"_s
                                        << QStringList{u"department"_s};
}

void TestRolesReader::brokenRowIsRefused()
{
    QFETCH(QString, rows);
    const Reading<QList<RoleMapping>> roles = read(rows);
    QVERIFY(!roles);
    QVERIFY(!roles.value);
    QCOMPARE(roles.problems.size(), 1);
    const Diagnostic &problem = roles.problems.at(0);
    QCOMPARE(problem.file, u"roles.csv"_s);
    QTEST(problem.code, "code");
    QTEST(problem.line, "line");
    QTEST(problem.column, "column");
    QTEST(problem.path, "path");
    QTEST(problem.args, "args");
}

void TestRolesReader::columnsAreExactlyThree_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<DiagnosticCode>("code");
    QTest::addColumn<QString>("column");
    using enum DiagnosticCode;
    QTest::newRow("no fingerprint") << QByteArray("role,department\n") << MissingColumn << u"certificate_sha256"_s;
    QTest::newRow("no role") << QByteArray("certificate_sha256,department\n") << MissingColumn << u"role"_s;
    QTest::newRow("no department") << QByteArray("certificate_sha256,role\n") << MissingColumn << u"department"_s;
    QTest::newRow("one more") << QByteArray("certificate_sha256,role,department,name\n") << UnknownColumn << u"name"_s;
    QTest::newRow("another case") << QByteArray("certificate_sha256,Role,department\n") << MissingColumn << u"role"_s;
    QTest::newRow("empty file") << QByteArray() << MissingColumn << u"certificate_sha256"_s;
    QTest::newRow("a certificate") << QByteArray("-----BEGIN CERTIFICATE-----\nMIIB\n") << MissingColumn
                                   << u"certificate_sha256"_s;
}

void TestRolesReader::columnsAreExactlyThree()
{
    QFETCH(QByteArray, bytes);
    const Reading<QList<RoleMapping>> roles = readRoles(bytes, {});
    QVERIFY(!roles);
    QTEST(roles.problems.at(0).code, "code");
    QTEST(roles.problems.at(0).path, "column");
    QCOMPARE(roles.problems.at(0).line, 1);
}

void TestRolesReader::everyProblemIsTold()
{
    const Reading<QList<RoleMapping>> roles = read(u"abcd,mayor,\n%1,approver,\n"_s.arg(fixture::hex(1)));
    QCOMPARE(roles.problems.size(), 3);
    QCOMPARE(roles.problems.at(2).line, 3);
}

void TestRolesReader::problemsAreCapped() { QCOMPARE(read(u"abcd,mayor,\n"_s.repeated(1000)).problems.size(), 200); }

QTEST_GUILESS_MAIN(TestRolesReader)
#include "tst_roles_reader.moc"
