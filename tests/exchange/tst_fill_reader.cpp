#include "exchange/fill_reader.h"

#include "exchange/checklist_fixture.h"
#include "exchange/submission_fixture.h"
#include "exchange/submission_json.h"

#include <QtTest>

using namespace tenken;
using namespace Qt::StringLiterals;

namespace {

void row(const char *name, const QByteArray &bytes, DiagnosticCode code, int line, const QString &path)
{
    QTest::newRow(name) << bytes << int(code) << line << path;
}

void addBrokenJson()
{
    row("JSON submission without items", "{\n\"format\":\"tenken.submission/1\"}", DiagnosticCode::MissingKey, 1,
        u"/items"_s);
    row("JSON newer submission", "{\"format\":\"tenken.submission/2\",\"items\":[]}", DiagnosticCode::NewerFormat, 1,
        u"/format"_s);
    row("JSON format of a number", "{\"format\":1,\"answers\":[]}", DiagnosticCode::WrongType, 1, u"/format"_s);
    row("JSON answers and items", "{\"answers\":[],\n\"items\":[]}", DiagnosticCode::UnknownKey, 2, u"/items"_s);
    row("JSON two names for the item", "[{\"item\":\"B-1\",\n\"id\":\"B-1\"}]", DiagnosticCode::UnknownKey, 1,
        u"/0/item"_s);
    row("JSON evidence twice", "[{\"item\":\"B-1\",\"evidence_number\":\"2\",\n\"evidence\":[{\"number\":\"1\"}]}]",
        DiagnosticCode::NotAllowed, 2, u"/0/evidence"_s);
    row("JSON plan twice", "[{\"item\":\"B-1\",\n\"plan\":{\"measure\":\"m\"},\"plan_due\":\"2026-12-31\"}]",
        DiagnosticCode::NotAllowed, 2, u"/0/plan"_s);
    row("JSON unknown cause", "[{\"item\":\"B-1\",\"cause\":\"lazy\"}]", DiagnosticCode::WrongValue, 1, u"/0/cause"_s);
    row("JSON no such day", "[{\"item\":\"B-1\",\"plan_due\":\"2026-02-30\"}]", DiagnosticCode::WrongValue, 1,
        u"/0/plan_due"_s);
    row("JSON date of a spreadsheet", "[{\"item\":\"B-1\",\"evidence\":{\"date\":\"2026/4/1\"}}]",
        DiagnosticCode::WrongValue, 1, u"/0/evidence/date"_s);
    row("JSON evidence of another kind", "[{\"item\":\"B-1\",\"evidence\":\"体制表\"}]", DiagnosticCode::WrongType, 1,
        u"/0/evidence"_s);
    row("JSON unknown evidence", "[{\"item\":\"B-1\",\"evidence\":[{\"name\":\"x\"}]}]", DiagnosticCode::UnknownKey, 1,
        u"/0/evidence/0/name"_s);
    row("JSON hash", "[{\"item\":\"B-1\",\"evidence\":[{\"sha256\":\"12\"}]}]", DiagnosticCode::WrongValue, 1,
        u"/0/evidence/0/sha256"_s);
    row("JSON unknown plan", "{\"B-1\":{\"plan\":{\"when\":\"now\"}}}", DiagnosticCode::UnknownKey, 1,
        u"/B-1/plan/when"_s);
    row("JSON plan of another kind", "{\"B-1\":{\"plan\":[]}}", DiagnosticCode::WrongType, 1, u"/B-1/plan"_s);
    row("JSON control character", "{\"B-1\":{\"comment\":\"a\\u0007\"}}", DiagnosticCode::WrongValue, 1,
        u"/B-1/comment"_s);
    row("JSON element of another kind", "[\n\"B-1\"]", DiagnosticCode::WrongType, 2, u"/0"_s);
    row("JSON item with a blank", "[{\"item\":\"B 1\"}]", DiagnosticCode::WrongValue, 1, u"/0/item"_s);
}

} // namespace

class TestFillReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answerIsUnderstood_data();
    void answerIsUnderstood();
    void csvIsRead();
    void jsonFormsSayTheSame_data();
    void jsonFormsSayTheSame();
    void columnsMayBeMembers();
    void allFieldsOfJsonAreRead();
    void submissionFillsAnInspection();
    void nothingGivenIsNoRow_data();
    void nothingGivenIsNoRow();
    void datesOfSpreadsheetsAreRead_data();
    void datesOfSpreadsheetsAreRead();
    void everyProblemIsTold();
    void brokenFileIsRefused_data();
    void brokenFileIsRefused();
};

void TestFillReader::answerIsUnderstood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("answer");
    const auto row = [](const QString &text, AnswerCode answer) {
        QTest::newRow(qPrintable(text)) << text << int(answer);
    };
    for (const AnswerCode answer : allAnswerCodes) {
        row(toCode(answer), answer);
        row(toCode(answer).toLower(), answer);
        row(QString(symbolOf(answer)), answer);
    }
    row(u"〇"_s, AnswerCode::Yes);
    row(u"◯"_s, AnswerCode::Yes);
    row(u"✕"_s, AnswerCode::No);
    row(u"?"_s, AnswerCode::Unknown);
    row(u"−"_s, AnswerCode::NotApplicable);
    row(u"-"_s, AnswerCode::NotApplicable);
    row(u"ー"_s, AnswerCode::NotApplicable);
    row(u"―"_s, AnswerCode::NotApplicable);
    row(u"▲"_s, AnswerCode::Partial);
    row(u"✖"_s, AnswerCode::No);
    row(u" yes "_s, AnswerCode::Yes);
}

void TestFillReader::answerIsUnderstood()
{
    QFETCH(QString, text);
    QFETCH(int, answer);
    QCOMPARE(answerFromText(text.trimmed()), std::optional(AnswerCode(answer)));
    const QJsonObject map{{u"B-1"_s, text}};
    QCOMPARE(readFill(QJsonDocument(map).toJson(), {}).value->at(0).answer.code, std::optional(AnswerCode(answer)));
    const Reading<QList<FillRow>> read = readFill(u"item_id,answer\nB-1,%1\n"_s.arg(text).toUtf8(), {});
    QVERIFY(read);
    QCOMPARE(read.value->at(0).answer.code, std::optional(AnswerCode(answer)));
}

void TestFillReader::csvIsRead()
{
    const Reading<QList<FillRow>> read =
        readFill("\xef\xbb\xbf"
                 "item_id,answer,comment,reason,cause,opinion,evidence_document,evidence_number,evidence_date,"
                 "evidence_place,plan_measure,plan_owner,plan_due\r\n"
                 "B-1,no,「'=」,,NO-MEANS,直すべき,体制表,第3号,2026/4/1,書庫,改める,係長,2026-12-31\r\n"
                 "B-2,,,,,,,,,,,,\r\n",
                 {});
    QVERIFY2(read, qPrintable(fixture::described(read.problems)));
    Answer answer;
    answer.code = AnswerCode::No;
    answer.comment = u"「'=」"_s;
    answer.cause = Cause::NoMeans;
    answer.opinion = u"直すべき"_s;
    answer.evidence = {{u"体制表"_s, u"第3号"_s, QDate(2026, 4, 1), u"書庫"_s, {}}};
    answer.plan = {u"改める"_s, u"係長"_s, QDate(2026, 12, 31), {}};
    QCOMPARE(read.value->at(0), (FillRow{2, u"B-1"_s, answer}));
    QCOMPARE(read.value->at(1), (FillRow{3, u"B-2"_s, {}}));
}

void TestFillReader::jsonFormsSayTheSame_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("own format") << QByteArray(
        R"({"format":"tenken.fill/1","answers":[{"item":"B-1","answer":"YES"},{"item":"B-2","answer":"na","reason":"ない"}]})");
    QTest::newRow("answers alone") << QByteArray(
        R"({"answers":[{"item":"B-1","answer":"○"},{"item":"B-2","answer":"NA","reason":"ない","comment":null}]})");
    QTest::newRow("items") << QByteArray(
        R"({"items":[{"id":"B-1","answer":"YES","plan":null,"evidence":[]},{"id":"B-2","answer":"NA","reason":"ない"}]})");
    QTest::newRow("list") << QByteArray(
        R"( [{"item":"B-1","answer":"YES"},{"item":"B-2","answer":"NA","reason":"ない"}])");
    QTest::newRow("the CSV form's name") << QByteArray(
        R"([{"item_id":"B-1","answer":"YES"},{"item_id":"B-2","answer":"NA","reason":"ない","plan_due":null}])");
    QTest::newRow("with a byte order mark") << QByteArray(
        "\xEF\xBB\xBF[{\"item\":\"B-1\",\"answer\":\"YES\"},{\"item\":\"B-2\",\"answer\":\"NA\",\"reason\":\"ない\"}]");
    QTest::newRow("map") << QByteArray(R"({"B-1":"yes","B-2":{"answer":"NA","reason":"ない"}})");
    QTest::newRow("map of answers") << QByteArray(R"({"answers":{"B-1":"YES","B-2":{"answer":"NA","reason":"ない"}}})");
}

void TestFillReader::jsonFormsSayTheSame()
{
    QFETCH(QByteArray, bytes);
    const Reading<QList<FillRow>> read = readFill(bytes, {});
    QVERIFY2(read, qPrintable(fixture::described(read.problems)));
    QCOMPARE(read.value->size(), 2);
    Answer yes;
    yes.code = AnswerCode::Yes;
    Answer none;
    none.code = AnswerCode::NotApplicable;
    none.reason = u"ない"_s;
    QCOMPARE(read.value->at(0), (FillRow{1, u"B-1"_s, yes}));
    QCOMPARE(read.value->at(1), (FillRow{1, u"B-2"_s, none}));
}

void TestFillReader::columnsMayBeMembers()
{
    const QStringList columns = u"item_id answer comment reason cause opinion evidence_document evidence_number "
                                "evidence_date evidence_place plan_measure plan_owner plan_due"_s.split(u' ');
    const QStringList cells{u"B-1"_s, u"no"_s,         u"c"_s, {},     u"other"_s, u"o"_s,         u"d"_s,
                            u"n"_s,   u"2026-04-01"_s, u"p"_s, u"m"_s, u"w"_s,     u"2026-12-31"_s};
    QJsonObject object;
    for (qsizetype i = 0; i < columns.size(); ++i)
        object.insert(columns.at(i), cells.at(i));
    const Reading<QList<FillRow>> json = readFill(QJsonDocument(QJsonArray{object}).toJson(), {});
    const Reading<QList<FillRow>> csv = readFill((columns.join(u',') + u'\n' + cells.join(u',')).toUtf8(), {});
    QVERIFY2(json, qPrintable(fixture::described(json.problems)));
    QVERIFY(csv);
    QCOMPARE(json.value->at(0).item, csv.value->at(0).item);
    QCOMPARE(json.value->at(0).answer, csv.value->at(0).answer);
}

void TestFillReader::allFieldsOfJsonAreRead()
{
    const QByteArray bytes =
        R"({"answers":[{"item":"B-1","answer":"PARTIAL","comment":"c","cause":"other","opinion":"o",
"evidence":[{"document":"d","date":"2026-04-01"},{"number":"n","place":"p","sha256":")"
        + fixture::hex(5).toLatin1() + R"("}],"plan":{"measure":"m","owner":"w","due":"2026-12-31","interim":"i"}}]})";
    const Reading<QList<FillRow>> read = readFill(bytes, {});
    QVERIFY2(read, qPrintable(fixture::described(read.problems)));
    const Answer &answer = read.value->at(0).answer;
    QCOMPARE(answer.comment, u"c"_s);
    QCOMPARE(answer.cause, std::optional(Cause::Other));
    QCOMPARE(answer.opinion, u"o"_s);
    QCOMPARE(answer.evidence,
             (QList<Evidence>{{u"d"_s, {}, QDate(2026, 4, 1), {}, {}}, {{}, u"n"_s, {}, u"p"_s, fixture::hex(5)}}));
    QCOMPARE(answer.plan, (Plan{u"m"_s, u"w"_s, QDate(2026, 12, 31), u"i"_s}));
}

void TestFillReader::submissionFillsAnInspection()
{
    Submission submission = fixture::submission(4, 20);
    const Reading<QList<FillRow>> read = readFill(writeSubmission(submission), {});
    QVERIFY2(read, qPrintable(fixture::described(read.problems)));
    QCOMPARE(read.value->size(), submission.items.size());
    for (qsizetype i = 0; i < submission.items.size(); ++i) {
        Answer expected = submission.items.at(i).answer;
        expected.answeredAt = {};
        expected.evidence.removeIf([](const Evidence &evidence) { return evidence.isEmpty(); });
        QCOMPARE(read.value->at(i).item, submission.items.at(i).id);
        QCOMPARE(read.value->at(i).answer, expected);
    }
}

void TestFillReader::nothingGivenIsNoRow_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("header") << QByteArray("item_id,answer\r\n");
    QTest::newRow("header and empty rows") << QByteArray("item_id,answer\r\n,\r\n\r\n");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("map") << QByteArray("{}");
    QTest::newRow("answers") << QByteArray(R"({"format":"tenken.fill/1","answers":[]})");
    QTest::newRow("map of answers") << QByteArray(R"({"answers":{}})");
    QTest::newRow("format alone") << QByteArray(R"( {"format":"tenken.fill/1"})");
    QTest::newRow("items of a submission") << QByteArray(R"({"format":"tenken.submission/1","items":[]})");
}

void TestFillReader::nothingGivenIsNoRow()
{
    QFETCH(QByteArray, bytes);
    const Reading<QList<FillRow>> read = readFill(bytes, {});
    QVERIFY2(read, qPrintable(fixture::described(read.problems)));
    QVERIFY(read.value->isEmpty());
}

void TestFillReader::datesOfSpreadsheetsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("date");
    QTest::newRow("ISO") << u"2026-04-01"_s << QDate(2026, 4, 1);
    QTest::newRow("as a spreadsheet saves it") << u"2026/4/1"_s << QDate(2026, 4, 1);
    QTest::newRow("with zeros") << u"2026/04/01"_s << QDate(2026, 4, 1);
    QTest::newRow("blanks around") << u" 2024-2-29 "_s << QDate(2024, 2, 29);
    QTest::newRow("empty") << QString() << QDate();
}

void TestFillReader::datesOfSpreadsheetsAreRead()
{
    QFETCH(QString, text);
    QFETCH(QDate, date);
    const QString row = u"item_id,answer,evidence_document,evidence_date,plan_due\nB-1,NO,x,%1,%1\n"_s.arg(text);
    const Reading<QList<FillRow>> read = readFill(row.toUtf8(), {});
    QVERIFY2(read, qPrintable(fixture::described(read.problems)));
    QCOMPARE(read.value->at(0).answer.evidence.at(0).date, date);
    QCOMPARE(read.value->at(0).answer.plan.due, date);
}

void TestFillReader::everyProblemIsTold()
{
    const Reading<QList<FillRow>> csv =
        readFill("item_id,answer,cause,plan_due\nB-1,MAYBE,lazy,soon\n,YES,,\nB-1,NO,,\n", {});
    QStringList places;
    for (const Diagnostic &problem : csv.problems)
        places << u"%1 %2"_s.arg(problem.line).arg(problem.path);
    QCOMPARE(places, QStringList({u"2 answer"_s, u"2 cause"_s, u"2 plan_due"_s, u"3 item_id"_s, u"4 item_id"_s}));
    QCOMPARE(readFill("item_id,answer\n" + QByteArray("B 1,MAYBE\n").repeated(500), {}).problems.size(), 200);
    const Reading<QList<FillRow>> json = readFill(R"({"B-1":"MAYBE","B-2":7,"B 3":"YES"})", {});
    QCOMPARE(json.problems.size(), 3);
}

void TestFillReader::brokenFileIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("path");
    row("unknown column", "item_id,answer,score\nB-1,YES,1\n", DiagnosticCode::UnknownColumn, 1, u"score"_s);
    row("missing column", "item_id\nB-1\n", DiagnosticCode::MissingColumn, 1, u"answer"_s);
    row("unknown code", "item_id,answer\nB-1,YES\nB-2,MAYBE\n", DiagnosticCode::WrongValue, 3, u"answer"_s);
    row("unknown cause", "item_id,answer,cause\nB-1,NO,lazy\n", DiagnosticCode::WrongValue, 2, u"cause"_s);
    row("item twice", "item_id,answer\nB-1,YES\nB-1,NO\n", DiagnosticCode::DuplicateId, 3, u"item_id"_s);
    row("no item", "item_id,answer\n,YES\n", DiagnosticCode::EmptyText, 2, u"item_id"_s);
    row("no such day", "item_id,answer,plan_due\nB-1,NO,2026-02-30\n", DiagnosticCode::WrongValue, 2, u"plan_due"_s);
    row("JSON syntax", "{\"B-1\":\n}", DiagnosticCode::Syntax, 2, u"/B-1"_s);
    row("JSON key twice", "{\"B-1\":\"YES\",\n\"B-1\":\"NO\"}", DiagnosticCode::DuplicateKey, 2, u"/B-1"_s);
    row("JSON item twice", "[{\"item\":\"B-1\",\"answer\":\"NO\"},\n{\"item\":\"B-1\"}]", DiagnosticCode::DuplicateId,
        2, u"/1"_s);
    row("JSON unknown code", "{\"B-1\":\"MAYBE\"}", DiagnosticCode::WrongValue, 1, u"/B-1"_s);
    row("JSON unknown key", "[{\"item\":\"B-1\",\n\"score\":1}]", DiagnosticCode::UnknownKey, 2, u"/0/score"_s);
    row("JSON number", "{\"B-1\":1}", DiagnosticCode::WrongType, 1, u"/B-1"_s);
    row("JSON no item", "[{\"answer\":\"YES\"}]", DiagnosticCode::MissingKey, 1, u"/0/item"_s);
    row("JSON other format", "{\"format\":\"oscal\"}", DiagnosticCode::UnknownFormat, 1, u"/format"_s);
    row("JSON newer format", "{\"format\":\"tenken.fill/2\",\"answers\":[]}", DiagnosticCode::NewerFormat, 1,
        u"/format"_s);
    row("column twice", "item_id,answer,answer\nB-1,YES,NO\n", DiagnosticCode::DuplicateKey, 1, u"answer"_s);
    row("item with a blank", "item_id,answer\nB 1,YES\n", DiagnosticCode::WrongValue, 2, u"item_id"_s);
    row("evidence of no day", "item_id,answer,evidence_date\nB-1,NO,昨日\n", DiagnosticCode::WrongValue, 2,
        u"evidence_date"_s);
    row("day first", "item_id,answer,evidence_date\nB-1,NO,1/4/2026\n", DiagnosticCode::WrongValue, 2,
        u"evidence_date"_s);
    addBrokenJson();
    row("neither JSON nor CSV", "\xff\xfe{", DiagnosticCode::NotUtf8, 1, {});
    row("JSON strange item", "{\"../x\":\"YES\"}", DiagnosticCode::UnknownKey, 1, u"/..~1x"_s);
}

void TestFillReader::brokenFileIsRefused()
{
    QFETCH(QByteArray, bytes);
    const Reading<QList<FillRow>> read = readFill(bytes, u"fill"_s);
    QVERIFY(!read);
    QVERIFY(!read.value);
    QTEST(int(read.problems.at(0).code), "code");
    QTEST(read.problems.at(0).line, "line");
    QTEST(read.problems.at(0).path, "path");
}

QTEST_GUILESS_MAIN(TestFillReader)
#include "tst_fill_reader.moc"
