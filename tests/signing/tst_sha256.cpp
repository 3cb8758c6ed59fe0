#include "signing/keys/sha256.h"

#include <QCryptographicHash>
#include <QTest>

using namespace tenken;

class TestSha256 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownAnswers_data();
    void knownAnswers();
    void agreesWithQtAtEveryLength();
};

/// FIPS 180-4's examples
void TestSha256::knownAnswers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("nothing") << QByteArray()
                             << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("abc") << QByteArray("abc")
                         << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("a million a") << QByteArray(1'000'000, 'a')
                                 << QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

void TestSha256::knownAnswers()
{
    QFETCH(QByteArray, bytes);
    QTEST(sha256Of(bytes).toHex(), "hex");
}

void TestSha256::agreesWithQtAtEveryLength()
{
    QByteArray bytes;
    for (int length = 0; length < 300; ++length) {
        QCOMPARE(sha256Of(bytes), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
        bytes += static_cast<char>(length * 7);
    }
}

QTEST_GUILESS_MAIN(TestSha256)
#include "tst_sha256.moc"
