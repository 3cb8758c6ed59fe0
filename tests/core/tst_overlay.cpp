#include "core/overlay.h"

#include "support/sample_values.h"

#include <QTest>

using namespace tenken;

class OverlayTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void changesWhatItNames();
    void addsItemsBehind();
    void anEmptyOverlayChangesNothing();
    void anUnknownItemIsLeftOut();
    void aReferenceAloneAsksTheSame();
    void eachWayToAskOtherwise_data();
    void eachWayToAskOtherwise();
    void mergesIntoTheNamedEdition();
};

void OverlayTest::changesWhatItNames()
{
    Item item = sample::item("B-1");
    item.guidance.ja = QStringLiteral("体制表を見ます。");
    item.criteria = {{AnswerCode::Yes, "全部"}, {AnswerCode::Partial, "8割"}, {AnswerCode::No, "なし"}};
    Overlay::Change change;
    change.id = "B-1";
    change.question = QStringLiteral("市の様式で示していますか。");
    change.weight = 3;
    change.localCriteriaRef = QStringLiteral("対策基準 4.2");
    change.criteria = {{AnswerCode::Partial, "9割"}};
    const Checklist base = sample::checklist({item, sample::item("B-2")});
    const Checklist merged = tenken::merged(base, {base.id, base.edition, {change}, {}});

    const Item &changed = merged.items.at(0);
    QVERIFY(changed.overlay);
    QCOMPARE(changed.question.ja, QStringLiteral("市の様式で示していますか。"));
    QCOMPARE(changed.guidance.ja, item.guidance.ja);
    QCOMPARE(changed.weight, 3);
    QCOMPARE(changed.localCriteriaRef, QStringLiteral("対策基準 4.2"));
    QCOMPARE(changed.criteria.value(AnswerCode::Partial), QStringLiteral("9割"));
    QCOMPARE(changed.criteria.value(AnswerCode::Yes), QStringLiteral("全部"));
    QVERIFY(!merged.items.at(1).overlay);
    QVERIFY(!base.items.at(0).overlay);
}

void OverlayTest::addsItemsBehind()
{
    const Checklist base = sample::checklist({sample::item("B-1")});
    const Checklist merged =
        tenken::merged(base, {base.id, base.edition, {}, {sample::item("L-1"), sample::item("L-2")}});
    QCOMPARE(merged.applicableItems({}, Body::Mayor), (QStringList{"B-1", "L-1", "L-2"}));
    QVERIFY(merged.find("L-1")->overlay && merged.find("L-2")->overlay);
    QCOMPARE(merged.fingerprint, base.fingerprint);
}

void OverlayTest::anEmptyOverlayChangesNothing()
{
    const Checklist base = sample::checklist({sample::item("B-1")});
    const Checklist merged = tenken::merged(base, {base.id, base.edition, {}, {}});
    QCOMPARE(merged.items.size(), 1);
    QVERIFY(!merged.items.at(0).overlay);
    QCOMPARE(merged.items.at(0).question, base.items.at(0).question);
}

void OverlayTest::anUnknownItemIsLeftOut()
{
    Overlay::Change change;
    change.id = "B-9";
    change.weight = 3;
    const Checklist merged = tenken::merged(sample::checklist({sample::item("B-1")}), {{}, {}, {change}, {}});
    QCOMPARE(merged.items.size(), 1);
    QCOMPARE(merged.items.at(0).weight, 1);
}

void OverlayTest::aReferenceAloneAsksTheSame()
{
    Overlay::Change change;
    change.id = "B-1";
    change.localCriteriaRef = QStringLiteral("対策基準 4.2");
    QVERIFY(!change.asksOtherwise());
    const Checklist base = sample::checklist({sample::item("B-1")});
    const Item changed = tenken::merged(base, {base.id, base.edition, {change}, {}}).items.at(0);
    QVERIFY(!changed.overlay);
    QCOMPARE(changed.fingerprint, base.items.at(0).fingerprint);
    QCOMPARE(changed.localCriteriaRef, QStringLiteral("対策基準 4.2"));
}

void OverlayTest::eachWayToAskOtherwise_data()
{
    QTest::addColumn<QString>("part");
    for (const char *part : {"question", "guidance", "weight", "criteria"}) {
        QTest::newRow(part) << part;
    }
}

void OverlayTest::eachWayToAskOtherwise()
{
    QFETCH(QString, part);
    Overlay::Change change;
    change.id = "B-1";
    change.fingerprint = QString(64, u'9');
    if (part == "question") {
        change.question = QStringLiteral("市では？");
    } else if (part == "guidance") {
        change.guidance = QStringLiteral("市の手引き");
    } else if (part == "weight") {
        change.weight = 2;
    } else {
        change.criteria = {{AnswerCode::No, "なし"}};
    }
    QVERIFY(change.asksOtherwise());
    const Checklist base = sample::checklist({sample::item("B-1"), sample::item("B-2")});
    const Checklist merged = tenken::merged(base, {base.id, base.edition, {change}, {}});
    QVERIFY(merged.items.at(0).overlay);
    QCOMPARE(merged.items.at(0).fingerprint, QString(64, u'9'));
    QCOMPARE(merged.items.at(1).fingerprint, base.items.at(1).fingerprint);
}

void OverlayTest::mergesIntoTheNamedEdition()
{
    ChecklistSet set{{}, {sample::checklist({sample::item("B-1")}, "2025.1"), sample::checklist({}, "2026.1")}};
    const QString id = set.checklists.at(0).id;
    merge(set, {id, "2026.1", {}, {sample::item("L-1")}});
    QVERIFY(!set.find(id, "2025.1")->find("L-1"));
    QVERIFY(set.find(id, "2026.1")->find("L-1")->overlay);
    merge(set, {id, "2030.1", {}, {sample::item("L-2")}}); // no such edition: nothing happens
    QCOMPARE(set.find(id, "2026.1")->items.size(), 1);
}

QTEST_GUILESS_MAIN(OverlayTest)
#include "tst_overlay.moc"
