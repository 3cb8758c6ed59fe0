#include "exchange/round_file.h"

#include "checklist_fixture.h"

#include <QtTest>

using namespace tenken;
using namespace Qt::StringLiterals;

/// A round file is written by a division's Tenken and mended by hand: what is wrong in it is told with its place.
class TestRoundFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void prettyAndCompactSayTheSame();
    void wrongValueIsRefused_data();
    void wrongValueIsRefused();
    void everyKeyIsNeeded_data();
    void everyKeyIsNeeded();
    void unknownKeysAreRefused_data();
    void unknownKeysAreRefused();
    void severalProblemsAreTold();
    void nobodyIsExpectedTwice();
    void manySubjectsAreRead();
};

namespace {

QJsonObject document()
{
    return QJsonDocument::fromJson(R"json({
"format":"tenken.round/1","fiscalYear":2026,"number":1,"title":"定期点検","policy":"kumamoto-2023","due":"2026-07-31",
"checklists":[{"id":"KC-B","edition":"2026.1","fingerprint":"0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0"}],
"expected":[{"checklist":"KC-B","subject":{"kind":"section","code":"U0004","name":"企画課"},"department":{"code":"U0004","name":"企画課"}},
            {"checklist":"KC-C","subject":{"kind":"system","code":"S001","name":"住民記録"},"department":{"code":"U0101","name":"戸籍課"}}],
"trustAnchors":["-----BEGIN CERTIFICATE-----"]})json")
        .object();
}

} // namespace

void TestRoundFile::prettyAndCompactSayTheSame()
{
    const Reading<Round> pretty = readRound(fixture::pretty(document()), {});
    const Reading<Round> compact = readRound(QJsonDocument(document()).toJson(QJsonDocument::Compact), {});
    QVERIFY(pretty && compact);
    QCOMPARE(*pretty.value, *compact.value);
    QCOMPARE(pretty.value->due, QDate(2026, 7, 31));
    QCOMPARE(pretty.value->expected.at(1).subject.kind, SubjectKind::System);
    QCOMPARE(pretty.value->expected.at(1).departmentName, u"戸籍課"_s);
    QCOMPARE(*readRound(writeRound(*pretty.value), {}).value, *pretty.value);
}

void TestRoundFile::wrongValueIsRefused_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<DiagnosticCode>("code");
    int number = 0;
    const auto row = [&](const char *pointer, const char *text, DiagnosticCode code) {
        QTest::addRow("%d %s %.30s", ++number, pointer, text)
            << QString::fromLatin1(pointer) << QByteArray(text) << code;
    };
    using enum DiagnosticCode;
    row("/fiscalYear", "1899", WrongValue);
    row("/fiscalYear", "10000", WrongValue);
    row("/fiscalYear", "2026.5", NumberRange);
    row("/fiscalYear", "\"2026\"", WrongType);
    row("/number", "0", WrongValue);
    row("/number", "100", WrongValue);
    row("/number", "null", WrongType);
    row("/title", "\"\"", EmptyText);
    row("/title", "\" \"", EmptyText);
    row("/title", "\"a\\u0000b\"", WrongValue);
    row("/policy", "\"../etc\"", WrongValue);
    row("/policy", "[]", WrongType);
    row("/due", "\"2026-02-30\"", WrongValue);
    row("/due", "\"31.7.2026\"", WrongValue);
    row("/due", "\"2026-7-31\"", WrongValue);
    row("/due", "20260731", WrongType);
    row("/checklists", "{}", WrongType);
    row("/checklists/0", "\"KC-B\"", WrongType);
    row("/checklists/0/id", "\"KC B\"", WrongValue);
    row("/checklists/0/fingerprint", "\"0F\"", WrongValue);
    row("/expected", "null", WrongType);
    row("/expected/0/subject/kind", "\"club\"", WrongValue);
    row("/expected/1/subject/code", "\"\"", EmptyText);
    row("/expected/1/subject/name", "7", WrongType);
    row("/expected/0/department/code", "\"U/4\"", WrongValue);
    row("/trustAnchors", "\"-----\"", WrongType);
    row("/trustAnchors/0", "\"\"", EmptyText);
    row("/trustAnchors/0", "{}", WrongType);
}

void TestRoundFile::wrongValueIsRefused()
{
    QFETCH(QString, pointer);
    QFETCH(QByteArray, text);
    QFETCH(DiagnosticCode, code);
    const fixture::Broken broken = fixture::withText(document(), pointer, text);
    const Reading<Round> read = readRound(broken.bytes, u"r.tenken-round"_s);
    QVERIFY(!read);
    const Diagnostic &problem = read.problems.at(0);
    QCOMPARE(problem.code, code);
    QCOMPARE(problem.file, u"r.tenken-round"_s);
    QCOMPARE(problem.path, pointer);
    QCOMPARE(problem.line, broken.at.line);
    QCOMPARE(problem.column, broken.at.column);
}

void TestRoundFile::everyKeyIsNeeded_data()
{
    QTest::addColumn<QString>("pointer");
    for (const char *pointer :
         {"/fiscalYear", "/number", "/title", "/policy", "/due", "/checklists", "/expected", "/trustAnchors",
          "/checklists/0/id", "/checklists/0/edition", "/checklists/0/fingerprint", "/expected/0/checklist",
          "/expected/0/subject", "/expected/1/department", "/expected/1/subject/kind", "/expected/1/department/name"}) {
        QTest::newRow(pointer) << QString::fromLatin1(pointer);
    }
}

void TestRoundFile::everyKeyIsNeeded()
{
    QFETCH(QString, pointer);
    const QByteArray bytes = fixture::pretty(fixture::replaced(document(), pointer, QJsonValue::Undefined));
    const Reading<Round> read = readRound(bytes, {});
    QVERIFY(!read);
    QCOMPARE(read.problems.at(0).code, DiagnosticCode::MissingKey);
    QCOMPARE(read.problems.at(0).path, pointer);
}

void TestRoundFile::unknownKeysAreRefused_data()
{
    QTest::addColumn<QString>("pointer");
    for (const char *pointer : {"/deadline", "/checklists/0/name", "/expected/0/due", "/expected/1/subject/owner",
                                "/expected/1/department/path"}) {
        QTest::newRow(pointer) << QString::fromLatin1(pointer);
    }
}

void TestRoundFile::unknownKeysAreRefused()
{
    QFETCH(QString, pointer);
    const fixture::Broken broken = fixture::withText(document(), pointer, "1");
    const Reading<Round> read = readRound(broken.bytes, {});
    QVERIFY(!read);
    QCOMPARE(read.problems.at(0).code, DiagnosticCode::UnknownKey);
    QCOMPARE(read.problems.at(0).path, pointer);
    QCOMPARE(read.problems.at(0).line, broken.at.line);
}

void TestRoundFile::nobodyIsExpectedTwice()
{
    QJsonObject twice = document();
    QJsonArray expected = twice[u"expected"].toArray();
    QJsonObject again = expected.at(0).toObject();
    again[u"department"] = expected.at(1).toObject()[u"department"]; // who owes it makes no other one of it
    expected.append(again);
    twice[u"expected"] = expected;
    const Reading<Round> read = readRound(fixture::pretty(twice), {});
    QVERIFY(!read);
    QCOMPARE(read.problems.size(), 1);
    QCOMPARE(read.problems.at(0).code, DiagnosticCode::DuplicateId);
    QCOMPARE(read.problems.at(0).path, u"/expected/2"_s);
    again[u"checklist"] = u"KC-D"_s;
    expected.replace(2, again);
    twice[u"expected"] = expected;
    QVERIFY(readRound(fixture::pretty(twice), {})); // the same subject may owe another checklist
}

void TestRoundFile::severalProblemsAreTold()
{
    QJsonValue broken = fixture::replaced(document(), u"/number"_s, 0);
    broken = fixture::replaced(broken, u"/due"_s, u"soon"_s);
    broken = fixture::replaced(broken, u"/expected/0/subject/kind"_s, QJsonValue::Undefined);
    const Reading<Round> read = readRound(fixture::pretty(broken), {});
    QStringList paths;
    for (const Diagnostic &problem : read.problems)
        paths << problem.path;
    QCOMPARE(paths, QStringList({u"/number"_s, u"/due"_s, u"/expected/0/subject/kind"_s}));
}

void TestRoundFile::manySubjectsAreRead()
{
    Round round = *readRound(fixture::pretty(document()), {}).value;
    Round::Expected one = round.expected.first();
    while (round.expected.size() < 20'000) {
        one.subject.code = u"D%1"_s.arg(round.expected.size());
        round.expected << one;
    }
    QCOMPARE(readRound(writeRound(round), {}).value->expected.size(), 20'000);
}

QTEST_GUILESS_MAIN(TestRoundFile)
#include "tst_round_file.moc"
