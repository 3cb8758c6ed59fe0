#include "exchange/canonical_json.h"
#include "exchange/checklist_reader.h"
#include "exchange/overlay_reader.h"
#include "exchange/policy_reader.h"
#include "exchange/round_file.h"
#include "exchange/submission_json.h"

#include "exchange/checklist_fixture.h"
#include "exchange/submission_fixture.h"
#include "support/json_schema.h"
#include "support/places.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace tenken;
using namespace tenken::support;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(sourcePath("") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject objectOf(const QString &path) { return QJsonDocument::fromJson(bytesOf(path)).object(); }

/// The schema of "tenken.<kind>/1"; null when that format has none
const JsonSchema *schemaOf(const QString &kind)
{
    static QHash<QString, std::shared_ptr<const JsonSchema>> schemas;
    if (!schemas.contains(kind)) {
        const QJsonObject root = objectOf(u"checklists/schema/%1.schema.json"_s.arg(kind));
        schemas.insert(kind, root.isEmpty() ? nullptr : std::make_shared<const JsonSchema>(root));
    }
    return schemas.value(kind).get();
}

QString kindOf(const QJsonValue &document) { return document[u"format"].toString().section(u'/', 0, 0).mid(7); }

const Policy &policy()
{
    static const Policy read = *readPolicy(fixture::pretty(fixture::policy()), {}).value;
    return read;
}

const ChecklistSet &installed()
{
    static const auto read = [](const QJsonObject &document) {
        return *readChecklist(fixture::pretty(document), {}, policy()).value;
    };
    static const ChecklistSet set{policy(), {read(fixture::checklist()), read(fixture::auditChecklist())}};
    return set;
}

QJsonObject overlay()
{
    const QJsonObject change{{u"id"_s, u"B-1"_s},
                             {u"question"_s, u"決めていますか。"_s},
                             {u"guidance"_s, u"目安"_s},
                             {u"weight"_s, 3},
                             {u"localCriteriaRef"_s, u"対策基準 3.2"_s},
                             {u"criteria"_s, QJsonObject{{u"PARTIAL"_s, u"8 割"_s}}}};
    return fixture::overlay(change);
}

QJsonObject round()
{
    return QJsonDocument::fromJson(R"json({
"format":"tenken.round/1","fiscalYear":2026,"number":1,"title":"定期点検","policy":"kumamoto-2023","due":"2026-07-31",
"checklists":[{"id":"KC-B","edition":"2026.1","fingerprint":"0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0"}],
"expected":[{"checklist":"KC-B","subject":{"kind":"section","code":"U0004","name":"企画課"},"department":{"code":"U0004","name":"企画課"}}],
"trustAnchors":["-----BEGIN CERTIFICATE-----"]})json")
        .object();
}

QJsonObject submission(quint32 seed)
{
    return QJsonDocument::fromJson(writeSubmission(fixture::submission(seed))).object();
}

/// What the format's own reader says
QList<Diagnostic> problemsOf(const QString &kind, const QJsonValue &document, const Policy &ofChecklist = policy())
{
    const QByteArray bytes = fixture::pretty(document);
    const QByteArray compact = QJsonDocument(document.toObject()).toJson(QJsonDocument::Compact); // keeps fractions
    return kind == u"policy"    ? readPolicy(bytes, {}).problems
        : kind == u"overlay"    ? readOverlay(bytes, {}, installed()).problems
        : kind == u"round"      ? readRound(bytes, {}).problems
        : kind == u"submission" ? readSubmission(compact, {}).problems
                                : readChecklist(bytes, {}, ofChecklist).problems;
}

/// One of each kind of value, and those at the borders of what some field takes
QJsonArray anyValues()
{
    return {QJsonValue(),
            true,
            false,
            -1,
            0,
            1,
            3,
            4,
            99,
            100,
            1000,
            1001,
            10'000,
            10'001,
            1899,
            9999,
            1.5,
            u""_s,
            u" "_s,
            u"x"_s,
            u"点検"_s,
            u"a b"_s,
            u".x"_s,
            u"2026.1"_s,
            u"2026.1\n"_s,
            u"2026-07-31"_s,
            u"2026-13-01"_s,
            u"YES"_s,
            u"AUDIT"_s,
            QString(64, u'a'),
            QString(65, u'a'),
            u"2026-11-23T09:00:00Z"_s,
            QJsonArray(),
            QJsonArray{u"x"_s},
            QJsonArray{u"x"_s, u"x"_s},
            QJsonObject()};
}

/// What a schema can say. The rest (references, ids that come twice, days that no month has) is the reader's alone.
bool canBeSaidByASchema(const Diagnostic &problem)
{
    using enum DiagnosticCode;
    const bool isHistory = problem.code == MissingKey && problem.args == QStringList{u"history"_s};
    return QList{WrongType, UnknownKey, MissingKey, UnknownFormat, NewerFormat, NumberRange}.contains(problem.code)
        && !isHistory;
}

} // namespace

/// The published schemas and the readers say the same: what is read is described, what is described is read as far as a
/// schema can tell.
class TestSchemas : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsReadIsDescribed_data();
    void whatIsReadIsDescribed();
    void examplesOfTheDocumentsAreDescribed();
    void brokenDocumentsAreJudgedAlike_data();
    void brokenDocumentsAreJudgedAlike();
    void theValidatorRefuses_data();
    void theValidatorRefuses();
};

void TestSchemas::whatIsReadIsDescribed_data()
{
    QTest::addColumn<QJsonObject>("document");
    QTest::addColumn<QString>("folder");
    for (const QString &folder : {u"checklists/kumamoto-2023/"_s, u"tests/exchange/data/foreign/"_s}) {
        for (const QString &name : QDir(sourcePath("") + folder).entryList({u"*.json"_s}))
            QTest::newRow(qPrintable(folder + name)) << objectOf(folder + name) << folder;
    }
    QTest::newRow("small policy") << fixture::policy() << QString();
    QTest::newRow("small checklist") << fixture::checklist() << QString();
    QTest::newRow("small audit checklist") << fixture::auditChecklist() << QString();
    QTest::newRow("overlay") << overlay() << QString();
    QTest::newRow("round") << round() << QString();
    for (quint32 seed = 0; seed < 20; ++seed)
        QTest::addRow("submission %u", seed) << submission(seed) << QString();
}

void TestSchemas::whatIsReadIsDescribed()
{
    QFETCH(QJsonObject, document);
    QFETCH(QString, folder);
    const Policy &known = folder.isEmpty() ? policy() : *readPolicy(bytesOf(folder + u"policy.json"_s), {}).value;
    const QList<Diagnostic> problems = problemsOf(kindOf(document), document, known);
    QVERIFY2(problems.isEmpty(), qPrintable(fixture::described(problems)));
    QVERIFY(schemaOf(kindOf(document)));
    QCOMPARE(schemaOf(kindOf(document))->violation(document), QString());
}

void TestSchemas::examplesOfTheDocumentsAreDescribed()
{
    const QStringList blocks = QString::fromUtf8(bytesOf(u"docs/file-formats.md"_s)).split(u"```json\n"_s).mid(1);
    QSet<QString> kinds;
    for (const QString &block : blocks) {
        const QJsonObject document = QJsonDocument::fromJson(block.section(u"```"_s, 0, 0).toUtf8()).object();
        QVERIFY2(!document.isEmpty(), qPrintable(block.left(200)));
        if (const JsonSchema *schema = schemaOf(kindOf(document))) {
            kinds.insert(kindOf(document));
            QCOMPARE(schema->violation(document), QString());
        }
    }
    QCOMPARE(kinds.size(), 5);
}

void TestSchemas::brokenDocumentsAreJudgedAlike_data()
{
    QTest::addColumn<QJsonObject>("document");
    QTest::newRow("policy") << fixture::policy();
    QTest::newRow("checklist") << fixture::checklist();
    QTest::newRow("audit checklist") << fixture::auditChecklist();
    QTest::newRow("overlay") << overlay();
    QTest::newRow("round") << round();
    QTest::newRow("submission") << submission(2);
}

void TestSchemas::brokenDocumentsAreJudgedAlike()
{
    QFETCH(QJsonObject, document);
    const QString kind = kindOf(document);
    int refused = 0;
    const auto judge = [&](const QString &what, const QJsonValue &broken) {
        const QString violation = schemaOf(kind)->violation(broken);
        const QList<Diagnostic> problems = problemsOf(kind, broken);
        refused += violation.isEmpty() ? 0 : 1;
        if (!violation.isEmpty())
            QVERIFY2(!problems.isEmpty(), qPrintable(what + u": read, but against the schema at "_s + violation));
        else
            QVERIFY2(std::none_of(problems.begin(), problems.end(), canBeSaidByASchema),
                     qPrintable(what + u": in the schema, but\n"_s + fixture::described(problems)));
    };
    for (const QString &pointer : fixture::pointers(document)) {
        for (const QJsonValue &value : anyValues())
            judge(pointer + u' ' + QString::fromUtf8(canonicalJson(value)),
                  fixture::replaced(document, pointer, value));
        if (!pointer.isEmpty())
            judge(pointer + u" missing"_s, fixture::replaced(document, pointer, QJsonValue::Undefined));
        if (fixture::valueAt(document, pointer).isObject())
            judge(pointer + u" with zz"_s, fixture::replaced(document, pointer + u"/zz"_s, 1));
    }
    QVERIFY(refused > 200);
}

void TestSchemas::theValidatorRefuses_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<QByteArray>("bad");
    const auto row = [](const char *schema, const char *good, const char *bad) {
        QTest::newRow(schema) << QByteArray(schema) << QByteArray(good) << QByteArray(bad);
    };
    row(R"({"type":"integer"})", "1", "1.5");
    row(R"({"type":"boolean"})", "true", "1");
    row(R"({"const":1})", "1", "2");
    row(R"({"enum":["a",null]})", "null", "\"b\"");
    row(R"({"pattern":"^a$"})", "\"a\"", R"("a\n")");
    row(R"({"minimum":2,"maximum":3})", "3", "1");
    row(R"({"minLength":1,"maxLength":2})", "\"𠮷𠮷\"", "\"abc\"");
    row(R"({"minItems":1,"maxItems":1})", "[1]", "[]");
    row(R"({"uniqueItems":true})", "[1,2]", "[1,2,1]");
    row(R"({"required":["a"]})", R"({"a":1})", "{}");
    row(R"({"properties":{"a":{"const":1}},"additionalProperties":false})", R"({"a":1})", R"({"b":1})");
    row(R"({"properties":{"a":{"const":1}}})", R"({"a":1,"b":2})", R"({"a":2})");
    row(R"({"items":{"const":1}})", "[1,1]", "[1,2]");
    row(R"({"oneOf":[{"minimum":2},{"maximum":3}]})", "4", "2");
    row(R"({"if":{"const":1},"then":{"maximum":0},"else":{"minimum":5}})", "6", "1");
    row(R"({"$ref":"#/definitions/x","definitions":{"x":{"const":1}}})", "1", "2");
    row(R"({"properties":{"a":{"format":"date"}}})", "{}", R"({"a":1})"); // an unknown keyword
}

void TestSchemas::theValidatorRefuses()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, good);
    QFETCH(QByteArray, bad);
    const auto valueOf = [](const QByteArray &text) {
        return QJsonDocument::fromJson('[' + text + ']').array().first();
    };
    const JsonSchema validator(QJsonDocument::fromJson(schema).object());
    QCOMPARE(validator.violation(valueOf(good)), QString());
    QVERIFY(!validator.violation(valueOf(bad)).isEmpty());
}

QTEST_GUILESS_MAIN(TestSchemas)
#include "tst_schemas.moc"
