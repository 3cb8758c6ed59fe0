#include "signing/cms/cms_builder.h"
#include "signing/cms/cms_verifier.h"
#include "signing/cms/crl.h"
#include "signing/keys/authority.h"
#include "support/test_pki.h"

#include <QCryptographicHash>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tenken;
using namespace tenken::testing;

namespace {

const QByteArray kPassphrase = "authority passphrase";
constexpr int kRounds = 100;
const QDateTime kStart = fromIso(QStringLiteral("2026-06-01T09:00:00+09:00"));

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

IssueRequest requestFor(const QString &department, Role role, const QString &name)
{
    IssueRequest request;
    request.department = department;
    request.role = role;
    request.name = name;
    return request;
}

/// Standard error and output of an openssl command; empty when it failed
/// What it says, never nothing when it succeeds: Wine may call a program of Linux finished before its words arrive.
QByteArray openssl(const QStringList &arguments)
{
    QByteArray said;
    for (int attempt = 0; said.isEmpty() && attempt < 3; ++attempt) {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral("openssl"), arguments);
        if (!process.waitForFinished() || process.exitCode() != 0)
            return {};
        said = process.readAll();
    }
    return said;
}

} // namespace

class AuthorityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("認証局"));
        m_clock.set(kStart);
    }

    void createsItsFolder_data()
    {
        QTest::addColumn<AuthorityKey>("algorithm");
        QTest::newRow("P-256") << AuthorityKey::EcP256;
        QTest::newRow("RSA-3072") << AuthorityKey::Rsa3072;
    }

    void createsItsFolder()
    {
        QFETCH(AuthorityKey, algorithm);
        const auto made = Authority::create(m_path, QStringLiteral("肥後市"), kPassphrase, algorithm, m_clock, kRounds);
        QVERIFY(made);
        const Certificate root = Certificate::fromPem(contentOf(m_path + "/ca.pem")).value();
        QVERIFY(root == made->certificate());
        QVERIFY(root.isAuthority() && root.allowsCertSigning() && root.allowsCrlSigning() && !root.allowsSigning());
        QCOMPARE(root.notBefore(), kStart.toUTC());
        QCOMPARE(root.notAfter(), kStart.addYears(20).toUTC());
        QCOMPARE(root.serialHex().size(), 32);
        QCOMPARE(root.commonName(), QStringLiteral("肥後市"));
        QVERIFY(checkCrl(contentOf(m_path + "/ca.crl")));
#ifdef Q_OS_UNIX // on Windows who may read it is told by the folder
        QCOMPARE(QFile::permissions(m_path + "/ca.p12") & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
#endif
        QVERIFY(openssl({"verify", "-x509_strict", "-attime", "1795305600", "-CAfile", m_path + "/ca.pem",
                         m_path + "/ca.pem"})
                    .contains("OK"));
        QCOMPARE(Authority::create(m_path, QStringLiteral("別"), kPassphrase, algorithm, m_clock, kRounds).error().code,
                 ErrorCode::AlreadyExists);
        QCOMPARE(Authority::open(m_path, QByteArray("wrong"), m_clock).error().code, ErrorCode::WrongPassphrase);
        const auto again = Authority::open(m_path, kPassphrase, m_clock);
        QVERIFY(again);
        QVERIFY(again->certificate() == root);
    }

    void issuesByTheProfile_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<AuthorityKey>("algorithm");
        QTest::newRow("inspector") << Role::Inspector << AuthorityKey::EcP256;
        QTest::newRow("approver") << Role::Approver << AuthorityKey::Rsa3072;
        QTest::newRow("auditor") << Role::Auditor << AuthorityKey::EcP256;
        QTest::newRow("division") << Role::Division << AuthorityKey::EcP256;
    }

    void issuesByTheProfile()
    {
        QFETCH(Role, role);
        QFETCH(AuthorityKey, algorithm);
        Authority authority = create();
        IssueRequest request = requestFor(QStringLiteral("U0004"), role, QStringLiteral("情報政策課 髙橋"));
        request.algorithm = algorithm;
        const auto issued = authority.issue(request);
        QVERIFY(issued);
        const Certificate &certificate = issued->certificate;
        QVERIFY(certificate.role() == role);
        QCOMPARE(certificate.commonName(), request.name);
        QCOMPARE(certificate.organisationalUnit(), request.department);
        QCOMPARE(certificate.organisation(), QStringLiteral("肥後市"));
        QCOMPARE(certificate.issuerDer(), authority.certificate().subjectDer());
        QVERIFY(certificate.allowsDigitalSignature() && certificate.allowsNonRepudiation());
        QVERIFY(!certificate.isAuthority() && certificate.isForDocuments());
        QCOMPARE(certificate.notBefore(), kStart.toUTC());
        QCOMPARE(certificate.notAfter(), fromIso(QStringLiteral("2032-03-31T23:59:59+09:00")).toUTC());
        QCOMPARE(certificate.serialHex().size(), 32);
        QVERIFY(issued->key.matches(certificate));

        const QString leaf = m_folder->filePath(QStringLiteral("leaf.pem"));
        QFile file(leaf);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(certificate.pem());
        file.close();
        QVERIFY(openssl({"verify", "-x509_strict", "-attime", "1795305600", "-CAfile", m_path + "/ca.pem", leaf})
                    .contains("OK"));
        const QByteArray text = openssl({"x509", "-noout", "-text", "-in", leaf});
        QVERIFY(text.contains("X509v3 Key Usage: critical\n                Digital Signature, Non Repudiation\n"));
        QVERIFY(text.contains("X509v3 Basic Constraints: critical\n                CA:FALSE\n"));
        QCOMPARE(text.count("Policy: "), 1);
        QVERIFY(text.contains("X509v3 Authority Key Identifier") && text.contains("X509v3 Subject Key Identifier"));
    }

    void endsWithTheFiscalYear_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("until");
        QTest::newRow("last moment of 2025") << "2026-03-31T23:59:59+09:00"
                                             << "2031-03-31T23:59:59+09:00";
        QTest::newRow("first moment of 2026") << "2026-04-01T00:00:00+09:00"
                                              << "2032-03-31T23:59:59+09:00";
        QTest::newRow("in another zone") << "2026-03-31T16:00:00+00:00"
                                         << "2032-03-31T23:59:59+09:00";
    }

    void endsWithTheFiscalYear()
    {
        QFETCH(QString, from);
        QFETCH(QString, until);
        Authority authority = create();
        IssueRequest request = requestFor(QStringLiteral("U1"), Role::Inspector, QStringLiteral("A"));
        request.notBefore = fromIso(from);
        QCOMPARE(authority.issue(request).value().certificate.notAfter(), fromIso(until).toUTC());
    }

    void refusesBadRequests_data()
    {
        QTest::addColumn<QString>("department");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("days");
        QTest::newRow("no name") << "U1"
                                 << "" << 1;
        QTest::newRow("blank name") << "U1"
                                    << "　 " << 1;
        QTest::newRow("no department") << ""
                                       << "A" << 1;
        QTest::newRow("long name") << "U1" << QString(65, u'あ') << 1;
        QTest::newRow("control character") << "U1"
                                           << "A\nB" << 1;
        QTest::newRow("ends at once") << "U1"
                                      << "A" << 0;
        QTest::newRow("outlives the authority") << "U1"
                                                << "A" << 8000;
    }

    void refusesBadRequests()
    {
        QFETCH(QString, department);
        QFETCH(QString, name);
        QFETCH(int, days);
        Authority authority = create();
        IssueRequest request = requestFor(department, Role::Inspector, name);
        request.notAfter = kStart.addDays(days);
        QCOMPARE(authority.issue(request).error().code, ErrorCode::InvalidValue);
        QVERIFY(authority.issued().value().isEmpty());
        // 64 characters beyond the BMP still fit
        QVERIFY(authority.issue(requestFor(QStringLiteral("U1"), Role::Inspector, QStringLiteral("𠮷").repeated(64))));
    }

    void keepsARecord()
    {
        Authority authority = create();
        const auto request = requestFor(QStringLiteral("U0004"), Role::Approver, QStringLiteral("承認 花子"));
        const QString first = authority.issue(request).value().certificate.serialHex();
        m_clock.advanceSeconds(60);
        const QString second = authority.issue(request).value().certificate.serialHex();
        QVERIFY(first != second);
        const QList<IssuedRecord> record = Authority::open(m_path, kPassphrase, m_clock)->issued().value();
        QCOMPARE(record.size(), 2);
        QCOMPARE(record.at(0).serial, first);
        QCOMPARE(record.at(1).serial, second);
        QCOMPARE(record.at(0).name, request.name);
        QCOMPARE(record.at(0).department, request.department);
        QCOMPARE(record.at(0).role, Role::Approver);
        QCOMPARE(record.at(0).issuedAt, kStart);
        QCOMPARE(record.at(1).issuedAt, kStart.addSecs(60));
        QVERIFY(!record.at(0).revokedAt.isValid());
    }

    void refusesSpoiltRecords_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("empty") << QByteArray() << ErrorCode::MalformedJson;
        QTest::newRow("other format") << QByteArray(R"({"format":"x"})") << ErrorCode::UnknownFormat;
        QTest::newRow("no list") << QByteArray(R"({"format":"tenken.authority/1","crlNumber":1})")
                                 << ErrorCode::InvalidContent;
        QTest::newRow("bad entry") << QByteArray(R"({"format":"tenken.authority/1","crlNumber":1,"certificates":[{}]})")
                                   << ErrorCode::InvalidContent;
    }

    void refusesSpoiltRecords()
    {
        QFETCH(QByteArray, content);
        QFETCH(ErrorCode, code);
        Authority authority = create();
        QFile file(m_path + "/issued.json");
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QCOMPARE(authority.issue(requestFor(QStringLiteral("U"), Role::Auditor, QStringLiteral("A"))).error().code,
                 code);
        QCOMPARE(authority.crl().error().code, code);
        QCOMPARE(contentOf(m_path + "/issued.json"), content);
    }

    void revokes()
    {
        Authority authority = create();
        const auto request = requestFor(QStringLiteral("U0004"), Role::Inspector, QStringLiteral("点検 太郎"));
        const IssuedCertificate lost = authority.issue(request).value();
        const IssuedCertificate kept = authority.issue(request).value();
        m_clock.advanceSeconds(3600);
        QCOMPARE(authority.revoke(QStringLiteral("00ff")).error().code, ErrorCode::UnknownItem);
        QVERIFY(authority.revoke(lost.certificate.serialHex().toUpper()));
        QCOMPARE(authority.revoke(lost.certificate.serialHex()).error().code, ErrorCode::AlreadyExists);
        QCOMPARE(authority.issued()->at(0).revokedAt, kStart.addSecs(3600));

        const Crl crl = Crl::read(contentOf(m_path + "/ca.crl")).value();
        QVERIFY(crl.isFrom(authority.certificate()) && crl.isComplete());
        QVERIFY(crl.revokedAt(lost.certificate) == kStart.addSecs(3600).toUTC());
        QVERIFY(!crl.revokedAt(kept.certificate));
        QCOMPARE(crl.nextUpdate(), kStart.addSecs(3600).addDays(Authority::kCrlDays).toUTC());
        const QByteArray text =
            openssl({"crl", "-noout", "-text", "-verify", "-CAfile", m_path + "/ca.pem", "-in", m_path + "/ca.crl"});
        QVERIFY(text.contains("verify OK"));
        QVERIFY(text.contains("X509v3 CRL Number: \n                2\n"));
        QVERIFY(text.contains("X509v3 Authority Key Identifier"));

        const QByteArray digest = QCryptographicHash::hash("x", QCryptographicHash::Sha256);
        const auto verdict = [&](const IssuedCertificate &issued) {
            const QByteArray cms = buildSignature(*issued.toSigner(), digest).value();
            const TrustPolicy policy{{authority.certificate()}, {contentOf(m_path + "/ca.crl")}, {}, false};
            return verifyCms(cms, digest, {}, policy, m_clock.now());
        };
        QVERIFY(verdict(kept).isAccepted() && verdict(kept).warnings.isEmpty());
        QCOMPARE(verdict(lost).reasons, QList<Reason>{Reason::Revoked});
    }

    void countsItsLists()
    {
        Authority authority = create();
        const auto pem = authority.crl(7);
        QVERIFY(pem);
        QCOMPARE(contentOf(m_path + "/ca.crl"), *pem);
        const Crl crl = Crl::read(*pem).value();
        QCOMPARE(crl.thisUpdate(), kStart.toUTC());
        QCOMPARE(crl.nextUpdate(), kStart.addDays(7).toUTC());
        QCOMPARE(Crl::read(crl.der())->der(), crl.der());
        QVERIFY(openssl({"crl", "-noout", "-crlnumber", "-in", m_path + "/ca.crl"}).contains("crlNumber=0x02"));
        QCOMPARE(authority.crl(0).error().code, ErrorCode::InvalidValue);
    }

    void refusesWhatIsNoList()
    {
        QCOMPARE(checkCrl({}).error().code, ErrorCode::CertificateUnreadable);
        QCOMPARE(checkCrl(create().certificate().pem()).error().code, ErrorCode::CertificateUnreadable);
        const QByteArray list = contentOf(m_path + "/ca.crl");
        QCOMPARE(checkCrl(list + list).error().code, ErrorCode::CertificateUnreadable);
        QCOMPARE(checkCrl(QByteArray(9 * 1024 * 1024, 'x')).error().code, ErrorCode::FileTooLarge);
    }

    void handsOutKeysThatOpen()
    {
        Authority authority = create();
        const auto issued = authority.issue(requestFor(QStringLiteral("U1"), Role::Division, QStringLiteral("DX")));
        const SecretBytes passphrase = randomPassphrase();
        const auto signer = readPkcs12(issued->toPkcs12(passphrase, kRounds).value(), passphrase);
        QVERIFY(signer);
        QVERIFY((*signer)->certificate() == issued->certificate);
        QVERIFY((*signer)->chain().isEmpty());
    }

    void doesNotOpenAnothersKey()
    {
        Authority authority = create();
        const auto issued = authority.issue(requestFor(QStringLiteral("U1"), Role::Division, QStringLiteral("DX")));
        QFile file(m_path + "/ca.p12");
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(issued->toPkcs12(kPassphrase, kRounds).value());
        file.close();
        QCOMPARE(Authority::open(m_path, kPassphrase, m_clock).error().code, ErrorCode::KeyUnreadable);
        QCOMPARE(Authority::open(m_folder->path(), kPassphrase, m_clock).error().code, ErrorCode::FileNotFound);
    }

private:
    Authority create()
    {
        return Authority::create(m_path, QStringLiteral("肥後市"), kPassphrase, AuthorityKey::EcP256, m_clock, kRounds)
            .value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    FixedClock m_clock{kStart};
};

QTEST_GUILESS_MAIN(AuthorityTest)
#include "tst_authority.moc"
