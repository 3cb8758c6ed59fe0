#include "exchange/checklist_reader.h"

#include "exchange/checklist_fixture.h"
#include "exchange/policy_reader.h"

#include <QtTest>

using namespace tenken;
using namespace Qt::StringLiterals;

namespace {

const QString fileName = u"T-B.json"_s;

const Policy &policy()
{
    static const Policy read = *readPolicy(fixture::pretty(fixture::policy()), u"policy.json"_s).value;
    return read;
}

QByteArray wrongTypeFor(const QJsonValue &value) { return value.isString() || value.isNull() ? "7" : "\"x\""; }

bool isOptional(const QString &pointer)
{
    return pointer.endsWith(u"/en") || pointer.endsWith(u"/thresholds") || pointer.endsWith(u"/always")
        || pointer.endsWith(u"/allOf") || pointer.endsWith(u"/history");
}

void addBroken(const QString &name, const QByteArray &bytes, DiagnosticCode code, fixture::Place at,
               const QString &path)
{
    QTest::newRow(qPrintable(name)) << bytes << int(code) << at.line << at.column << path;
}

/// Every value of another type, every object with a key too many, every key missing
void addStructuralRows(const QJsonObject &document)
{
    const QString id = document.value(u"id"_s).toString();
    for (const QString &pointer : fixture::pointers(document)) {
        const QJsonValue value = fixture::valueAt(document, pointer);
        const fixture::Broken wrong = fixture::withText(document, pointer, wrongTypeFor(value));
        addBroken(u"%1 wrong type %2"_s.arg(id, pointer), wrong.bytes, DiagnosticCode::WrongType, wrong.at, pointer);
        if (value.isObject()) {
            const QString path = pointer + u"/zz"_s;
            fixture::Broken extra = fixture::withText(document, path, "1");
            extra.at.column -= 6; // the key stands before the value: "zz":␣
            addBroken(u"%1 unknown key %2"_s.arg(id, path), extra.bytes, DiagnosticCode::UnknownKey, extra.at, path);
        }
        const QString parent = pointer.left(pointer.lastIndexOf(u'/'));
        if (!pointer.isEmpty() && fixture::valueAt(document, parent).isObject() && !isOptional(pointer)) {
            const QByteArray bytes = fixture::pretty(fixture::replaced(document, pointer, QJsonValue::Undefined));
            const bool isEither = pointer == u"/items" || pointer == u"/tests";
            addBroken(u"%1 missing key %2"_s.arg(id, pointer), bytes, DiagnosticCode::MissingKey,
                      fixture::withText(document, parent, "0").at, isEither ? QString() : pointer);
        }
    }
}

using WrongValues = QList<std::tuple<QString, QByteArray, DiagnosticCode>>;

/// Values of the right type that mean nothing
WrongValues wrongHeads()
{
    return {
        {u"/format"_s, "\"tenken.checklist/2\"", DiagnosticCode::NewerFormat},
        {u"/format"_s, "\"tenken.policy/1\"", DiagnosticCode::UnknownFormat},
        {u"/format"_s, "\"tenken.checklist/0\"", DiagnosticCode::UnknownFormat},
        {u"/format"_s, "\"tenken.checklist/x\"", DiagnosticCode::UnknownFormat},
        {u"/id"_s, "\"../../etc\"", DiagnosticCode::WrongValue},
        {u"/edition"_s, "\"2026\"", DiagnosticCode::WrongValue},
        {u"/edition"_s, "\"2026.1\\n\"", DiagnosticCode::WrongValue},
        {u"/edition"_s, "\"2026.1234\"", DiagnosticCode::WrongValue},
        {u"/edition"_s, "\" 2026.1\"", DiagnosticCode::WrongValue},
        {u"/edition"_s, "\"２０２６.1\"", DiagnosticCode::WrongValue},
        {u"/withdrawn/0/lastEdition"_s, "\"2025.1\\n\"", DiagnosticCode::WrongValue},
        {u"/supersedes"_s, "\"old\"", DiagnosticCode::WrongValue},
        {u"/policy"_s, "\"OTHER\"", DiagnosticCode::BadReference},
        {u"/subject"_s, "\"unit\"", DiagnosticCode::WrongValue},
        {u"/approval"_s, "\"maybe\"", DiagnosticCode::WrongValue},
        {u"/scale"_s, "\"AUDIT\"", DiagnosticCode::WrongValue},
        {u"/withdrawn/0/id"_s, "\"B-1\"", DiagnosticCode::DuplicateId},
    };
}

WrongValues wrongItems()
{
    return {
        {u"/items/0/id"_s, "\"日本\"", DiagnosticCode::WrongValue},
        {u"/items/0/revision"_s, "1001", DiagnosticCode::WrongValue},
        {u"/items/0/id"_s, "\"B-1\\n\"", DiagnosticCode::WrongValue},
        {u"/items/1"_s, QJsonDocument(fixture::item(u"B-1"_s)).toJson(), DiagnosticCode::DuplicateId},
        {u"/items/0/revision"_s, "0", DiagnosticCode::WrongValue},
        {u"/items/0/revision"_s, "1.5", DiagnosticCode::NumberRange},
        {u"/items/0/revision"_s, "1e400", DiagnosticCode::NumberRange},
        {u"/items/0/revision"_s, "99999999999999999999", DiagnosticCode::NumberRange},
        {u"/items/0/weight"_s, "0", DiagnosticCode::WrongValue},
        {u"/items/0/weight"_s, "4", DiagnosticCode::WrongValue},
        {u"/items/0/clause"_s, "\"6(9)\"", DiagnosticCode::BadReference},
        {u"/items/0/clauses"_s, "[\"7\"]", DiagnosticCode::WrongValue},
        {u"/items/0/clauses/1"_s, "\"6(1)\"", DiagnosticCode::DuplicateId},
        {u"/items/0/obligations/0"_s, "\"T-0\"", DiagnosticCode::BadReference},
        {u"/items/0/threats/0"_s, "\"3(9)\"", DiagnosticCode::BadReference},
        {u"/items/0/assets/0"_s, "\"4(9)\"", DiagnosticCode::BadReference},
        {u"/items/0/zones/0"_s, "\"XX\"", DiagnosticCode::BadReference},
        {u"/items/0/guidelineArea"_s, "\"99\"", DiagnosticCode::BadReference},
        {u"/items/0/basis"_s, "\"policy\"", DiagnosticCode::WrongValue},
        {u"/items/0/phase"_s, "\"整備\"", DiagnosticCode::WrongValue},
        {u"/items/0/severity"_s, "\"urgent\"", DiagnosticCode::WrongValue},
        {u"/items/0/tier"_s, "\"extra\"", DiagnosticCode::WrongValue},
        {u"/items/0/bodies/0"_s, "\"school\"", DiagnosticCode::WrongValue},
        {u"/items/0/bodies"_s, "[]", DiagnosticCode::Unreachable},
        {u"/items/0/appliesWhen"_s, "{\"allOf\":[\"cloud\"]}", DiagnosticCode::Unreachable},
        {u"/items/0/appliesWhen"_s, "{\"allOf\":[\"sns\",\"cloud\"]}", DiagnosticCode::Unreachable},
        {u"/items/0/appliesWhen"_s, "{\"anyOf\":[\"cloud\"]}", DiagnosticCode::Unreachable},
        {u"/items/0/appliesWhen"_s, "{\"allOf\":[]}", DiagnosticCode::Unreachable},
        {u"/items/0/appliesWhen"_s, "{\"anyOf\":[]}", DiagnosticCode::Unreachable},
        {u"/items/0/appliesWhen"_s, "{\"always\":false}", DiagnosticCode::Unreachable},
        {u"/items/0/appliesWhen"_s, "{}", DiagnosticCode::WrongValue},
        {u"/items/0/appliesWhen"_s, "{\"allOf\":[\"sns\"],\"anyOf\":[\"sns\"]}", DiagnosticCode::WrongValue},
        {u"/items/0/appliesWhen/allOf/0"_s, "\"nothing\"", DiagnosticCode::BadReference},
        {u"/items/0/require/comment/0"_s, "\"yes\"", DiagnosticCode::WrongValue},
        {u"/items/0/audit/methods/0"_s, "\"閲覧\"", DiagnosticCode::WrongValue},
        {u"/items/0/question/ja"_s, "\"a\\u0007b\"", DiagnosticCode::WrongValue},
        {u"/items/0/remediation"_s, "\"　\"", DiagnosticCode::EmptyText},
        {u"/items/1/history"_s, "[]", DiagnosticCode::WrongValue},
        {u"/items/1/history/0/revision"_s, "1", DiagnosticCode::WrongValue},
        {u"/items/1/history/0/change"_s, "\"new\"", DiagnosticCode::WrongValue},
    };
}

} // namespace

/// Every file here is one small valid checklist with one thing broken by a program, which also computes the line and
/// the column that the message has to name.
class TestChecklistReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void validChecklistIsRead();
    void validAuditChecklistIsRead();
    void brokenChecklistIsRefused_data();
    void brokenChecklistIsRefused();
    void brokenPolicyIsRefused_data();
    void brokenPolicyIsRefused();
    void emptyTextIsRefused_data();
    void emptyTextIsRefused();
    void allProblemsAreCollected();
    void problemsAreCapped();
    void fingerprintLeavesOutWhatStaysInTheCity();
};

void TestChecklistReader::validChecklistIsRead()
{
    const Reading<Checklist> read = readChecklist(fixture::pretty(fixture::checklist()), fileName, policy());
    QVERIFY2(read, qPrintable(fixture::described(read.problems)));
    const Checklist &checklist = *read.value;
    QCOMPARE(checklist.items.size(), 2);
    QCOMPARE(checklist.subject, SubjectKind::Section);
    QVERIFY(checklist.approvalRequired);
    QVERIFY(!checklist.unknownAllowed);
    const Item &item = checklist.items.at(0);
    QCOMPARE(item.id, u"B-1"_s);
    QCOMPARE(item.applicability.kind, Applicability::Kind::AllOf);
    QCOMPARE(item.applicability.flags, QStringList{u"sns"_s});
    QCOMPARE(item.bodies, QSet<Body>{Body::Mayor});
    QCOMPARE(item.criteria.value(AnswerCode::Partial), u"一部"_s);
    QVERIFY(!item.isNaAllowed());
    QCOMPARE(item.evidenceRequiredOn, AnswerCodes(AnswerCode::Yes));
    QCOMPARE(item.guidance.ja, u"体制表を見ます。"_s);
    QCOMPARE(item.phase, Phase::Design);
    QCOMPARE(checklist.items.at(1).history.size(), 1);
    QCOMPARE(checklist.withdrawn.at(0).id, u"B-9"_s);
}

void TestChecklistReader::validAuditChecklistIsRead()
{
    const Reading<Checklist> read = readChecklist(fixture::pretty(fixture::auditChecklist()), fileName, policy());
    QVERIFY2(read, qPrintable(fixture::described(read.problems)));
    QVERIFY(!read.value->approvalRequired);
    QCOMPARE(read.value->tests.at(0).relatedItems, (QStringList{u"B-1"_s, u"B-2"_s}));
    QCOMPARE(read.value->tests.at(0).gradingExamples.value(u"MINOR"_s), u"古い"_s);
}

void TestChecklistReader::brokenChecklistIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("path");
    addStructuralRows(fixture::checklist());
    addStructuralRows(fixture::auditChecklist());
    int number = 0;
    for (const auto &[pointer, text, code] : wrongHeads() + wrongItems()) {
        const fixture::Broken broken = fixture::withText(fixture::checklist(), pointer, text);
        addBroken(u"value %1 %2"_s.arg(++number).arg(pointer), broken.bytes, code, broken.at, pointer);
    }
    QJsonObject both = fixture::checklist();
    both.insert(u"tests"_s, QJsonArray());
    both.insert(u"scale"_s, u"IMPL4"_s);
    addBroken(u"items and tests"_s, fixture::pretty(both), DiagnosticCode::NotAllowed, {1, 1}, {});
    QJsonObject withoutHistory = fixture::checklist();
    const QJsonValue stripped = fixture::replaced(withoutHistory, u"/items/1/history"_s, QJsonValue::Undefined);
    addBroken(u"history missing"_s, fixture::pretty(stripped), DiagnosticCode::MissingKey,
              fixture::withText(withoutHistory, u"/items/1"_s, "0").at, u"/items/1"_s);
}

void TestChecklistReader::brokenChecklistIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, path);
    const Reading<Checklist> read = readChecklist(bytes, fileName, policy());
    QVERIFY(!read);
    QVERIFY(!read.value);
    for (const Diagnostic &problem : read.problems) {
        QCOMPARE(problem.file, fileName);
        if (problem.code == DiagnosticCode(code) && problem.line == line && problem.column == column
            && problem.path == path)
            return;
    }
    QFAIL(qPrintable(u"expected code %1 at %2:%3 %4, got\n%5"_s.arg(code).arg(line).arg(column).arg(
        path, fixture::described(read.problems))));
}

void TestChecklistReader::brokenPolicyIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("path");
    const QJsonObject document = fixture::policy();
    for (const QString &pointer : fixture::pointers(document)) {
        const QJsonValue value = fixture::valueAt(document, pointer);
        const fixture::Broken wrong = fixture::withText(document, pointer, wrongTypeFor(value));
        if (pointer != u"/owner" && pointer != u"/note")
            QTest::newRow(qPrintable(u"wrong type "_s + pointer))
                << wrong.bytes << int(DiagnosticCode::WrongType) << wrong.at.line << pointer;
    }
    const QList<std::tuple<QString, QByteArray, DiagnosticCode>> values{
        {u"/format"_s, "\"tenken.policy/9\"", DiagnosticCode::NewerFormat},
        {u"/effective"_s, "\"2023-02-30\"", DiagnosticCode::WrongValue},
        {u"/effective"_s, "\"2023-8-23\"", DiagnosticCode::WrongValue},
        {u"/clauses/1/key"_s, "\"6(1)\"", DiagnosticCode::DuplicateId},
        {u"/obligations/1/id"_s, "\"T-61\"", DiagnosticCode::DuplicateId},
        {u"/obligations/0/clause"_s, "\"9\"", DiagnosticCode::BadReference},
        {u"/obligations/0/zones/0"_s, "\"XX\"", DiagnosticCode::BadReference},
        {u"/flags/0/appliesTo/0"_s, "\"unit\"", DiagnosticCode::WrongValue},
        {u"/flags/1/code"_s, "\"sns\"", DiagnosticCode::DuplicateId},
        {u"/flags/1/code"_s, "\"two words\"", DiagnosticCode::WrongValue},
        {u"/bodies/0/code"_s, "\"school\"", DiagnosticCode::WrongValue},
        {u"/bodies/0/code"_s, "\"市長\"", DiagnosticCode::WrongValue},
        {u"/threats/0/code"_s, "\"\"", DiagnosticCode::EmptyText},
        {u"/note"_s, "\"\"", DiagnosticCode::EmptyText},
        {u"/owner"_s, "7", DiagnosticCode::WrongType},
        {u"/established"_s, "\"2007-1-17\"", DiagnosticCode::WrongValue},
        {u"/scales/0/answers/0/symbol"_s, "\"\"", DiagnosticCode::EmptyText},
        {u"/dueDays/0/interim"_s, "3651", DiagnosticCode::WrongValue},
        {u"/dueDays/0/complete"_s, "-1", DiagnosticCode::WrongValue},
        {u"/scales/0/code"_s, "\"IMPL9\"", DiagnosticCode::WrongValue},
    };
    int number = 0;
    for (const auto &[pointer, text, code] : values) {
        const fixture::Broken broken = fixture::withText(document, pointer, text);
        QTest::newRow(qPrintable(u"value %1 %2"_s.arg(++number).arg(pointer)))
            << broken.bytes << int(code) << broken.at.line << pointer;
    }
}

void TestChecklistReader::brokenPolicyIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFETCH(int, line);
    QFETCH(QString, path);
    const Reading<Policy> read = readPolicy(bytes, u"policy.json"_s);
    QVERIFY(!read);
    for (const Diagnostic &problem : read.problems) {
        if (problem.code == DiagnosticCode(code) && problem.line == line && problem.path == path)
            return;
    }
    QFAIL(qPrintable(fixture::described(read.problems)));
}

void TestChecklistReader::emptyTextIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("path");
    for (const QJsonObject &document : {fixture::checklist(), fixture::auditChecklist()}) {
        for (const QString &pointer : fixture::pointers(document)) {
            if (!fixture::valueAt(document, pointer).isString() || pointer.endsWith(u"/en"))
                continue;
            const fixture::Broken broken = fixture::withText(document, pointer, "\"\"");
            QTest::newRow(qPrintable(document.value(u"id"_s).toString() + pointer))
                << broken.bytes << broken.at.line << pointer;
        }
    }
}

void TestChecklistReader::emptyTextIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, line);
    QFETCH(QString, path);
    const Reading<Checklist> read = readChecklist(bytes, fileName, policy());
    QVERIFY(!read);
    const auto isIt = [&](const Diagnostic &problem) {
        const bool isCode = problem.code == DiagnosticCode::EmptyText || problem.code == DiagnosticCode::WrongValue;
        return isCode && problem.line == line && problem.path == path;
    };
    QVERIFY2(std::any_of(read.problems.begin(), read.problems.end(), isIt),
             qPrintable(fixture::described(read.problems)));
}

void TestChecklistReader::allProblemsAreCollected()
{
    QJsonValue document = fixture::checklist();
    document = fixture::replaced(document, u"/items/0/weight"_s, 9);
    document = fixture::replaced(document, u"/items/1/severity"_s, u"x"_s);
    document = fixture::replaced(document, u"/approval"_s, u"x"_s);
    const Reading<Checklist> read = readChecklist(fixture::pretty(document), fileName, policy());
    QCOMPARE(read.problems.size(), 3);
}

void TestChecklistReader::problemsAreCapped()
{
    QJsonObject document = fixture::checklist();
    QJsonArray items;
    for (int i = 0; i < 300; ++i)
        items.append(i);
    document.insert(u"items"_s, items);
    QCOMPARE(readChecklist(fixture::pretty(document), fileName, policy()).problems.size(), 200);
}

void TestChecklistReader::fingerprintLeavesOutWhatStaysInTheCity()
{
    const auto read = [](const QJsonValue &document) {
        return *readChecklist(fixture::pretty(document), fileName, policy()).value;
    };
    const QJsonObject original = fixture::checklist();
    const Checklist base = read(original);
    const Checklist local = read(fixture::replaced(original, u"/items/0/localCriteriaRef"_s, u"基準 3.2"_s));
    QCOMPARE(local.fingerprint, base.fingerprint);
    QCOMPARE(local.items.at(0).fingerprint, base.items.at(0).fingerprint);
    const Checklist noted = read(fixture::replaced(original, u"/items/1/history/0/note"_s, u"別の言葉"_s));
    QCOMPARE(noted.items.at(1).fingerprint, base.items.at(1).fingerprint);
    const Checklist heavier = read(fixture::replaced(original, u"/items/0/weight"_s, 3));
    QVERIFY(heavier.fingerprint != base.fingerprint);
    QVERIFY(heavier.items.at(0).fingerprint != base.items.at(0).fingerprint);
    QCOMPARE(heavier.items.at(1).fingerprint, base.items.at(1).fingerprint);
}

QTEST_GUILESS_MAIN(TestChecklistReader)
#include "tst_checklist_reader.moc"
