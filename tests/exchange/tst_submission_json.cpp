#include "exchange/submission_json.h"

#include "exchange/canonical_json.h"
#include "exchange/checklist_fixture.h"
#include "exchange/json_parser.h"
#include "exchange/submission_fixture.h"

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

} // namespace

class TestSubmissionJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shapeIsTheContract();
    void whatIsWrittenIsReadBack();
    void largeSubmissionIsRead();
    void everyMissingKeyIsRefused();
    void everyUnknownKeyIsRefused();
    void everyWrongTypeIsRefused();
    void wrongValueIsRefused_data();
    void wrongValueIsRefused();
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
