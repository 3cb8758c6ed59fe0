#include "exchange/json_parser.h"

#include <QtTest>

using namespace tenken;
using namespace Qt::StringLiterals;

namespace {

void row(const char *name, const QByteArray &bytes, int line, int column, DiagnosticCode code = DiagnosticCode::Syntax)
{
    QTest::newRow(name) << bytes << int(code) << line << column;
}

/// What is refused for its encoding, its keys or its size
void addHostileBytes()
{
    row("overlong slash", "[\"\xc0\xaf\"]", 1, 3, DiagnosticCode::NotUtf8);
    row("encoded surrogate", "[\"\xed\xa0\x80\"]", 1, 3, DiagnosticCode::NotUtf8);
    row("beyond U+10FFFF", "[\"\xf4\x90\x80\x80\"]", 1, 3, DiagnosticCode::NotUtf8);
    row("lone continuation", "[\n\"\x80\"]", 2, 2, DiagnosticCode::NotUtf8);
    row("cut sequence", "[\"\xe3\x81", 1, 3, DiagnosticCode::NotUtf8);
    row("Shift_JIS", "[\"\x93\x5f\x8c\x9f\"]", 1, 3, DiagnosticCode::NotUtf8);
    row("UTF-16", QByteArray("\xff\xfe{\0}\0", 6), 1, 1, DiagnosticCode::NotUtf8);
    row("duplicate key", "{\"a\":1,\n \"a\":2}", 2, 2, DiagnosticCode::DuplicateKey);
    row("duplicate key by escape", "{\"a\":1,\"\\u0061\":2}", 1, 8, DiagnosticCode::DuplicateKey);
    row("depth bomb of arrays", QByteArray(100'000, '['), 1, 65, DiagnosticCode::TooDeep);
    row("depth bomb of objects", QByteArray("{\"a\":").repeated(100'000), 1, 5 * 64 + 1, DiagnosticCode::TooDeep);
    row("too large", QByteArray(9 * 1024 * 1024, ' '), 0, 0, DiagnosticCode::TooLarge);
    row("too many values", '[' + QByteArray("0,").repeated(600'000) + "0]", 1, 2 * 499'999 + 2,
        DiagnosticCode::TooLarge);
}

} // namespace

class TestJsonParser : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hostileTextIsRefused_data();
    void hostileTextIsRefused();
    void textIsRead_data();
    void textIsRead();
    void positionsAreKept();
    void keysAreReadEachTime();
    void duplicateKeysAreAllNamed();
    void duplicateKeysAreFoundInAnyCrowd();
    void limitsHold();
    void defaultLimitsHold_data();
    void defaultLimitsHold();
    void argumentsSayWhatWasExpected_data();
    void argumentsSayWhatWasExpected();
    void numbersKeepTheirText();
    void pointersAreFound();
};

void TestJsonParser::hostileTextIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    row("empty", "", 1, 1);
    row("only space", " \n ", 2, 2);
    row("byte order mark", "\xef\xbb\xbf{}", 1, 1);
    row("two values", "{} {}", 1, 4);
    row("trailing comma in object", "{\"a\":1,}", 1, 8);
    row("trailing comma in array", "[1,]", 1, 4);
    row("missing colon", "{\"a\" 1}", 1, 6);
    row("missing value", "{\"a\":}", 1, 6);
    row("missing bracket", "[1\n,2", 2, 3);
    row("wrong bracket", "[1}", 1, 3);
    row("comment", "// x\n{}", 1, 1);
    row("block comment", "{/**/}", 1, 2);
    row("single quotes", "{'a':1}", 1, 2);
    row("bare key", "{a:1}", 1, 2);
    row("NaN", "[NaN]", 1, 2);
    row("Infinity", "[Infinity]", 1, 2);
    row("minus infinity", "[-Infinity]", 1, 3);
    row("leading zero", "[01]", 1, 3);
    row("plus", "[+1]", 1, 2);
    row("point without digits", "[1.]", 1, 4);
    row("no digit before point", "[.5]", 1, 2);
    row("exponent without digits", "[1e]", 1, 4);
    row("hexadecimal", "[0x1]", 1, 3);
    row("capital literal", "[True]", 1, 2);
    row("cut literal", "[tru", 1, 5);
    row("open string", "[\"abc", 1, 6);
    row("open key that came before", "[{\"ab\":1},{\"ab", 1, 15);
    row("line end in a key that came before", "[{\"ab\":1},{\"ab\n\":1}]", 1, 15);
    row("line end in string", "[\"ab\nc\"]", 1, 5);
    row("tab in string", "[\"a\tb\"]", 1, 4);
    row("NUL in string", QByteArray("[\"a\0b\"]", 7), 1, 4);
    row("NUL after value", QByteArray("{}\0", 3), 1, 3);
    row("unknown escape", "[\"\\x\"]", 1, 4);
    row("short escape", "[\"\\u12\"]", 1, 7);
    row("high surrogate alone", "[\"\\ud800\"]", 1, 9);
    row("two high surrogates", "[\"\\ud800\\ud800\"]", 1, 15);
    row("low surrogate alone", "[\"\\udc00\"]", 1, 9);
    row("after Japanese text", "[\"点検\" x]", 1, 7);
    row("after a character beyond the BMP", "[\"\xf0\xa0\xae\xb7\"x]", 1, 5);
    row("non-breaking space",
        "[\xc2\xa0"
        "1]",
        1, 2);
    addHostileBytes();
}

void TestJsonParser::hostileTextIsRefused()
{
    QFETCH(QByteArray, bytes);
    const Reading<JsonValue> read = parseJson(bytes, u"x.json"_s);
    QVERIFY(!read);
    QVERIFY(!read.value);
    const Diagnostic problem = read.problems.constFirst();
    QTEST(int(problem.code), "code");
    QTEST(problem.line, "line");
    QTEST(problem.column, "column");
}

void TestJsonParser::textIsRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QByteArray("\"a\"") << u"a"_s;
    QTest::newRow("space around") << QByteArray("\r\n\t \"a\" \n") << u"a"_s;
    QTest::newRow("escapes") << QByteArray(R"("\"\\\/\b\f\n\r\t")") << u"\"\\/\b\f\n\r\t"_s;
    QTest::newRow("unicode escape") << QByteArray(R"("\u70b9\u691C")") << u"点検"_s;
    QTest::newRow("surrogate pair") << QByteArray(R"("\ud842\udfb7")") << u"𠮷"_s;
    QTest::newRow("raw") << QByteArray("\"𠮷野家の点検\"") << u"𠮷野家の点検"_s;
    QTest::newRow("mark inside") << QByteArray("\"\xef\xbb\xbf"
                                               "a\"")
                                 << QString(QChar(0xfeff)) + u'a';
    QTest::newRow("DEL is allowed") << QByteArray("\"\x7f\"") << QString(QChar(0x7f));
}

void TestJsonParser::textIsRead()
{
    QFETCH(QByteArray, bytes);
    const Reading<JsonValue> read = parseJson(bytes, {});
    QVERIFY(read);
    QCOMPARE(int(read.value->kind), int(JsonValue::Kind::String));
    QTEST(read.value->text, "text");
}

void TestJsonParser::positionsAreKept()
{
    const Reading<JsonValue> read = parseJson("{\n  \"点検\": [true,\r\n null]}", {});
    QVERIFY(read);
    const JsonValue *list = read.value->member(u"点検");
    QVERIFY(list);
    QVERIFY((list->keyAt == JsonPosition{2, 3}));
    QVERIFY((list->at == JsonPosition{2, 9}));
    QVERIFY((list->children.at(0).at == JsonPosition{2, 10}));
    QVERIFY((list->children.at(1).at == JsonPosition{3, 2}));
}

/// The second time a key is known by its spelling: it must read as it did the first time
void TestJsonParser::keysAreReadEachTime()
{
    const Reading<JsonValue> read =
        parseJson(R"([{"ab":1},{"ab":2},{"a\u0062":3},{"点\n":4},{"点\n":5},{"点":6},{"点":7}])", {});
    QVERIFY(read);
    QStringList keys;
    QList<int> columns;
    for (const JsonValue &object : read.value->children) {
        keys << object.children.at(0).key;
        columns << object.children.at(0).at.column;
    }
    QCOMPARE(keys, (QStringList{u"ab"_s, u"ab"_s, u"ab"_s, u"点\n"_s, u"点\n"_s, u"点"_s, u"点"_s}));
    QCOMPARE(columns, (QList<int>{8, 17, 31, 41, 51, 59, 67}));
}

void TestJsonParser::duplicateKeysAreAllNamed()
{
    const Reading<JsonValue> read = parseJson(R"({"a":{"b":1,"b":2},"c":[{"d":1,"d":1}],"a":3})", {});
    QCOMPARE(read.problems.size(), 3);
    QCOMPARE(read.problems.at(0).path, u"/a/b"_s);
    QCOMPARE(read.problems.at(1).path, u"/c/0/d"_s);
    QCOMPARE(read.problems.at(2).path, u"/a"_s);
}

/// Few members are looked through, many are hashed: a key is found on both sides of the change.
void TestJsonParser::duplicateKeysAreFoundInAnyCrowd()
{
    for (const int members : {1, 2, 23, 24, 25, 26, 60, 500}) {
        for (const int twin : {0, members / 2, members - 1}) {
            QByteArray text = "{";
            for (int i = 0; i < members; ++i)
                text += "\n\"key" + QByteArray::number(i) + "\":" + QByteArray::number(i) + ',';
            text += "\n\"key" + QByteArray::number(twin) + "\":0}";
            const Reading<JsonValue> read = parseJson(text, {});
            QCOMPARE(read.problems.size(), 1);
            QCOMPARE(read.problems.at(0).code, DiagnosticCode::DuplicateKey);
            QCOMPARE(read.problems.at(0).line, members + 2);
            QCOMPARE(read.problems.at(0).path, u"/key%1"_s.arg(twin));
        }
    }
    QByteArray many = "{"; // more different keys than the parser remembers, then a small object
    for (int i = 0; i < 300; ++i)
        many += "\"key" + QByteArray::number(i) + "\":0,";
    const Reading<JsonValue> late = parseJson(many + R"("inner":{"late":1,"other":2,"late":3}})", {});
    QCOMPARE(late.problems.size(), 1);
    QCOMPARE(late.problems.at(0).path, u"/inner/late"_s);
}

void TestJsonParser::limitsHold()
{
    JsonLimits limits;
    limits.depth = 2;
    limits.values = 3;
    limits.bytes = 10;
    QVERIFY(parseJson("[[1]]", {}, limits));
    QVERIFY(!parseJson("[[[]]]", {}, limits));
    QVERIFY(!parseJson("[1,2,3]", {}, limits));
    QVERIFY(!parseJson("[1         ]", {}, limits));
    QVERIFY(parseJson("[1,2]", {}, limits)); // the list is a value, too
    QVERIFY(parseJson("[1       ]", {}, limits)); // 10 bytes
    QVERIFY(!parseJson("[1        ]", {}, limits));
}

/// 8 MiB, 500,000 values, 64 levels: the last that is taken and the first that is not
void TestJsonParser::defaultLimitsHold_data()
{
    QTest::addColumn<QByteArray>("most");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<DiagnosticCode>("code");
    QTest::addColumn<QString>("limit");
    const auto text = [](qsizetype bytes) { return QByteArray('"' + QByteArray(bytes - 2, 'x') + '"'); };
    const auto values = [](qsizetype count) { return QByteArray('[' + QByteArray("0,").repeated(count - 2) + "0]"); };
    const auto lists = [](qsizetype depth) { return QByteArray(QByteArray(depth, '[') + QByteArray(depth, ']')); };
    const auto objects = [](qsizetype depth) {
        return QByteArray(QByteArray("{\"a\":").repeated(depth) + '1' + QByteArray(depth, '}'));
    };
    const qsizetype bytes = 8 * 1024 * 1024;
    QTest::newRow("bytes") << text(bytes) << text(bytes + 1) << DiagnosticCode::TooLarge << u"8388608"_s;
    QTest::newRow("values") << values(500'000) << values(500'001) << DiagnosticCode::TooLarge << u"8388608"_s;
    QTest::newRow("lists") << lists(64) << lists(65) << DiagnosticCode::TooDeep << u"64"_s;
    QTest::newRow("objects") << objects(64) << objects(65) << DiagnosticCode::TooDeep << u"64"_s;
}

void TestJsonParser::defaultLimitsHold()
{
    QFETCH(QByteArray, most);
    QFETCH(QByteArray, more);
    QVERIFY(parseJson(most, {}));
    const Reading<JsonValue> refused = parseJson(more, u"x.json"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.problems.size(), 1);
    QTEST(refused.problems.at(0).code, "code");
    QTEST(refused.problems.at(0).args.at(0), "limit");
    QCOMPARE(refused.problems.at(0).file, u"x.json"_s);
}

void TestJsonParser::argumentsSayWhatWasExpected_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("path");
    const auto row = [](const QByteArray &bytes, const QString &expected, const QString &found,
                        const QString &path = {}) {
        QTest::newRow(QByteArray('>' + bytes.toPercentEncoding()).constData()) << bytes << expected << found << path;
    };
    row("", u"value"_s, u"end-of-file"_s);
    row("\xef\xbb\xbf{}", u"value"_s, u"byte-order-mark"_s);
    row("{} x", u"end-of-file"_s, u"x"_s);
    row("{", u"key }"_s, u"end-of-file"_s);
    row("{\"a\":1,}", u"key"_s, u"}"_s);
    row("{\"a\"}", u":"_s, u"}"_s, u"/a"_s);
    row("{\"a\":1]", u", }"_s, u"]"_s);
    row("[1 2]", u", ]"_s, u"2"_s, u"/1"_s);
    row("[[1],[2", u", ]"_s, u"end-of-file"_s, u"/1/1"_s);
    row("{\"a\":[1,{\"b/c\":tru}]}", u"true"_s, u"}"_s, u"/a/1/b~1c"_s);
    row("[fals]", u"false"_s, u"]"_s, u"/0"_s);
    row("[nul]", u"null"_s, u"]"_s, u"/0"_s);
    row("[\"a\x1f\"]", u"\""_s, u"U+001F"_s, u"/0"_s);
    row("[\"\\q\"]", u"escape"_s, u"q"_s, u"/0"_s);
    row("[\"\\u00g0\"]", u"hex-digit"_s, u"g"_s, u"/0"_s);
    row("[\"\\ud800x\"]", u"surrogate-pair"_s, u"x"_s, u"/0"_s);
    row("[-]", u"digit"_s, u"]"_s, u"/0"_s);
    row("[1.e]", u"digit"_s, u"e"_s, u"/0"_s);
    row("[1e+]", u"digit"_s, u"]"_s, u"/0"_s);
    row("[\xe3\x81\x82]", u"value"_s, u"あ"_s, u"/0"_s);
    row("[\xf0\xa0\xae\xb7]", u"value"_s, u"𠮷"_s, u"/0"_s);
    row("[\x7f]", u"value"_s, u"U+007F"_s, u"/0"_s);
}

void TestJsonParser::argumentsSayWhatWasExpected()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    QFETCH(QString, found);
    const Reading<JsonValue> read = parseJson(bytes, {});
    QCOMPARE(read.problems.size(), 1);
    QCOMPARE(read.problems.at(0).code, DiagnosticCode::Syntax);
    QCOMPARE(read.problems.at(0).args, QStringList({expected, found}));
    QTEST(read.problems.at(0).path, "path");
}

void TestJsonParser::numbersKeepTheirText()
{
    const Reading<JsonValue> read = parseJson("[1e400,-0,9223372036854775807,9223372036854775808,1.0,12]", {});
    QVERIFY(read);
    const std::vector<JsonValue> &numbers = read.value->children;
    QCOMPARE(numbers.at(0).text, u"1e400"_s);
    QVERIFY(!numbers.at(0).integer());
    QCOMPARE(numbers.at(1).integer(), std::optional<qint64>(0));
    QCOMPARE(numbers.at(2).integer(), std::optional<qint64>(9223372036854775807LL));
    QVERIFY(!numbers.at(3).integer());
    QVERIFY(!numbers.at(4).integer());
    QCOMPARE(numbers.at(5).integer(), std::optional<qint64>(12));
}

void TestJsonParser::pointersAreFound()
{
    const Reading<JsonValue> read = parseJson(R"({"a/b":[{"~":1},[2,3]]})", {});
    QVERIFY(read);
    const JsonValue &list = read.value->children.at(0);
    QCOMPARE(pointerTo(*read.value, *read.value), QString());
    QCOMPARE(pointerTo(*read.value, list.children.at(0).children.at(0)), u"/a~1b/0/~0"_s);
    QCOMPARE(pointerTo(*read.value, list.children.at(1).children.at(1)), u"/a~1b/1/1"_s);
}

QTEST_GUILESS_MAIN(TestJsonParser)
#include "tst_json_parser.moc"
