#include "exchange/document_json.h"

#include "core/clock.h"
#include "exchange/canonical_json.h"

#include "exchange/checklist_fixture.h"

#include <QtTest>

using namespace tenken;
using namespace Qt::StringLiterals;

namespace {

// As docs/file-formats.md has them; every text differs, so that two fields cannot be mixed up.

const QByteArray about =
    R"("checklist":"KC-B","department":{"body":"boe","code":"U0101","name":"学務課","path":["教育委員会","学校部"]},)";

const QByteArray returnBytes = '{' + about
    + R"("format":"tenken.return/1","generator":{"name":"Tenken","version":"0.9"},)"
      R"("id":"af1a6bde-a566-5be2-9ba3-820d9a6ea66a","inspection":"ced28e39-fbf3-50e9-8a01-571857bc9806",)"
      R"("reason":"番号が\nありません","returnedAt":"2026-07-04T10:00:00+09:00","returnedBy":{"name":"承認 太郎","post":null},)"
      R"("revision":7,"round":{"fiscalYear":2026,"number":2},"subject":{"code":"S012","kind":"system","name":"学齢簿"},)"
      R"("submission":"85a02aa9-3ab3-55da-8491-4825565519d4",)"
      R"("submissionSha256":"90572d22fda466826a23954592a35b1e35e6a80e95c720d15edd8a53a7953710"})";

const QByteArray receiptBytes = '{' + about
    + R"("edition":"2026.1","format":"tenken.receipt/1","generator":{"name":"Tenken","version":"0.9"},)"
      R"("id":"0f941fa9-01b2-5ac6-b36e-c30fff4c1d15","issuer":{"name":null,"post":"情報政策課長"},)"
      R"("receivedAt":"2026-08-03T09:00:00+09:00","revision":7,"round":{"fiscalYear":2026,"number":2},"state":"signed",)"
      R"("subject":{"code":"S012","kind":"system","name":"学齢簿"},"submission":"85a02aa9-3ab3-55da-8491-4825565519d4",)"
      R"("submissionSha256":"90572d22fda466826a23954592a35b1e35e6a80e95c720d15edd8a53a7953710"})";

const QByteArray committeeBytes =
    R"({"author":{"name":"委員","post":"長"},"checklists":[{"approved":3,"counts":)"
    R"({"blank":6,"na":5,"no":3,"partial":2,"unknown":4,"yes":1},"edition":"2026.1","expected":9,"id":"KC-C","submitted":8}],)"
    R"("clauses":[{"clause":"6(3)①","counts":{"blank":0,"na":0,"no":0,"partial":0,"unknown":0,"yes":7}}],)"
    R"("createdAt":"2026-08-03T09:00:00+09:00","format":"tenken.committee/1","generator":{"name":"Tenken","version":"0.9"},)"
    R"("id":"2f0d7c3e-1b6a-4a53-9d55-0c2f6f1f7f10","policy":"kumamoto-2023","round":{"fiscalYear":2026,"number":2}})";

SubmissionReference reference()
{
    return {QUuid(u"85a02aa9-3ab3-55da-8491-4825565519d4"_s),
            u"90572d22fda466826a23954592a35b1e35e6a80e95c720d15edd8a53a7953710"_s,
            {SubjectKind::System, u"S012"_s, u"学齢簿"_s},
            {u"U0101"_s, u"学務課"_s, {u"教育委員会"_s, u"学校部"_s}, Body::BoardOfEducation},
            FiscalYear(2026),
            2,
            u"KC-B"_s,
            7};
}

ReturnNote returnNote()
{
    return {QUuid(u"af1a6bde-a566-5be2-9ba3-820d9a6ea66a"_s),
            QUuid(u"ced28e39-fbf3-50e9-8a01-571857bc9806"_s),
            reference(),
            u"番号が\nありません"_s,
            fromIso(u"2026-07-04T10:00:00+09:00"_s),
            {u"承認 太郎"_s, {}},
            u"Tenken"_s,
            u"0.9"_s};
}

Receipt receipt()
{
    return {QUuid(u"0f941fa9-01b2-5ac6-b36e-c30fff4c1d15"_s),
            reference(),
            u"2026.1"_s,
            false,
            fromIso(u"2026-08-03T09:00:00+09:00"_s),
            {{}, u"情報政策課長"_s},
            u"Tenken"_s,
            u"0.9"_s};
}

Counts counts(int yes, int partial = 0, int no = 0, int unknown = 0, int na = 0, int blank = 0)
{
    Counts counts;
    counts.yes = yes;
    counts.partial = partial;
    counts.no = no;
    counts.unknown = unknown;
    counts.na = na;
    counts.blank = blank;
    return counts;
}

CommitteeSummary summary()
{
    CommitteeSummary summary;
    summary.id = QUuid(u"2f0d7c3e-1b6a-4a53-9d55-0c2f6f1f7f10"_s);
    summary.fiscalYear = FiscalYear(2026);
    summary.round = 2;
    summary.policy = u"kumamoto-2023"_s;
    summary.checklists = {{u"KC-C"_s, u"2026.1"_s, 9, 8, 3, counts(1, 2, 3, 4, 5, 6)}};
    summary.clauses = {{u"6(3)①"_s, counts(7)}};
    summary.createdAt = fromIso(u"2026-08-03T09:00:00+09:00"_s);
    summary.author = {u"委員"_s, u"長"_s};
    summary.generatorName = u"Tenken"_s;
    summary.generatorVersion = u"0.9"_s;
    return summary;
}

QList<Diagnostic> problemsOf(const QString &kind, const QByteArray &bytes)
{
    return kind == u"return" ? readReturn(bytes, u"x.json"_s).problems
        : kind == u"receipt" ? readReceipt(bytes, u"x.json"_s).problems
                             : readCommitteeSummary(bytes, u"x.json"_s).problems;
}

QByteArray bytesOf(const QString &kind)
{
    return kind == u"return" ? returnBytes : kind == u"receipt" ? receiptBytes : committeeBytes;
}

} // namespace

/// Attachments of the signed PDFs beside the submission, to the byte
class TestDocumentJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bytesAreTheContract();
    void wrongValueIsRefused_data();
    void wrongValueIsRefused();
    void otherSpellingIsRefused_data();
    void otherSpellingIsRefused();
    void emptyListsAreRead();
};

void TestDocumentJson::bytesAreTheContract()
{
    QCOMPARE(writeReturn(returnNote()), returnBytes);
    QCOMPARE(writeReceipt(receipt()), receiptBytes);
    QCOMPARE(writeCommitteeSummary(summary()), committeeBytes);
    const Reading<ReturnNote> note = readReturn(returnBytes, {});
    QVERIFY2(note, qPrintable(fixture::described(note.problems)));
    QCOMPARE(*note.value, returnNote());
    const Reading<Receipt> received = readReceipt(receiptBytes, {});
    QVERIFY2(received, qPrintable(fixture::described(received.problems)));
    QCOMPARE(*received.value, receipt());
    const Reading<CommitteeSummary> committee = readCommitteeSummary(committeeBytes, {});
    QVERIFY2(committee, qPrintable(fixture::described(committee.problems)));
    QCOMPARE(*committee.value, summary());
}

void TestDocumentJson::wrongValueIsRefused_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<DiagnosticCode>("code");
    using enum DiagnosticCode;
    const auto row = [](const char *kind, const char *pointer, const QJsonValue &value, DiagnosticCode code) {
        QTest::addRow("%s %s %s", kind, pointer, canonicalJson(value).left(30).constData())
            << QString::fromLatin1(kind) << QString::fromLatin1(pointer) << value << code;
    };
    for (const char *kind : {"return", "receipt"}) {
        row(kind, "/submission", u"{85a02aa9-3ab3-55da-8491-4825565519d4}"_s, WrongValue);
        row(kind, "/submission", QJsonValue(), WrongType);
        row(kind, "/submissionSha256", QString(64, u'A'), WrongValue);
        row(kind, "/subject/kind", u"課"_s, WrongValue);
        row(kind, "/subject/code", u"../S012"_s, WrongValue);
        row(kind, "/department/body", u"BOE"_s, WrongValue);
        row(kind, "/department/path/1", u""_s, EmptyText);
        row(kind, "/revision", 0, WrongValue);
        row(kind, "/revision", 10'001, WrongValue);
        row(kind, "/round/number", 100, WrongValue);
        row(kind, "/round/fiscalYear", 1899, WrongValue);
        row(kind, "/generator/version", u""_s, EmptyText);
    }
    row("return", "/reason", u""_s, EmptyText);
    row("return", "/reason", u" 　"_s, EmptyText);
    row("return", "/reason", QJsonValue(), WrongType);
    row("return", "/reason", u"a\u0007"_s, WrongValue);
    row("return", "/returnedAt", u"2026-07-04"_s, WrongValue);
    row("return", "/returnedBy/name", u""_s, EmptyText);
    row("return", "/inspection", u"x"_s, WrongValue);
    row("receipt", "/state", u"returned"_s, WrongValue);
    row("receipt", "/state", u"Approved"_s, WrongValue);
    row("receipt", "/edition", u"２０２６"_s, WrongValue);
    row("receipt", "/issuer", QJsonValue(), WrongType);
    row("committee", "/policy", u"a b"_s, WrongValue);
    row("committee", "/checklists/0/expected", -1, WrongValue);
    row("committee", "/checklists/0/counts/yes", 100'000'001, WrongValue);
    row("committee", "/checklists/0/counts/blank", u"6"_s, WrongType);
    row("committee", "/clauses/0/clause", u""_s, EmptyText);
    row("committee", "/clauses/0/counts/na", -1, WrongValue);
    row("committee", "/createdAt", u"2026-08-03T09:00:00Z"_s, WrongValue);
    row("committee", "/author/post", 7, WrongType);
}

void TestDocumentJson::wrongValueIsRefused()
{
    QFETCH(QString, kind);
    QFETCH(QString, pointer);
    QFETCH(QJsonValue, value);
    QFETCH(DiagnosticCode, code);
    const QJsonObject document = QJsonDocument::fromJson(bytesOf(kind)).object();
    QCOMPARE(canonicalJson(document), bytesOf(kind));
    const QList<Diagnostic> problems = problemsOf(kind, canonicalJson(fixture::replaced(document, pointer, value)));
    QVERIFY2(problems.size() == 1, qPrintable(fixture::described(problems)));
    QCOMPARE(problems.at(0).code, code);
    QCOMPARE(problems.at(0).path, pointer);
    QCOMPARE(problems.at(0).file, u"x.json"_s);
}

void TestDocumentJson::otherSpellingIsRefused_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto replaced = [](const char *kind, const char *before, const char *after) {
        const QByteArray bytes = bytesOf(QString::fromLatin1(kind));
        const QByteArray changed = QByteArray(bytes).replace(before, after);
        const auto [at, other] = std::mismatch(bytes.begin(), bytes.end(), changed.begin());
        const qsizetype column = QString::fromUtf8(bytes.left(at - bytes.begin())).toUcs4().size() + 1;
        QTest::addRow("%s %s", kind, after) << QString::fromLatin1(kind) << changed << 1 << int(column);
    };
    replaced("return", "Tenken", "\\u0054enken");
    replaced("return", "番号が\\nあり", "番号が\\u000aあり");
    replaced("return", "tenken.return/1", "tenken.return\\/1");
    replaced("receipt", "\"revision\":7", "\"revision\": 7");
    replaced("committee", "\"na\":0", "\"na\":-0");
    for (const char *kind : {"return", "receipt", "committee"}) {
        const QByteArray bytes = bytesOf(QString::fromLatin1(kind));
        const int length = int(QString::fromUtf8(bytes).toUcs4().size());
        QTest::addRow("%s, line end behind", kind)
            << QString::fromLatin1(kind) << QByteArray(bytes + '\n') << 1 << length + 1;
        QTest::addRow("%s, blank line before", kind) << QString::fromLatin1(kind) << QByteArray("\n" + bytes) << 1 << 1;
        QTest::addRow("%s, over lines", kind)
            << QString::fromLatin1(kind) << fixture::pretty(QJsonDocument::fromJson(bytes).object()) << 1 << 2;
    }
}

void TestDocumentJson::otherSpellingIsRefused()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, bytes);
    QFETCH(int, line);
    QFETCH(int, column);
    QCOMPARE(canonicalJson(QJsonDocument::fromJson(bytes).object()), bytesOf(kind)); // it says the same
    const QList<Diagnostic> problems = problemsOf(kind, bytes);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.at(0),
             (Diagnostic{
                 DiagnosticCode::Syntax, u"x.json"_s, line, column, {}, {u"canonical-json"_s, u"other-spelling"_s}}));
}

void TestDocumentJson::emptyListsAreRead()
{
    CommitteeSummary nothing = summary();
    nothing.checklists.clear();
    nothing.clauses.clear();
    nothing.author = {};
    QCOMPARE(readCommitteeSummary(writeCommitteeSummary(nothing), {}).value.value_or(summary()), nothing);
    ReturnNote anonymous = returnNote();
    anonymous.about.department.path.clear();
    anonymous.returnedBy = {};
    QCOMPARE(readReturn(writeReturn(anonymous), {}).value.value_or(returnNote()), anonymous);
}

QTEST_GUILESS_MAIN(TestDocumentJson)
#include "tst_document_json.moc"
