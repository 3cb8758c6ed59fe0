#include "support/small_city.h"
#include "workflow/documents/verify_submission.h"

#include <QTest>

using namespace tenken;
using namespace tenken::support;

namespace {
const QString u4 = QStringLiteral("U0004");
}

class TestExportSubmission : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void signedFileIsTheSubmission();
    void approvalLeavesTheFirstSignature();
    void approvalIsRefused_data();
    void approvalIsRefused();
    void draftIsNeverAccepted();
};

void TestExportSubmission::refuses_data()
{
    QTest::addColumn<QString>("department");
    QTest::addColumn<Role>("role");
    QTest::addColumn<QString>("notBefore");
    QTest::addColumn<QString>("notAfter");
    QTest::addColumn<bool>("complete");
    QTest::addColumn<ErrorCode>("error");
    QTest::newRow("incomplete") << u4 << Role::Inspector << QString() << QString() << false << ErrorCode::Incomplete;
    QTest::newRow("wrong role") << u4 << Role::Approver << QString() << QString() << true
                                << ErrorCode::CertificateWrongRole;
    QTest::newRow("wrong department") << QStringLiteral("U0005") << Role::Inspector << QString() << QString() << true
                                      << ErrorCode::CertificateWrongDepartment;
    QTest::newRow("expired") << u4 << Role::Inspector << QStringLiteral("2025-04-01T00:00:00+09:00")
                             << QStringLiteral("2026-03-31T23:59:59+09:00") << true << ErrorCode::CertificateExpired;
    QTest::newRow("not yet valid") << u4 << Role::Inspector << QStringLiteral("2027-04-01T00:00:00+09:00") << QString()
                                   << true << ErrorCode::CertificateNotYetValid;
}

void TestExportSubmission::refuses()
{
    QFETCH(QString, department);
    QFETCH(Role, role);
    QFETCH(QString, notBefore);
    QFETCH(QString, notAfter);
    QFETCH(bool, complete);
    QFETCH(ErrorCode, error);
    const auto time = [](const QString &text) {
        return text.isEmpty() ? std::optional<QDateTime>() : std::optional(fromIso(text));
    };
    SmallCity city;
    Inspection inspection = city.inspection(u4);
    if (!complete) {
        inspection.answers.erase(inspection.answers.begin());
    }
    const auto key = city.issue(department, role, time(notBefore), time(notAfter)).toSigner();
    const auto exported = city.exporter().exportSigned(inspection, city.act(*key, Role::Inspector, u4));
    QVERIFY(!exported);
    QCOMPARE(exported.error().code, error);
}

void TestExportSubmission::signedFileIsTheSubmission()
{
    SmallCity city;
    const Inspection inspection = city.inspection(u4);
    const auto key = city.signer(u4, Role::Inspector);
    const auto exported = city.exporter().exportSigned(inspection, city.act(*key, Role::Inspector, u4));
    QVERIFY(exported);
    const VerifiedDocument document = verifyDocumentData(exported->pdf, city.trust, city.clock.now());
    QCOMPARE(document.verdict, Verdict::Accepted);
    QVERIFY(!document.isApproved());
    QCOMPARE(document.warnings, QList<Warning>{Warning::ApprovalMissing});
    QCOMPARE(document.attachment, exported->json);
    QCOMPARE(document.sha256, exported->sha256);
    QCOMPARE(document.submission->inspector.name, QStringLiteral("署名 花子"));
    for (const SubmittedItem &item : document.submission->items) {
        QCOMPARE(item.answer, inspection.answers.value(item.id));
    }
    QCOMPARE(document.submission->items.size(), inspection.answers.size());
}

void TestExportSubmission::approvalLeavesTheFirstSignature()
{
    SmallCity city;
    const QByteArray pdf = city.sign(city.inspection(u4));
    const QByteArray approved = city.approve(pdf, u4);
    QVERIFY(approved.startsWith(pdf)); // an incremental update
    const VerifiedDocument document = verifyDocumentData(approved, city.trust, city.clock.now());
    QCOMPARE(document.verdict, Verdict::Accepted);
    QVERIFY(document.isApproved());
    QCOMPARE(document.signatures.size(), 2);
    QVERIFY(document.warnings.isEmpty());
}

void TestExportSubmission::approvalIsRefused_data()
{
    QTest::addColumn<QString>("department");
    QTest::addColumn<Role>("role");
    QTest::addColumn<QString>("made");
    QTest::addColumn<ErrorCode>("error");
    QTest::newRow("inspector's key") << u4 << Role::Inspector << "signed" << ErrorCode::CertificateWrongRole;
    QTest::newRow("other department") << "U0005" << Role::Approver << "signed" << ErrorCode::CertificateWrongDepartment;
    QTest::newRow("draft") << u4 << Role::Approver << "draft" << ErrorCode::NotAccepted;
    QTest::newRow("foreign") << u4 << Role::Approver << "foreign" << ErrorCode::NotAccepted;
    QTest::newRow("approved already") << u4 << Role::Approver << "approved" << ErrorCode::AlreadyExists;
}

void TestExportSubmission::approvalIsRefused()
{
    QFETCH(QString, department);
    QFETCH(Role, role);
    QFETCH(QString, made);
    QFETCH(ErrorCode, error);
    SmallCity city;
    const Inspection inspection = city.inspection(u4);
    const QByteArray pdf = made == u"signed" ? city.sign(inspection)
        : made == u"draft"                   ? city.draft(inspection)
        : made == u"approved"                ? city.signAndApprove(inspection)
                                             : foreignPdf();
    const auto key = city.signer(department, role);
    const auto approved = ApproveSubmission(city.trust, sharedPress().eras, sharedPress().book)
                              .approve(pdf, QStringLiteral("a.pdf"), city.act(*key, Role::Approver));
    QVERIFY(!approved);
    QCOMPARE(approved.error().code, error);
}

void TestExportSubmission::draftIsNeverAccepted()
{
    SmallCity city;
    Inspection inspection = city.inspection(u4);
    inspection.answers.clear();
    const VerifiedDocument document = verifyDocumentData(city.draft(inspection), city.trust, city.clock.now());
    QCOMPARE(document.verdict, Verdict::Unsigned);
    QVERIFY(document.signatures.isEmpty());
}

QTEST_MAIN(TestExportSubmission)
#include "tst_export_submission.moc"
