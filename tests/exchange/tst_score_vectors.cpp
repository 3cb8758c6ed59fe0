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
}

void TestScoreVectors::brokenVectorsAreRefused()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!computeScoreVectors(bytes, {}));
}

QTEST_GUILESS_MAIN(TestScoreVectors)
#include "tst_score_vectors.moc"
