#include "core/verification.h"

#include "support/enum_values.h"

using namespace tenken;

class VerificationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void codesAreReadBack();
    void codesAreThoseOfTheContract();
    void verdictsAreInOrderOfPrecedence();
    void kinds_data();
    void kinds();
    void nothingIsAcceptedByDefault();
};

void VerificationTest::codesAreReadBack()
{
    support::checkCodes<Verdict>(verdictFromCode);
    support::checkCodes<Reason>(reasonFromCode);
    support::checkCodes<Role>(roleFromCode);
    const auto kindOf = [](const QString &code) {
        return documentKindFromFormat(QStringLiteral("tenken.%1/1").arg(code));
    };
    support::checkCodes<DocumentKind>(kindOf);
}

void VerificationTest::codesAreThoseOfTheContract()
{
    support::checkCodeList<Warning>({"crl-stale", "revocation-not-checked", "approval-missing", "clock-skew"});
    support::checkCodeList<Role>({"inspector", "approver", "auditor", "division"});
    support::checkCodeList<DocumentKind>({"submission", "receipt", "return", "findings", "plan", "committee"});
    support::checkCodeList<Trust>({"trusted", "unknown-issuer", "expired", "not-yet-valid", "revoked"});
    support::checkCodeList<Integrity>({"intact", "broken"});
    support::checkCodeList<TimeSource>({"claimed", "timestamp"});
    support::checkCodeList<Level>({"B-B", "B-T", "B-LT", "B-LTA"});
    QStringList rules;
    for (const auto &[letter, count] :
         QList<std::pair<char, int>>{{'S', 8}, {'A', 4}, {'B', 4}, {'C', 9}, {'D', 6}, {'V', 5}, {'J', 4}}) {
        for (int i = 1; i <= count; ++i) {
            rules << QStringLiteral("%1%2").arg(QLatin1Char(letter)).arg(i);
        }
    }
    support::checkCodeList<Reason>(rules
                                   + QStringList{"unknown-issuer", "expired", "not-yet-valid", "revoked",
                                                 "role-mismatch", "department-mismatch", "same-person", "foreign-pdf",
                                                 "foreign-signed", "scan", "approval-missing", "wrong-round",
                                                 "rollback", "conflict"});
}

void VerificationTest::verdictsAreInOrderOfPrecedence()
{
    support::checkCodeList<Verdict>(
        {"not-a-submission", "newer-format", "sanitised", "unsigned", "malformed", "altered", "untrusted", "accepted"});
}

void VerificationTest::kinds_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<std::optional<DocumentKind>>("kind");
    using Kind = std::optional<DocumentKind>;
    QTest::newRow("submission") << "tenken.submission/1" << Kind(DocumentKind::Submission);
    QTest::newRow("newer") << "tenken.submission/2" << Kind(DocumentKind::Submission);
    QTest::newRow("no version") << "tenken.submission" << Kind();
    QTest::newRow("other prefix") << "other.submission/1" << Kind();
    QTest::newRow("not a document") << "tenken.checklist/1" << Kind();
    QTest::newRow("case") << "tenken.Submission/1" << Kind();
    QTest::newRow("slash first") << "/tenken.submission" << Kind();
    QTest::newRow("empty") << "" << Kind();
}

void VerificationTest::kinds()
{
    QFETCH(QString, format);
    QTEST(documentKindFromFormat(format), "kind");
}

void VerificationTest::nothingIsAcceptedByDefault()
{
    QCOMPARE(SignatureReport().verdict, Verdict::NotASubmission);
    QCOMPARE(SignatureFinding().integrity, Integrity::Broken);
    QCOMPARE(SignatureFinding().trust, Trust::UnknownIssuer);
}

QTEST_GUILESS_MAIN(VerificationTest)
#include "tst_verification.moc"
