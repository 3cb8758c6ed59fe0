#include "signing/cms/algorithms.h"
#include "signing/keys/pkcs12_signer.h"
#include "support/test_pki.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tenken;
using namespace tenken::testing;

namespace {

const QByteArray kPassphrase = "ひみつ passphrase";

/// A PKCS#12 file with any mixture of key, certificate and others, in OpenSSL's hands
QByteArray mixed(const PrivateKey *key, const Certificate *certificate, const QList<Certificate> &others,
                 int macIterations = 100, int iterations = 100)
{
    const X509StackPtr stack(sk_X509_new_null());
    for (const Certificate &other : others)
        X509_add_cert(stack.get(), other.handle(), X509_ADD_FLAG_UP_REF);
    const Pkcs12Ptr file(PKCS12_create(kPassphrase.constData(), nullptr, key ? key->handle() : nullptr,
                                       certificate ? certificate->handle() : nullptr, stack.get(), NID_aes_256_cbc,
                                       NID_aes_256_cbc, iterations, -1, 0));
    if (macIterations > 0)
        PKCS12_set_mac(file.get(), kPassphrase.constData(), -1, nullptr, 0, macIterations, EVP_sha256());
    return toDer(i2d_PKCS12, file.get());
}

/// The same file saying that the rounds of its only PBKDF2 with this count are 2^31 - 1
QByteArray withEndlessRounds(QByteArray file, const QByteArray &count)
{
    const qsizetype at = file.indexOf(count);
    return at < 0 ? QByteArray() : file.replace(at, count.size(), QByteArray::fromHex("02047fffffff"));
}

} // namespace

class Pkcs12SignerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensWhatItWrote_data()
    {
        QTest::addColumn<NewKey>("algorithm");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::newRow("P-256") << NewKey::EcP256 << kPassphrase;
        QTest::newRow("P-384") << NewKey::EcP384 << kPassphrase;
        QTest::newRow("RSA-3072") << NewKey::Rsa3072 << kPassphrase;
        QTest::newRow("empty passphrase") << NewKey::EcP256 << QByteArray("");
    }

    void opensWhatItWrote()
    {
        QFETCH(NewKey, algorithm);
        QFETCH(QByteArray, passphrase);
        const Identity middle = issueTo(authoritySpec("middle"), m_root);
        const Identity leaf = issueTo(signerSpec(), middle, algorithm);
        const auto content =
            writePkcs12(leaf.key, leaf.certificate, {m_root.certificate, middle.certificate}, passphrase, 100);
        QVERIFY(content);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("鍵.p12"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(*content);
        file.close();

        const auto signer = openPkcs12(path, passphrase);
        QVERIFY(signer);
        QVERIFY((*signer)->certificate() == leaf.certificate);
        QVERIFY((*signer)->chain() == QList<Certificate>{middle.certificate});
        const auto signature = (*signer)->sign("message");
        QVERIFY(signature);
        QVERIFY(verifySignature(leaf.certificate, Digest::Sha256, "message", *signature));
        QVERIFY(!verifySignature(leaf.certificate, Digest::Sha256, "massage", *signature));
    }

    void tellsWhyItCannotOpen_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<ErrorCode>("code");
        const Identity leaf = issueTo(signerSpec(), m_root);
        const QByteArray good = writePkcs12(leaf.key, leaf.certificate, {}, kPassphrase, 100).value();
        const PrivateKey other = PrivateKey::generate(NewKey::EcP256).value();
        const auto row = [](const char *name, const QByteArray &content, const QByteArray &passphrase, ErrorCode code) {
            QTest::newRow(name) << content << passphrase << code;
        };
        row("wrong", good, "wrong", ErrorCode::WrongPassphrase);
        row("empty", good, "", ErrorCode::WrongPassphrase);
        row("longer by NUL", good, kPassphrase + '\0', ErrorCode::WrongPassphrase);
        row("nothing", "", kPassphrase, ErrorCode::KeyUnreadable);
        row("a PDF", "%PDF-1.7", kPassphrase, ErrorCode::KeyUnreadable);
        row("cut", good.chopped(10), kPassphrase, ErrorCode::KeyUnreadable);
        row("too large", QByteArray(2 * 1024 * 1024, 'x'), kPassphrase, ErrorCode::FileTooLarge);
        row("no key", mixed(nullptr, nullptr, {leaf.certificate}), kPassphrase, ErrorCode::KeyUnreadable);
        row("no certificate", mixed(&other, nullptr, {}), kPassphrase, ErrorCode::KeyWithoutCertificate);
        row("another's certificate", mixed(&other, nullptr, {leaf.certificate}), kPassphrase,
            ErrorCode::KeyWithoutCertificate);
        row("no MAC", mixed(&leaf.key, &leaf.certificate, {}, 0), kPassphrase, ErrorCode::KeyUnreadable);
        // 101 and 102 rounds, as INTEGER
        row("endless MAC",
            withEndlessRounds(mixed(&leaf.key, &leaf.certificate, {}, 101), QByteArray::fromHex("020165")), kPassphrase,
            ErrorCode::KeyUnreadable);
    }

    void tellsWhyItCannotOpen()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, passphrase);
        const auto signer = readPkcs12(content, passphrase, QStringLiteral("key.p12"));
        QVERIFY(!signer);
        QTEST(signer.error().code, "code");
        QCOMPARE(signer.error().subject, QStringLiteral("key.p12"));
    }

    void tellsOfMissingFiles()
    {
        const QTemporaryDir folder;
        QCOMPARE(openPkcs12(folder.filePath("none.p12"), kPassphrase).error().code, ErrorCode::FileNotFound);
        QCOMPARE(openPkcs12(folder.path(), kPassphrase).error().code, ErrorCode::FileUnreadable);
    }

    void everyMutationIsBorne()
    {
        const Identity leaf = issueTo(signerSpec(), m_root);
        const QByteArray good = writePkcs12(leaf.key, leaf.certificate, {}, kPassphrase, 2).value();
        int opened = 0;
        for (qsizetype i = 0; i < good.size(); ++i) {
            QByteArray mutated = good;
            mutated[i] = static_cast<char>(mutated.at(i) ^ 0x11);
            if (const auto signer = readPkcs12(mutated, kPassphrase)) {
                ++opened;
                QVERIFY((*signer)->certificate() == leaf.certificate);
            }
        }
        // Some octets (tags of strings that nobody reads) change nothing that matters
        QVERIFY(opened < good.size() / 50);
    }

    void refusesPassphrasesThatWouldBeCut()
    {
        const Identity leaf = issueTo(signerSpec(), m_root);
        const QByteArray cut("ab\0cd", 5);
        QCOMPARE(writePkcs12(leaf.key, leaf.certificate, {}, cut, 100).error().code, ErrorCode::InvalidValue);
    }

    void opensslAccepts()
    {
        const Identity leaf = issueTo(signerSpec(), m_root);
        const QTemporaryDir folder;
        QFile file(folder.filePath("key.p12"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(writePkcs12(leaf.key, leaf.certificate, {}, QByteArray("secret"), 1234).value());
        file.close();
        QProcess openssl;
        openssl.start("openssl", {"pkcs12", "-info", "-in", file.fileName(), "-passin", "pass:secret", "-noenc"});
        QVERIFY2(openssl.waitForFinished(), "openssl is needed: ./dev setup installs it");
        const QByteArray said = openssl.readAllStandardError();
        QVERIFY2(openssl.exitCode() == 0, said.constData());
        QVERIFY(said.contains("MAC: sha256, Iteration 1234"));
        QCOMPARE(said.count("PBES2, PBKDF2, AES-256-CBC, Iteration 1234, PRF hmacWithSHA256"), 2);
    }

    void secretsKeepTheirOwnBytes()
    {
        QByteArray bytes = "secret";
        const SecretBytes secret(bytes);
        const SecretBytes copy = secret;
        QVERIFY(secret.data() != bytes.constData() && copy.data() != secret.data());
        bytes.fill('x');
        QCOMPARE(QByteArray(copy.data(), copy.size()), QByteArray("secret"));
    }

    void randomPassphrasesAreReadable()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < 200; ++i) {
            const SecretBytes passphrase = randomPassphrase();
            const QByteArray text(passphrase.data(), passphrase.size());
            QCOMPARE(text.size(), 20);
            for (const char c : text)
                QVERIFY(((c >= 'a' && c <= 'z') || (c >= '2' && c <= '9')) && c != 'l' && c != 'i' && c != 'o');
            seen.insert(text);
        }
        QCOMPARE(seen.size(), 200);
    }

private:
    Identity m_root = makeRoot(authoritySpec("CA"));
};

QTEST_GUILESS_MAIN(Pkcs12SignerTest)
#include "tst_pkcs12_signer.moc"
