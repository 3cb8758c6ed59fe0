#include "exchange/document_json.h"
#include "support/small_city.h"
#include "workflow/documents/return_submission.h"
#include "workflow/registry/issue_receipts.h"

#include <QTest>

using namespace tenken;
using namespace tenken::support;

namespace {
const QString u4 = QStringLiteral("U0004");
const QString reason = QStringLiteral("根拠資料の番号を書き足してください。");
} // namespace

class TestReturnAndReceipt : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void returnTellsTheReason_data();
    void returnTellsTheReason();
    void returnIsRefused_data();
    void returnIsRefused();
    void receiptForEachLatestSubmission();
    void receiptNeedsTheDivision();
};

void TestReturnAndReceipt::returnTellsTheReason_data()
{
    QTest::addColumn<QString>("department");
    QTest::addColumn<Role>("role");
    QTest::newRow("the manager") << u4 << Role::Approver;
    QTest::newRow("the division") << "D0001" << Role::Division;
}

void TestReturnAndReceipt::returnTellsTheReason()
{
    QFETCH(QString, department);
    QFETCH(Role, role);
    SmallCity city;
    const QByteArray pdf = city.sign(city.inspection(u4));
    const VerifiedDocument submission = verifyDocumentData(pdf, city.trust, city.clock.now());
    const auto key = city.signer(department, role);
    const auto returned = ReturnSubmission(city.trust, sharedPress().eras, sharedPress().book)
                              .sendBack(pdf, QStringLiteral("a.pdf"), reason, city.act(*key, role));
    QVERIFY(returned);
    const VerifiedDocument document = verifyDocumentData(*returned, city.trust, city.clock.now());
    QCOMPARE(document.verdict, Verdict::Accepted);
    QCOMPARE(document.kind, std::optional(DocumentKind::Return));
    const Reading<ReturnNote> note = readReturn(document.attachment, QStringLiteral("return.json"));
    QVERIFY(note);
    QCOMPARE(note.value->reason, reason);
    QCOMPARE(note.value->about.submission, submission.submission->id);
    QCOMPARE(note.value->about.sha256, submission.sha256);
    QCOMPARE(note.value->inspection, submission.submission->inspection);
}

void TestReturnAndReceipt::returnIsRefused_data()
{
    QTest::addColumn<QString>("department");
    QTest::addColumn<bool>("foreign");
    QTest::addColumn<QString>("why");
    QTest::addColumn<ErrorCode>("error");
    QTest::newRow("no reason") << u4 << false << QStringLiteral("　 ") << ErrorCode::ReasonRequired;
    QTest::newRow("control character") << u4 << false << QString(QChar(7)) << ErrorCode::InvalidValue;
    QTest::newRow("not ours") << u4 << true << reason << ErrorCode::NotAccepted;
    QTest::newRow("other department") << "U0005" << false << reason << ErrorCode::CertificateWrongDepartment;
}

void TestReturnAndReceipt::returnIsRefused()
{
    QFETCH(QString, department);
    QFETCH(bool, foreign);
    QFETCH(QString, why);
    QFETCH(ErrorCode, error);
    SmallCity city;
    const QByteArray pdf = foreign ? foreignPdf() : city.sign(city.inspection(u4));
    const auto key = city.signer(department, Role::Approver);
    const auto returned = ReturnSubmission(city.trust, sharedPress().eras, sharedPress().book)
                              .sendBack(pdf, QStringLiteral("a.pdf"), why, city.act(*key, Role::Approver));
    QVERIFY(!returned);
    QCOMPARE(returned.error().code, error);
}

void TestReturnAndReceipt::receiptForEachLatestSubmission()
{
    SmallCity city;
    QStringList files;
    for (const QString &department : {u4, QStringLiteral("U0005")}) {
        files << city.save(department + QStringLiteral(".pdf"), city.signAndApprove(city.inspection(department)));
    }
    const auto registry = city.openRegistry();
    QCOMPARE(outcomes(city.import(*registry, files)), QStringList({"imported", "imported"}));
    const auto key = city.signer(QStringLiteral("D0001"), Role::Division);
    const auto receipts =
        IssueReceipts(*registry, sharedPress())
            .issue(FiscalYear(2026), {}, city.act(*key, Role::Division), city.path(QStringLiteral("out")));
    QVERIFY(receipts);
    QCOMPARE(receipts->size(), 2);
    const QList<RegistryEntry> entries = *RegistryRepository(*registry).entries();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const auto document = verifyFile(receipts->at(i), city.trust, city.clock.now());
        QVERIFY(document && document->isAccepted());
        const Reading<Receipt> receipt = readReceipt(document->attachment, receipts->at(i));
        QVERIFY(receipt);
        QCOMPARE(receipt.value->about.submission, entries.at(i).submission);
        QCOMPARE(receipt.value->about.sha256, entries.at(i).sha256);
        QCOMPARE(receipt.value->receivedAt, entries.at(i).importedAt);
        QVERIFY(receipt.value->approved);
    }
}

void TestReturnAndReceipt::receiptNeedsTheDivision()
{
    SmallCity city;
    const auto registry = city.openRegistry();
    const auto key = city.signer(u4, Role::Approver);
    const auto receipts =
        IssueReceipts(*registry, sharedPress())
            .issue(FiscalYear(2026), {}, city.act(*key, Role::Division), city.path(QStringLiteral("out")));
    QVERIFY(!receipts);
    QCOMPARE(receipts.error().code, ErrorCode::CertificateWrongRole);
    QVERIFY(!QFileInfo::exists(city.path(QStringLiteral("out"))));
}

QTEST_MAIN(TestReturnAndReceipt)
#include "tst_return_and_receipt.moc"
