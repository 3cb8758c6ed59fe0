#include "core/checklist.h"

#include "support/enum_values.h"
#include "support/sample_values.h"

using namespace tenken;

class ChecklistTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void codes();
    void phasesInJapanese();
    void applicability_data();
    void applicability();
    void applicableItemsKeepTheirOrder();
    void bodies_data();
    void bodies();
    void findsItems();
    void offersNotApplicableOnlyUnderACondition();
};

void ChecklistTest::codes()
{
    support::checkCodes<Phase>(phaseFromCode);
    support::checkCodes<Severity>(severityFromCode);
    support::checkCodeList<Phase>({"design", "operation", "improvement"});
    support::checkCodeList<Severity>({"critical", "high", "medium", "low"});
}

void ChecklistTest::phasesInJapanese()
{
    QStringList names;
    for (const Phase phase : support::enumValues<Phase>()) {
        names << toJapanese(phase);
        QVERIFY(phaseFromJapanese(toJapanese(phase)) == phase);
    }
    QCOMPARE(names, (QStringList{"整備", "運用", "点検・改善"}));
    QVERIFY(!phaseFromJapanese("点検"));
}

void ChecklistTest::applicability_data()
{
    QTest::addColumn<Applicability>("applicability");
    QTest::addColumn<QStringList>("profile");
    QTest::addColumn<bool>("matches");
    using enum Applicability::Kind;
    const Applicability always{Always, {}};
    const Applicability all{AllOf, {"wifi", "sns"}};
    const Applicability any{AnyOf, {"wifi", "sns"}};
    QTest::newRow("always, empty profile") << always << QStringList{} << true;
    QTest::newRow("always ignores flags") << Applicability{Always, {"wifi"}} << QStringList{} << true;
    QTest::newRow("all: none") << all << QStringList{} << false;
    QTest::newRow("all: one") << all << QStringList{"wifi"} << false;
    QTest::newRow("all: both") << all << QStringList{"sns", "wifi", "cloud"} << true;
    QTest::newRow("any: none") << any << QStringList{"cloud"} << false;
    QTest::newRow("any: one") << any << QStringList{"sns"} << true;
    QTest::newRow("any: both") << any << QStringList{"sns", "wifi"} << true;
    QTest::newRow("all of nothing") << Applicability{AllOf, {}} << QStringList{} << true;
    QTest::newRow("any of nothing") << Applicability{AnyOf, {}} << QStringList{"wifi"} << false;
    QTest::newRow("codes are exact") << Applicability{AllOf, {"wifi"}} << QStringList{"WiFi"} << false;
}

void ChecklistTest::applicability()
{
    QFETCH(Applicability, applicability);
    QFETCH(QStringList, profile);
    QTEST(applicability.matches(QSet<QString>(profile.begin(), profile.end())), "matches");
}

void ChecklistTest::applicableItemsKeepTheirOrder()
{
    Item wifi = sample::item("B-2");
    wifi.applicability = {Applicability::Kind::AllOf, {"wifi"}};
    const Checklist checklist = sample::checklist({sample::item("B-3"), wifi, sample::item("B-1")});
    QCOMPARE(checklist.applicableItems({}, Body::Mayor), (QStringList{"B-3", "B-1"}));
    QCOMPARE(checklist.applicableItems({"wifi"}, Body::Mayor), (QStringList{"B-3", "B-2", "B-1"}));
}

void ChecklistTest::bodies_data()
{
    QTest::addColumn<Body>("body");
    QTest::addColumn<QStringList>("items");
    QTest::newRow("mayor") << Body::Mayor << QStringList{"all"};
    QTest::newRow("assembly") << Body::Assembly << QStringList{"all"};
    QTest::newRow("committee") << Body::Committee << QStringList{"all"};
    QTest::newRow("board of education") << Body::BoardOfEducation << QStringList{"all", "schools"};
    QTest::newRow("enterprise") << Body::Enterprise << QStringList{"all"};
}

void ChecklistTest::bodies()
{
    Item schools = sample::item("schools");
    schools.bodies = {Body::BoardOfEducation};
    Item nobody = sample::item("nobody");
    nobody.bodies.clear();
    QFETCH(Body, body);
    QTEST(sample::checklist({sample::item("all"), schools, nobody}).applicableItems({}, body), "items");
}

void ChecklistTest::findsItems()
{
    const Checklist checklist = sample::checklist({sample::item("B-1"), sample::item("B-2")});
    QCOMPARE(checklist.find("B-2"), &checklist.items.at(1));
    QCOMPARE(checklist.find("b-2"), nullptr);
    QCOMPARE(checklist.find(""), nullptr);
}

void ChecklistTest::offersNotApplicableOnlyUnderACondition()
{
    Item item = sample::item("B-1");
    const Checklist checklist = sample::checklist({item});
    const AnswerCodes withoutNa = AnswerCode::Yes | AnswerCode::Partial | AnswerCode::No | AnswerCode::Unknown;
    QCOMPARE(checklist.offeredAnswers(item), withoutNa);
    item.naCondition = QString(); // a condition without words is one
    QCOMPARE(checklist.offeredAnswers(item), withoutNa | AnswerCode::NotApplicable);
}

QTEST_GUILESS_MAIN(ChecklistTest)
#include "tst_checklist.moc"
