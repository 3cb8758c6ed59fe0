#include "signing/cms/der.h"
#include "signing/keys/certificate.h"
#include "signing/keys/known_certificates.h"
#include "support/test_pki.h"

#include <QCryptographicHash>
#include <QTest>

using namespace tenken;
using namespace tenken::testing;

class CertificateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatItHolds()
    {
        const Identity leaf = issueTo(signerSpec(), m_root);
        const Certificate &certificate = leaf.certificate;
        QCOMPARE(certificate.commonName(), QStringLiteral("点検 太郎"));
        QCOMPARE(certificate.organisationalUnit(), QStringLiteral("U0004"));
        QCOMPARE(certificate.organisation(), QStringLiteral("肥後市"));
        QCOMPARE(certificate.issuerName(), QStringLiteral("認証局"));
        QCOMPARE(certificate.serialHex(), QStringLiteral("1267"));
        QCOMPARE(certificate.serialDer(), QByteArray::fromHex("02021267"));
        QCOMPARE(certificate.notBefore(), utc(2026, 4, 1));
        QCOMPARE(certificate.notAfter(), utc(2032, 3, 31));
        QCOMPARE(certificate.sha256Hex(),
                 QString::fromLatin1(QCryptographicHash::hash(certificate.der(), QCryptographicHash::Sha256).toHex()));
        QCOMPARE(certificate.issuerDer(), m_root.certificate.subjectDer());
        QVERIFY(certificate.subjectDer() != certificate.issuerDer());
        QVERIFY(certificate.der().contains(certificate.spkiDer()));
        QVERIFY(certificate.allowsDigitalSignature() && certificate.allowsNonRepudiation());
        QVERIFY(!certificate.allowsCertSigning() && !certificate.isAuthority() && !certificate.isSelfIssued());
        QVERIFY(m_root.certificate.allowsCertSigning() && m_root.certificate.allowsCrlSigning());
        QVERIFY(m_root.certificate.isAuthority() && m_root.certificate.isSelfIssued());
    }

    /// Nobody signs for two departments, nor for the one that is named first.
    void twoDepartmentsAreNone()
    {
        CertificateSpec spec = signerSpec();
        spec.secondDepartment = "U0005";
        QCOMPARE(issueTo(spec, m_root).certificate.organisationalUnit(), QString());
        spec.department = {};
        QCOMPARE(issueTo(spec, m_root).certificate.organisationalUnit(), QStringLiteral("U0005"));
    }

    /// Remembered or not, the same bytes give the same certificate, and bytes that are none give none.
    void aKnownCertificateIsTheSame()
    {
        KnownCertificates known;
        const QByteArray der = m_root.certificate.der();
        for (int time = 0; time < 3; ++time) {
            const auto read = known.read(der);
            QVERIFY(read.has_value());
            QVERIFY(*read == m_root.certificate);
            QCOMPARE(read->der(), der);
        }
        for (qsizetype i = 0; i < der.size(); i += 7) {
            QByteArray changed = der;
            changed[i] = static_cast<char>(changed.at(i) ^ 1);
            const auto alone = Certificate::fromDer(changed);
            for (int time = 0; time < 2; ++time) {
                const auto read = known.read(changed);
                QCOMPARE(read.has_value(), alone.has_value());
                if (alone)
                    QVERIFY(*read == *alone && !(*read == m_root.certificate));
            }
        }
        QVERIFY(!known.read({}));
        QVERIFY(!known.read(der + '\0'));
    }

    void knowsKeys_data()
    {
        QTest::addColumn<NewKey>("made");
        QTest::addColumn<KeyAlgorithm>("algorithm");
        QTest::addColumn<int>("bits");
        QTest::newRow("P-256") << NewKey::EcP256 << KeyAlgorithm::EcP256 << 256;
        QTest::newRow("P-384") << NewKey::EcP384 << KeyAlgorithm::EcP384 << 384;
        QTest::newRow("RSA") << NewKey::Rsa2048 << KeyAlgorithm::Rsa << 2048;
    }

    void knowsKeys()
    {
        QFETCH(NewKey, made);
        const Identity leaf = issueTo(signerSpec(), m_root, made);
        QTEST(leaf.certificate.keyAlgorithm(), "algorithm");
        QTEST(leaf.certificate.keyBits(), "bits");
        QVERIFY(leaf.key.matches(leaf.certificate));
        QVERIFY(!leaf.key.matches(m_root.certificate));
    }

    void readsTheRole_data()
    {
        QTest::addColumn<QByteArray>("policies");
        QTest::addColumn<int>("role");
        const QByteArray base = "2.25.166316712848299381229064969969244838544.1.";
        QTest::newRow("inspector") << base + "1" << 1;
        QTest::newRow("approver") << base + "2" << 2;
        QTest::newRow("auditor") << base + "3" << 3;
        QTest::newRow("division") << base + "4" << 4;
        QTest::newRow("no such role") << base + "5" << 0;
        QTest::newRow("longer") << base + "1.1" << 0;
        QTest::newRow("shorter") << base.chopped(3) << 0;
        QTest::newRow("two roles") << base + "1," + base + "2" << 0;
        QTest::newRow("a role and another policy") << base + "1,1.2.3.4" << 0;
        QTest::newRow("another policy") << QByteArray("1.2.3.4") << 0;
        QTest::newRow("none") << QByteArray() << 0;
    }

    void readsTheRole()
    {
        QFETCH(QByteArray, policies);
        QFETCH(int, role);
        const auto found = issueTo(with(signerSpec(), NID_certificate_policies, policies), m_root).certificate.role();
        QCOMPARE(found ? static_cast<int>(*found) : 0, role);
    }

    void neverShowsControlCharacters()
    {
        CertificateSpec spec = signerSpec();
        spec.name = "A\u202e\nB";
        const QString name = issueTo(spec, m_root).certificate.commonName();
        QCOMPARE(name, QStringLiteral("A\ufffd\ufffdB"));
    }

    void refusesWhatIsNotCanonical_data()
    {
        QTest::addColumn<QByteArray>("der");
        const QByteArray der = m_root.certificate.der();
        QCOMPARE(der.first(2), QByteArray("\x30\x82"));
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("certificate");
        QTest::newRow("cut") << der.chopped(1);
        QTest::newRow("something behind") << der + '\0';
        QTest::newRow("longer length") << "\x30\x83" + QByteArray(1, '\0') + der.mid(2);
        QTest::newRow("indefinite length") << "\x30\x80" + der.mid(4) + QByteArray(2, '\0');
        QTest::newRow("another structure") << der::sequence({der::integer("\x01")});
        QTest::newRow("too large") << der::octetString(QByteArray(100 * 1024, 'x'));
    }

    void refusesWhatIsNotCanonical()
    {
        QFETCH(QByteArray, der);
        const auto certificate = Certificate::fromDer(der);
        QVERIFY(!certificate);
        QCOMPARE(certificate.error().code, ErrorCode::CertificateUnreadable);
    }

    void everyCutIsRefused()
    {
        const QByteArray der = m_root.certificate.der();
        for (qsizetype length = 0; length < der.size(); ++length)
            QVERIFY(!Certificate::fromDer(der.first(length)));
    }

    void readsPem()
    {
        const QByteArray pem = m_root.certificate.pem();
        QVERIFY(Certificate::fromPem(pem).value() == m_root.certificate);
        const Certificate other = issueTo(signerSpec(), m_root).certificate;
        const auto both = Certificate::listFromFile("# anchors\n" + pem + other.pem());
        QVERIFY(both);
        QCOMPARE(both->size(), 2);
        QVERIFY(both->last() == other);
        QCOMPARE(Certificate::listFromFile(other.der()).value().size(), 1);
    }

    void refusesBadPem_data()
    {
        QTest::addColumn<QByteArray>("pem");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray pem = m_root.certificate.pem();
        const auto row = [](const char *name, const QByteArray &content, ErrorCode code) {
            QTest::newRow(name) << content << code;
        };
        row("empty", {}, ErrorCode::CertificateUnreadable);
        row("two", pem + pem, ErrorCode::CertificateUnreadable);
        row("cut", pem.first(200), ErrorCode::CertificateUnreadable);
        row("a good and a cut one", pem + pem.first(200), ErrorCode::CertificateUnreadable);
        row("a key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
            ErrorCode::CertificateUnreadable);
        row("DER", m_root.certificate.der(), ErrorCode::CertificateUnreadable);
        row("too large", pem + QByteArray(300 * 1024, '\n'), ErrorCode::FileTooLarge);
    }

    void refusesBadPem()
    {
        QFETCH(QByteArray, pem);
        const auto certificate = Certificate::fromPem(pem);
        QVERIFY(!certificate);
        QTEST(certificate.error().code, "code");
    }

private:
    Identity m_root = makeRoot(authoritySpec("認証局"));
};

QTEST_GUILESS_MAIN(CertificateTest)
#include "tst_certificate.moc"
