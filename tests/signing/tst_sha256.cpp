#include "signing/keys/hashed_bytes.h"
#include "signing/keys/sha256.h"

#include <QCryptographicHash>
#include <QTest>

#include <array>

using namespace tenken;

class TestSha256 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownAnswers_data();
    void knownAnswers();
    void agreesWithQtAtEveryLength();
    void partsInAnyOrder();
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

/// What was read for one part is gone on from for the next: each has the digest of its own bytes all the same.
void TestSha256::partsInAnyOrder()
{
    QByteArray bytes;
    for (int i = 0; i < 300'000; ++i) {
        bytes += static_cast<char>(i * 31 + i / 251);
    }
    const qsizetype size = bytes.size();
    const QList<qsizetype> places{0, 1, 32'767, 32'768, 32'769, 99'999, 131'072, 250'000, size - 1, size};
    QList<std::array<qsizetype, 3>> parts;
    for (const qsizetype begin : places) {
        for (const qsizetype end : places) {
            const qsizetype gapEnd = std::min(begin + 1000, size);
            if (end >= gapEnd) {
                parts.append({begin, gapEnd, end});
            }
        }
    }
    QVERIFY(parts.size() > 30);
    for (int order = 0; order < 2; ++order) {
        HashedBytes hashed(bytes);
        for (const auto &[begin, gapEnd, end] : std::as_const(parts)) {
            QCOMPARE(hashed.sha256Around(begin, gapEnd, end),
                     sha256Of(bytes.left(begin) + bytes.mid(gapEnd, end - gapEnd)));
        }
        QCOMPARE(hashed.sha256(), sha256Of(bytes));
        QCOMPARE(hashed.sha256(), sha256Of(bytes));
        std::reverse(parts.begin(), parts.end());
    }
    QCOMPARE(HashedBytes({}).sha256(), sha256Of({}));
}

QTEST_GUILESS_MAIN(TestSha256)
#include "tst_sha256.moc"
