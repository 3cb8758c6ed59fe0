#include "viewmodel/home/home_model.h"
#include "viewmodel/viewmodel_fixture.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace tenken;

class TestHomeModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void returnedComesFirst();
    void departmentsAreFound();
    void profileFollowsTheDepartment();
    void missingDepartmentIsRefused();

private:
    std::unique_ptr<support::DeskFixture> m_fixture;
};

void TestHomeModels::init()
{
    m_fixture = std::make_unique<support::DeskFixture>();
    QVERIFY(m_fixture->open());
}

void TestHomeModels::cleanup() { m_fixture.reset(); }

void TestHomeModels::returnedComesFirst()
{
    HomeModel home(*m_fixture->desk);
    const QAbstractItemModelTester tester(&home, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(home.refresh());
    QCOMPARE(home.rowCount(), 0);
    const QUuid returned = m_fixture->start(2025);
    m_fixture->clock.advanceSeconds(60);
    const QUuid open = m_fixture->start(2026);
    const auto session = m_fixture->session(returned);
    QVERIFY(session->setAnswer(session->items().first(), AnswerCode::Yes));
    QVERIFY(m_fixture->desk->repository().setState(returned, InspectionState::Returned,
                                                   QStringLiteral("確認資料の不足"), {}));
    m_fixture->clock.advanceSeconds(60);
    const auto later = m_fixture->session(open);
    QVERIFY(later->setAnswer(later->items().first(), AnswerCode::Yes));
    QVERIFY(home.refresh());
    QCOMPARE(home.rowCount(), 2);
    QCOMPARE(home.row(0).summary.inspection, returned);
    QCOMPARE(home.row(0).answered, 1);
    QCOMPARE(home.row(0).applicable, int(session->items().size()));
}

void TestHomeModels::departmentsAreFound()
{
    StartForm form(*m_fixture->desk, {});
    DepartmentModel &departments = form.departments();
    const QAbstractItemModelTester tester(&departments, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(departments.rowCount() > 100);
    const QList<int> rows = departments.rowsMatching(QStringLiteral("ｕ０００４"));
    QCOMPARE(rows.size(), 1);
    QVERIFY(departments.index(rows.first()).data().toString().contains(QStringLiteral("企画課")));
}

void TestHomeModels::profileFollowsTheDepartment()
{
    StartForm form(*m_fixture->desk, {});
    ProfileModel &profile = form.profile();
    const QAbstractItemModelTester tester(&profile, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const int without = form.applicableCount();
    form.chooseDepartment(QStringLiteral("U0004"));
    QVERIFY(profile.flagsTicked().contains(QStringLiteral("outsourcing")));
    QVERIFY(form.applicableCount() > without);
    const QModelIndex first = profile.index(0);
    const QString code = first.data(Qt::UserRole).toString();
    const bool ticked = profile.flagsTicked().contains(code);
    QVERIFY(profile.setData(first, ticked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(profile.flagsTicked().contains(code), !ticked);
    QCOMPARE(profile.flagsRemoved().contains(code), ticked);
}

void TestHomeModels::missingDepartmentIsRefused()
{
    StartForm form(*m_fixture->desk, {});
    const Result<QUuid> started = form.start();
    QVERIFY(!started);
    QVERIFY(started.error().code == ErrorCode::InvalidValue);
}

QTEST_GUILESS_MAIN(TestHomeModels)
#include "tst_home_models.moc"
