#include "core/comparison/succession.h"

#include <QTest>

using namespace tenken;

namespace {

/// "C<A B": C continues A and B
QList<OrganisationUnit> units(const QStringList &texts)
{
    QList<OrganisationUnit> list;
    for (const QString &text : texts) {
        OrganisationUnit unit;
        unit.department.code = text.section(u'<', 0, 0);
        unit.predecessors = text.section(u'<', 1).split(u' ', Qt::SkipEmptyParts);
        list << unit;
    }
    return list;
}

} // namespace

class SuccessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
    void whole_data();
    void whole();
    void aLongLineIsNoProblem();
};

void SuccessionTest::lines_data()
{
    QTest::addColumn<QStringList>("organisation");
    QTest::addColumn<QStringList>("together");
    QTest::addColumn<QStringList>("apart");
    QTest::newRow("nothing known") << QStringList{"A", "B"} << QStringList{"A"} << QStringList{"A", "B"};
    QTest::newRow("renamed") << QStringList{"C<A", "B"} << QStringList{"A", "C"} << QStringList{"A", "B"};
    QTest::newRow("merged") << QStringList{"C<A B", "D"} << QStringList{"A", "B", "C"} << QStringList{"C", "D"};
    QTest::newRow("split") << QStringList{"B<A", "C<A"} << QStringList{"A", "B", "C"} << QStringList{"A", "D"};
    QTest::newRow("over years") << QStringList{"C<B", "B<A"} << QStringList{"A", "B", "C"} << QStringList{"A", "X"};
    QTest::newRow("goes on as itself") << QStringList{"A<A B"} << QStringList{"A", "B"} << QStringList{"A", "C"};
    QTest::newRow("in a circle") << QStringList{"A<B", "B<A"} << QStringList{"A", "B"} << QStringList{"A", "C"};
}

void SuccessionTest::lines()
{
    QFETCH(QStringList, organisation);
    QFETCH(QStringList, together);
    QFETCH(QStringList, apart);
    const Succession succession(units(organisation));
    for (const QString &code : together) {
        QCOMPARE(succession.lineOf(code), succession.lineOf(together.first()));
        QStringList members = succession.membersOf(code);
        members.sort();
        QCOMPARE(members, together);
    }
    QVERIFY(succession.lineOf(apart.first()) != succession.lineOf(apart.last()));
}

void SuccessionTest::whole_data()
{
    QTest::addColumn<QStringList>("organisation");
    QTest::addColumn<QSet<QString>>("answered");
    QTest::addColumn<bool>("whole");
    const QStringList merged{"C<A B"};
    QTest::newRow("merged: both before") << merged << QSet<QString>{"A", "B"} << true;
    QTest::newRow("merged: one before") << merged << QSet<QString>{"A"} << false;
    QTest::newRow("merged: after") << merged << QSet<QString>{"C"} << true;
    const QStringList split{"B<A", "C<A"};
    QTest::newRow("split: before") << split << QSet<QString>{"A"} << true;
    QTest::newRow("split: one after") << split << QSet<QString>{"B"} << false;
    QTest::newRow("split: both after") << split << QSet<QString>{"B", "C"} << true;
    QTest::newRow("nobody") << split << QSet<QString>{} << false;
    const QStringList years{"C<B", "B<A"};
    QTest::newRow("in the middle") << years << QSet<QString>{"B"} << true;
    QTest::newRow("in a circle") << QStringList{"A<B", "B<A"} << QSet<QString>{"A"} << true;
}

void SuccessionTest::whole()
{
    QFETCH(QStringList, organisation);
    QFETCH(QSet<QString>, answered);
    const Succession succession(units(organisation));
    QTEST(succession.isWhole(succession.lineOf(QStringLiteral("A")), answered), "whole");
}

void SuccessionTest::aLongLineIsNoProblem()
{
    constexpr int length = 50'000;
    QStringList texts;
    for (int i = 1; i < length; ++i) {
        texts << QStringLiteral("U%1<U%2").arg(i).arg(i - 1);
    }
    const Succession succession(units(texts));
    QCOMPARE(succession.membersOf(QStringLiteral("U7")).size(), length);
    QVERIFY(succession.isWhole(succession.lineOf(QStringLiteral("U0")), {QStringLiteral("U%1").arg(length - 1)}));
}

QTEST_GUILESS_MAIN(SuccessionTest)
#include "tst_succession.moc"
