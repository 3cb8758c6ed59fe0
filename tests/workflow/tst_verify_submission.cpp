#include "exchange/document_json.h"
#include "signing/attacks/forge.h"
#include "signing/pdf/document_builder.h"
#include "signing/pdf/document_signer.h"
#include "support/sample_pages.h"
#include "support/small_city.h"
#include "workflow/documents/extend_document.h"
#include "workflow/documents/verify_submission.h"

#include <QTest>

using namespace tenken;
using namespace tenken::support;

namespace {

using Spoil = std::function<QByteArray(QByteArray json)>;

QByteArray replaced(QByteArray json, const QByteArray &from, const QByteArray &to)
{
    const qsizetype at = json.indexOf(from);
    if (at < 0)
        qFatal("no %s", from.constData());
    return json.replace(at, from.size(), to);
}

Spoil swap(const QByteArray &from, const QByteArray &to)
{
    return [from, to](const QByteArray &json) { return replaced(json, from, to); };
}

/// Only what is worth a timestamp gets as far as asking for one.
struct NoTimestamps : TimestampAuthority {
    Result<QByteArray> requestToken(const QByteArray &) const override { return fail(ErrorCode::TimestampFailed); }
};

} // namespace

Q_DECLARE_METATYPE(Spoil)

/// The data inside a PDF whose construction and signature are right: what an inspector who is dishonest, or has another
/// program, may have signed (J3, V5)
class TestVerifySubmission : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void data_data();
    void data();
    void theInspectorsDataCount();
    void answersAlteredByTheApprover();
    void returnsComeFromTheDepartment_data();
    void returnsComeFromTheDepartment();
    void filesKeepTheirOrder();

private:
    VerifiedDocument verified(const QByteArray &pdf) const
    {
        return verifyDocumentData(pdf, m_city->trust, m_city->clock.now());
    }
    QByteArray approved(const QByteArray &pdf)
    {
        const SignRequest request{Role::Approver, QStringLiteral("課長 山田"), m_city->clock.now(), m_appearance};
        return signDocument(pdf, request, *m_city->signer(QStringLiteral("U0004"), Role::Approver)).value();
    }
    QByteArray signedWith(const QByteArray &json)
    {
        DocumentParts parts;
        parts.rendered = m_pages;
        parts.attachment = json;
        parts.created = m_city->clock.now();
        parts.boxes = {{Role::Inspector, 0, QRectF(40, 90, 200, 40)}, {Role::Approver, 0, QRectF(40, 40, 200, 40)}};
        const SignRequest request{Role::Inspector, QStringLiteral("点検 花子"), m_city->clock.now(), m_appearance};
        return signDocument(buildDocument(parts).value(), request, *m_signer).value();
    }

    std::unique_ptr<SmallCity> m_city;
    std::unique_ptr<Signer> m_signer;
    QByteArray m_pages;
    QByteArray m_appearance;
    QByteArray m_json;
};

void TestVerifySubmission::initTestCase()
{
    test::loadFonts();
    m_pages = test::samplePages(1);
    m_appearance = test::sampleAppearance(QStringLiteral("点検 花子"));
    m_city = std::make_unique<SmallCity>();
    m_signer = m_city->signer(QStringLiteral("U0004"), Role::Inspector);
    m_json = m_city->exporter()
                 .exportSigned(m_city->inspection(QStringLiteral("U0004")),
                               m_city->act(*m_signer, Role::Inspector, QStringLiteral("U0004")))
                 ->json;
}

void TestVerifySubmission::data_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QStringList>("reasons");
    const auto row = [](const char *name, const Spoil &spoil, Verdict verdict = Verdict::Malformed,
                        const QStringList &reasons = {"J3"}) { QTest::newRow(name) << spoil << verdict << reasons; };
    row("as Tenken writes it", [](const QByteArray &json) { return json; }, Verdict::Accepted, {});
    row("nothing", [](const QByteArray &) { return QByteArray("{}"); });
    row("a list", [](const QByteArray &) { return QByteArray("[]"); });
    row("not JSON", [](const QByteArray &) { return QByteArray("yes"); });
    row("byte order mark", [](const QByteArray &json) { return "\xef\xbb\xbf" + json; });
    row("something behind it", [](const QByteArray &json) { return json + "\n"; });
    row("a space", swap(",\"format\"", ", \"format\""));
    row("key twice", swap("\"format\":", "\"format\":\"x\",\"format\":"));
    row("key twice, one escaped", swap("\"format\":", "\"form\\u0061t\":\"x\",\"format\":"));
    row("needless escape", swap("\"KC-B\"", "\"KC\\u002dB\""));
    row("lone surrogate", swap("\"KC-B\"", "\"\\ud842\""));
    row("surrogate in UTF-8", swap("\"KC-B\"", "\"\xed\xa1\x82\""));
    row("bad UTF-8", swap("\"KC-B\"", "\"\xff\""));
    row("NUL", swap("\"KC-B\"", QByteArray("\"\0\"", 3)));
    row("number beyond all", swap("\"revision\":1", "\"revision\":1e400"));
    row("number with a fraction", swap("\"revision\":1", "\"revision\":1.0"));
    row("number as text", swap("\"revision\":1", "\"revision\":\"1\""));
    row("negative revision", swap("\"revision\":1", "\"revision\":-1"));
    row("not a number", swap("\"revision\":1", "\"revision\":NaN"));
    row("key that is unknown", swap("{\"", "{\"aaa\":null,\""));
    row("key left out", swap(",\"supersedes\":null", ""));
    row("answer that is unknown", swap("\"answer\":\"YES\"", "\"answer\":\"MAYBE\""));
    row("answer in small letters", swap("\"answer\":\"YES\"", "\"answer\":\"yes\""));
    row("deep nesting", swap("\"staffTally\":null", "\"staffTally\":" + QByteArray(5000, '[') + QByteArray(5000, ']')));
    row("another document's data", swap("tenken.submission/1", "tenken.receipt/1"));
    row("a later format", swap("tenken.submission/1", "tenken.submission/2"), Verdict::NewerFormat, {"J3"});
    const QStringList elsewhere{"V5", "department-mismatch"};
    row(
        "another department", [](QByteArray json) { return json.replace("\"U0004\"", "\"U0005\""); },
        Verdict::Untrusted, elsewhere);
    row(
        "another section as subject",
        [](QByteArray json) {
            const qsizetype subject = json.indexOf("\"subject\":");
            return json.replace(json.indexOf("\"U0004\"", subject), 7, "\"U0005\"");
        },
        Verdict::Untrusted, elsewhere);
}

void TestVerifySubmission::data()
{
    QFETCH(Spoil, spoil);
    QFETCH(Verdict, verdict);
    QFETCH(QStringList, reasons);
    const QByteArray pdf = signedWith(spoil(m_json));
    const VerifiedDocument document = verified(pdf);
    QStringList codes;
    for (const Reason reason : document.reasons)
        codes << toCode(reason);
    QCOMPARE(codes, reasons);
    QCOMPARE(toCode(document.verdict), toCode(verdict));
    const bool readable = verdict == Verdict::Accepted || verdict == Verdict::Untrusted;
    QCOMPARE(document.submission.has_value(), readable);
    QCOMPARE(bool(attachmentOf(pdf)), readable); // what cannot be read is not handed on either
}

/// J1: whoever signs later signs the inspector's data, and no other
void TestVerifySubmission::theInspectorsDataCount()
{
    const QByteArray once = signedWith(m_json);
    const VerifiedDocument document = verified(approved(once));
    QCOMPARE(toCode(document.verdict), toCode(Verdict::Accepted));
    QVERIFY(document.isApproved());
    QCOMPARE(document.attachment, m_json);
    QCOMPARE(document.sha256, verified(once).sha256);
}

/// D6: an approver who makes × into ○ and signs that with the own, right key
void TestVerifySubmission::answersAlteredByTheApprover()
{
    const QByteArray once = signedWith(m_json);
    const test::Forge forge(once);
    const QByteArray better = replaced(m_json, "\"answer\":\"NO\"", "\"answer\":\"YES\"");
    const QByteArray altered = approved(forge.updated({{forge.embedded(), test::embeddedFile(better)}}));
    const VerifiedDocument document = verified(altered);
    QCOMPARE(toCode(document.verdict), toCode(Verdict::Altered));
    for (const Reason reason : {Reason::D1, Reason::D6, Reason::J1})
        QVERIFY2(document.reasons.contains(reason), qPrintable(toCode(reason)));
    QVERIFY(document.signatures.size() == 2 && document.signatures[1].integrity == Integrity::Intact);
    QVERIFY(!document.submission);
    QVERIFY(document.attachment.isEmpty());
    QVERIFY(!attachmentOf(altered));
    // and nothing is put behind it that makes it look the better kept
    QVERIFY(ExtendDocument().toLongTerm(once, {}));
    QCOMPARE(ExtendDocument().toLongTerm(altered, {}).error().code, ErrorCode::MalformedPdf);
    const NoTimestamps authority;
    QCOMPARE(ExtendDocument().timestamp(once, authority).error().code, ErrorCode::TimestampFailed);
    QCOMPARE(ExtendDocument().timestamp(altered, authority).error().code, ErrorCode::MalformedPdf);
    QCOMPARE(ExtendDocument().toArchive(altered, {}, authority).error().code, ErrorCode::MalformedPdf);
    // what the inspector signed is still there, below it
    QCOMPARE(verified(altered.left(once.size())).attachment, m_json);
    // pages that are marked with the other data are not even signed by our own program
    const QByteArray pages = forge.updated({{forge.embedded(), test::embeddedFile(better)},
                                            {forge.content(), test::stream({}, test::markedPage(better, "q Q\n"))}});
    const SignRequest request{Role::Approver, QStringLiteral("課長 山田"), m_city->clock.now(), m_appearance};
    QVERIFY(!signDocument(pages, request, *m_city->signer(QStringLiteral("U0004"), Role::Approver)));
}

void TestVerifySubmission::returnsComeFromTheDepartment_data()
{
    QTest::addColumn<QString>("department");
    QTest::addColumn<Role>("role");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("own manager") << QStringLiteral("U0004") << Role::Approver << Verdict::Accepted;
    QTest::newRow("another's manager") << QStringLiteral("U0005") << Role::Approver << Verdict::Untrusted;
    QTest::newRow("division") << QStringLiteral("D0001") << Role::Division << Verdict::Accepted;
}

/// V5: nobody but the own manager and the division sends a submission back
void TestVerifySubmission::returnsComeFromTheDepartment()
{
    QFETCH(QString, department);
    QFETCH(Role, role);
    QFETCH(Verdict, verdict);
    ReturnNote note;
    note.id = note.inspection = note.about.submission = QUuid::createUuidV5(QUuid(), QStringLiteral("return"));
    note.about.sha256 = QString(64, u'a');
    note.about.subject = {SubjectKind::Section, QStringLiteral("U0004"), QStringLiteral("総務課")};
    note.about.department = {QStringLiteral("U0004"), QStringLiteral("総務課"), {}, Body::Mayor};
    note.about.fiscalYear = FiscalYear(2026);
    note.about.checklist = QStringLiteral("KC-B");
    note.reason = QStringLiteral("確認資料の番号がありません");
    note.returnedAt = m_city->clock.now();
    note.returnedBy = {QStringLiteral("承認 太郎"), {}};
    note.generatorName = QStringLiteral("Tenken");
    note.generatorVersion = QStringLiteral("0.1.0");
    DocumentParts parts;
    parts.rendered = m_pages;
    parts.attachment = writeReturn(note);
    parts.kind = DocumentKind::Return;
    parts.created = m_city->clock.now();
    parts.boxes = {{role, 0, QRectF(40, 40, 200, 40)}};
    const SignRequest request{role, QStringLiteral("承認 太郎"), m_city->clock.now(), m_appearance};
    const QByteArray pdf =
        signDocument(buildDocument(parts).value(), request, *m_city->signer(department, role)).value();
    const VerifiedDocument document = verified(pdf);
    QCOMPARE(toCode(document.verdict), toCode(verdict));
    QCOMPARE(document.reasons,
             verdict == Verdict::Accepted ? QList<Reason>() : QList<Reason>({Reason::V5, Reason::DepartmentMismatch}));
}

void TestVerifySubmission::filesKeepTheirOrder()
{
    QStringList paths;
    QList<std::optional<Verdict>> expected;
    for (int i = 0; i < 40; ++i) {
        const bool good = i % 3 == 0;
        const QString name = QString::number(i);
        paths << (i % 7 == 6 ? m_city->path(QStringLiteral("none"))
                             : m_city->save(name, good ? signedWith(m_json) : foreignPdf()));
        expected << (i % 7 == 6 ? std::optional<Verdict>()
                                : std::optional(good ? Verdict::Accepted : Verdict::NotASubmission));
    }
    const auto whole = [](const Result<VerifiedDocument> &document) { return document; };
    const auto documents = verifyFiles(paths, m_city->trust, m_city->clock.now(), whole).results();
    QCOMPARE(documents.size(), paths.size());
    for (qsizetype i = 0; i < paths.size(); ++i) {
        QCOMPARE(documents[i] ? std::optional(documents[i]->verdict) : std::nullopt, expected[i]);
        if (documents[i])
            QCOMPARE(documents[i]->file, paths[i]);
        else
            QCOMPARE(documents[i].error().code, ErrorCode::FileNotFound);
    }
}

QTEST_MAIN(TestVerifySubmission)
#include "tst_verify_submission.moc"
