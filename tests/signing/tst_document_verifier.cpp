#include "signing/attacks/forge.h"
#include "signing/cms/crl.h"
#include "signing/pdf/byte_range_rules.h"
#include "signing/pdf/long_term.h"
#include "support/local_tsa.h"
#include "support/test_pki.h"

#include <QProcess>
#include <QTest>

#include <algorithm>
#include <ctime>

using namespace tenken;
using namespace tenken::test;

namespace {

QString warningsOf(const SignatureReport &report)
{
    QStringList codes;
    for (const Warning warning : report.warnings)
        codes.append(toCode(warning));
    return codes.join(QLatin1Char(' '));
}

} // namespace

/// What honest people do, and what honest neighbours look like
class TestDocumentVerifier : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        m_pages = samplePages(3);
        m_city = std::make_unique<SampleCity>();
        m_draft = buildOrDie(sampleParts(m_pages));
        m_signed = m_city->sign(m_draft, Role::Inspector);
        m_approved = m_city->sign(m_signed, Role::Approver, 30);
    }

    void draftIsUnsigned()
    {
        const SignatureReport report = m_city->verify(m_draft);
        QCOMPARE(reasonsOf(report), QString());
        QCOMPARE(report.verdict, Verdict::Unsigned);
        QVERIFY(report.attachment.isEmpty());
        QVERIFY(!extractAttachment(m_draft));
    }

    void inspectorsSignatureIsAccepted()
    {
        const SignatureReport report = m_city->verify(m_signed);
        QCOMPARE(reasonsOf(report), QString());
        QCOMPARE(report.verdict, Verdict::Accepted);
        QCOMPARE(warningsOf(report), QStringLiteral("approval-missing"));
        QCOMPARE(report.kind, DocumentKind::Submission);
        QCOMPARE(report.attachment, sampleData());
        QCOMPARE(report.markedFingerprint, QCryptographicHash::hash(sampleData(), QCryptographicHash::Sha256).toHex());
        QCOMPARE(report.signatures.size(), 1);
        const SignatureFinding &finding = report.signatures.first();
        QCOMPARE(finding.field, QStringLiteral("inspector"));
        QCOMPARE(finding.role, Role::Inspector);
        QCOMPARE(finding.post, QStringLiteral("主査 山田花子"));
        QCOMPARE(finding.department, QStringLiteral("U0004"));
        QCOMPARE(finding.signedAt, sampleTime());
        QCOMPARE(finding.timeSource, TimeSource::Claimed);
        QCOMPARE(finding.level, Level::BB);
        QCOMPARE(finding.trust, Trust::Trusted);
        const auto extracted = extractAttachment(m_signed);
        QVERIFY(extracted);
        QCOMPARE(*extracted, sampleData());
    }

    /// What several signatures cover alike is hashed once: each gets the digest of its own bytes all the same, in
    /// whatever order they come.
    void eachSignatureHasItsOwnDigest()
    {
        const PdfFile file(m_approved);
        QList<SignatureSlot> slots = findSignatures(file);
        QCOMPARE(slots.size(), 2);
        for (int order = 0; order < 2; ++order) {
            HashedBytes pdf(m_approved);
            const QList<QByteArray> digests = sha256OfEach(pdf, slots);
            QCOMPARE(digests.size(), slots.size());
            for (qsizetype i = 0; i < slots.size(); ++i) {
                const SignatureSlot &slot = slots.at(i);
                const QByteArray covered =
                    m_approved.left(slot.gapBegin) + m_approved.mid(slot.gapEnd, slot.coveredEnd - slot.gapEnd);
                QCOMPARE(digests.at(i), QCryptographicHash::hash(covered, QCryptographicHash::Sha256));
                QCOMPARE(digests.at(i), digestOf(file, slot, QCryptographicHash::Sha256));
            }
            QVERIFY(digests.first() != digests.last());
            QVERIFY(sha256OfEach(pdf, {}).isEmpty());
            std::reverse(slots.begin(), slots.end());
        }
    }

    void approverSignsWithoutBreakingTheFirst()
    {
        const SignatureReport report = m_city->verify(m_approved);
        QCOMPARE(reasonsOf(report), QString());
        QCOMPARE(report.verdict, Verdict::Accepted);
        QCOMPARE(warningsOf(report), QString());
        QCOMPARE(report.signatures.size(), 2);
        QVERIFY(m_approved.startsWith(m_signed));
        QVERIFY(m_signed.startsWith(m_draft));
    }

    void everyKindHasItsSigner_data()
    {
        QTest::addColumn<DocumentKind>("kind");
        QTest::addColumn<QList<Role>>("roles");
        QTest::newRow("receipt") << DocumentKind::Receipt << QList<Role>{Role::Division};
        QTest::newRow("return by approver") << DocumentKind::Return << QList<Role>{Role::Approver};
        QTest::newRow("return by division") << DocumentKind::Return << QList<Role>{Role::Division};
        QTest::newRow("findings") << DocumentKind::Findings << QList<Role>{Role::Auditor};
        QTest::newRow("plan") << DocumentKind::Plan << QList<Role>{Role::Inspector, Role::Approver};
        QTest::newRow("committee") << DocumentKind::Committee << QList<Role>{Role::Division};
    }
    void everyKindHasItsSigner()
    {
        QFETCH(DocumentKind, kind);
        QFETCH(QList<Role>, roles);
        QByteArray pdf = buildOrDie(sampleParts(m_pages, kind, roles));
        for (const Role role : roles)
            pdf = m_city->sign(pdf, role);
        const SignatureReport report = m_city->verify(pdf);
        QCOMPARE(reasonsOf(report), QString());
        QCOMPARE(report.verdict, Verdict::Accepted);
        QCOMPARE(report.kind, kind);
        QCOMPARE(warningsOf(report), QString());
    }

    void rsaKeysWork()
    {
        const auto signer =
            m_city->issue(Role::Inspector, QStringLiteral("鍵 太郎"), QStringLiteral("U0004"), AuthorityKey::Rsa3072);
        const auto pdf = signDocument(m_draft, m_city->request(Role::Inspector), *signer);
        QVERIFY(pdf);
        QCOMPARE(m_city->verify(*pdf).verdict, Verdict::Accepted);
    }

    void signingRefuses()
    {
        const Signer &inspector = m_city->signer(Role::Inspector);
        QCOMPARE(signDocument(m_signed, m_city->request(Role::Inspector), inspector).error().code,
                 ErrorCode::AlreadyExists);
        QCOMPARE(signDocument(m_draft, m_city->request(Role::Auditor), inspector).error().code,
                 ErrorCode::InvalidValue);
        QCOMPARE(signDocument(m_draft.chopped(1), m_city->request(Role::Inspector), inspector).error().code,
                 ErrorCode::MalformedPdf);
        QCOMPARE(signDocument(m_pages, m_city->request(Role::Inspector), inspector).error().code,
                 ErrorCode::MalformedPdf);
        SignRequest request = m_city->request(Role::Inspector);
        for (const QString &name : {QString(), QStringLiteral("a\nb"), QString(201, QLatin1Char('x')),
                                    QString(QChar(0xd800)), QStringLiteral("a\u202eb")}) {
            request.name = name;
            QCOMPARE(signDocument(m_draft, request, inspector).error().code, ErrorCode::InvalidValue);
        }
        request = m_city->request(Role::Inspector);
        request.appearance = "no pdf";
        QCOMPARE(signDocument(m_draft, request, inspector).error().code, ErrorCode::RenderFailed);
    }

    void longTermLevels()
    {
        const testing::Identity root = testing::makeRoot(testing::authoritySpec("TSA root"));
        const testing::LocalTsa tsa(testing::issueTo(testing::timestamperSpec(), root), sampleTime().addSecs(60));
        TrustPolicy policy = m_city->policy;
        policy.anchors.append(root.certificate);
        const QDateTime now = sampleTime().addDays(1);
        const auto stamped =
            signDocument(m_draft, m_city->request(Role::Inspector), m_city->signer(Role::Inspector), &tsa);
        QVERIFY(stamped);
        SignatureReport report = verifyDocument(*stamped, policy, now);
        QCOMPARE(reasonsOf(report), QString());
        QCOMPARE(report.signatures.first().level, Level::BT);
        QCOMPARE(report.signatures.first().timeSource, TimeSource::Timestamp);

        const auto withDss =
            addDss(*stamped, {m_city->authority->certificate().der()}, {m_city->policy.crls.lists().first().der()});
        QVERIFY(withDss);
        report = verifyDocument(*withDss, policy, now);
        QCOMPARE(reasonsOf(report), QString());
        QCOMPARE(report.signatures.first().level, Level::BLT);

        const auto archived = addDocumentTimestamp(*withDss, tsa);
        QVERIFY(archived);
        report = verifyDocument(*archived, policy, now);
        QCOMPARE(reasonsOf(report), QString());
        QCOMPARE(report.verdict, Verdict::Accepted);
        QCOMPARE(report.signatures.size(), 1);
        QCOMPARE(report.signatures.first().level, Level::BLTA);
        QCOMPARE(addDocumentTimestamp(*archived, tsa).error().code, ErrorCode::AlreadyExists);
        QCOMPARE(addDss(m_draft, {}, {}).error().code, ErrorCode::MalformedPdf);
    }

    /// A document timestamp proves a time for what stands before it, and for nothing behind it.
    void archiveSealsWhatIsBeforeIt()
    {
        const testing::Identity root = testing::makeRoot(testing::authoritySpec("TSA root"));
        const testing::LocalTsa tsa(testing::issueTo(testing::timestamperSpec(), root), sampleTime().addSecs(60));
        TrustPolicy policy = m_city->policy;
        policy.anchors.append(root.certificate);
        const QDateTime now = sampleTime().addDays(1);
        const QByteArray sealed = valueOrDie(addDocumentTimestamp(m_signed, tsa), "timestamp");
        SignatureReport report = verifyDocument(sealed, policy, now);
        QCOMPARE(reasonsOf(report), QString());
        QCOMPARE(report.signatures.first().level, Level::BT);

        const QByteArray approved = m_city->sign(sealed, Role::Approver, 30);
        report = verifyDocument(approved, policy, now);
        QCOMPARE(reasonsOf(report), QString());
        QCOMPARE(report.signatures.first().level, Level::BT);
        QCOMPARE(report.signatures.last().level, Level::BB);

        // behind the seal, time goes on: a certificate that has run out since cannot hide behind it
        const auto late =
            m_city->authority->issue({QStringLiteral("U0004"), Role::Approver, QStringLiteral("期限 太郎"),
                                      sampleTime().addDays(-1), sampleTime().addSecs(3600), AuthorityKey::EcP256});
        const auto key = valueOrDie(late, "issue").toSigner();
        const QByteArray behind = valueOrDie(signDocument(sealed, m_city->request(Role::Approver, 30), *key), "sign");
        report = verifyDocument(behind, policy, now);
        QCOMPARE(report.verdict, Verdict::Untrusted);
        QCOMPARE(reasonsOf(report), QStringLiteral("expired"));
    }

    /// Lists in a DSS that nothing seals can take trust away, but not give it.
    void unsealedListsAreNoProof()
    {
        const testing::Identity root = testing::makeRoot(testing::authoritySpec("TSA root"));
        const testing::LocalTsa tsa(testing::issueTo(testing::timestamperSpec(), root), sampleTime().addSecs(60));
        TrustPolicy policy = m_city->policy;
        policy.anchors.append(root.certificate);
        const QByteArray list = policy.crls.lists().first().der();
        const QByteArray emptyList = testing::makeCrlOf(root, {});
        policy.crls = {};
        const QDateTime now = sampleTime().addDays(1);
        const QByteArray withLists = valueOrDie(addDss(m_approved, {}, {list, emptyList}), "dss");
        QCOMPARE(warningsOf(verifyDocument(withLists, policy, now)), QStringLiteral("revocation-not-checked"));
        const QByteArray sealed = valueOrDie(addDocumentTimestamp(withLists, tsa), "timestamp");
        const SignatureReport report = verifyDocument(sealed, policy, now);
        QVERIFY2(!report.warnings.contains(Warning::RevocationNotChecked), qPrintable(warningsOf(report)));
        QCOMPARE(report.signatures.first().level, Level::BLTA);

        const auto signer = m_city->issue(Role::Inspector, QStringLiteral("失効 太郎"));
        const QByteArray pdf = valueOrDie(signDocument(m_draft, m_city->request(Role::Inspector), *signer), "sign");
        QVERIFY(m_city->authority->revoke(signer->certificate().serialHex()));
        const QByteArray bad = valueOrDie(crlToDer(valueOrDie(m_city->authority->crl(), "crl")), "crl");
        QCOMPARE(verifyDocument(valueOrDie(addDss(pdf, {}, {bad}), "dss"), policy, now).verdict, Verdict::Untrusted);
    }

    /// D4 allows OCSP responses for others to read; Tenken goes by lists.
    void ocspResponsesAreKept_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("reasons");
        QTest::newRow("response") << QByteArray::fromHex("30030a0103") << QString(); // internalError
        QTest::newRow("something else") << QByteArray("MZ program") << QStringLiteral("D4");
        QTest::newRow("more behind it") << QByteArray::fromHex("30030a010300") << QStringLiteral("D4");
    }
    void ocspResponsesAreKept()
    {
        QFETCH(QByteArray, value);
        QFETCH(QString, reasons);
        const Forge forge(m_approved);
        const int dss = forge.next();
        const QByteArray pdf =
            forge.updated({{dss, "<< /OCSPs [ " + reference(dss + 1) + " ] >>"},
                           {dss + 1, stream({}, value)},
                           {forge.catalog(), forge.with(forge.catalog(), "/DSS " + reference(dss))}});
        QCOMPARE(reasonsOf(m_city->verify(pdf)), reasons);
    }

    void clockSkewIsToldNotRefused()
    {
        const QByteArray early = m_city->sign(m_signed, Role::Approver, -120);
        const SignatureReport report = m_city->verify(early);
        QCOMPARE(report.verdict, Verdict::Accepted);
        QCOMPARE(warningsOf(report), QStringLiteral("clock-skew"));
    }

    void pdfsigCallsEverySignatureValidAndTotal()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.pdf"));
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(m_approved);
        out.close();
        QProcess process;
        process.start(QStringLiteral("pdfsig"), {QStringLiteral("-nocert"), path});
        QVERIFY(process.waitForFinished(30000));
        const QByteArray said = process.readAllStandardOutput();
        QVERIFY2(said.count("Signature is Valid.") == 2, said.constData());
        QVERIFY2(said.count("ETSI.CAdES.detached") == 2, said.constData());
        QVERIFY2(said.contains("Not total document signed") && said.count("otal document signed") == 2,
                 said.constData());
        process.start(QStringLiteral("qpdf"), {QStringLiteral("--check"), path});
        QVERIFY(process.waitForFinished(30000));
        QCOMPARE(process.exitCode(), 0);
        process.start(QStringLiteral("mutool"), {QStringLiteral("sign"), QStringLiteral("-v"), path});
        QVERIFY(process.waitForFinished(30000));
        const QByteArray mutool = process.readAllStandardOutput() + process.readAllStandardError();
        QVERIFY2(mutool.contains("The signature is valid but there have been edits since signing.")
                     && mutool.contains("The document is unchanged since signing."),
                 mutool.constData());
    }

    void measure()
    {
        const DocumentParts parts = sampleParts(samplePages(10));
        const auto each = [](int runs, auto work) { // processor time: other programs may be busy
            const std::clock_t begin = std::clock();
            for (int i = 0; i < runs; ++i)
                work();
            return double(std::clock() - begin) * 1000 / CLOCKS_PER_SEC / runs;
        };
        QByteArray built;
        QByteArray once;
        QByteArray twice;
        const double build = each(10, [&] { built = buildOrDie(parts); });
        const double sign = each(10, [&] { once = m_city->sign(built, Role::Inspector); });
        const double approve = each(10, [&] { twice = m_city->sign(once, Role::Approver, 30); });
        const double verifyOnce = each(100, [&] { m_city->verify(once); });
        const double verifyTwice = each(100, [&] { m_city->verify(twice); });
        qInfo("10 pages, %lld bytes: build %.1f ms, sign %.1f, approve %.1f (+%lld bytes), verify %.2f / %.2f ms",
              qint64(built.size()), build, sign, approve, qint64(twice.size() - once.size()), verifyOnce, verifyTwice);
        QCOMPARE(m_city->verify(twice).verdict, Verdict::Accepted);
    }

private:
    std::unique_ptr<SampleCity> m_city;
    QByteArray m_pages;
    QByteArray m_draft;
    QByteArray m_signed;
    QByteArray m_approved;
};

QTEST_MAIN(TestDocumentVerifier)
#include "tst_document_verifier.moc"
