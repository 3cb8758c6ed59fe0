#include "cli/cli_city.h"
#include "support/overlay_file.h"

using namespace tenken;
using namespace tenken::support;

namespace {

const QByteArray tallyHead = "item_id,population,respondents,yes,partial,no,unknown,na\r\n";

}

/// A city's own items and the counts of its personal checklists, as people type them
class TestOverlayAndTally : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsTheOwnWordingOnlyWhenAsked();
    void ownItemsAreAnswered();
    void overlaysThatCannotBeUsed_data();
    void overlaysThatCannotBeUsed();
    void exportsKeepTheSecret();
    void tallyIsTakenWholeOrNotAtAll();
    void tallyBelongsToASection();

private:
    CliRun run(const QString &line) const { return m_city->run(line); }
    /// inspection <words> --store desk.db --inspection <the started one>
    CliRun desk(const QString &words) const
    {
        return run("inspection " + words + " --store desk.db --inspection " + m_id);
    }
    /// submission.json of the signed inspection
    QString exported(const QString &options) const
    {
        const QStringList signing =
            ("inspection export --store desk.db --out s.pdf " + options + " --inspection " + m_id)
                .split(u' ', Qt::SkipEmptyParts)
            + m_city->keyArguments(QStringLiteral("inspector"));
        m_city->run(signing);
        return QString::fromUtf8(runCli({"extract", "s.pdf"}, m_city->folder.path()).out);
    }
    std::unique_ptr<CliCity> m_city;
    QString m_id;
};

void TestOverlayAndTally::init()
{
    m_city = std::make_unique<CliCity>();
    m_city->save(QStringLiteral("own.json"), overlayFile());
    m_id = m_city->start();
    QVERIFY(!m_id.isEmpty());
}

void TestOverlayAndTally::showsTheOwnWordingOnlyWhenAsked()
{
    const CliRun shown = run("checklist show KC-B --overlay own.json");
    QCOMPARE(shown.code, 0);
    QVERIFY(!shown.out.contains(secret.toUtf8()) && !shown.error.contains(secret.toUtf8()));
    const QJsonObject own = shown.object()[u"items"].toArray().last().toObject();
    QCOMPARE(own[u"id"].toString(), ownItem);
    QCOMPARE(own[u"fingerprint"].toString().size(), 64);
    for (const char *key : {"question", "clause", "weight", "critical"}) {
        QVERIFY2(own[QLatin1String(key)].isNull(), key);
    }
    const CliRun asked = run("checklist show KC-B --overlay own.json --confidential");
    QVERIFY(asked.object()[u"items"].toArray().last()[u"question"].toString().startsWith(secret));
    QVERIFY(asked.object()[u"items"].toArray().last()[u"localCriteriaRef"].toString().startsWith(secret));
    const CliRun shipped = run("checklist show KC-B --confidential");
    QVERIFY(!shipped.out.contains(ownItem.toUtf8()));
    const CliRun lines = runCli({"checklist", "show", "KC-B", "--overlay=own.json"}, m_city->folder.path());
    QVERIFY(lines.out.contains(ownItem.toUtf8()) && !lines.out.contains(secret.toUtf8()));
}

void TestOverlayAndTally::ownItemsAreAnswered()
{
    const QString answer = "answer --comment ok " + ownItem + " yes";
    QCOMPARE(desk(answer).code, 2);
    QCOMPARE(desk(answer).errorCode(), QStringLiteral("unknown-item"));
    QCOMPARE(desk(answer + " --overlay own.json").code, 0);
    const int shipped = desk("status").object()[u"counts"][u"target"].toInt();
    const CliRun status = desk("status --overlay own.json");
    QCOMPARE(status.object()[u"counts"][u"target"].toInt(), shipped + 1);
    QCOMPARE(status.object()[u"counts"][u"yes"].toInt(), 1);
    m_city->save(QStringLiteral("own.csv"), "item_id,answer\r\n" + ownItem.toUtf8() + ",no\r\n");
    QCOMPARE(desk("fill --from own.csv").code, 3);
    QCOMPARE(desk("fill --from own.csv --overlay own.json").object()[u"changed"].toInt(), 1);
    const CliRun started = run("inspection start --store desk.db --checklist KC-B --department U0004 "
                               "--department-name 総務課 --year 2026 --overlay own.json");
    QCOMPARE(started.object()[u"applicable"].toInt(), shipped + 1);
}

void TestOverlayAndTally::overlaysThatCannotBeUsed_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("place");
    QTest::newRow("not JSON") << QByteArray("{") << "invalid-content"
                              << ":1:2";
    QTest::newRow("another format") << QByteArray("{\"format\":\"x\"}") << "invalid-content"
                                    << ":1:";
    QTest::newRow("an edition that is not installed") << overlayFile().replace("2026.1", "2031.1") << "invalid-content"
                                                      << "/edition";
    QTest::newRow("an item that the edition lacks")
        << overlayFile().replace("\"B-6.1-01\"", "\"B-9.9-99\"") << "invalid-content"
        << "/changes/0/id";
    QTest::newRow("no file") << QByteArray() << "file-not-found"
                             << "";
}

void TestOverlayAndTally::overlaysThatCannotBeUsed()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, error);
    QFETCH(QString, place);
    if (!content.isEmpty()) {
        m_city->save(QStringLiteral("other.json"), content);
    }
    for (const QString &command :
         {QStringLiteral("checklist list"), "inspection check --store desk.db --inspection " + m_id}) {
        const CliRun refused = run(command + " --overlay other.json");
        QCOMPARE(refused.code, 3);
        QCOMPARE(refused.errorCode(), error);
        QVERIFY2(refused.object()[u"error"][u"detail"].toString().contains(place), refused.out.constData());
    }
}

void TestOverlayAndTally::exportsKeepTheSecret()
{
    m_city->saveFill();
    QCOMPARE(desk("fill --from fill.csv").code, 0);
    desk("answer " + ownItem + " yes --evidence-document 台帳 --evidence-date R8.4.3 --overlay own.json");
    const CliRun without = desk("export --draft --out a.pdf");
    QCOMPARE(without.code, 2);
    QCOMPARE(without.errorCode(), QStringLiteral("unknown-item"));
    QVERIFY(!QFile::exists(m_city->path(QStringLiteral("a.pdf"))));
    QCOMPARE(desk("export --draft --out b.pdf --overlay own.json --confidential").code, 0);
    const QString extracted = exported("--overlay own.json");
    QVERIFY(extracted.contains(ownItem) && extracted.contains(QStringLiteral("台帳")));
    QVERIFY(!extracted.contains(secret));
}

void TestOverlayAndTally::tallyIsTakenWholeOrNotAtAll()
{
    QVERIFY(desk("tally").object()[u"staffTally"].isNull());
    m_city->save(QStringLiteral("t.csv"), tallyHead + "A-6.1-01,23,18,15,2,1,0,0\r\nA-6.2-01,23,18,10,3,3,2,0\r\n");
    m_city->save(QStringLiteral("bad.csv"), tallyHead + "A-6.1-01,23,18,15,2,1,0,0\r\nA-6.2-01,23,18,19,0,0,0,0\r\n");
    const CliRun dry = desk("tally --from t.csv --dry-run");
    QCOMPARE(dry.code, 0);
    QVERIFY(!dry.object()[u"written"].toBool());
    QCOMPARE(dry.object()[u"staffTally"][u"items"].toArray().size(), 2);
    QVERIFY(desk("tally").object()[u"staffTally"].isNull());
    const CliRun written = desk("tally --from t.csv --who 庶務");
    QVERIFY(written.object()[u"written"].toBool());
    const CliRun refused = desk("tally --from bad.csv");
    QCOMPARE(refused.code, 3);
    QCOMPARE(refused.errorCode(), QStringLiteral("invalid-content"));
    QVERIFY(refused.object()[u"error"][u"detail"].toString().contains(QStringLiteral("bad.csv:3:")));
    QCOMPARE(desk("tally").object()[u"staffTally"], written.object()[u"staffTally"]);
    const QJsonObject entry = desk("history").array().last().toObject();
    QCOMPARE(entry[u"field"].toString(), QStringLiteral("tally"));
    QCOMPARE(entry[u"who"].toString(), QStringLiteral("庶務"));
    m_city->saveFill();
    QCOMPARE(desk("fill --from fill.csv").code, 0);
    const QJsonDocument submission = QJsonDocument::fromJson(exported({}).toUtf8());
    QCOMPARE(submission[u"staffTally"], written.object()[u"staffTally"]);
}

void TestOverlayAndTally::tallyBelongsToASection()
{
    m_city->save(QStringLiteral("t.csv"), tallyHead + "A-6.1-01,23,18,15,2,1,0,0\r\n");
    m_id = run("inspection start --store desk.db --checklist KC-C --department U0004 --department-name 総務課 "
               "--subject S001 --subject-name 税務 --year 2026")
               .object()[u"inspection"]
               .toString();
    const CliRun refused = desk("tally --from t.csv");
    QCOMPARE(refused.code, 2);
    QCOMPARE(refused.errorCode(), QStringLiteral("invalid-value"));
}

QTEST_GUILESS_MAIN(TestOverlayAndTally)
#include "tst_overlay_and_tally.moc"
