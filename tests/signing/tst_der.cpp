#include "signing/cms/der.h"

#include <QTest>

using namespace tenken;

class DerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsCanonicalFromNot_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<bool>("canonical");
        const auto row = [](const char *name, const char *hex, bool canonical) {
            QTest::newRow(name) << QByteArray(hex) << canonical;
        };
        row("empty", "", false);
        row("null", "0500", true);
        row("null with content", "050100", false);
        row("end of contents", "0000", false);
        row("high tag number", "1f8101 00", false);
        row("true", "0101ff", true);
        row("BER true", "010101", false);
        row("integer", "020180", true);
        row("integer without octets", "0200", false);
        row("integer with a zero too many", "0202007f", false);
        row("integer with its sign", "02020080", true);
        row("integer with an ff too many", "0202ff80", false);
        row("negative integer", "0202ff7f", true);
        row("object identifier", "06032a8648", true);
        row("object identifier that does not end", "06022a86", false);
        row("object identifier with a leading zero", "06032a8001", false);
        row("bit string", "030206c0", true);
        row("bit string with dirty unused bits", "030206c1", false);
        row("bit string with 8 unused bits", "030208c0", false);
        row("empty bit string", "030100", true);
        row("empty bit string with unused bits", "030101", false);
        row("constructed octet string", "2403040101", false);
        row("primitive sequence", "1000", false);
        row("sequence", "3003020101", true);
        row("sequence with rest", "3004020101 00", false);
        row("two elements", "0500 0500", false);
        row("set in order", "3106020101020102", true);
        row("set with equal elements", "3106020101020101", true);
        row("set out of order", "3106020102020101", false);
        row("UTF-8", "0c03e782b9", true);
        row("broken UTF-8", "0c02e782", false);
        row("UTC time", "170d3236313132323033303030305a", true);
        row("UTC time without seconds", "170b323631313232303330305a", false);
        row("UTC time with offset", "17113236313132323033303030302b30393030", false);
        row("generalised time", "180f32303236313132323033303030305a", true);
        row("generalised time, fraction", "181132303236313132323033303030302e355a", true);
        row("generalised time, fraction ends in zero", "181232303236313132323033303030302e35305a", false);
        row("short length in long form", "0481017f", false);
        row("length with leading zero", "048200017f", false);
        row("length larger than memory", "0484ffffffff", false);
        row("length of five octets", "04850000000001ff", false);
    }

    void tellsCanonicalFromNot()
    {
        QFETCH(QByteArray, hex);
        QFETCH(bool, canonical);
        QCOMPARE(der::isCanonical(QByteArray::fromHex(hex)), canonical);
    }

    void bearsDepth_data()
    {
        QTest::addColumn<int>("levels");
        QTest::addColumn<bool>("canonical");
        QTest::newRow("32") << 32 << true;
        QTest::newRow("33") << 33 << false;
        QTest::newRow("10000") << 10000 << false;
    }

    void bearsDepth()
    {
        QFETCH(int, levels);
        QByteArray nested;
        for (int i = 0; i < levels; ++i)
            nested = der::sequence({nested});
        QTEST(der::isCanonical(nested), "canonical");
    }

    void writesMinimalLengths_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("0") << 0 << QByteArray::fromHex("0400");
        QTest::newRow("127") << 127 << QByteArray::fromHex("047f");
        QTest::newRow("128") << 128 << QByteArray::fromHex("048180");
        QTest::newRow("256") << 256 << QByteArray::fromHex("04820100");
        QTest::newRow("65536") << 65536 << QByteArray::fromHex("0483010000");
    }

    void writesMinimalLengths()
    {
        QFETCH(int, size);
        QFETCH(QByteArray, header);
        const QByteArray written = der::octetString(QByteArray(size, 'x'));
        QCOMPARE(written.first(header.size()), header);
        QCOMPARE(written.size(), header.size() + size);
        QCOMPARE(der::firstLength(written), written.size());
        QVERIFY(der::isCanonical(written));
        QCOMPARE(der::firstLength(written + "rest"), written.size());
    }

    void writesUnsignedIntegers()
    {
        QCOMPARE(der::integer(QByteArray::fromHex("0000")), QByteArray::fromHex("020100"));
        QCOMPARE(der::integer({}), QByteArray::fromHex("020100"));
        QCOMPARE(der::integer(QByteArray::fromHex("007f")), QByteArray::fromHex("02017f"));
        QCOMPARE(der::integer(QByteArray::fromHex("80")), QByteArray::fromHex("02020080"));
    }

    void sortsSets()
    {
        const QByteArray set = der::setOf({"\x02\x01\x7f", "\x02\x01\x01", "\x01\x01\xff"});
        QCOMPARE(set, QByteArray::fromHex("31090101ff02010102017f"));
    }

    void readerFailsForGood()
    {
        const QByteArray bytes = QByteArray::fromHex("020101020102");
        der::Reader reader(bytes);
        QCOMPARE(reader.take(der::Integer).whole.toByteArray(), QByteArray::fromHex("020101"));
        QVERIFY(reader.take(der::OctetString).whole.isEmpty());
        QVERIFY(reader.failed());
        QVERIFY(!reader.nextIs(der::Integer));
        QVERIFY(reader.take(der::Integer).whole.isEmpty());
        QVERIFY(reader.atEnd());
        QVERIFY(!reader.finished());
    }
};

QTEST_GUILESS_MAIN(DerTest)
#include "tst_der.moc"
