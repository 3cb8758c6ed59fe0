#include "support/places.h"
#include "support/small_city.h"
#include "workflow/registry/committee_figures.h"
#include "workflow/registry/compare_submissions.h"
#include "workflow/registry/make_reports.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tenken;
using namespace tenken::support;

namespace {

const QString kcb = QStringLiteral("KC-B");
const QStringList codes{QStringLiteral("U0004"), QStringLiteral("U0005"), QStringLiteral("U0006")};

/// The registry after two years of everybody's submissions
struct TwoYears {
    SmallCity city;
    std::unique_ptr<Registry> registry = city.openRegistry();
    QStringList outcome;

    TwoYears()
    {
        QStringList files;
        for (const int year : {2025, 2026}) {
            for (const QString &code : codes) {
                const QString name = QStringLiteral("%1-%2.pdf").arg(year).arg(code);
                files << city.save(name, city.signAndApprove(city.inspection(code, year)));
            }
        }
        outcome = outcomes(city.import(*registry, files));
    }
    QList<QJsonObject> submissions(int year) const
    {
        RegistryFilter filter;
        filter.fiscalYear = FiscalYear(year);
        QList<QJsonObject> list;
        const Status visited =
            RegistryRepository(*registry).forEachSubmission(filter, [&](const RegistryEntry &, const QByteArray &json) {
                list << QJsonDocument::fromJson(json).object();
            });
        return visited ? list : QList<QJsonObject>();
    }
};

/// The checklist's items as they stand in its file: nothing of the program's own reading is trusted here
QHash<QString, QJsonObject> itemsInFile(const QString &edition)
{
    const Checklist *checklist = shippedChecklists().find(kcb, edition);
    const QDir folder(sourcePath("checklists/kumamoto-2023"));
    for (const QString &name : folder.entryList({QStringLiteral("KC-B*.json")})) {
        QFile file(folder.filePath(name));
        const QJsonObject content =
            file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
        if (checklist && content[u"edition"].toString() == edition) {
            QHash<QString, QJsonObject> items;
            for (const QJsonValue item : content[u"items"].toArray()) {
                items.insert(item[u"id"].toString(), item.toObject());
            }
            return items;
        }
    }
    return {};
}

QString expectedChange(const QHash<QString, QJsonObject> &older, const QHash<QString, QJsonObject> &newer,
                       const QString &item)
{
    if (!older.contains(item)) {
        return QStringLiteral("new");
    }
    if (!newer.contains(item)) {
        return QStringLiteral("withdrawn");
    }
    const int from = older[item][u"revision"].toInt();
    QString change = QStringLiteral("same");
    for (const QJsonValue step : newer[item][u"history"].toArray()) {
        if (step[u"revision"].toInt() > from && change != u"criteria-changed") {
            change = step[u"change"].toString();
        }
    }
    return change;
}

Counts countsOf(const QList<QJsonObject> &submissions, const std::function<bool(const QString &)> &isMeant)
{
    Counts counts;
    for (const QJsonObject &submission : submissions) {
        for (const QJsonValue item : submission[u"items"].toArray()) {
            if (isMeant(item[u"id"].toString())) {
                counts.add(answerFromCode(item[u"answer"].toString()));
            }
        }
    }
    return counts;
}

} // namespace

class TestDivisionFigures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void comparesYearsAcrossEditions();
    void comparesDepartments_data();
    void comparesDepartments();
    void refusesComparisons_data();
    void refusesComparisons();
    void committeeCountsWhatTheFilesSay();
    void committeeExpectsWhomTheOrganisationNames();

private:
    const TwoYears m_years; ///< only read
};

void TestDivisionFigures::initTestCase() { QCOMPARE(m_years.outcome, QStringList(6, QStringLiteral("imported"))); }

void TestDivisionFigures::comparesYearsAcrossEditions()
{
    CompareRequest request;
    request.checklist = kcb;
    request.by = CompareRequest::By::Year;
    const Result<Comparison> comparison = CompareSubmissions(shippedChecklists(), *m_years.registry).compare(request);
    QVERIFY(comparison);
    QCOMPARE(comparison->columns.size(), 2);
    const auto older = itemsInFile(QStringLiteral("2025.1"));
    const auto newer = itemsInFile(QStringLiteral("2026.1"));
    QVERIFY(!older.isEmpty() && !newer.isEmpty());
    QSet<QString> seen;
    QMap<QString, QList<Counts>> totals;
    for (const ComparisonRow &row : comparison->rows) {
        QCOMPARE(toCode(row.change), expectedChange(older, newer, row.item));
        seen << toCode(row.change);
        const bool comparable = row.change == ItemChangeState::Same || row.change == ItemChangeState::Reworded;
        QVERIFY2(comparable || !row.differs, qPrintable(row.item));
        for (int column = 0; column < 2; ++column) {
            const Counts counted =
                countsOf(m_years.submissions(2025 + column), [&](const QString &item) { return item == row.item; });
            QCOMPARE(row.cells.at(column).counts, counted);
        }
    }
    QCOMPARE(seen, (QSet<QString>{"same", "reworded", "criteria-changed", "new", "withdrawn"}));
    for (const ClauseTotal &total : comparison->totals) {
        for (int column = 0; column < 2; ++column) {
            const Counts counted = countsOf(m_years.submissions(2025 + column), [&](const QString &item) {
                const QString change = expectedChange(older, newer, item);
                return (change == u"same" || change == u"reworded")
                    && newer[item][u"clause"].toString() == total.clause;
            });
            QCOMPARE(total.cells.at(column), counted);
        }
    }
}

void TestDivisionFigures::comparesDepartments_data()
{
    QTest::addColumn<int>("asked");
    QTest::addColumn<int>("compared");
    QTest::newRow("the year before") << 2025 << 2025;
    QTest::newRow("this year") << 2026 << 2026;
    QTest::newRow("no year: the newest") << 0 << 2026;
}

void TestDivisionFigures::comparesDepartments()
{
    QFETCH(int, asked);
    QFETCH(int, compared);
    CompareRequest request;
    request.checklist = kcb;
    if (asked > 0) {
        request.year = FiscalYear(asked);
    }
    request.departments = {codes.at(2), codes.at(0)};
    const Result<Comparison> comparison = CompareSubmissions(shippedChecklists(), *m_years.registry).compare(request);
    QVERIFY(comparison);
    QStringList keys;
    for (const ComparisonColumn &column : comparison->columns) {
        keys << column.key;
    }
    for (const ComparisonColumn &column : comparison->columns) {
        QCOMPARE(column.submissions.size(), 1);
        QCOMPARE(column.submissions.first()->fiscalYear, FiscalYear(compared));
    }
    keys.sort();
    QCOMPARE(keys, QStringList({codes.at(0), codes.at(2)}));
    for (const ComparisonRow &row : comparison->rows) {
        const auto left = row.cells.at(0).answer;
        const auto right = row.cells.at(1).answer;
        QCOMPARE(row.differs, left && right && *left != *right);
    }
}

void TestDivisionFigures::refusesComparisons_data()
{
    QTest::addColumn<QString>("checklist");
    QTest::addColumn<QString>("department");
    QTest::addColumn<ErrorCode>("error");
    QTest::newRow("checklist") << "KC-Z" << codes.first() << ErrorCode::UnknownChecklist;
    QTest::newRow("department") << kcb << "U9999" << ErrorCode::UnknownDepartment;
}

void TestDivisionFigures::refusesComparisons()
{
    QFETCH(QString, checklist);
    QFETCH(QString, department);
    QFETCH(ErrorCode, error);
    const SmallCity city;
    const auto registry = city.openRegistry();
    CompareRequest request;
    request.checklist = checklist;
    request.departments = {department};
    const auto comparison = CompareSubmissions(shippedChecklists(), *registry).compare(request);
    QVERIFY(!comparison);
    QCOMPARE(comparison.error().code, error);
}

void TestDivisionFigures::committeeCountsWhatTheFilesSay()
{
    CompareSubmissions comparing(shippedChecklists(), *m_years.registry);
    QList<YearOfSubmissions> list;
    for (const int year : {2025, 2026}) {
        list << YearOfSubmissions{FiscalYear(year), *comparing.submissions(kcb, FiscalYear(year), 1)};
    }
    const CommitteeFigures figures =
        CommitteeCounting(shippedChecklists(), kcb, list, {}).figures(1, m_years.city.clock.now());
    QCOMPARE(figures.submitted, static_cast<int>(codes.size()));
    const auto items = itemsInFile(QStringLiteral("2026.1"));
    const QList<QJsonObject> submissions = m_years.submissions(2026);
    QCOMPARE(figures.total, countsOf(submissions, [](const QString &) { return true; }));
    QCOMPARE(figures.clauses.size(), 13);
    for (qsizetype i = 0; i < figures.clauses.size(); ++i) {
        const QString key = figures.clauses.at(i).key;
        const auto ofClause = [&](const QString &item) { return items[item][u"clause"].toString() == key; };
        QCOMPARE(figures.clauses.at(i).counts, countsOf(submissions, ofClause));
        for (const CommitteeFigures::DepartmentRow &row : figures.departments) {
            QList<QJsonObject> own;
            std::copy_if(submissions.begin(), submissions.end(), std::back_inserter(own),
                         [&](const QJsonObject &one) { return one[u"department"][u"code"].toString() == row.code; });
            QCOMPARE(row.cells.at(i), countsOf(own, ofClause));
        }
    }
    for (const CommitteeFigures::ItemRow &row : figures.items) {
        QCOMPARE(row.counts, countsOf(submissions, [&](const QString &item) { return item == row.item; }));
    }
}

/// Without a round: “everybody has submitted” would be said of those who have
void TestDivisionFigures::committeeExpectsWhomTheOrganisationNames()
{
    MakeReports reports(shippedChecklists(), *m_years.registry, sharedPress());
    const auto expected = [&](const Organisation &organisation) {
        const auto report =
            reports.committee(kcb, FiscalYear(2026), 1, m_years.city.clock.now(), organisation).value().data;
        return QJsonDocument::fromJson(report).object()[u"checklists"][0][u"expected"].toInt(-1);
    };
    QCOMPARE(expected({}), 0); // nobody told it
    Organisation organisation;
    for (const QString &code : codes + QStringList{QStringLiteral("U0007"), QStringLiteral("U0008")}) {
        organisation.units << unitOf(code);
    }
    QCOMPARE(expected(organisation), static_cast<int>(codes.size()) + 2);
}

QTEST_MAIN(TestDivisionFigures)
#include "tst_division_figures.moc"
