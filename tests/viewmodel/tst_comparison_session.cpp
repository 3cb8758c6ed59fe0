#include "core/fraction.h"
#include "support/filled_registry.h"
#include "viewmodel/comparison/comparison_session.h"
#include "viewmodel/viewmodel_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tenken;

namespace {

const QString kcb = QStringLiteral("KC-B");
constexpr int departments = 12;

QString answerOf(const QJsonObject &submission, const QString &item)
{
    for (const QJsonValue &one : submission[u"items"].toArray()) {
        if (one[u"id"].toString() == item) {
            return one[u"answer"].toString();
        }
    }
    return {};
}

} // namespace

/// From the choice to the models, over a registry of twelve departments and three years
class TestComparisonSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cellsAreWhatTheFilesSay_data();
    void cellsAreWhatTheFilesSay();
    void filtersKeepWhatTheyName_data();
    void filtersKeepWhatTheyName();
    void foldingHidesItemsAndKeepsTotals();
    void searchIgnoresWidthAndKana();
    void departmentsNarrowTheColumns();
    void auditStandsBesideTheSelfInspection();
    void twoAnswersAreReadWhole();
    void sumsNameWhoIsOpen();
    void heatMapSumsBureaus();
    void trendKeepsTheRulesOfSmallNumbers();
    void copiedTablesAreGuarded();
    void exportsWhatTheFiltersLeave();
    void aRegistryThatIsNoneIsTold();
    void nothingComesAfterCancelling();

private:
    bool compare(CompareBy by, const QStringList &subjects = {});

    QTemporaryDir m_folder;
    std::unique_ptr<support::DeskFixture> m_desk;
    std::unique_ptr<support::FilledRegistry> m_filled;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<RegistryWorkspace> m_workspace;
    std::unique_ptr<ComparisonSession> m_session;
    QString m_overstated;
};

void TestComparisonSession::initTestCase()
{
    m_desk = std::make_unique<support::DeskFixture>();
    QVERIFY(m_desk->open());
    m_filled = std::make_unique<support::FilledRegistry>(m_desk->desk->checklists());
    auto registry = Registry::open(m_folder.filePath(QStringLiteral("registry.db")), m_desk->clock);
    QVERIFY(registry);
    QVERIFY(m_filled->fill(**registry, departments, {2024, 2025, 2026}));
    QVERIFY(m_filled->addRevision(**registry, 2026, QStringLiteral("U0004"), [](Submission &next) {
        next.items.first().answer = withCode(next.items.first().answer, AnswerCode::No);
    }));
    for (const QJsonValue &item : m_filled->submissions(2026).at(1)[u"items"].toArray()) {
        if (item[u"answer"].toString() == u"YES") {
            m_overstated = item[u"id"].toString();
        }
    }
    QVERIFY(m_filled->addAudit(**registry, 2026, QStringLiteral("U0005"), {m_overstated}));
}

void TestComparisonSession::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::Japan));
    m_settings = std::make_unique<Settings>(m_folder.filePath(QStringLiteral("tenken.ini")),
                                            m_folder.filePath(QStringLiteral("policy.ini")));
    m_settings->set(QStringLiteral("registryFile"), m_folder.filePath(QStringLiteral("registry.db")));
    m_workspace = std::make_unique<RegistryWorkspace>(*m_desk->desk, *m_settings);
    m_session = std::make_unique<ComparisonSession>(*m_workspace);
}

void TestComparisonSession::cleanup()
{
    m_session.reset();
    m_workspace.reset();
    m_settings.reset();
}

bool TestComparisonSession::compare(CompareBy by, const QStringList &subjects)
{
    ComparisonChoice choice;
    choice.by = by;
    choice.checklist = kcb;
    choice.year = FiscalYear(2026);
    choice.subjects = subjects;
    QSignalSpy compared(m_session.get(), &ComparisonSession::compared);
    m_session->compare(choice);
    return (compared.size() == 1 || compared.wait()) && m_session->comparison();
}

void TestComparisonSession::cellsAreWhatTheFilesSay_data()
{
    QTest::addColumn<CompareBy>("by");
    QTest::addColumn<int>("columns");
    QTest::newRow("departments") << CompareBy::Department << departments;
    QTest::newRow("years") << CompareBy::Year << 3;
    QTest::newRow("revisions") << CompareBy::Revision << 2;
    QTest::newRow("audit") << CompareBy::Audit << 2;
    QTest::newRow("city") << CompareBy::City << departments + 1;
}

void TestComparisonSession::cellsAreWhatTheFilesSay()
{
    QFETCH(CompareBy, by);
    QFETCH(int, columns);
    const auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;
    const QAbstractItemModelTester testers[] = {
        {&m_session->matrix(), mode}, {&m_session->heatMap(), mode}, {&m_session->trend(), mode}};
    Q_UNUSED(testers);
    QVERIFY(compare(by));
    ComparisonMatrixModel &matrix = m_session->matrix();
    QCOMPARE(matrix.columnCount(), columns);
    QVERIFY(matrix.rowCount() > 60);
    if (by != CompareBy::Department) {
        return;
    }
    const QList<QJsonObject> written = m_filled->submissions(2026);
    for (int line = 0; line < matrix.rowCount(); ++line) {
        const int row = matrix.rowAt(line);
        for (int column = 1; row >= 0 && column < columns; ++column) { // the first has a second revision
            const MatrixCell cell = matrix.cellAt(line, column);
            const QString code = answerOf(written.at(column), m_session->comparison()->comparison.rows.at(row).item);
            QCOMPARE(cell.kind, code.isEmpty() ? MatrixCell::Kind::Nothing : MatrixCell::Kind::Answer);
            QCOMPARE(cell.answer ? toCode(*cell.answer) : QString(), code);
        }
    }
}

void TestComparisonSession::filtersKeepWhatTheyName_data()
{
    QTest::addColumn<CompareBy>("by");
    QTest::addColumn<ComparisonFilter>("filter");
    QTest::newRow("differences") << CompareBy::Department << ComparisonFilter::Differences;
    QTest::newRow("worsened by revision") << CompareBy::Revision << ComparisonFilter::Worsened;
    QTest::newRow("audit") << CompareBy::Audit << ComparisonFilter::AuditDiffers;
    QTest::newRow("critical") << CompareBy::Department << ComparisonFilter::CriticalNo;
}

void TestComparisonSession::filtersKeepWhatTheyName()
{
    QFETCH(CompareBy, by);
    QFETCH(ComparisonFilter, filter);
    QVERIFY(compare(by, by == CompareBy::Revision ? QStringList{QStringLiteral("U0004")} : QStringList()));
    ComparisonMatrixModel &matrix = m_session->matrix();
    const int all = matrix.shownItems();
    matrix.setFilters(filter);
    const int kept = matrix.shownItems();
    QVERIFY2(kept > 0 && kept < all, qPrintable(QString::number(kept)));
    int seen = 0;
    const ShownComparison &shown = *m_session->comparison();
    for (int line = 0; line < matrix.rowCount(); ++line) {
        const int row = matrix.rowAt(line);
        if (row < 0) {
            QVERIFY(matrix.itemCount(line) > 0);
            continue;
        }
        ++seen;
        const ComparisonRow &item = shown.comparison.rows.at(row);
        QVERIFY(filter != ComparisonFilter::Differences || item.differs);
        QVERIFY(filter != ComparisonFilter::Worsened || item.worsened);
        QVERIFY(filter != ComparisonFilter::AuditDiffers || item.item == m_overstated);
        QVERIFY(filter != ComparisonFilter::CriticalNo || shown.items.at(row).critical);
    }
    QCOMPARE(seen, kept);
    QCOMPARE(matrix.filtered().rows.size(), kept);
    matrix.setFilters({});
    QCOMPARE(matrix.shownItems(), all);
}

void TestComparisonSession::foldingHidesItemsAndKeepsTotals()
{
    QVERIFY(compare(CompareBy::Department));
    ComparisonMatrixModel &matrix = m_session->matrix();
    const QAbstractItemModelTester tester(&matrix, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const int all = matrix.rowCount();
    QVERIFY(matrix.isClause(0) && !matrix.isClause(1));
    const int items = matrix.itemCount(0);
    const MatrixCell total = matrix.cellAt(0, 1);
    matrix.toggleFold(0);
    QCOMPARE(matrix.rowCount(), all - items);
    QVERIFY(matrix.isClause(1) && matrix.isFolded(0));
    QCOMPARE(matrix.cellAt(0, 1).yes, total.yes);
    QCOMPARE(matrix.filtered().rows.size(), m_session->comparison()->comparison.rows.size());
    matrix.toggleFold(0);
    QCOMPARE(matrix.rowCount(), all);
    matrix.foldAll(true);
    QCOMPARE(matrix.rowCount(), m_session->comparison()->clauses.size());
    matrix.foldAll(false);
    QCOMPARE(matrix.rowCount(), all);
}

void TestComparisonSession::searchIgnoresWidthAndKana()
{
    QVERIFY(compare(CompareBy::Department));
    ComparisonMatrixModel &matrix = m_session->matrix();
    matrix.setSearch(QStringLiteral("Ｂ－６．６－０５"));
    QCOMPARE(matrix.shownItems(), 1);
    QCOMPARE(m_session->comparison()->comparison.rows.at(matrix.rowAt(1)).item, QStringLiteral("B-6.6-05"));
    matrix.setSearch(QStringLiteral("ういるす"));
    QVERIFY(matrix.shownItems() > 0);
    matrix.setSearch({});
}

void TestComparisonSession::departmentsNarrowTheColumns()
{
    QVERIFY(compare(CompareBy::Department));
    QCOMPARE(m_session->subjects().size(), departments);
    QVERIFY(compare(CompareBy::Department, {QStringLiteral("U0005"), QStringLiteral("U0006")}));
    QCOMPARE(m_session->matrix().columnCount(), 2);
    QCOMPARE(m_session->subjects().size(), departments);
}

void TestComparisonSession::auditStandsBesideTheSelfInspection()
{
    QVERIFY(compare(CompareBy::Audit));
    const ShownComparison &shown = *m_session->comparison();
    QCOMPARE(shown.columns.size(), 2);
    QCOMPARE(partnerOf(shown, 0), 1);
    QCOMPARE(partnerOf(shown, 1), 0);
    int differing = 0;
    for (const ComparisonRow &row : shown.comparison.rows) {
        differing += row.differs ? 1 : 0;
        QCOMPARE(row.worsened, row.item == m_overstated);
    }
    QCOMPARE(differing, 1);
}

void TestComparisonSession::twoAnswersAreReadWhole()
{
    QVERIFY(compare(CompareBy::Audit));
    const ShownComparison &shown = *m_session->comparison();
    int row = 0;
    while (shown.comparison.rows.at(row).item != m_overstated) {
        ++row;
    }
    QSignalSpy ready(m_session.get(), &ComparisonSession::pairReady);
    m_session->askPair(row, 0, 1);
    QVERIFY(ready.wait());
    const auto pair = ready.first().first().value<AnswerPair>();
    QCOMPARE(pair.item, m_overstated);
    QCOMPARE(pair.left.answer.code, AnswerCode::Yes);
    QCOMPARE(pair.right.answer.code, AnswerCode::No);
    QCOMPARE(pair.right.answer.comment, QStringLiteral("監査で確かめられなかった。"));
    QVERIFY(!pair.left.question.isEmpty());
}

void TestComparisonSession::sumsNameWhoIsOpen()
{
    QVERIFY(compare(CompareBy::City));
    const ShownComparison &shown = *m_session->comparison();
    const int city = static_cast<int>(shown.columns.size()) - 1;
    QVERIFY(shown.isSum(city));
    int row = 0;
    while (shown.cell(row, city).counts.no == 0) {
        ++row;
    }
    QSignalSpy ready(m_session.get(), &ComparisonSession::pairReady);
    m_session->askPair(row, 1, city);
    QVERIFY(ready.size() == 1 || ready.wait());
    const auto pair = ready.first().first().value<AnswerPair>();
    QVERIFY(pair.right.isSum);
    QCOMPARE(pair.right.openCount, pair.right.counts.no + pair.right.counts.unknown);
    QCOMPARE(pair.right.open.size(), pair.right.openCount);
}

void TestComparisonSession::heatMapSumsBureaus()
{
    QVERIFY(compare(CompareBy::Department));
    HeatMapModel &heat = m_session->heatMap();
    QVERIFY(heat.hasBureaus());
    const int clauses = static_cast<int>(m_session->comparison()->clauses.size());
    QCOMPARE(heat.columnCount(), clauses + 1);
    const auto sumOf = [&heat](int column) {
        std::pair<int, int> sum;
        for (int row = 0; row < heat.rowCount(); ++row) {
            const MatrixCell cell = heat.cellAt(row, column);
            sum.first += cell.yes;
            sum.second += cell.n;
        }
        return sum;
    };
    QList<std::pair<int, int>> bureaus;
    for (int column = 0; column <= clauses; ++column) {
        bureaus << sumOf(column);
    }
    const int groups = heat.rowCount();
    heat.setRows(HeatMapModel::Rows::Columns);
    QCOMPARE(heat.rowCount(), departments);
    QVERIFY(groups < departments);
    for (int column = 0; column <= clauses; ++column) {
        QCOMPARE(sumOf(column), bureaus.at(column));
    }
    heat.setRows(HeatMapModel::Rows::Bureaus);
}

void TestComparisonSession::trendKeepsTheRulesOfSmallNumbers()
{
    QVERIFY(compare(CompareBy::Year));
    const TrendModel &trend = m_session->trend();
    QCOMPARE(trend.years(), 3);
    QCOMPARE(trend.commonDepartments(), departments);
    QVERIFY(trend.commonItems() > 0);
    for (int row = 0; row < trend.rowCount(); ++row) {
        const QList<double> shares = trend.shares(row);
        for (int year = 0; year < 3; ++year) {
            const QString text = trend.index(row, TrendModel::FirstYearColumn + year).data().toString();
            QCOMPARE(text.contains(u'％'), !shares.isEmpty() || text.endsWith(u'）'));
        }
        if (trend.direction(row) != 0) {
            QVERIFY(!shares.isEmpty());
            QCOMPARE(trend.direction(row) > 0, shares.last() > shares.first());
        }
    }
    QVERIFY(compare(CompareBy::Year, {QStringLiteral("U0006")})); // one department: most clauses have few items
    int withoutRate = 0;
    for (int row = 0; row < m_session->trend().rowCount(); ++row) {
        withoutRate += m_session->trend().shares(row).isEmpty() ? 1 : 0;
    }
    QVERIFY(withoutRate > 5);
}

void TestComparisonSession::copiedTablesAreGuarded()
{
    const CopiedTable table = ComparisonSession::copied(
        {{QStringLiteral("=1+1"), QStringLiteral("a\tb")}, {QStringLiteral("<b>"), QStringLiteral("-1")}});
    QCOMPARE(table.tsv, QStringLiteral("'=1+1\ta / b\r\n<b>\t'-1\r\n"));
    QVERIFY(table.html.contains(QStringLiteral(">'=1+1</th>")));
    QVERIFY(table.html.contains(QStringLiteral(">&lt;b&gt;</td>")));
}

void TestComparisonSession::exportsWhatTheFiltersLeave()
{
    QVERIFY(compare(CompareBy::Department));
    m_session->matrix().setFilters(ComparisonFilter::Differences);
    const int kept = m_session->matrix().shownItems();
    QSignalSpy written(m_session.get(), &ComparisonSession::written);
    for (const char *name : {"matrix.csv", "matrix.xlsx"}) {
        m_session->exportTo(m_folder.filePath(QLatin1String(name)));
        QVERIFY(written.wait());
    }
    QFile csv(m_folder.filePath(QStringLiteral("matrix.csv")));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readAll().count("\r\n"), kept + 1);
    QSignalSpy failed(m_session.get(), &ComparisonSession::failed);
    m_session->exportTo(m_folder.filePath(QStringLiteral("nowhere/matrix.csv")));
    QVERIFY(failed.wait());
}

void TestComparisonSession::aRegistryThatIsNoneIsTold()
{
    QFile foreign(m_folder.filePath(QStringLiteral("foreign.db")));
    QVERIFY(foreign.open(QIODevice::WriteOnly) && foreign.write("not a registry") > 0);
    foreign.close();
    m_settings->set(QStringLiteral("registryFile"), foreign.fileName());
    QSignalSpy failed(m_session.get(), &ComparisonSession::failed);
    ComparisonChoice choice;
    choice.checklist = kcb;
    m_session->compare(choice);
    QVERIFY(failed.size() == 1 || failed.wait());
    QVERIFY(!m_session->isBusy());
    QVERIFY(!m_session->comparison());
}

void TestComparisonSession::nothingComesAfterCancelling()
{
    QSignalSpy compared(m_session.get(), &ComparisonSession::compared);
    QSignalSpy failed(m_session.get(), &ComparisonSession::failed);
    ComparisonChoice choice;
    choice.by = CompareBy::Year;
    choice.checklist = kcb;
    m_session->compare(choice);
    m_session->cancel();
    QTRY_VERIFY(!m_session->isBusy());
    QVERIFY(compared.size() + failed.size() == 1); // either it was too late, or it is told
    if (!failed.isEmpty()) {
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Cancelled);
    }
}

QTEST_GUILESS_MAIN(TestComparisonSession)
#include "tst_comparison_session.moc"
