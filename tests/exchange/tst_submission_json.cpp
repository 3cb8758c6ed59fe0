#include "exchange/submission_json.h"

#include "exchange/canonical_json.h"
#include "exchange/checklist_fixture.h"
#include "exchange/json_parser.h"
#include "exchange/submission_fixture.h"
#include "support/enum_values.h"

#include <QtTest>

using namespace tenken;
using namespace Qt::StringLiterals;

namespace {

const QString fileName = u"submission.json"_s;

QJsonObject document(quint32 seed = 2)
{
    return QJsonDocument::fromJson(writeSubmission(fixture::submission(seed))).object();
}

QByteArray canonical(const QJsonValue &value) { return canonicalJson(value); }

using Change = std::function<void(Submission &)>;

/// Everything given, each text another
Submission plainSubmission()
{
    Submission submission = fixture::submission(2, 1);
    submission.inspector.post = u"主査"_s;
    submission.inspectionDate = QDate(2026, 11, 20);
    submission.supersedes = QUuid(u"{33333333-3333-4333-8333-333333333333}"_s);
    submission.revision = 2;
    Answer &answer = submission.items[0].answer;
    answer = {};
    answer.code = AnswerCode::Partial;
    answer.comment = u"記録"_s;
    answer.reason = u"理由"_s;
    answer.cause = Cause::NoMeans;
    answer.opinion = u"意見"_s;
    answer.evidence = {{u"台帳"_s, u"第3号"_s, QDate(2026, 10, 1), u"書庫"_s, fixture::hex(5)}};
    answer.plan = {u"更新"_s, u"係"_s, QDate(2027, 1, 31), u"手作業"_s};
    answer.answeredAt = fromIso(u"2026-11-20T10:00:00+09:00"_s);
    return submission;
}

template <class Row> void addItemRows(Row row)
{
    const auto text = [&](const char *pointer, auto field) {
        row(pointer, u"別の文"_s, [field](Submission &s) { field(s.items[0].answer) = u"別の文"_s; });
        row(pointer, QJsonValue(), [field](Submission &s) { field(s.items[0].answer).clear(); });
    };
    text("/items/0/comment", [](Answer &a) -> QString & { return a.comment; });
    text("/items/0/reason", [](Answer &a) -> QString & { return a.reason; });
    text("/items/0/opinion", [](Answer &a) -> QString & { return a.opinion; });
    text("/items/0/evidence/0/document", [](Answer &a) -> QString & { return a.evidence[0].document; });
    text("/items/0/evidence/0/number", [](Answer &a) -> QString & { return a.evidence[0].number; });
    text("/items/0/evidence/0/place", [](Answer &a) -> QString & { return a.evidence[0].place; });
    text("/items/0/plan/measure", [](Answer &a) -> QString & { return a.plan.measure; });
    text("/items/0/plan/owner", [](Answer &a) -> QString & { return a.plan.owner; });
    text("/items/0/plan/interim", [](Answer &a) -> QString & { return a.plan.interim; });
    row("/items/0/evidence/0/sha256", fixture::hex(6),
        [](Submission &s) { s.items[0].answer.evidence[0].sha256 = fixture::hex(6); });
    row("/items/0/evidence/0/sha256", QJsonValue(),
        [](Submission &s) { s.items[0].answer.evidence[0].sha256.clear(); });
    row("/items/0/evidence/0/date", u"2026-04-01"_s,
        [](Submission &s) { s.items[0].answer.evidence[0].date = QDate(2026, 4, 1); });
    row("/items/0/evidence/0/date", QJsonValue(), [](Submission &s) { s.items[0].answer.evidence[0].date = {}; });
    row("/items/0/evidence", QJsonArray(), [](Submission &s) { s.items[0].answer.evidence.clear(); });
    row("/items/0/plan/due", u"2026-04-01"_s, [](Submission &s) { s.items[0].answer.plan.due = QDate(2026, 4, 1); });
    row("/items/0/plan/due", QJsonValue(), [](Submission &s) { s.items[0].answer.plan.due = {}; });
    row("/items/0/plan", QJsonValue(), [](Submission &s) { s.items[0].answer.plan = {}; });
    row("/items/0/answer", u"NA"_s, [](Submission &s) { s.items[0].answer.code = AnswerCode::NotApplicable; });
    row("/items/0/answer", QJsonValue(), [](Submission &s) { s.items[0].answer.code.reset(); });
    row("/items/0/cause", u"other"_s, [](Submission &s) { s.items[0].answer.cause = Cause::Other; });
    row("/items/0/cause", QJsonValue(), [](Submission &s) { s.items[0].answer.cause.reset(); });
    row("/items/0/answeredAt", u"2027-01-01T00:00:00+09:00"_s,
        [](Submission &s) { s.items[0].answer.answeredAt = fromIso(u"2027-01-01T00:00:00+09:00"_s); });
    row("/items/0/answeredAt", QJsonValue(), [](Submission &s) { s.items[0].answer.answeredAt = {}; });
    row("/items/0/id", u"B-9"_s, [](Submission &s) { s.items[0].id = u"B-9"_s; });
    row("/items/0/revision", 8, [](Submission &s) { s.items[0].revision = 8; });
    row("/items/0/fingerprint", fixture::hex(7), [](Submission &s) { s.items[0].fingerprint = fixture::hex(7); });
    row("/items/0/question", u"別の問"_s, [](Submission &s) { s.items[0].question = u"別の問"_s; });
    row("/items/0/question", QJsonValue(), [](Submission &s) { s.items[0].question.reset(); });
}

} // namespace

class TestSubmissionJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shapeIsTheContract();
    void everyFieldHasItsPlace_data();
    void everyFieldHasItsPlace();
    void everyCodeIsReadBack();
    void whatIsWrittenIsReadBack();
    void largeSubmissionIsRead();
    void limitsHold_data();
    void limitsHold();
    void everyMissingKeyIsRefused();
    void everyUnknownKeyIsRefused();
    void everyWrongTypeIsRefused();
    void wrongValueIsRefused_data();
    void wrongValueIsRefused();
    void whatWasComparedIsOnlyRead();
    void otherSpellingIsRefused_data();
    void otherSpellingIsRefused();
};

void TestSubmissionJson::shapeIsTheContract()
{
    Submission submission = fixture::submission(2, 1);
    Answer answer;
    answer.code = AnswerCode::No;
    submission.items[0].answer = answer;
    submission.revision = 1;
    submission.supersedes = QUuid();
    const QJsonObject root = QJsonDocument::fromJson(writeSubmission(submission)).object();
    QCOMPARE(root.keys().join(u' '),
             u"checklist department exportedAt format generator hiddenByProfile id inspection inspectionDate "
             "inspector items policy profile revision round staffTally subject supersedes"_s);
    QCOMPARE(root.value(u"id"_s).toString(), u"22222222-2222-4222-8222-222222222222"_s);
    QVERIFY(root.value(u"supersedes"_s).isNull());
    QCOMPARE(QJsonDocument(root.value(u"items"_s).toArray().at(0).toObject()).toJson(QJsonDocument::Compact),
             QByteArray("{\"answer\":\"NO\",\"answeredAt\":null,\"cause\":null,\"comment\":null,\"evidence\":[],"
                        "\"fingerprint\":\""
                        + fixture::hex(100).toLatin1()
                        + "\",\"id\":\"B-6.1-00\",\"opinion\":null,\"plan\":null,\"question\":\"決めていますか。\","
                          "\"reason\":null,\"revision\":1}"));
    QCOMPARE(root.value(u"staffTally"_s).toObject().keys().join(u' '),
             u"checklist edition items population respondents"_s);
}

/// Two fields that are mixed up in writing and in reading would come back all the same: here each stands alone.
void TestSubmissionJson::everyFieldHasItsPlace_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *pointer, const QJsonValue &value, const Change &change) {
        QTest::addRow("%s %s", pointer, canonical(value).left(20).constData())
            << change << QString::fromLatin1(pointer) << value;
    };
    const QString id = u"0f941fa9-01b2-5ac6-b36e-c30fff4c1d15"_s;
    const QString hash = fixture::hex(77);
    row("/id", id, [id](Submission &s) { s.id = QUuid(id); });
    row("/inspection", id, [id](Submission &s) { s.inspection = QUuid(id); });
    row("/supersedes", id, [id](Submission &s) { s.supersedes = QUuid(id); });
    row("/supersedes", QJsonValue(), [](Submission &s) { s.supersedes = QUuid(); });
    row("/revision", 9, [](Submission &s) { s.revision = 9; });
    row("/round/fiscalYear", 2031, [](Submission &s) { s.fiscalYear = FiscalYear(2031); });
    row("/round/number", 3, [](Submission &s) { s.round = 3; });
    row("/policy/id", u"P-1"_s, [](Submission &s) { s.policy = u"P-1"_s; });
    row("/policy/fingerprint", hash, [hash](Submission &s) { s.policyFingerprint = hash; });
    row("/checklist/id", u"KC-C"_s, [](Submission &s) { s.checklist = u"KC-C"_s; });
    row("/checklist/edition", u"2025.1"_s, [](Submission &s) { s.edition = u"2025.1"_s; });
    row("/checklist/fingerprint", hash, [hash](Submission &s) { s.checklistFingerprint = hash; });
    row("/subject/kind", u"city"_s, [](Submission &s) { s.subject.kind = SubjectKind::City; });
    row("/subject/code", u"C1"_s, [](Submission &s) { s.subject.code = u"C1"_s; });
    row("/subject/name", u"全庁"_s, [](Submission &s) { s.subject.name = u"全庁"_s; });
    row("/department/code", u"D1"_s, [](Submission &s) { s.department.code = u"D1"_s; });
    row("/department/name", u"別課"_s, [](Submission &s) { s.department.name = u"別課"_s; });
    row("/department/path", QJsonArray{u"室"_s}, [](Submission &s) { s.department.path = {u"室"_s}; });
    row("/department/body", u"enterprise"_s, [](Submission &s) { s.department.body = Body::Enterprise; });
    row("/profile/flags", QJsonArray{u"cloud"_s}, [](Submission &s) { s.profile.flags = {u"cloud"_s}; });
    row("/profile/removed/0/flag", u"iot"_s, [](Submission &s) { s.profile.removed[0].flag = u"iot"_s; });
    row("/profile/removed/0/reason", QJsonValue(), [](Submission &s) { s.profile.removed[0].reason = {}; });
    row("/inspector/name", u"別人"_s, [](Submission &s) { s.inspector.name = u"別人"_s; });
    row("/inspector/post", u"係長"_s, [](Submission &s) { s.inspector.post = u"係長"_s; });
    row("/inspectionDate", u"2027-03-31"_s, [](Submission &s) { s.inspectionDate = QDate(2027, 3, 31); });
    row("/exportedAt", u"2027-03-31T23:59:59+09:00"_s,
        [](Submission &s) { s.exportedAt = fromIso(u"2027-03-31T23:59:59+09:00"_s); });
    row("/hiddenByProfile", QJsonArray(), [](Submission &s) { s.hiddenByProfile.clear(); });
    row("/generator/name", u"Other"_s, [](Submission &s) { s.generatorName = u"Other"_s; });
    row("/generator/version", u"9"_s, [](Submission &s) { s.generatorVersion = u"9"_s; });
    row("/staffTally", QJsonValue(), [](Submission &s) { s.staffTally.reset(); });
    row("/staffTally/population", 99, [](Submission &s) { s.staffTally->population = 99; });
    row("/staffTally/respondents", 98, [](Submission &s) { s.staffTally->respondents = 98; });
    row("/staffTally/checklist", u"T-A"_s, [](Submission &s) { s.staffTally->checklist = u"T-A"_s; });
    row("/staffTally/edition", u"2024.1"_s, [](Submission &s) { s.staffTally->edition = u"2024.1"_s; });
    for (const auto &[key, count] :
         {std::pair("yes", &TallyRow::yes), std::pair("partial", &TallyRow::partial), std::pair("no", &TallyRow::no),
          std::pair("unknown", &TallyRow::unknown), std::pair("na", &TallyRow::na)}) {
        const auto field = count;
        row((QByteArray("/staffTally/items/0/") + key).constData(), 55,
            [field](Submission &s) { s.staffTally->items[0].*field = 55; });
    }
    addItemRows(row);
}

void TestSubmissionJson::everyFieldHasItsPlace()
{
    QFETCH(Change, change);
    QFETCH(QString, pointer);
    QFETCH(QJsonValue, value);
    const Submission plain = plainSubmission();
    Submission changed = plain;
    change(changed);
    const QJsonObject before = QJsonDocument::fromJson(writeSubmission(plain)).object();
    const QJsonObject after = QJsonDocument::fromJson(writeSubmission(changed)).object();
    QCOMPARE(fixture::valueAt(after, pointer), value);
    QVERIFY(fixture::valueAt(before, pointer) != value);
    // and nothing else has changed
    QCOMPARE(QJsonValue(after), fixture::replaced(before, pointer, value));
    QVERIFY(readSubmission(writeSubmission(changed), fileName));
}

void TestSubmissionJson::everyCodeIsReadBack()
{
    using namespace support;
    const auto check = [](const Change &change) {
        Submission submission = plainSubmission();
        change(submission);
        const Reading<Submission> read = readSubmission(writeSubmission(submission), fileName);
        QVERIFY2(read, qPrintable(fixture::described(read.problems)));
        QCOMPARE(read.value->items, submission.items);
        QCOMPARE(read.value->subject, submission.subject);
        QCOMPARE(read.value->department, submission.department);
    };
    for (const AnswerCode code : allAnswerCodes)
        check([code](Submission &s) { s.items[0].answer.code = code; });
    for (const Cause cause : enumValues<Cause>())
        check([cause](Submission &s) { s.items[0].answer.cause = cause; });
    for (const SubjectKind kind : enumValues<SubjectKind>())
        check([kind](Submission &s) { s.subject.kind = kind; });
    for (const Body body : enumValues<Body>())
        check([body](Submission &s) { s.department.body = body; });
}

void TestSubmissionJson::whatIsWrittenIsReadBack()
{
    for (quint32 seed = 0; seed < 300; ++seed) {
        const Submission written = fixture::submission(seed, int(seed % 7));
        const QByteArray bytes = writeSubmission(written);
        const Reading<Submission> read = readSubmission(bytes, fileName);
        QVERIFY2(read, qPrintable(u"seed %1\n"_s.arg(seed) + fixture::described(read.problems)));
        QCOMPARE(read.value->items, written.items);
        QCOMPARE(read.value->staffTally, written.staffTally);
        QCOMPARE(read.value->profile, written.profile);
        QCOMPARE(read.value->inspector, written.inspector);
        QCOMPARE(read.value->supersedes, written.supersedes);
        QCOMPARE(writeSubmission(*read.value), bytes);
    }
}

void TestSubmissionJson::largeSubmissionIsRead()
{
    QVERIFY(readSubmission(writeSubmission(fixture::submission(3, 10'000)), fileName));
    QVERIFY(!readSubmission(writeSubmission(fixture::submission(3, 10'001)), fileName));
    Submission wordy = fixture::submission(3, 1);
    wordy.items[0].answer.comment = QString(100'000, u'あ');
    QVERIFY(readSubmission(writeSubmission(wordy), fileName));
    wordy.items[0].answer.comment += u'あ';
    QCOMPARE(readSubmission(writeSubmission(wordy), fileName).problems.at(0).code, DiagnosticCode::TooLarge);
    Submission proven = fixture::submission(3, 1);
    proven.items[0].answer.evidence = QList<Evidence>(100, {u"台帳"_s, {}, {}, {}, {}});
    QVERIFY(readSubmission(writeSubmission(proven), fileName));
    proven.items[0].answer.evidence.append(proven.items[0].answer.evidence.first());
    const Reading<Submission> tooMuch = readSubmission(writeSubmission(proven), fileName);
    QCOMPARE(tooMuch.problems.at(0).code, DiagnosticCode::TooLarge);
    QCOMPARE(tooMuch.problems.at(0).path, u"/items/0/evidence"_s);
    const Reading<Submission> huge = readSubmission(QByteArray(16 * 1024 * 1024 + 1, ' '), fileName);
    QCOMPARE(huge.problems.at(0).code, DiagnosticCode::TooLarge);
    QCOMPARE(huge.problems.at(0).args, QStringList{u"16777216"_s});
}

void TestSubmissionJson::limitsHold_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::newRow("revision") << u"/revision"_s << 1 << 10'000;
    QTest::newRow("year") << u"/round/fiscalYear"_s << 1900 << 9999;
    QTest::newRow("round") << u"/round/number"_s << 1 << 99;
    QTest::newRow("item's revision") << u"/items/0/revision"_s << 1 << 10'000;
    QTest::newRow("staff") << u"/staffTally/population"_s << 0 << 1'000'000;
    QTest::newRow("respondents") << u"/staffTally/respondents"_s << 0 << 1'000'000;
    QTest::newRow("count") << u"/staffTally/items/0/na"_s << 0 << 1'000'000;
}

void TestSubmissionJson::limitsHold()
{
    QFETCH(QString, pointer);
    QFETCH(int, least);
    QFETCH(int, most);
    for (const int number : {least - 1, least, most, most + 1}) {
        const bool isAllowed = number >= least && number <= most;
        const Reading<Submission> read =
            readSubmission(canonical(fixture::replaced(document(), pointer, number)), fileName);
        QCOMPARE(bool(read), isAllowed);
        if (!isAllowed) {
            QCOMPARE(read.problems.at(0).code, DiagnosticCode::WrongValue);
            QCOMPARE(read.problems.at(0).path, pointer);
            QCOMPARE(read.problems.at(0).args, QStringList({QString::number(number), u"%1–%2"_s.arg(least).arg(most)}));
        }
    }
}

void TestSubmissionJson::everyMissingKeyIsRefused()
{
    const QJsonObject original = document();
    int checked = 0;
    for (const QString &pointer : fixture::pointers(original)) {
        const QString parent = pointer.left(pointer.lastIndexOf(u'/'));
        if (pointer.isEmpty() || !fixture::valueAt(original, parent).isObject())
            continue;
        const QJsonValue broken = fixture::replaced(original, pointer, QJsonValue::Undefined);
        const Reading<Submission> read = readSubmission(canonical(broken), fileName);
        QVERIFY2(!read, qPrintable(pointer));
        QCOMPARE(read.problems.at(0).code, DiagnosticCode::MissingKey);
        QCOMPARE(read.problems.at(0).path, pointer);
        ++checked;
    }
    QVERIFY(checked > 80);
}

void TestSubmissionJson::everyUnknownKeyIsRefused()
{
    const QJsonObject original = document();
    for (const QString &pointer : fixture::pointers(original)) {
        if (!fixture::valueAt(original, pointer).isObject())
            continue;
        const QJsonValue broken = fixture::replaced(original, pointer + u"/zz"_s, 1);
        const Reading<Submission> read = readSubmission(canonical(broken), fileName);
        QVERIFY2(!read, qPrintable(pointer));
        QCOMPARE(read.problems.at(0).code, DiagnosticCode::UnknownKey);
    }
}

void TestSubmissionJson::everyWrongTypeIsRefused()
{
    const QJsonObject original = document();
    for (const QString &pointer : fixture::pointers(original)) {
        const QJsonValue value = fixture::valueAt(original, pointer);
        const QJsonValue wrong = value.isString() || value.isNull() ? QJsonValue(true) : QJsonValue(u"x"_s);
        const Reading<Submission> read =
            readSubmission(canonical(fixture::replaced(original, pointer, wrong)), fileName);
        QVERIFY2(!read, qPrintable(pointer));
        QCOMPARE(read.problems.at(0).code, DiagnosticCode::WrongType);
        QCOMPARE(read.problems.at(0).path, pointer);
    }
}

void TestSubmissionJson::wrongValueIsRefused_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QString &pointer, const QJsonValue &value,
                        DiagnosticCode code = DiagnosticCode::WrongValue) {
        QTest::newRow(name) << pointer << value << int(code);
    };
    row("newer format", u"/format"_s, u"tenken.submission/2"_s, DiagnosticCode::NewerFormat);
    row("other format", u"/format"_s, u"tenken.receipt/1"_s, DiagnosticCode::UnknownFormat);
    row("foreign format", u"/format"_s, u"oscal"_s, DiagnosticCode::UnknownFormat);
    row("uuid with braces", u"/id"_s, u"{22222222-2222-4222-8222-222222222222}"_s);
    row("uuid in capitals", u"/id"_s, u"AAAAAAAA-2222-4222-8222-222222222222"_s);
    row("null uuid", u"/id"_s, u"00000000-0000-0000-0000-000000000000"_s);
    row("revision 0", u"/revision"_s, 0);
    row("year", u"/round/fiscalYear"_s, 26);
    row("path as checklist", u"/checklist/id"_s, u"../KC-B"_s);
    row("path as subject", u"/subject/code"_s, u"a/b"_s);
    row("hidden file as subject", u"/subject/code"_s, u".x"_s);
    row("kind", u"/subject/kind"_s, u"unit"_s);
    row("body", u"/department/body"_s, u"市長部局"_s);
    row("short fingerprint", u"/policy/fingerprint"_s, u"abcd"_s);
    row("answer in small letters", u"/items/0/answer"_s, u"yes"_s);
    row("answer symbol", u"/items/0/answer"_s, u"○"_s);
    row("cause", u"/items/0/cause"_s, u"lazy"_s);
    row("empty comment", u"/items/0/comment"_s, QString(u""_s), DiagnosticCode::EmptyText);
    row("control character", u"/items/0/comment"_s, QString(u"a\u0001"_s));
    row("carriage return", u"/items/0/comment"_s, QString(u"a\r\nb"_s));
    row("time without offset", u"/exportedAt"_s, u"2026-11-23T09:00:00"_s);
    row("time in UTC letters", u"/exportedAt"_s, u"2026-11-23T09:00:00Z"_s);
    row("no such day", u"/inspectionDate"_s, u"2026-02-30"_s);
    row("duplicate item", u"/items/1/id"_s, u"B-6.1-00"_s, DiagnosticCode::DuplicateId);
    row("duplicate flag", u"/profile/flags"_s, QJsonArray{u"sns"_s, u"sns"_s}, DiagnosticCode::DuplicateId);
    row("negative tally", u"/staffTally/items/0/yes"_s, -1);
}

void TestSubmissionJson::wrongValueIsRefused()
{
    QFETCH(QString, pointer);
    QFETCH(QJsonValue, value);
    const Reading<Submission> read = readSubmission(canonical(fixture::replaced(document(), pointer, value)), fileName);
    QVERIFY(!read);
    QTEST(int(read.problems.at(0).code), "code");
}

/// A registry compared the bytes when it took them in. What they hold is judged all the same.
void TestSubmissionJson::whatWasComparedIsOnlyRead()
{
    const auto reread = [](const QByteArray &bytes) { return readSubmission(bytes, fileName, Spelling::WasCompared); };
    const QByteArray pretty = QJsonDocument(document()).toJson();
    QVERIFY(!readSubmission(pretty, fileName));
    const Reading<Submission> read = reread(pretty);
    QVERIFY2(read, qPrintable(fixture::described(read.problems)));
    QCOMPARE(writeSubmission(*read.value), writeSubmission(fixture::submission(2)));
    QCOMPARE(reread(canonical(fixture::replaced(document(), u"/zz"_s, 1))).problems.at(0).code,
             DiagnosticCode::UnknownKey);
    QCOMPARE(reread(canonical(fixture::replaced(document(), u"/revision"_s, 0))).problems.at(0).code,
             DiagnosticCode::WrongValue);
    QCOMPARE(reread(pretty.chopped(3)).problems.at(0).code, DiagnosticCode::Syntax);
}

void TestSubmissionJson::otherSpellingIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("column");
    const QByteArray bytes = writeSubmission(fixture::submission(2));
    QVERIFY(readSubmission(bytes, fileName));
    QTest::newRow("space in front") << QByteArray(' ' + bytes) << 1;
    QTest::newRow("line end behind") << QByteArray(bytes + '\n') << int(QString::fromUtf8(bytes).toUcs4().size()) + 1;
    QTest::newRow("pretty") << QJsonDocument(document()).toJson() << 2;
    QTest::newRow("escaped slash") << QByteArray(bytes).replace("tenken.submission/1", "tenken.submission\\/1") << -1;
    QTest::newRow("escaped letter") << QByteArray(bytes).replace("\"KC-B\"", "\"\\u004bC-B\"") << -1;
    QTest::newRow("minus zero") << QByteArray(bytes).replace("\"unknown\":1", "\"unknown\":-0") << -1;
    QTest::newRow("empty plan") << canonical(fixture::replaced(document(), u"/items/0/plan"_s,
                                                               QJsonObject{{u"measure"_s, QJsonValue()},
                                                                           {u"owner"_s, QJsonValue()},
                                                                           {u"due"_s, QJsonValue()},
                                                                           {u"interim"_s, QJsonValue()}}))
                                << -1;
    QByteArray swapped = bytes;
    swapped.replace("\"round\":{\"fiscalYear\":2026,\"number\":1}", "\"round\":{\"number\":1,\"fiscalYear\":2026}");
    QVERIFY(swapped != bytes);
    QTest::newRow("other order") << swapped << -1;
}

void TestSubmissionJson::otherSpellingIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, column);
    const Reading<Submission> read = readSubmission(bytes, fileName);
    QVERIFY(!read);
    QVERIFY(!read.value);
    QCOMPARE(read.problems.at(0).code, DiagnosticCode::Syntax);
    QCOMPARE(read.problems.at(0).args.at(0), u"canonical-json"_s);
    if (column > 0)
        QCOMPARE(read.problems.at(0).column, column);
}

QTEST_GUILESS_MAIN(TestSubmissionJson)
#include "tst_submission_json.moc"
