#include "exchange/json_fields.h"

#include "exchange/canonical_json.h"
#include "exchange/json_parser.h"

#include "exchange/checklist_fixture.h"

#include <QtTest>

#include <functional>

using namespace tenken;
using namespace Qt::StringLiterals;

namespace {

/// What an accessor gave, as text, with what it noted: "value | code path, code path"
using Accessor = std::function<QString(const JsonNode &)>;

QString problemsOf(const QList<Diagnostic> &problems)
{
    using enum DiagnosticCode;
    static const QHash<DiagnosticCode, QString> names{
        {WrongType, u"type"_s},       {WrongValue, u"value"_s},   {EmptyText, u"empty"_s},
        {TooLarge, u"large"_s},       {NumberRange, u"number"_s}, {BadReference, u"reference"_s},
        {DuplicateId, u"twice"_s},    {UnknownKey, u"unknown"_s}, {MissingKey, u"missing"_s},
        {UnknownFormat, u"format"_s}, {NewerFormat, u"newer"_s}};
    QStringList words;
    for (const Diagnostic &problem : problems)
        words << (problem.path.isEmpty() ? names.value(problem.code) : names.value(problem.code) + u' ' + problem.path);
    return words.join(u", "_s);
}

QString accessed(const QByteArray &json, const Accessor &accessor)
{
    const Reading<JsonValue> value = parseJson(json, u"x.json"_s);
    if (!value)
        return u"no JSON"_s;
    JsonProblems problems(u"x.json"_s, *value.value);
    const QString given = accessor(JsonNode(&*value.value, &problems));
    return problems.list().isEmpty() ? given : given + u" | "_s + problemsOf(problems.list());
}

Accessor accessorOf(const QString &name)
{
    static const QSet<QString> known{u"a"_s, u"b"_s};
    static const QHash<QString, Accessor> accessors{
        {u"text"_s, [](const JsonNode &n) { return n.text(); }},
        {u"textOrEmpty"_s, [](const JsonNode &n) { return n.textOrEmpty(); }},
        {u"textOrNull"_s, [](const JsonNode &n) { return n.textOrNull(); }},
        {u"integer"_s, [](const JsonNode &n) { return QString::number(n.integer(1, 99)); }},
        {u"boolean"_s, [](const JsonNode &n) { return n.boolean() ? u"yes"_s : u"no"_s; }},
        {u"identifier"_s, [](const JsonNode &n) { return n.identifier(); }},
        {u"oneOf"_s, [](const JsonNode &n) { return n.oneOf(u"YES NO"); }},
        {u"reference"_s, [](const JsonNode &n) { return n.reference(u"item"_s, known); }},
        {u"date"_s, [](const JsonNode &n) { return n.date().toString(Qt::ISODate); }},
        {u"dateOrNull"_s, [](const JsonNode &n) { return n.dateOrNull().toString(Qt::ISODate); }},
        {u"time"_s, [](const JsonNode &n) { return n.time().toString(Qt::ISODate); }},
        {u"uuid"_s, [](const JsonNode &n) { return n.uuid().toString(QUuid::WithoutBraces); }},
        {u"sha256"_s, [](const JsonNode &n) { return n.sha256(); }},
        {u"texts"_s, [](const JsonNode &n) { return n.texts().join(u'+'); }},
        {u"identifiers"_s, [](const JsonNode &n) { return n.identifiers().join(u'+'); }},
        {u"references"_s, [](const JsonNode &n) { return n.references(u"item"_s, known).join(u'+'); }},
        {u"eachOneOf"_s, [](const JsonNode &n) { return n.eachOneOf(u"YES NO").join(u'+'); }},
        {u"elements"_s, [](const JsonNode &n) { return QString::number(n.elements(3).size()); }},
        {u"members"_s, [](const JsonNode &n) { return QString::number(n.members().size()); }},
    };
    return accessors.value(name);
}

QByteArray quoted(const QString &text) { return canonicalJson(QJsonValue(text)); }

/// A value of the right type that means nothing
void refused(const char *accessor, const QByteArray &json)
{
    QTest::addRow("%s %.60s", accessor, json.constData()) << QString::fromLatin1(accessor) << json << u"refused"_s;
}

void row(const char *accessor, const QByteArray &json, const QString &expected)
{
    QTest::addRow("%s %.60s", accessor, json.constData()) << QString::fromLatin1(accessor) << json << expected;
}

void addTexts()
{
    row("text", "\"点検\"", u"点検"_s);
    row("text", "\" a \"", u" a "_s); // as it was typed
    row("text", "\"\"", u" | empty"_s);
    row("text", "\" \\t　\"", u" \t　 | empty"_s);
    row("text", "null", u" | type"_s);
    row("text", "7", u" | type"_s);
    row("text", "\"a\\nb\\tc\"", u"a\nb\tc"_s);
    row("text", "\"a\\rb\"", u" | value"_s);
    row("text", "\"\\u0000\"", u" | value"_s);
    row("text", "\"\\uffff\"", u" | value"_s);
    row("textOrEmpty", "\"\"", QString());
    row("textOrEmpty", "null", u" | type"_s);
    row("textOrNull", "null", QString());
    row("textOrNull", "\"\"", u" | empty"_s);
    row("textOrNull", "\" \"", u" "_s);
    row("textOrNull", "[]", u" | type"_s);
    row("oneOf", "\"YES\"", u"YES"_s);
    row("oneOf", "\"yes\"", u" | value"_s);
    row("oneOf", "\"YES NO\"", u" | value"_s);
    row("oneOf", "\"\"", u" | value"_s);
    row("oneOf", "true", u" | type"_s);
    row("reference", "\"a\"", u"a"_s);
    row("reference", "\"A\"", u" | reference"_s);
    row("reference", "\"\"", u" | empty"_s);
    row("identifier", "\"A-1.b_c\"", u"A-1.b_c"_s);
    row("identifier", "\"_\"", u"_"_s);
    row("identifier", "\".a\"", u" | value"_s);
    row("identifier", "\"-a\"", u" | value"_s);
    row("identifier", "\"a b\"", u" | value"_s);
    row("identifier", "\"a\\n\"", u" | value"_s);
    row("identifier", "\"é\"", u" | value"_s);
    row("identifier", "\"１\"", u" | value"_s);
    row("identifier", "\"\"", u" | empty"_s);
}

void addNumbers()
{
    row("integer", "1", u"1"_s);
    row("integer", "99", u"99"_s);
    row("integer", "0", u"1 | value"_s);
    row("integer", "100", u"1 | value"_s);
    row("integer", "-1", u"1 | value"_s);
    row("integer", "1.0", u"1 | number"_s);
    row("integer", "1e1", u"1 | number"_s);
    row("integer", "9223372036854775808", u"1 | number"_s);
    row("integer", "\"5\"", u"1 | type"_s);
    row("integer", "null", u"1 | type"_s);
    row("boolean", "true", u"yes"_s);
    row("boolean", "false", u"no"_s);
    row("boolean", "1", u"no | type"_s);
    row("boolean", "\"true\"", u"no | type"_s);
}

void addForms()
{
    row("date", "\"2024-02-29\"", u"2024-02-29"_s);
    row("date", "\"0001-01-01\"", u"0001-01-01"_s);
    row("date", "\"9999-12-31\"", u"9999-12-31"_s);
    for (const char *wrong :
         {"\"2023-02-29\"", "\"2026-04-31\"", "\"2026-00-01\"", "\"2026-1-1\"", "\"2026/01/01\"", "\"20260101\"",
          "\"2026-01-01T00:00:00\"", "\" 2026-01-01\"", "\"2026-01-01\\n\"", "\"０026-01-01\"", "\"令和8年1月1日\""})
        refused("date", wrong);
    row("date", "\"\"", u" | empty"_s);
    row("dateOrNull", "null", QString());
    row("dateOrNull", "\"2026-04-01\"", u"2026-04-01"_s);
    row("dateOrNull", "0", u" | type"_s);
    row("time", "\"2026-11-22T21:03:00+09:00\"", u"2026-11-22T21:03:00+09:00"_s);
    row("time", "\"2026-11-22T12:03:00Z\"", u" | value"_s);
    row("time", "\"2026-11-22T21:03:00\"", u" | value"_s);
    row("time", "\"2026-11-22T21:03:00.5+09:00\"", u" | value"_s);
    row("time", "\"\"", u" | empty"_s);
    const QString uuid = u"85a02aa9-3ab3-55da-8491-4825565519d4"_s;
    row("uuid", quoted(uuid), uuid);
    for (const QString &wrong : {uuid.toUpper(), u'{' + uuid + u'}', uuid.chopped(1), uuid + u'0',
                                 QString(uuid).remove(u'-'), u"00000000-0000-0000-0000-000000000000"_s})
        refused("uuid", quoted(wrong));
    const QString hex = QString(u"0123456789abcdef"_s).repeated(4);
    row("sha256", quoted(hex), hex);
    for (const QString &wrong :
         {hex.toUpper(), hex.chopped(1), hex + u'0', hex.chopped(1) + u'g', hex.chopped(1) + u'\n'})
        refused("sha256", quoted(wrong));
}

void addLists()
{
    row("texts", "[]", QString());
    row("texts", R"(["x","x"])", u"x+x"_s); // sentences may come twice
    row("texts", R"(["x",""])", u"x+ | empty /1"_s);
    row("texts", R"(["x",7])", u"x+ | type /1"_s);
    row("texts", "{}", u" | type"_s);
    row("identifiers", R"(["a","b"])", u"a+b"_s);
    row("identifiers", R"(["a","b","a"])", u"a+b+a | twice /2"_s);
    row("identifiers", R"(["a","é"])", u"a+ | value /1"_s);
    row("references", R"(["a","b"])", u"a+b"_s);
    row("references", R"(["a","a"])", u"a+a | twice /1"_s);
    row("references", R"(["c","c"])", u"+ | reference /0, reference /1"_s);
    row("eachOneOf", R"(["NO","YES"])", u"NO+YES"_s);
    row("eachOneOf", R"(["NO","NO"])", u"NO+NO | twice /1"_s);
    row("eachOneOf", R"(["NA"])", u" | value /0"_s);
    row("elements", "[1,2,3]", u"3"_s);
    row("elements", "[1,2,3,4]", u"0 | large"_s);
    row("elements", "null", u"0 | type"_s);
    row("members", R"({"x":1,"y":2})", u"2"_s);
    row("members", "[1]", u"0 | type"_s);
}

} // namespace

/// Accessors of one value: what they take, and what they note about the rest
class TestJsonFields : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void accessorsSayWhatIsWrong_data();
    void accessorsSayWhatIsWrong();
    void lengthsAreLimited_data();
    void lengthsAreLimited();
    void whatIsAbsentIsSilent();
    void fieldsAreAllLookedAt();
    void problemsHaveTheirPlace();
    void problemsAreCapped();
    void formatsAreTold_data();
    void formatsAreTold();
    void idsAreRememberedOverFiles();
    void datesAsQtWritesThem();
    void noOtherDates();
};

void TestJsonFields::accessorsSayWhatIsWrong_data()
{
    QTest::addColumn<QString>("accessor");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    addTexts();
    addNumbers();
    addForms();
    addLists();
}

void TestJsonFields::accessorsSayWhatIsWrong()
{
    QFETCH(QString, accessor);
    QFETCH(QByteArray, json);
    QFETCH(QString, expected);
    const QString result = accessed(json, accessorOf(accessor));
    if (expected == u"refused")
        QVERIFY2(result.endsWith(u" | value"), qPrintable(result));
    else
        QCOMPARE(result, expected);
}

void TestJsonFields::lengthsAreLimited_data()
{
    QTest::addColumn<QString>("accessor");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<int>("longest");
    QTest::addColumn<QString>("problem");
    QTest::newRow("text") << u"text"_s << u"あ"_s << 100'000 << u"large"_s;
    QTest::newRow("text that may be empty") << u"textOrEmpty"_s << u"x"_s << 100'000 << u"large"_s;
    QTest::newRow("text or null") << u"textOrNull"_s << u"x"_s << 100'000 << u"large"_s;
    QTest::newRow("identifier") << u"identifier"_s << u"x"_s << 64 << u"value"_s;
}

void TestJsonFields::lengthsAreLimited()
{
    QFETCH(QString, accessor);
    QFETCH(QString, unit);
    QFETCH(int, longest);
    QFETCH(QString, problem);
    const QString text = unit.repeated(longest);
    QCOMPARE(accessed(quoted(text), accessorOf(accessor)), text);
    QCOMPARE(accessed(quoted(text + unit), accessorOf(accessor)), u" | "_s + problem);
}

/// Its key is missing, which is noted where the object is: nothing is said twice.
void TestJsonFields::whatIsAbsentIsSilent()
{
    const Reading<JsonValue> value = parseJson("{}", {});
    JsonProblems problems({}, *value.value);
    const JsonNode absent = JsonNode(&*value.value, &problems).fields({}, {u"x"_s})[u"x"_s];
    QVERIFY(absent.isAbsent() && !absent.isNull() && !absent.isGiven() && !absent.is(JsonValue::Kind::Null));
    for (const char *name : {"text", "textOrEmpty", "textOrNull", "identifier", "oneOf", "reference", "date",
                             "dateOrNull", "time", "sha256", "texts", "identifiers", "references", "eachOneOf"})
        QCOMPARE(accessorOf(QString::fromLatin1(name))(absent), QString());
    QCOMPARE(absent.integer(3, 5), 3);
    QVERIFY(!absent.boolean() && absent.uuid().isNull() && absent.elements().isEmpty() && absent.members().isEmpty());
    QVERIFY(absent.fields({u"y"_s})[u"y"_s].isAbsent());
    QCOMPARE(absent.placed(DiagnosticCode::EmptyText, {}), Diagnostic());
    absent.problem(DiagnosticCode::EmptyText, {});
    QVERIFY(problems.list().isEmpty());
}

void TestJsonFields::fieldsAreAllLookedAt()
{
    const QByteArray json = R"({"a":1,"b":null,"c":3,"d/~":4})";
    const auto fields = [](const JsonNode &node) {
        const JsonFields found = node.fields({u"a"_s, u"e"_s, u"f/g"_s}, {u"b"_s, u"h"_s});
        return QString::number(found[u"a"_s].integer(1, 9)) + (found[u"b"_s].isNull() ? u"null"_s : u"?"_s)
            + (found[u"h"_s].isAbsent() ? u"none"_s : u"?"_s);
    };
    QCOMPARE(accessed(json, fields), u"1nullnone | unknown /c, unknown /d~1~0, missing /e, missing /f~1g"_s);
    QCOMPARE(accessed("[]", fields), u"1?none | type"_s);
}

void TestJsonFields::problemsHaveTheirPlace()
{
    const Reading<JsonValue> value = parseJson("{\n \"一\": [ 7,\n   \"\" ]}", u"f.json"_s);
    JsonProblems problems(u"f.json"_s, *value.value);
    const JsonNode list = JsonNode(&*value.value, &problems).fields({u"一"_s})[u"一"_s];
    (void)list.texts();
    QCOMPARE(problems.list(),
             (QList<Diagnostic>{{DiagnosticCode::WrongType, u"f.json"_s, 2, 9, u"/一/0"_s, {u"string"_s, u"number"_s}},
                                {DiagnosticCode::EmptyText, u"f.json"_s, 3, 4, u"/一/1"_s, {QString()}}}));
    QCOMPARE(list.placed(DiagnosticCode::Uncovered, {u"x"_s}),
             (Diagnostic{DiagnosticCode::Uncovered, u"f.json"_s, 2, 7, u"/一"_s, {u"x"_s}}));
    QCOMPARE(problems.list().size(), 2);
}

void TestJsonFields::problemsAreCapped()
{
    const Reading<JsonValue> value = parseJson('[' + QByteArray("7,").repeated(999) + "7]", {});
    JsonProblems problems({}, *value.value);
    (void)JsonNode(&*value.value, &problems).texts();
    QCOMPARE(problems.list().size(), 200);
    QCOMPARE(problems.list().last().path, u"/199"_s);
}

void TestJsonFields::formatsAreTold_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    const auto format = [](const char *text, const QString &expected) {
        QTest::newRow(text) << QByteArray(R"({"format":")" + QByteArray(text) + "\"}") << expected;
    };
    format("tenken.round/1", u"yes"_s);
    format("tenken.round/2", u"no | newer /format"_s);
    format("tenken.round/99", u"no | newer /format"_s);
    format("tenken.round/0", u"no | format /format"_s);
    format("tenken.round/-1", u"no | format /format"_s);
    format("tenken.round/1.5", u"no | format /format"_s);
    format("tenken.round/", u"no | format /format"_s);
    format("tenken.round", u"no | format /format"_s);
    format("tenken.rounds/2", u"no | format /format"_s);
    format("Tenken.round/1", u"no | format /format"_s);
    format(" tenken.round/1", u"no | format /format"_s);
    format("tenken.round/1\\n", u"no | format /format"_s);
    format("", u"no | empty /format"_s);
    QTest::newRow("number") << QByteArray(R"({"format":1})") << u"no | type /format"_s;
    QTest::newRow("missing") << QByteArray(R"({"round":1})") << u"no | missing /format"_s;
    QTest::newRow("list") << QByteArray("[]") << u"no | type"_s;
    QTest::newRow("text") << QByteArray("\"tenken.round/1\"") << u"no | type"_s;
}

void TestJsonFields::formatsAreTold()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, expected);
    const Reading<JsonValue> value = parseJson(json, {});
    QVERIFY(value);
    JsonProblems problems({}, *value.value);
    const bool isIt = isFormat(*value.value, u"round"_s, problems);
    const QString told = problems.list().isEmpty() ? QString() : u" | "_s + problemsOf(problems.list());
    QCOMPARE((isIt ? u"yes"_s : u"no"_s) + told, expected);
}

void TestJsonFields::idsAreRememberedOverFiles()
{
    const Reading<JsonValue> value = parseJson("[\"a\",\n\"b\",\n\"a\",\"c\"]", {});
    JsonProblems problems({}, *value.value);
    UniqueIds ids;
    ids.addElsewhere(u"c"_s, u"other.json"_s);
    for (const JsonNode &node : JsonNode(&*value.value, &problems).elements())
        ids.add(node.text(), node);
    ids.add(QString(), JsonNode(&*value.value, &problems)); // nothing is no id
    ids.add(u"a"_s, JsonNode());
    QCOMPARE(ids.set(), (QSet<QString>{u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(problems.list().size(), 2);
    QCOMPARE(problems.list().at(0).args, (QStringList{u"a"_s, u"1"_s}));
    QCOMPARE(problems.list().at(0).line, 3);
    QCOMPARE(problems.list().at(1).args, (QStringList{u"c"_s, u"other.json"_s}));
}

void TestJsonFields::datesAsQtWritesThem()
{
    const QDate last(2101, 1, 1);
    for (QDate day(1999, 12, 30); day < last; day = day.addDays(1)) {
        const QString text = day.toString(Qt::ISODate);
        QCOMPARE(isoDate(day), text);
        QCOMPARE(dateFromIso(text), day);
    }
    for (const QDate &day :
         {QDate(1, 1, 1), QDate(987, 6, 5), QDate(9999, 12, 31), QDate(10000, 1, 1), QDate(-1, 1, 1), QDate()}) {
        QCOMPARE(isoDate(day), day.year() < 0 ? QString() : day.toString(Qt::ISODate));
        QCOMPARE(dateFromIso(isoDate(day)), isoDate(day).isEmpty() ? QDate() : day);
    }
}

void TestJsonFields::noOtherDates()
{
    for (const QString &text : {u""_s, u"2026"_s, u"2026-02-29"_s, u"2026-13-01"_s, u"2026-00-01"_s, u"0000-01-01"_s,
                                u"2026/01/01"_s, u"2026-1-01"_s, u"2026-01-0x"_s, u"２０２６-01-01"_s, u"2026-01-01 "_s,
                                u"+026-01-01"_s, u"2026-01-01T00:00:00"_s})
        QVERIFY2(!dateFromIso(text).isValid(), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestJsonFields)
#include "tst_json_fields.moc"
