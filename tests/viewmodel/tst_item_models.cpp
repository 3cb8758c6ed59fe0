#include "viewmodel/inspection/answer_table_model.h"
#include "viewmodel/inspection/item_filter_model.h"
#include "viewmodel/inspection/item_roles.h"
#include "viewmodel/inspection/item_tree_model.h"
#include "viewmodel/inspection/problem_list_model.h"
#include "viewmodel/viewmodel_fixture.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace tenken;

/// Every model of one inspection under Qt's own model test, while answers and profile change
class TestItemModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void modelsStayConsistent();
    void clausesCountAnswers();
    void filters_data();
    void filters();
    void keptItemStays();
    void searchShowsClausesOfHits();
    void problemsShrink();

private:
    std::unique_ptr<support::DeskFixture> m_fixture;
    std::unique_ptr<InspectionSession> m_session;
};

void TestItemModels::init()
{
    m_fixture = std::make_unique<support::DeskFixture>();
    QVERIFY(m_fixture->open());
    m_session = m_fixture->session(m_fixture->start());
    QVERIFY(m_session);
}

void TestItemModels::cleanup()
{
    m_session.reset();
    m_fixture.reset();
}

void TestItemModels::modelsStayConsistent()
{
    const auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;
    ItemTreeModel tree(*m_session);
    AnswerTableModel table(*m_session);
    ItemFilterModel filteredTree(*m_session, &tree);
    ItemFilterModel filteredTable(*m_session, &table);
    ProblemListModel problems(*m_session);
    const QAbstractItemModelTester testers[] = {
        {&tree, mode}, {&table, mode}, {&filteredTree, mode}, {&filteredTable, mode}, {&problems, mode}};
    filteredTree.setFilter(ItemFilter::Unanswered);
    filteredTable.setFilter(ItemFilter::Unanswered);
    QVERIFY(m_session->setAnswer(m_session->items().at(3), AnswerCode::Yes));
    QVERIFY(m_session->undo());
    QVERIFY(m_session->changeProfile({}, QStringLiteral("試験")));
    filteredTable.setSearch(QStringLiteral("体制"));
    problems.refresh();
    QVERIFY(filteredTable.rowCount() > 0 && filteredTable.rowCount() < table.rowCount());
    QCOMPARE(std::size(testers), size_t(5));
}

void TestItemModels::clausesCountAnswers()
{
    ItemTreeModel tree(*m_session);
    const QModelIndex clause = tree.index(0, 0);
    QCOMPARE(clause.data(ClauseRole).toString(), QStringLiteral("6(1)"));
    QCOMPARE(clause.data(TotalRole).toInt(), tree.rowCount(clause));
    QCOMPARE(clause.data(AnsweredRole).toInt(), 0);
    QVERIFY(m_session->setAnswer(tree.index(0, 0, clause).data(ItemIdRole).toString(), AnswerCode::Yes));
    QCOMPARE(clause.data(AnsweredRole).toInt(), 1);
    int items = 0;
    for (int row = 0; row < tree.rowCount(); ++row) {
        items += tree.rowCount(tree.index(row, 0));
    }
    QCOMPARE(items, int(m_session->items().size()));
}

void TestItemModels::filters_data()
{
    QTest::addColumn<int>("filter");
    QTest::addColumn<QList<int>>("positions"); // of items 0 ○, 1 △, 2 ×, 3 flagged, rest untouched
    const auto row = [](const char *name, ItemFilter filter, const QList<int> &positions) {
        QTest::newRow(name) << static_cast<int>(filter) << positions;
    };
    row("× and △", ItemFilter::Negative, {1, 2});
    row("flagged", ItemFilter::Flagged, {3});
    row("changed: nothing to compare with", ItemFilter::Changed, {});
}

void TestItemModels::filters()
{
    QFETCH(int, filter);
    QFETCH(QList<int>, positions);
    const QStringList items = m_session->items();
    QVERIFY(m_session->setAnswer(items.at(0), AnswerCode::Yes));
    QVERIFY(m_session->setAnswer(items.at(1), AnswerCode::Partial));
    QVERIFY(m_session->setAnswer(items.at(2), AnswerCode::No));
    QVERIFY(m_session->toggleFlag(items.at(3)));
    AnswerTableModel table(*m_session);
    ItemFilterModel filtered(*m_session, &table);
    filtered.setFilter(static_cast<ItemFilter>(filter));
    QList<int> shown;
    for (int row = 0; row < filtered.rowCount(); ++row) {
        shown << m_session->positionOf(filtered.index(row, 0).data(ItemIdRole).toString());
    }
    QCOMPARE(shown, positions);
}

void TestItemModels::keptItemStays()
{
    AnswerTableModel table(*m_session);
    ItemFilterModel filtered(*m_session, &table);
    filtered.setFilter(ItemFilter::Unanswered);
    const int before = filtered.rowCount();
    const QString item = m_session->items().first();
    filtered.setKept(item);
    QVERIFY(m_session->setAnswer(item, AnswerCode::Yes));
    QCOMPARE(filtered.rowCount(), before);
    filtered.setKept(m_session->items().at(1));
    QCOMPARE(filtered.rowCount(), before - 1);
}

void TestItemModels::searchShowsClausesOfHits()
{
    ItemTreeModel tree(*m_session);
    ItemFilterModel filtered(*m_session, &tree);
    filtered.setSearch(QStringLiteral("b-6.1-01"));
    QCOMPARE(filtered.rowCount(), 1);
    QCOMPARE(filtered.rowCount(filtered.index(0, 0)), 1);
}

void TestItemModels::problemsShrink()
{
    ProblemListModel problems(*m_session);
    const int before = problems.rowCount();
    QCOMPARE(before, int(m_session->items().size()));
    QCOMPARE(problems.index(0).data(ItemIdRole).toString(), m_session->items().first());
    QVERIFY(m_session->setAnswer(m_session->items().first(), AnswerCode::Yes));
    problems.refresh();
    QCOMPARE(problems.rowCount(), before - (m_session->problemsOf(m_session->items().first()).isEmpty() ? 1 : 0));
}

QTEST_GUILESS_MAIN(TestItemModels)
#include "tst_item_models.moc"
