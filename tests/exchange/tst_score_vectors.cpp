#include "exchange/score_vectors.h"
#include "support/places.h"

#include "exchange/checklist_fixture.h"

#include <QFile>
#include <QtTest>

using namespace tenken;
using namespace tenken::support;
using namespace Qt::StringLiterals;

namespace {

QByteArray vectors()
{
    QFile file(sourcePath("tests/exchange/data/score_vectors.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestScoreVectors : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void vectorsAreReproduced();
    void expectationsAreNotCopied();
    void oneRowIsComputed_data();
    void oneRowIsComputed();
    void brokenVectorsAreRefused_data();
    void brokenVectorsAreRefused();
};

void TestScoreVectors::vectorsAreReproduced()
{
    const Reading<QJsonObject> computed = computeScoreVectors(vectors(), {});
    QVERIFY2(computed, qPrintable(fixture::described(computed.problems)));
    const QJsonObject expected = QJsonDocument::fromJson(vectors()).object();
    QCOMPARE(computed.value->value(u"vectors"_s), expected.value(u"vectors"_s));
    const QJsonObject stats = computed.value->value(u"stats"_s).toObject();
    const QJsonObject expectedStats = expected.value(u"stats"_s).toObject();
    QCOMPARE(stats.keys(), expectedStats.keys());
    QCOMPARE(stats.value(u"fmt"_s), expectedStats.value(u"fmt"_s));
    QCOMPARE(stats.value(u"hyper_40_10"_s), expectedStats.value(u"hyper_40_10"_s));
    QCOMPARE(stats.value(u"zero_upper_60"_s).toDouble(), expectedStats.value(u"zero_upper_60"_s).toDouble());
    for (const QString &key : {u"wilson_3_25"_s, u"wilson_48_50"_s}) {
        for (int i = 0; i < 2; ++i)
            QCOMPARE(stats.value(key).toArray().at(i).toDouble(), expectedStats.value(key).toArray().at(i).toDouble());
    }
}

void TestScoreVectors::expectationsAreNotCopied()
{
    QJsonValue document = QJsonDocument::fromJson(vectors()).object();
    const QJsonValue original = fixture::valueAt(document, u"/vectors/0/expect/full_rate"_s);
    document = fixture::replaced(document, u"/vectors/0/expect/full_rate"_s, u"0"_s);
    const Reading<QJsonObject> computed = computeScoreVectors(fixture::pretty(document), {});
    QVERIFY(computed);
    QCOMPARE(fixture::valueAt(*computed.value, u"/vectors/0/expect/full_rate"_s), original);
    QVERIFY(!computeScoreVectors(R"({"vectors":[]})", {}).value->contains(u"stats"_s));
}

void TestScoreVectors::brokenVectorsAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no vectors") << QByteArray("{}");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("unknown answer") << QByteArray(
        R"({"vectors":[{"name":"x","rows":[{"item_id":"a","answer":"MAYBE","weight":1,"critical":false,"phase":"運用"}]}]})");
    QTest::newRow("no weight") << QByteArray(
        R"({"vectors":[{"name":"x","rows":[{"item_id":"a","answer":null,"critical":false,"phase":"運用"}]}]})");
    QTest::newRow("unknown statistic") << QByteArray(R"({"vectors":[],"stats":{"median_3":1}})");
    QTest::newRow("more hits than tries") << QByteArray(R"({"vectors":[],"stats":{"wilson_5_3":1}})");
    QTest::newRow("sample of nothing") << QByteArray(R"({"vectors":[],"stats":{"zero_upper_0":1}})");
    QTest::newRow("huge population") << QByteArray(R"({"vectors":[],"stats":{"hyper_99999_10":1}})");
    QTest::newRow("share") << QByteArray(R"({"vectors":[],"stats":{"fmt":["many"]}})");
    QTest::newRow("line end in a statistic") << QByteArray(R"({"vectors":[],"stats":{"wilson_3_25\n":1}})");
    QTest::newRow("interval of nothing") << QByteArray(R"({"vectors":[],"stats":{"wilson_0_0":1}})");
    QTest::newRow("bound of two numbers") << QByteArray(R"({"vectors":[],"stats":{"zero_upper_60_2":1}})");
    QTest::newRow("sample of no population") << QByteArray(R"({"vectors":[],"stats":{"hyper_10_0":1}})");
    QTest::newRow("sample above the population") << QByteArray(R"({"vectors":[],"stats":{"hyper_10_11":1}})");
    QTest::newRow("ten thousand and one") << QByteArray(R"({"vectors":[],"stats":{"zero_upper_10001":1}})");
    QTest::newRow("share above the whole") << QByteArray(R"({"vectors":[],"stats":{"fmt":["3／2"]}})");
    QTest::newRow("statistics in a list") << QByteArray(R"({"vectors":[],"stats":[]})");
    QTest::newRow("no name") << QByteArray(R"({"vectors":[{"rows":[]}]})");
    QTest::newRow("no rows") << QByteArray(R"({"vectors":[{"name":"x"}]})");
    QTest::newRow("row of another kind") << QByteArray(R"({"vectors":[{"name":"x","rows":["YES"]}]})");
    const auto row = [](const char *name, const char *answer, const char *weight, const char *phase) {
        QTest::newRow(name) << QByteArray(R"({"vectors":[{"name":"x","rows":[{"item_id":"a","answer":)"
                                          + QByteArray(answer) + R"(,"weight":)" + weight
                                          + R"(,"critical":false,"phase":)" + phase + "}]}]}");
    };
    row("weight 0", "\"YES\"", "0", "\"運用\"");
    row("weight 1001", "\"YES\"", "1001", "\"運用\"");
    row("half a weight", "\"YES\"", "0.5", "\"運用\"");
    row("unknown phase", "\"YES\"", "1", "\"計画\"");
    row("answer in small letters", "\"yes\"", "1", "\"運用\"");
}

void TestScoreVectors::brokenVectorsAreRefused()
{
    QFETCH(QByteArray, bytes);
    const Reading<QJsonObject> computed = computeScoreVectors(bytes, u"v.json"_s);
    QVERIFY(!computed);
    QVERIFY(!computed.value);
    QCOMPARE(computed.problems.at(0).file, u"v.json"_s);
    QCOMPARE(computed.problems.at(0).line, 1);
    QVERIFY(computed.problems.at(0).column > 0);
}

/// One row of each answer and phase, the whole result
void TestScoreVectors::oneRowIsComputed_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QByteArray>("expect");
    const auto counts = [](const char *one) {
        QJsonObject counts;
        for (const char *key : {"YES", "PARTIAL", "NO", "UNKNOWN", "NA", "BLANK", "TARGET", "ANSWERED", "EFFECTIVE"})
            counts.insert(QLatin1String(key), 0);
        const QString code = QString::fromLatin1(one);
        counts.insert(code, 1);
        counts.insert(u"TARGET"_s, 1);
        counts.insert(u"ANSWERED"_s, code == u"BLANK" ? 0 : 1);
        counts.insert(u"EFFECTIVE"_s, code == u"BLANK" || code == u"NA" ? 0 : 1);
        return QJsonDocument(counts).toJson(QJsonDocument::Compact);
    };
    QTest::newRow("yes")
        << QByteArray(R"("answer":"YES","weight":3,"critical":true,"phase":"design")")
        << QByteArray(
               R"({"amber":[],"bounds":["1","1"],"counts":)" + counts("YES")
               + R"(,"full_rate":"1","judgement":"おおむね実施","maturity":2,"na_rate":"0","red":[],"response":"1","weighted":"1"})");
    QTest::newRow("partial")
        << QByteArray(R"("answer":"PARTIAL","weight":3,"critical":true,"phase":"運用")")
        << QByteArray(
               R"({"amber":["X"],"bounds":["0","0"],"counts":)" + counts("PARTIAL")
               + R"(,"full_rate":"0","judgement":"要是正","maturity":2,"na_rate":"0","red":[],"response":"1","weighted":"1/2"})");
    QTest::newRow("unknown")
        << QByteArray(R"("answer":"UNKNOWN","weight":1,"critical":true,"phase":"improvement")")
        << QByteArray(
               R"({"amber":[],"bounds":["0","0"],"counts":)" + counts("UNKNOWN")
               + R"(,"full_rate":"0","judgement":"要緊急是正","maturity":0,"na_rate":"0","red":["X"],"response":"1","weighted":"0"})");
    QTest::newRow("na")
        << QByteArray(R"("answer":"NA","weight":1,"critical":true,"phase":"点検・改善")")
        << QByteArray(
               R"({"amber":[],"bounds":null,"counts":)" + counts("NA")
               + R"(,"full_rate":null,"judgement":"対象項目なし","maturity":null,"na_rate":"1","red":[],"response":"1","weighted":null})");
    QTest::newRow("blank")
        << QByteArray(R"("answer":null,"weight":1,"critical":true,"phase":"整備")")
        << QByteArray(
               R"({"amber":[],"bounds":["0","1"],"counts":)" + counts("BLANK")
               + R"(,"full_rate":null,"judgement":"未確定（未回答あり）","maturity":null,"na_rate":null,"red":[],"response":"0","weighted":null})");
}

void TestScoreVectors::oneRowIsComputed()
{
    QFETCH(QByteArray, row);
    QFETCH(QByteArray, expect);
    const Reading<QJsonObject> computed =
        computeScoreVectors(R"({"vectors":[{"name":"one","rows":[{"item_id":"X",)" + row + "}]}]}", {});
    QVERIFY2(computed, qPrintable(fixture::described(computed.problems)));
    const QJsonValue vector = computed.value->value(u"vectors"_s)[0];
    QCOMPARE(QJsonDocument(vector[u"expect"].toObject()).toJson(QJsonDocument::Compact), expect);
    QCOMPARE(vector[u"name"].toString(), u"one"_s);
    QCOMPARE(vector[u"rows"].toArray().size(), 1);
}

QTEST_GUILESS_MAIN(TestScoreVectors)
#include "tst_score_vectors.moc"
