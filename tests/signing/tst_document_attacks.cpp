#include "signing/attacks/attack.h"
#include "signing/attacks/mutants.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tenken;
using namespace tenken::test;

Q_DECLARE_METATYPE(tenken::test::Attack)
Q_DECLARE_METATYPE(tenken::test::Doubt)

/// What dishonest people do. Every hostile file is made from an honest one; the table says what must be answered.
class TestDocumentAttacks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        m_city = std::make_unique<SampleCity>();
        const QByteArray pages = samplePages(3);
        const QByteArray draft = buildOrDie(sampleParts(pages));
        const QByteArray once = m_city->sign(draft, Role::Inspector);
        m_victim =
            std::make_unique<Victim>(Victim{*m_city, pages, draft, once, m_city->sign(once, Role::Approver, 30)});
    }

    void controlsAreAccepted()
    {
        QCOMPARE(m_city->verify(m_victim->once).verdict, Verdict::Accepted);
        QCOMPARE(m_city->verify(m_victim->twice).verdict, Verdict::Accepted);
        // the tools of the attackers, used honestly
        QCOMPARE(reasonsOf(m_city->verify(signRaw(*m_city, m_victim->draft))), QString());
        QCOMPARE(
            reasonsOf(m_city->verify(signRaw(*m_city, m_victim->once, {.field = Role::Approver, .certify = false}))),
            QString());
        QCOMPARE(reasonsOf(m_city->verify(signRaw(*m_city, Forge(m_victim->draft).rewritten({})))), QString());
        QCOMPARE(reasonsOf(m_city->verify(resealed(*m_city, m_victim->once, Role::Inspector))), QString());
    }

    void attack_data()
    {
        QTest::addColumn<Attack>("attack");
        int count = 0;
        for (const auto &list : {byteAttacks(), spellingAttacks(), tableAttacks(), contentAttacks(),
                                 attachmentAttacks(), byteRangeAttacks(), updateAttacks(), signerAttacks(),
                                 timestampAttacks(), cmsAttacks(), limitAttacks(), neighbours()}) {
            for (const Attack &attack : list)
                QTest::addRow("%03d %s", ++count, attack.name) << attack;
        }
        QVERIFY(count >= 150);
    }
    void attack()
    {
        QFETCH(Attack, attack);
        QByteArray pdf;
        try {
            pdf = attack.make(*m_victim);
        } catch (const std::exception &error) {
            QFAIL(error.what());
        }
        const SignatureReport report = verdictOn(pdf, attack.trust);
        const QString said = toCode(report.verdict) + QLatin1Char(' ') + reasonsOf(report);
        QVERIFY2(report.verdict == attack.verdict, qPrintable(said));
        for (const Reason reason : attack.also + QList{attack.reason})
            QVERIFY2(report.reasons.contains(reason), qPrintable(said));
        const bool whole = report.verdict == Verdict::Untrusted;
        QCOMPARE(report.attachment.isEmpty(), !whole);
        QCOMPARE(bool(extractAttachment(pdf)), whole);
    }

    void doubt_data()
    {
        QTest::addColumn<Doubt>("doubt");
        for (const Doubt &doubt : doubts())
            QTest::addRow("%s", doubt.name) << doubt;
    }
    /// Nothing to refuse, something to say
    void doubt()
    {
        QFETCH(Doubt, doubt);
        const SignatureReport report = verdictOn(doubt.make(*m_victim), doubt.trust);
        QCOMPARE(reasonsOf(report), QString());
        QCOMPARE(report.verdict, Verdict::Accepted);
        QStringList told;
        for (const Warning warning : report.warnings)
            told.append(toCode(warning));
        QStringList expected;
        for (const Warning warning : doubt.warnings)
            expected.append(toCode(warning));
        QCOMPARE(told, expected);
    }

    void revokedCertificateIsRefused()
    {
        const auto signer = m_city->issue(Role::Inspector, QStringLiteral("失効 太郎"));
        const QByteArray pdf =
            valueOrDie(signDocument(m_victim->draft, m_city->request(Role::Inspector), *signer), "sign");
        QCOMPARE(m_city->verify(pdf).verdict, Verdict::Accepted);
        QVERIFY(m_city->authority->revoke(signer->certificate().serialHex()));
        TrustPolicy policy = m_city->policy;
        policy.crls = {valueOrDie(m_city->authority->crl(), "crl")};
        const SignatureReport report = verifyDocument(pdf, policy, sampleTime().addDays(1));
        QCOMPARE(report.verdict, Verdict::Untrusted);
        QVERIFY(report.reasons.contains(Reason::Revoked));
    }

    /// A file with fewer signatures is valid: the registry remembers that there were more.
    void cutBackToTheInspectorIsTheInspectorsFile()
    {
        const SignatureReport report = m_city->verify(m_victim->twice.left(m_victim->once.size()));
        QCOMPARE(report.verdict, Verdict::Accepted);
        QCOMPARE(report.signatures.size(), 1);
        QVERIFY(report.warnings.contains(Warning::ApprovalMissing));
        QCOMPARE(m_city->verify(m_victim->twice.left(m_victim->draft.size())).verdict, Verdict::Unsigned);
    }

    /// Bytes changed, put in, taken out, exchanged: never accepted, never a crash
    void mutants()
    {
        const int count =
            qEnvironmentVariableIsSet("TENKEN_MUTANTS") ? qEnvironmentVariableIntValue("TENKEN_MUTANTS") : 2000;
        QRandomGenerator random(20261122);
        for (int i = 0; i < count; ++i) {
            const QByteArray &origin = i % 2 ? m_victim->twice : m_victim->once;
            const QByteArray mutant = mutated(origin, random);
            if (mutant == origin || (origin == m_victim->twice && mutant == m_victim->once))
                continue;
            const SignatureReport report = m_city->verify(mutant);
            if (report.verdict == Verdict::Accepted || report.verdict == Verdict::Untrusted)
                keep(mutant);
            QVERIFY2(report.verdict != Verdict::Accepted, qPrintable(QStringLiteral("mutant %1").arg(i)));
            QVERIFY2(report.verdict != Verdict::Untrusted,
                     qPrintable(QStringLiteral("mutant %1: %2").arg(i).arg(reasonsOf(report))));
            QVERIFY(!report.reasons.isEmpty());
        }
    }

private:
    SignatureReport verdictOn(const QByteArray &pdf, const std::function<void(TrustPolicy &)> &trust) const
    {
        TrustPolicy policy = m_city->policy;
        if (trust)
            trust(policy);
        return verifyDocument(pdf, policy, sampleTime().addDays(1));
    }

    static void keep(const QByteArray &mutant)
    {
        QFile file(QStringLiteral("accepted-mutant.pdf"));
        if (file.open(QIODevice::WriteOnly))
            file.write(mutant);
    }

    std::unique_ptr<SampleCity> m_city;
    std::unique_ptr<Victim> m_victim;
};

QTEST_MAIN(TestDocumentAttacks)
#include "tst_document_attacks.moc"
