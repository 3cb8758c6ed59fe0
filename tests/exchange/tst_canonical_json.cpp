#include "exchange/canonical_json.h"

#include "exchange/json_parser.h"
#include "support/places.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

using namespace tenken;
using namespace Qt::StringLiterals;

class TestCanonicalJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textIsWrittenCanonically_data();
    void textIsWrittenCanonically();
    void everyCharacterHasOneSpelling();
    void keysAreSortedByCodeUnits();
    void sha256IsLowerCaseHex();
    void fingerprintIgnoresOrderAndLocalReferences();
    void whatWasReadIsWrittenTheSameWay_data();
    void whatWasReadIsWrittenTheSameWay();
    void objectWrittenByMembersIsCanonical();
};

void TestCanonicalJson::textIsWrittenCanonically_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("null") << QJsonValue() << QByteArray("null");
    QTest::newRow("true") << QJsonValue(true) << QByteArray("true");
    QTest::newRow("integer") << QJsonValue(-12) << QByteArray("-12");
    QTest::newRow("53 bits") << QJsonValue(9007199254740991LL) << QByteArray("9007199254740991");
    QTest::newRow("empty array") << QJsonValue(QJsonArray()) << QByteArray("[]");
    QTest::newRow("empty object") << QJsonValue(QJsonObject()) << QByteArray("{}");
    QTest::newRow("nested") << QJsonValue(QJsonObject{{u"b"_s, QJsonArray{1, QJsonValue(), u"x"_s}}, {u"a"_s, false}})
                            << QByteArray(R"({"a":false,"b":[1,null,"x"]})");
    // RFC 8785 section 3.2.2.2: only these escapes, everything else as it is
    QTest::newRow("escapes") << QJsonValue(u"\"\\\b\f\n\r\t/"_s) << QByteArray(R"("\"\\\b\f\n\r\t/")");
    QTest::newRow("the RFC's own string")
        << QJsonValue(u"€$\u000f\nA'B\"\\\\\"/"_s) << QByteArray(R"("€$\u000f\nA'B\"\\\\\"/")");
    QTest::newRow("no normalisation") << QJsonValue(u"が\u3099か゛\u212b"_s) << QByteArray("\"が\u3099か゛\u212b\"");
    QTest::newRow("least integer") << QJsonValue(-9007199254740991LL) << QByteArray("-9007199254740991");
    QTest::newRow("zero") << QJsonValue(0) << QByteArray("0");
    QTest::newRow("minus zero") << QJsonValue(-0.0) << QByteArray("0");
    QTest::newRow("empty text") << QJsonValue(QString()) << QByteArray("\"\"");
    QTest::newRow("empty key") << QJsonValue(QJsonObject{{QString(), 1}}) << QByteArray("{\"\":1}");
    QTest::newRow("key with escapes") << QJsonValue(QJsonObject{{u"\"\n"_s, QJsonArray{1}}})
                                      << QByteArray(R"({"\"\n":[1]})");
    QTest::newRow("control") << QJsonValue(QString(QChar(0x0f)) + QChar(0x1f)) << QByteArray(R"("\u000f\u001f")");
    QTest::newRow("Japanese") << QJsonValue(u"点検𠮷\u007f\u2028"_s) << QByteArray("\"点検𠮷\x7f\xe2\x80\xa8\"");
}

void TestCanonicalJson::textIsWrittenCanonically()
{
    QFETCH(QJsonValue, value);
    QTEST(canonicalJson(value), "bytes");
}

/// RFC 8785 section 3.2.2.2: two characters for five controls, six for the others, everything else as it is
void TestCanonicalJson::everyCharacterHasOneSpelling()
{
    const QHash<char16_t, QByteArray> shortest{{u'\b', "\\b"}, {u'\t', "\\t"}, {u'\n', "\\n"}, {u'\f', "\\f"},
                                               {u'\r', "\\r"}, {u'"', "\\\""}, {u'\\', "\\\\"}};
    for (char16_t c = 0; c < 0xd800; ++c) {
        const QString text(QChar{c});
        const QByteArray plain = c < 0x20 ? "\\u00" + QByteArray(1, char(c)).toHex() : text.toUtf8();
        const QByteArray written = canonicalJson(QJsonValue(text));
        QVERIFY2(written == '"' + shortest.value(c, plain) + '"', written.constData());
        QCOMPARE(parseJson(written, {}).value->text, text);
    }
}

/// The example of RFC 8785 section 3.2.3
void TestCanonicalJson::keysAreSortedByCodeUnits()
{
    const QByteArray source =
        R"({"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh",
"1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"})";
    const Reading<JsonValue> read = parseJson(source, {});
    QVERIFY(read);
    const QByteArray canonical = canonicalJson(toQJson(*read.value));
    QList<qsizetype> places;
    for (const char *name : {"Carriage", "One", "Control", "Latin", "Euro", "Emoji", "Hebrew"})
        places.append(canonical.indexOf(name));
    QVERIFY(!places.contains(-1));
    QVERIFY(std::is_sorted(places.begin(), places.end()));
}

void TestCanonicalJson::sha256IsLowerCaseHex()
{
    QCOMPARE(sha256Hex("abc"), u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
}

void TestCanonicalJson::fingerprintIgnoresOrderAndLocalReferences()
{
    const auto fingerprint = [](const QByteArray &text) { return fingerprintOf(*parseJson(text, {}).value); };
    const QString one = fingerprint(R"({"a":1,"b":{"c":2}})");
    QCOMPARE(fingerprint(R"( {"b" : {"c":2}, "a":1} )"), one);
    QCOMPARE(fingerprint(R"({"a":1,"b":{"c":2,"localCriteriaRef":"x"},"history":[]})"), one);
    QVERIFY(fingerprint(R"({"a":1,"b":{"c":3}})") != one);
}

void TestCanonicalJson::whatWasReadIsWrittenTheSameWay_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("scalars") << QByteArray(R"([null,true,false,-0,12,9007199254740993,1.0,1.5,1e3,"",{},[]])");
    QTest::newRow("escapes in keys") << QByteArray(
        R"({"b\"\\":"\u0001\u001f\n\t\b\f\r\/","a":"点検𠮷","history":[1]})");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("words") << QByteArray("[true,false,null]");
    QTest::newRow("numbers") << QByteArray("[0,-0,12,-9007199254740991,1.0,2.5,1e3]");
    QTest::newRow("escapes") << QByteArray(R"(["\"\\\b\f\n\r\t/\u000f\u20ac\ud842\udfb7","点検"])");
    QTest::newRow("empty ones") << QByteArray(R"([[],{},"",{"":""},{"":1,"a":2}])");
    QTest::newRow("order") << QByteArray(R"({"b":[{"z":1,"a":2}],"\ufb33":1,"\ud83d\ude00":2,"A":3,"aa":4,"a":5})");
    QTest::newRow("left out") << QByteArray(R"({"history":{"a":1},"x":[{"localCriteriaRef":null}]})");
    QByteArray wide = "{";
    for (int i = 99; i >= 0; --i)
        wide += "\"k" + QByteArray::number(i) + "\":" + QByteArray::number(i) + (i > 0 ? "," : "}");
    QTest::newRow("a hundred members") << wide;
    const QDir folder(support::sourcePath("checklists/kumamoto-2023"));
    for (const QString &name : folder.entryList({u"*.json"_s})) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::newRow(qPrintable(name)) << file.readAll();
    }
}

void TestCanonicalJson::whatWasReadIsWrittenTheSameWay()
{
    QFETCH(QByteArray, text);
    const Reading<JsonValue> read = parseJson(text, {});
    QVERIFY(read);
    QCOMPARE(fingerprintOf(*read.value),
             sha256Hex(canonicalJson(toQJson(*read.value, {u"localCriteriaRef"_s, u"history"_s}))));
    QCOMPARE(canonicalJson(*read.value), canonicalJson(toQJson(*read.value)));
    const QStringList without{u"history"_s, u"clause"_s};
    QCOMPARE(canonicalJson(*read.value, without), canonicalJson(toQJson(*read.value, without)));
}

void TestCanonicalJson::objectWrittenByMembersIsCanonical()
{
    QByteArray out;
    {
        CanonicalObject object(out);
        object.textOrNull(u"", QString());
        object.textOrNull(u"a", u"点\n検");
        object.value(u"b", QJsonArray{1, true});
        {
            CanonicalObject inner(object.member(u"c"));
        }
        object.number(u"d", -7);
        object.string(u"é", QString());
    }
    QCOMPARE(out, QByteArray("{\"\":null,\"a\":\"点\\n検\",\"b\":[1,true],\"c\":{},\"d\":-7,\"é\":\"\"}"));
    QCOMPARE(canonicalJson(toQJson(*parseJson(out, {}).value)), out);
}

QTEST_GUILESS_MAIN(TestCanonicalJson)
#include "tst_canonical_json.moc"
