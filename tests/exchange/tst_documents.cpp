#include "exchange/document_json.h"
#include "exchange/roles_reader.h"
#include "exchange/round_file.h"

#include "core/clock.h"
#include "exchange/canonical_json.h"
#include "exchange/checklist_fixture.h"
#include "exchange/submission_fixture.h"

#include <QtTest>

using namespace tenken;
using namespace Qt::StringLiterals;

namespace {

SubmissionReference reference()
{
    const Submission submission = fixture::submission(2);
    return {submission.id,         fixture::hex(9),
            submission.subject,    submission.department,
            submission.fiscalYear, 1,
            submission.checklist,  2};
}

ReturnNote returnNote()
{
    return {QUuid(u"{44444444-4444-4444-8444-444444444444}"_s),
            QUuid(u"{11111111-1111-4111-8111-111111111111}"_s),
            reference(),
            u"証跡の番号を確かめてください。"_s,
            fromIso(u"2026-11-24T09:00:00+09:00"_s),
            {u"佐藤 一郎"_s, u"課長"_s},
            u"Tenken"_s,
            u"0.1.0"_s};
}

Receipt receipt()
{
    return {QUuid(u"{55555555-5555-4555-8555-555555555555}"_s),
            reference(),
            u"2026.1"_s,
            true,
            fromIso(u"2026-11-25T09:00:00+09:00"_s),
            {u"情報政策課"_s, {}},
            u"Tenken"_s,
            u"0.1.0"_s};
}

CommitteeSummary summary()
{
    CommitteeSummary summary;
    summary.id = QUuid(u"{66666666-6666-4666-8666-666666666666}"_s);
    summary.fiscalYear = FiscalYear(2026);
    summary.policy = u"KC-ISP-BASIC"_s;
    Counts counts;
    counts.yes = 7;
    counts.blank = 1;
    summary.checklists = {{u"KC-B"_s, u"2026.1"_s, 300, 290, 288, counts}};
    summary.clauses = {{u"6(3)①"_s, counts}};
    summary.createdAt = fromIso(u"2027-02-01T09:00:00+09:00"_s);
    summary.author = {u"情報政策課長"_s, {}};
    summary.generatorName = u"Tenken"_s;
    summary.generatorVersion = u"0.1.0"_s;
    return summary;
}

Round round()
{
    Round round;
    round.fiscalYear = FiscalYear(2026);
    round.title = u"令和8年度 第1回"_s;
    round.policy = u"KC-ISP-BASIC"_s;
    round.due = QDate(2026, 12, 28);
    round.checklists = {{u"KC-B"_s, u"2026.1"_s, fixture::hex(1)}};
    round.expected = {{u"KC-B"_s, {SubjectKind::Section, u"U0004"_s, u"納税課"_s}, u"U0004"_s, u"納税課"_s}};
    round.trustAnchors = {u"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"_s};
    return round;
}

/// Every key missing, every value of another type, white space: none of it may be read
template <class Read> void refusesWhatItDidNotWrite(const QByteArray &bytes, Read read)
{
    const QJsonObject original = QJsonDocument::fromJson(bytes).object();
    for (const QString &pointer : fixture::pointers(original)) {
        const QJsonValue value = fixture::valueAt(original, pointer);
        const QJsonValue wrong = value.isString() || value.isNull() ? QJsonValue(true) : QJsonValue(u"x"_s);
        const QByteArray typed = canonicalJson(fixture::replaced(original, pointer, wrong));
        QVERIFY2(!read(typed, u"x.json"_s), qPrintable(pointer));
        const QString parent = pointer.left(pointer.lastIndexOf(u'/'));
        if (pointer.isEmpty() || !fixture::valueAt(original, parent).isObject())
            continue;
        const QByteArray cut = canonicalJson(fixture::replaced(original, pointer, QJsonValue::Undefined));
        QVERIFY2(!read(cut, u"x.json"_s), qPrintable(pointer));
    }
    QByteArray newer = bytes;
    newer.replace("/1\"", "/2\"");
    QCOMPARE(read(newer, u"x.json"_s).problems.at(0).code, DiagnosticCode::NewerFormat);
}

} // namespace

/// The small files: return, receipt, committee's counts, round, roles
class TestDocuments : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void returnIsReadBack();
    void receiptIsReadBack();
    void committeeSummaryIsReadBack();
    void roundIsReadBack();
    void onlyCanonicalDocumentsAreRead();
    void documentsAreNotMixedUp();
    void rolesAreRead();
    void brokenRolesAreRefused_data();
    void brokenRolesAreRefused();
};

void TestDocuments::returnIsReadBack()
{
    const QByteArray bytes = writeReturn(returnNote());
    const Reading<ReturnNote> read = readReturn(bytes, {});
    QVERIFY2(read, qPrintable(fixture::described(read.problems)));
    QCOMPARE(*read.value, returnNote());
    refusesWhatItDidNotWrite(bytes, readReturn);
}

void TestDocuments::receiptIsReadBack()
{
    const QByteArray bytes = writeReceipt(receipt());
    QVERIFY(bytes.contains("\"state\":\"approved\""));
    const Reading<Receipt> read = readReceipt(bytes, {});
    QVERIFY2(read, qPrintable(fixture::described(read.problems)));
    QCOMPARE(*read.value, receipt());
    refusesWhatItDidNotWrite(bytes, readReceipt);
}

void TestDocuments::committeeSummaryIsReadBack()
{
    const QByteArray bytes = writeCommitteeSummary(summary());
    const Reading<CommitteeSummary> read = readCommitteeSummary(bytes, {});
    QVERIFY2(read, qPrintable(fixture::described(read.problems)));
    QCOMPARE(*read.value, summary());
    refusesWhatItDidNotWrite(bytes, readCommitteeSummary);
}

void TestDocuments::roundIsReadBack()
{
    const QByteArray bytes = writeRound(round());
    const Reading<Round> read = readRound(bytes, {});
    QVERIFY2(read, qPrintable(fixture::described(read.problems)));
    QCOMPARE(*read.value, round());
    refusesWhatItDidNotWrite(bytes, readRound);
    Round open = round();
    open.due = {};
    QCOMPARE(*readRound(writeRound(open), {}).value, open);
}

void TestDocuments::onlyCanonicalDocumentsAreRead()
{
    QVERIFY(!readReturn(writeReturn(returnNote()) + '\n', {}));
    QVERIFY(!readReceipt(' ' + writeReceipt(receipt()), {}));
    QVERIFY(!readCommitteeSummary(QJsonDocument::fromJson(writeCommitteeSummary(summary())).toJson(), {}));
}

void TestDocuments::documentsAreNotMixedUp()
{
    QCOMPARE(readReceipt(writeReturn(returnNote()), {}).problems.at(0).code, DiagnosticCode::UnknownFormat);
    QCOMPARE(readRound(writeReceipt(receipt()), {}).problems.at(0).code, DiagnosticCode::UnknownFormat);
}

void TestDocuments::rolesAreRead()
{
    const QString colons = fixture::hex(0xab).toUpper().replace(QRegularExpression(u"(..)(?=.)"_s), u"\\1:"_s);
    const QString file =
        u"certificate_sha256,role,department\n%1,inspector,U0004\n%2,Division,\n"_s.arg(colons, fixture::hex(2));
    const Reading<QList<RoleMapping>> read = readRoles(file.toUtf8(), {});
    QVERIFY2(read, qPrintable(fixture::described(read.problems)));
    QCOMPARE(read.value->at(0).certificateSha256, fixture::hex(0xab));
    QCOMPARE(read.value->at(0).role, Role::Inspector);
    QCOMPARE(read.value->at(0).department, u"U0004"_s);
    QCOMPARE(read.value->at(1).role, Role::Division);
}

void TestDocuments::brokenRolesAreRefused_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<int>("code");
    const QString sha256 = fixture::hex(1);
    QTest::newRow("short fingerprint") << u"abcd,inspector,U1"_s << int(DiagnosticCode::WrongValue);
    QTest::newRow("unknown role") << sha256 + u",mayor,U1"_s << int(DiagnosticCode::WrongValue);
    QTest::newRow("no department") << sha256 + u",approver,"_s << int(DiagnosticCode::EmptyText);
    QTest::newRow("certificate twice") << u"%1,approver,U1\n%1,inspector,U1"_s.arg(sha256)
                                       << int(DiagnosticCode::DuplicateId);
}

void TestDocuments::brokenRolesAreRefused()
{
    QFETCH(QString, rows);
    const Reading<QList<RoleMapping>> read = readRoles((u"certificate_sha256,role,department\n"_s + rows).toUtf8(), {});
    QVERIFY(!read);
    QTEST(int(read.problems.at(0).code), "code");
}

QTEST_GUILESS_MAIN(TestDocuments)
#include "tst_documents.moc"
