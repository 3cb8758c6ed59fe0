#include "core/policy.h"

#include "support/sample_values.h"

#include <QTest>

using namespace tenken;

class PolicyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void finds();
    void coverage_data();
    void coverage();
    void onlyTheMainClauseCounts();
    void nothingToCoverIsComplete();
};

namespace {

Policy somePolicy()
{
    Policy policy;
    policy.clauses = {{"6(1)", {}, {}}, {"7", {}, {}}};
    Obligation obligation;
    obligation.id = "KC-61a";
    policy.obligations = {obligation};
    policy.flags = {{"wifi", {}, {}, {}}};
    return policy;
}

Checklist selfItems(const QString &clause, int count, const QStringList &obligations)
{
    QList<Item> items;
    for (int i = 0; i < count; ++i) {
        items << sample::item(QStringLiteral("%1-%2").arg(clause).arg(i), clause);
        items.last().obligations = obligations;
    }
    return sample::checklist(items);
}

Checklist auditTests(const QString &clause, int count, const QStringList &obligations)
{
    Checklist checklist = sample::checklist({});
    for (int i = 0; i < count; ++i) {
        AuditTest test;
        test.clause = clause;
        test.obligations = obligations;
        checklist.tests << test;
    }
    return checklist;
}

} // namespace

void PolicyTest::finds()
{
    const Policy policy = somePolicy();
    QCOMPARE(policy.clauseKeys(), (QStringList{"6(1)", "7"}));
    QCOMPARE(policy.clause("7"), &policy.clauses.at(1));
    QCOMPARE(policy.clause("8"), nullptr);
    QCOMPARE(policy.flag("wifi"), &policy.flags.at(0));
    QCOMPARE(policy.flag("WIFI"), nullptr);
}

void PolicyTest::coverage_data()
{
    QTest::addColumn<int>("items");
    QTest::addColumn<int>("tests");
    QTest::addColumn<bool>("covered");
    QTest::newRow("two and one") << 2 << 1 << true;
    QTest::newRow("more") << 5 << 3 << true;
    QTest::newRow("one item") << 1 << 1 << false;
    QTest::newRow("no audit test") << 2 << 0 << false;
    QTest::newRow("nothing") << 0 << 0 << false;
}

void PolicyTest::coverage()
{
    QFETCH(int, items);
    QFETCH(int, tests);
    QFETCH(bool, covered);
    const QList<Checklist> checklists{selfItems("6(1)", items, {"KC-61a"}), auditTests("6(1)", tests, {"KC-61a"}),
                                      selfItems("7", 2, {}), auditTests("7", 1, {})};
    const Coverage coverage = coverageOf(somePolicy(), checklists);
    QCOMPARE(coverage.clauses.size(), 2);
    QCOMPARE(coverage.obligations.size(), 1);
    for (const Coverage::Row &row : {coverage.clauses.at(0), coverage.obligations.at(0)}) {
        QCOMPARE(row.selfItems, items);
        QCOMPARE(row.auditTests, tests);
        QCOMPARE(row.isCovered, covered);
    }
    QVERIFY(coverage.clauses.at(1).isCovered);
    QCOMPARE(coverage.isComplete(), covered);
}

void PolicyTest::onlyTheMainClauseCounts()
{
    Checklist checklist = selfItems("6(1)", 2, {});
    checklist.items[0].clauses = {"6(1)", "7"};
    const Coverage coverage = coverageOf(somePolicy(), {checklist});
    QCOMPARE(coverage.clauses.at(0).selfItems, 2);
    QCOMPARE(coverage.clauses.at(1).selfItems, 0);
}

void PolicyTest::nothingToCoverIsComplete() { QVERIFY(coverageOf({}, {}).isComplete()); }

QTEST_GUILESS_MAIN(PolicyTest)
#include "tst_policy.moc"
