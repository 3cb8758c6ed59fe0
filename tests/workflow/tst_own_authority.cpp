#include "support/small_city.h"
#include "support/test_pki.h"
#include "workflow/documents/return_submission.h"

#include <QTest>

using namespace tenken;
using namespace tenken::support;

namespace {

const QString u4 = QStringLiteral("U0004");

/// A certificate of a city's own authority: no policy of ours, no department
std::unique_ptr<Signer> ownSigner(const testing::Identity &root, const QByteArray &name, long serial)
{
    testing::CertificateSpec spec = testing::with(testing::signerSpec(), NID_certificate_policies, {});
    spec.name = name;
    spec.department = {};
    spec.serial = serial;
    const testing::Identity identity = testing::issueTo(spec, root);
    return IssuedCertificate{identity.certificate, identity.key}.toSigner();
}

} // namespace

class TestOwnAuthority : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rolesFileDecides();
};

void TestOwnAuthority::rolesFileDecides()
{
    const testing::Identity root = testing::makeRoot(testing::authoritySpec("市の認証局"));
    const auto inspector = ownSigner(root, "点検 花子", 1);
    const auto approver = ownSigner(root, "課長 次郎", 2);
    SmallCity city;
    TrustPolicy trust{{root.certificate}, {}, {}, false};
    const auto exported = city.exporter().exportSigned(city.inspection(u4), city.act(*inspector, Role::Inspector, u4));
    QVERIFY(exported);
    const VerifiedDocument unmapped = verifyDocumentData(exported->pdf, trust, city.clock.now());
    QCOMPARE(unmapped.verdict, Verdict::Untrusted);
    QVERIFY(unmapped.reasons.contains(Reason::RoleMismatch));
    trust.roles = {{inspector->certificate().sha256Hex(), Role::Inspector, u4}};
    QCOMPARE(verifyDocumentData(exported->pdf, trust, city.clock.now()).verdict, Verdict::Accepted);
    const ApproveSubmission approving(trust, sharedPress().eras, sharedPress().book);
    const auto refused = approving.approve(exported->pdf, QStringLiteral("a.pdf"), city.act(*approver, Role::Approver));
    QVERIFY(!refused); // nobody mapped the approver
    QCOMPARE(refused.error().code, ErrorCode::NotAccepted);
    QCOMPARE(refused.error().subject, QStringLiteral("課長 次郎"));
    QCOMPARE(refused.error().detail, QStringLiteral("V2"));
    const ReturnSubmission returning(trust, sharedPress().eras, sharedPress().book);
    const auto sentBack = [&] {
        return returning.sendBack(exported->pdf, QStringLiteral("a.pdf"), QStringLiteral("日付がありません"),
                                  city.act(*approver, Role::Approver));
    };
    QVERIFY(!sentBack());
    QCOMPARE(sentBack().error().code, ErrorCode::NotAccepted);
    trust.roles.last().role = Role::Approver; // an approver in the inspector's place approves nothing
    QVERIFY(!verifyDocumentData(exported->pdf, trust, city.clock.now()).isApproved());
    trust.roles.last().role = Role::Inspector;
    trust.roles << RoleMapping{approver->certificate().sha256Hex(), Role::Approver, u4};
    const auto approved =
        approving.approve(exported->pdf, QStringLiteral("a.pdf"), city.act(*approver, Role::Approver));
    QVERIFY(approved);
    QVERIFY(verifyDocumentData(*approved, trust, city.clock.now()).isApproved());
    trust.roles.last().department = QStringLiteral("U0005");
    const VerifiedDocument elsewhere = verifyDocumentData(*approved, trust, city.clock.now());
    QCOMPARE(elsewhere.verdict, Verdict::Untrusted);
    QVERIFY(elsewhere.reasons.contains(Reason::DepartmentMismatch));
}

QTEST_MAIN(TestOwnAuthority)
#include "tst_own_authority.moc"
