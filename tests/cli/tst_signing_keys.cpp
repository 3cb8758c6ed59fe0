#include "cli/cli_city.h"
#include "support/odd_disks.h"
#include "support/places.h"
#include "support/soft_token.h"

#include <QDir>
#include <QFileInfo>

#include <openssl/pkcs12.h>

using namespace tenken;
using namespace tenken::support;

namespace {

/// A PKCS#12 file that holds a key and nothing else
QByteArray lonelyKey(const PrivateKey &key)
{
    const OpensslPtr<PKCS12, PKCS12_free> file(PKCS12_create(SmallCity::kSecret.data(), "key", key.handle(), nullptr,
                                                             nullptr, NID_aes_256_cbc, -1, 1000, 1000, 0));
    return toDer(i2d_PKCS12, file.get());
}

bool isJapanese(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Hiragana; });
}

} // namespace

/// Keys as files and on tokens; and what a person reads when signing cannot be done
class TestSigningKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void badInputWritesNothing_data();
    void badInputWritesNothing();
    void keyOfAnotherAuthorityIsTold_data();
    void keyOfAnotherAuthorityIsTold();
    void whatIsNoSubmissionIsTold();
    void namesCharactersThatNoFontHas();
    void brokenDiskLeavesNothing_data();
    void brokenDiskLeavesNothing();
    void tokenTellsWhy_data();
    void tokenTellsWhy();
    void keyIsNamedOnce_data();
    void keyIsNamedOnce();
    void tokenSigns();

private:
    QStringList exportTo(const QString &out) const
    {
        return {"inspection", "export", "--store", "desk.db", "--inspection", m_id, "--out", out};
    }
    QStringList entries() const { return QDir(m_city->folder.path()).entryList(QDir::Files | QDir::Hidden); }
    /// With an inspector's and an approver's key; once
    bool makeToken();
    /// The sentence in both languages; nothing was written
    void refused(const QStringList &arguments, int code, const QString &error);

    std::unique_ptr<CliCity> m_city;
    std::unique_ptr<SoftToken> m_token;
    QString m_inspectorSha256;
    QString m_id;
};

void TestSigningKeys::initTestCase()
{
    m_city = std::make_unique<CliCity>();
    m_city->saveFill();
    m_id = m_city->start();
    QCOMPARE(m_city->run("inspection fill --store desk.db --from fill.csv --inspection " + m_id).code, 0);
    m_city->save("signed.pdf", m_city->sign(m_city->inspection(QStringLiteral("U0004"))));
    const QDateTime now = m_city->clock.now();
    const IssuedCertificate expired =
        m_city->issue(QStringLiteral("U0004"), Role::Inspector, now.addDays(-5), now.addSecs(-60));
    m_city->save("expired.p12", expired.toPkcs12(SmallCity::kSecret, kPkcs12DemoIterations).value());
    m_city->save("lonely.p12", lonelyKey(expired.key));
    m_city->save("wrong.txt", "not the passphrase\n");
    m_city->save("junk.p12", "junk");
    m_city->save("pin.txt", SoftToken::kPin + '\n');
    m_city->save("wrong-pin.txt", "4321\n");
}

bool TestSigningKeys::makeToken()
{
    if (m_token) {
        return true;
    }
    auto token = std::make_unique<SoftToken>();
    const IssuedCertificate inspector = m_city->issue(QStringLiteral("U0004"), Role::Inspector);
    m_inspectorSha256 = inspector.certificate.sha256Hex();
    const bool made = !SoftToken::module().isEmpty() && token->create() && token->put(inspector, QStringLiteral("01"))
        && token->put(m_city->issue(QStringLiteral("U0004"), Role::Approver), QStringLiteral("02"));
    if (made) {
        m_token = std::move(token);
    }
    return made;
}

void TestSigningKeys::refused(const QStringList &arguments, int code, const QString &error)
{
    const QStringList before = entries();
    const CliRun run = m_city->run(arguments);
    QCOMPARE(run.errorCode(), error);
    QCOMPARE(run.code, code);
    for (const QString &language : {QStringLiteral("ja"), QStringLiteral("en")}) {
        const CliRun told = runCli(arguments + QStringList{"--lang", language}, m_city->folder.path());
        const QString sentence = QString::fromUtf8(told.error).trimmed();
        QVERIFY2(!sentence.contains(u'\n'), qPrintable(sentence)); // nothing of the system's words behind it
        QCOMPARE(told.code, code);
        QVERIFY(sentence.size() > 15);
        // a subject in front may be Japanese in either
        QVERIFY2(isJapanese(sentence.section(": ", -1)) == (language == u"ja"), qPrintable(sentence));
    }
    QCOMPARE(entries(), before);
}

void TestSigningKeys::badInputWritesNothing_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<QString>("out");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *key, const char *passphrase, const char *out, int code,
                        const char *error) {
        QTest::newRow(name) << QString(key) << QString(passphrase) << QString(out) << code << QString(error);
    };
    row("wrong passphrase", "inspector.p12", "wrong.txt", "x.pdf", 5, "wrong-passphrase");
    row("no passphrase file", "inspector.p12", "none.txt", "x.pdf", 3, "file-not-found");
    row("no key file", "none.p12", "pass.txt", "x.pdf", 3, "file-not-found");
    row("not a key file", "junk.p12", "pass.txt", "x.pdf", 5, "key-unreadable");
    row("expired certificate", "expired.p12", "pass.txt", "x.pdf", 5, "certificate-expired");
    row("key without certificate", "lonely.p12", "pass.txt", "x.pdf", 5, "key-without-certificate");
    row("another role", "approver.p12", "pass.txt", "x.pdf", 5, "certificate-wrong-role");
    row("no such folder", "inspector.p12", "pass.txt", "nowhere/x.pdf", 3, "file-unwritable");
    row("a file for a folder", "inspector.p12", "pass.txt", "pass.txt/x.pdf", 3, "file-unwritable");
    row("a folder for a file", "inspector.p12", "pass.txt", "authority", 3, "file-unwritable");
}

void TestSigningKeys::badInputWritesNothing()
{
    QFETCH(QString, key);
    QFETCH(QString, passphrase);
    QFETCH(QString, out);
    QFETCH(int, code);
    QFETCH(QString, error);
    refused(exportTo(out) + QStringList{"--key", key, "--passphrase-file", passphrase}, code, error);
    if (key != u"approver.p12") {
        const QString approver = key == u"inspector.p12" ? QStringLiteral("approver.p12") : key;
        refused(QStringList{"approve", "signed.pdf", "--out", out, "--key", approver, "--passphrase-file", passphrase}
                    + m_city->trustArguments(),
                code, key == u"expired.p12" ? QStringLiteral("certificate-wrong-role") : error);
    }
}

void TestSigningKeys::keyOfAnotherAuthorityIsTold_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("approve") << QStringList{"approve"};
    QTest::newRow("return") << QStringList{"return", "--reason", "日付がありません"};
}

/// The file is right, and that is not what is told: the key is not one that anybody here believes.
void TestSigningKeys::keyOfAnotherAuthorityIsTold()
{
    QFETCH(QStringList, command);
    SmallCity stranger(m_city->clock.now());
    const IssuedCertificate issued = stranger.issue(QStringLiteral("U0004"), Role::Approver);
    m_city->save("stranger.p12", issued.toPkcs12(SmallCity::kSecret, kPkcs12DemoIterations).value());
    const QStringList arguments = command + QStringList{"signed.pdf", "--out", "x.pdf"}
        + m_city->keyArguments("stranger") + m_city->trustArguments();
    const QStringList before = entries();
    const CliRun run = m_city->run(arguments);
    QCOMPARE(run.code, 1);
    QCOMPARE(run.errorCode(), QStringLiteral("not-accepted"));
    QCOMPARE(run.object()[u"error"][u"detail"].toString(), QStringLiteral("unknown-issuer"));
    for (const QString &language : {QStringLiteral("ja"), QStringLiteral("en")}) {
        const CliRun told = runCli(arguments + QStringList{"--lang", language}, m_city->folder.path());
        const QStringList lines = QString::fromUtf8(told.error).trimmed().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.first().startsWith(u"unknown-issuer  "));
        QVERIFY(lines.last().startsWith(issued.certificate.commonName() + QStringLiteral(": ")));
        QCOMPARE(isJapanese(lines.last().section(": ", -1)), language == u"ja");
    }
    QCOMPARE(entries(), before);
}

void TestSigningKeys::whatIsNoSubmissionIsTold()
{
    const QStringList back = QStringList{"return", "signed.pdf", "--reason", "日付がありません", "--out", "back.pdf"};
    QCOMPARE(m_city->run(back + m_city->keyArguments("approver") + m_city->trustArguments()).code, 0);
    const CliRun told = runCli(QStringList{"approve", "back.pdf", "--out", "x.pdf", "--lang", "en"}
                                   + m_city->keyArguments("approver") + m_city->trustArguments(),
                               m_city->folder.path());
    QCOMPARE(told.code, 1);
    QVERIFY2(told.error.contains("back.pdf is no submission. Nothing was written."), told.error.constData());
    QVERIFY(!entries().contains(QStringLiteral("x.pdf")));
    QVERIFY(QFile::remove(m_city->path(QStringLiteral("back.pdf"))));
}

void TestSigningKeys::namesCharactersThatNoFontHas()
{
    const QString sign = QString::fromUcs4(U"\U00013000"); // an Egyptian hieroglyph
    const QStringList who{"--signer-name", QStringLiteral("点検") + sign};
    const QStringList arguments = exportTo("x.pdf") + who + m_city->keyArguments("inspector");
    refused(arguments, 1, QStringLiteral("glyph-missing"));
    const auto told = m_city->run(arguments);
    QVERIFY(told.out.contains("U+13000"));
    QVERIFY(told.error.contains("U+13000"));
}

void TestSigningKeys::brokenDiskLeavesNothing_data()
{
    QTest::addColumn<QString>("mount");
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("error");
    const QStringList sign = exportTo("disk/x.pdf") + m_city->keyArguments("inspector");
    const QStringList approve = QStringList{"approve", "signed.pdf", "--out", "disk/x.pdf"}
        + m_city->keyArguments("approver") + m_city->trustArguments();
    QTest::newRow("sign, full") << "size=64k" << sign << 4 << "disk-full";
    QTest::newRow("approve, full") << "size=64k" << approve << 4 << "disk-full";
    const QStringList found{"authority", "init", "--out", "disk/ca", "--name", "city", "--passphrase-file", "pass.txt"};
    QTest::newRow("authority, full") << "size=8k" << found << 4 << "disk-full"; // room for two of its four files
#ifndef Q_OS_WIN // room for bytes alone can be taken away there
    QTest::newRow("authority, no room for its lock") << "nr_inodes=2" << found << 4 << "disk-full";
#endif
    QTest::newRow("authority, nobody may write") << "ro" << found << 3 << "file-unwritable";
    QTest::newRow("sign, nobody may write") << "ro" << sign << 3 << "file-unwritable";
    QTest::newRow("approve, nobody may write") << "ro" << approve << 3 << "file-unwritable";
}

#ifdef Q_OS_WIN
void TestSigningKeys::brokenDiskLeavesNothing()
{
    QFETCH(QString, mount);
    QFETCH(QStringList, command);
    QFETCH(int, code);
    QFETCH(QString, error);
    const SmallDisk small(mount.section(u'=', 1).chopped(1).toLongLong() << 10); // "size=64k"
    const QString disk = mount == u"ro" ? lockedDisk() : small.path();
    if (disk.isEmpty())
        QSKIP("no small or locked disk here");
    for (QString &argument : command)
        argument = argument.startsWith("disk/") ? disk + argument.mid(4) : argument;
    const CliRun run = m_city->run(command);
    QCOMPARE(run.errorCode(), error);
    QCOMPARE(run.code, code);
    QCOMPARE(QDir(disk).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
}
#else
/// A small or locked file system, in a mount namespace of its own: root may write into every other folder
void TestSigningKeys::brokenDiskLeavesNothing()
{
    if (QProcess::execute("unshare", {"-rm", "true"}) != 0)
        QSKIP("this machine lets nobody mount a small file system");
    QFETCH(QString, mount);
    QFETCH(QStringList, command);
    QFETCH(int, code);
    QFETCH(QString, error);
    QDir(m_city->folder.path()).mkdir("disk");
    for (QString &argument : command)
        argument = u'\'' + argument + u'\'';
    const QString script =
        QStringLiteral("mount -t tmpfs -o %1 tmpfs disk && %2 %3 --json; echo \"code=$?\"; ls -A disk")
            .arg(mount, builtPath("bin/tenken-cli"), command.join(u' '));
    QProcess program;
    program.setWorkingDirectory(m_city->folder.path());
    program.start("unshare", {"-rm", "sh", "-c", script});
    QVERIFY(program.waitForFinished(120'000));
    const QByteArray out = program.readAllStandardOutput();
    QVERIFY2(out.contains('"' + error.toLatin1() + '"'), out.constData());
    const QByteArray end = "code=" + QByteArray::number(code) + '\n'; // and nothing listed behind it
    QVERIFY2(out.endsWith(end), out.constData());
}
#endif

void TestSigningKeys::tokenSigns()
{
    QVERIFY2(makeToken(), "SoftHSM2 is needed: ./dev setup installs it");
    const QStringList token{"--pkcs11-module", SoftToken::module(), "--token",
                            SoftToken::kLabel, "--passphrase-file", "pin.txt"};
    const CliRun exported =
        m_city->run(exportTo("token.pdf") + token + QStringList{"--certificate", m_inspectorSha256});
    QVERIFY2(exported.code == 0, exported.out.constData());
    const CliRun verified = m_city->run(QStringList{"verify", "token.pdf"} + m_city->trustArguments());
    QCOMPARE(verified.code, 0);
    QCOMPARE(verified.array()[0][u"signatures"][0][u"role"].toString(), QStringLiteral("inspector"));
}

void TestSigningKeys::tokenTellsWhy_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("detail");
    const QString module = SoftToken::module();
    const QStringList good{"--pkcs11-module", module,          "--passphrase-file",
                           "pin.txt",         "--certificate", QString(64, u'0')};
    QTest::newRow("no such certificate") << good << QStringLiteral("no-certificate");
    QTest::newRow("which of two") << good.mid(0, 4) << QStringLiteral("several-certificates");
    QTest::newRow("another token") << good.mid(0, 4) + QStringList{"--token", "none"}
                                   << QStringLiteral("no-certificate");
    QTest::newRow("no module") << QStringList{"--pkcs11-module", "libz.so.1", "--passphrase-file", "pin.txt"}
                               << QStringLiteral("module-unloadable");
    QTest::newRow("wrong PIN") << QStringList{"--pkcs11-module", module,          "--passphrase-file",
                                              "wrong-pin.txt",   "--certificate", "INSPECTOR"}
                               << QStringLiteral("pin-incorrect");
}

void TestSigningKeys::tokenTellsWhy()
{
    QVERIFY2(makeToken(), "SoftHSM2 is needed: ./dev setup installs it");
    QFETCH(QStringList, options);
    QFETCH(QString, detail);
    options.replaceInStrings("INSPECTOR", m_inspectorSha256);
    const CliRun run = m_city->run(exportTo("x.pdf") + options);
    QCOMPARE(run.code, 5);
    QCOMPARE(run.errorCode(), QStringLiteral("token-failed"));
    QCOMPARE(run.object()[u"error"][u"detail"].toString(), detail);
    QVERIFY(!QFileInfo::exists(m_city->path("x.pdf")));
}

void TestSigningKeys::keyIsNamedOnce_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("none") << QStringList();
    QTest::newRow("both") << QStringList{"--key", "inspector.p12", "--pkcs11-module", "m.so"};
    QTest::newRow("file on a token") << QStringList{"--key", "inspector.p12", "--token", "x"};
    QTest::newRow("certificate of a file") << QStringList{"--key", "inspector.p12", "--certificate", "x"};
}

void TestSigningKeys::keyIsNamedOnce()
{
    QFETCH(QStringList, options);
    options << QStringList{"--passphrase-file", "pass.txt"};
    QCOMPARE(m_city->run(exportTo("x.pdf") + options).code, 2);
    QCOMPARE(
        m_city->run(QStringList{"approve", "signed.pdf", "--out", "x.pdf"} + m_city->trustArguments() + options).code,
        2);
    QVERIFY(!QFileInfo::exists(m_city->path("x.pdf")));
}

QTEST_MAIN(TestSigningKeys)
#include "tst_signing_keys.moc"
