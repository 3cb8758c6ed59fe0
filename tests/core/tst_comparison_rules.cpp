#include "core/comparison/comparison.h"
#include "core/comparison/year_on_year.h"

#include "support/sample_values.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace tenken;

/// Whole cities by chance, against a second, plain way of counting them
class ComparisonRulesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void yearsAreCountedRight_data() { seeds(); }
    void yearsAreCountedRight();
    void departmentsAreShownAsTheyAnswered_data() { seeds(); }
    void departmentsAreShownAsTheyAnswered();
    void orderWithinAColumnMeansNothing_data() { seeds(); }
    void orderWithinAColumnMeansNothing();
    void aYearAgainstItselfDiffersNowhere_data() { seeds(); }
    void aYearAgainstItselfDiffersNowhere();
    void arrowsPointTheOtherWayBackwards();

private:
    static void seeds()
    {
        QTest::addColumn<uint>("seed");
        for (uint seed = 1; seed <= 40; ++seed) {
            QTest::addRow("city %u", seed) << seed;
        }
    }
};

namespace {

/// Two editions of a checklist and what some departments answered to each
struct City {
    Checklist older;
    Checklist newer;
    SubmissionList before;
    SubmissionList after;
    QMap<QString, ItemChangeState> states; ///< of every item of either edition
};

class CityMaker {
public:
    explicit CityMaker(uint seed) : m_random(seed) { }

    City make()
    {
        makeEditions();
        for (int i = 0, departments = upTo(9); i < departments; ++i) {
            const QString code = QStringLiteral("U%1").arg(i);
            const int years = upTo(4); // one of four in both, the others in one only
            if (years != 1) {
                m_city.before << answered(m_city.older, code);
            }
            if (years != 2) {
                m_city.after << answered(m_city.newer, code);
            }
        }
        return m_city;
    }

private:
    int upTo(int most) { return static_cast<int>(m_random() % static_cast<uint>(most)) + 1; }

    void makeEditions()
    {
        QList<Item> older;
        QList<Item> newer;
        for (int i = 0, items = upTo(14) + 1; i < items; ++i) {
            const QString id = QStringLiteral("B-%1").arg(i);
            Item item = sample::item(id, QStringLiteral("6(%1)").arg(i % 3 + 1));
            const auto state = static_cast<ItemChangeState>(m_random() % 5);
            m_city.states.insert(id, state);
            if (state != ItemChangeState::New) {
                older << item;
            }
            if (state == ItemChangeState::Reworded || state == ItemChangeState::CriteriaChanged) {
                item.revision = 2;
                const auto kind =
                    state == ItemChangeState::Reworded ? ItemChange::Kind::Reworded : ItemChange::Kind::CriteriaChanged;
                item.history << ItemChange{2, QStringLiteral("2026.1"), kind, {}};
            }
            if (state != ItemChangeState::Withdrawn) {
                newer << item;
            }
        }
        m_city.older = sample::checklist(older, QStringLiteral("2025.1"));
        m_city.newer = sample::checklist(newer, QStringLiteral("2026.1"));
    }

    std::shared_ptr<const Submission> answered(const Checklist &edition, const QString &department)
    {
        QString letters;
        for (qsizetype i = 0; i < edition.items.size(); ++i) {
            letters += QStringLiteral("YYYPNUAB-").at(upTo(9) - 1);
        }
        return sample::submission(edition, letters, department);
    }

    std::mt19937 m_random;
    City m_city;
};

bool mayBeCompared(ItemChangeState state)
{
    return state == ItemChangeState::Same || state == ItemChangeState::Reworded;
}

QSet<QString> departmentsOf(const SubmissionList &submissions)
{
    QSet<QString> codes;
    for (const auto &submission : submissions) {
        codes << submission->department.code;
    }
    return codes;
}

/// Plainly: how often the item got each answer from these departments
Counts countsOf(const SubmissionList &submissions, const QString &item, const QSet<QString> &departments)
{
    Counts counts;
    for (const auto &submission : submissions) {
        for (const SubmittedItem &one : submission->items) {
            if (one.id == item && departments.contains(submission->department.code)) {
                counts.add(one.answer.code);
            }
        }
    }
    return counts;
}

Comparison byYear(const City &city)
{
    return compare(QStringLiteral("year"), {city.older, city.newer},
                   {{QStringLiteral("2025"), {}, city.before}, {QStringLiteral("2026"), {}, city.after}});
}

Comparison byDepartment(const City &city)
{
    QList<ComparisonColumn> columns;
    for (const auto &submission : city.after) {
        columns << ComparisonColumn{submission->department.code, {}, {submission}};
    }
    return compare(QStringLiteral("department"), {city.older, city.newer}, columns);
}

QString textOf(const Comparison &comparison)
{
    QStringList lines;
    for (const ComparisonRow &row : comparison.rows) {
        QStringList cells{row.item, toCode(row.change), QString::number(row.differs), QString::number(row.worsened)};
        for (const ComparisonCell &cell : row.cells) {
            cells << QStringLiteral("%1/%2").arg(cell.counts.yes).arg(cell.counts.target());
        }
        lines << cells.join(u' ');
    }
    return lines.join(u'\n');
}

} // namespace

void ComparisonRulesTest::yearsAreCountedRight()
{
    QFETCH(uint, seed);
    const City city = CityMaker(seed).make();
    const Comparison comparison = byYear(city);
    const QSet<QString> common = departmentsOf(city.before) & departmentsOf(city.after);
    QCOMPARE(comparison.commonDepartments, common.size());
    QCOMPARE(comparison.leftOutDepartments,
             (departmentsOf(city.before) | departmentsOf(city.after)).size() - common.size());
    QMap<QString, QList<Counts>> totals;
    int commonItems = 0;
    for (const ComparisonRow &row : comparison.rows) {
        const QList<Counts> cells{countsOf(city.before, row.item, common), countsOf(city.after, row.item, common)};
        QCOMPARE(row.cells.size(), 2);
        QCOMPARE(row.cells[0].counts, cells[0]);
        QCOMPARE(row.cells[1].counts, cells[1]);
        const bool areSums = common.size() > 1 && cells[0].target() > 0 && cells[1].target() > 0;
        if (!mayBeCompared(row.change)) {
            QVERIFY(!row.differs && !row.worsened);
        } else if (areSums) {
            QCOMPARE(row.differs, cells[0].yes != cells[1].yes || cells[0].effective() != cells[1].effective());
        }
        if (mayBeCompared(row.change) && cells[0].target() > 0 && cells[1].target() > 0) {
            ++commonItems;
            QList<Counts> &sums = totals[row.clause];
            sums.resize(2);
            sums[0] += cells[0];
            sums[1] += cells[1];
        }
    }
    QCOMPARE(comparison.commonItems, commonItems);
    QCOMPARE(comparison.totals.size(), totals.size());
    for (const ClauseTotal &total : comparison.totals) {
        QCOMPARE(total.cells, totals.value(total.clause));
    }
}

void ComparisonRulesTest::departmentsAreShownAsTheyAnswered()
{
    QFETCH(uint, seed);
    const City city = CityMaker(seed).make();
    const Comparison comparison = byDepartment(city);
    QStringList asked;
    for (const ComparisonRow &row : comparison.rows) {
        asked << row.item;
        QSet<int> answers;
        for (qsizetype column = 0; column < row.cells.size(); ++column) {
            const auto &submission = city.after.at(column);
            const auto item = std::find_if(submission->items.begin(), submission->items.end(),
                                           [&](const SubmittedItem &one) { return one.id == row.item; });
            const auto answer = item == submission->items.end() ? std::nullopt : item->answer.code;
            QCOMPARE(row.cells[column].answer, answer);
            if (answer) {
                answers << static_cast<int>(*answer);
            }
        }
        QCOMPARE(row.differs, answers.size() > 1); // one edition only: everything may be compared
    }
    QStringList inOrder;
    for (const Item &item : city.newer.items) {
        if (asked.contains(item.id)) {
            inOrder << item.id;
        }
    }
    QCOMPARE(asked, inOrder);
}

void ComparisonRulesTest::orderWithinAColumnMeansNothing()
{
    QFETCH(uint, seed);
    City city = CityMaker(seed).make();
    const QString straight = textOf(byYear(city));
    std::reverse(city.before.begin(), city.before.end());
    std::rotate(city.after.begin(), city.after.begin() + city.after.size() / 2, city.after.end());
    QCOMPARE(textOf(byYear(city)), straight);
}

void ComparisonRulesTest::aYearAgainstItselfDiffersNowhere()
{
    QFETCH(uint, seed);
    City city = CityMaker(seed).make();
    city.before = city.after;
    const Comparison comparison = byYear(city);
    for (const ComparisonRow &row : comparison.rows) {
        QCOMPARE(row.change, ItemChangeState::Same);
        QVERIFY(!row.differs && !row.worsened);
        QCOMPARE(row.cells[0].counts, row.cells[1].counts);
    }
    const YearOnYear fate = yearOnYear(city.newer, city.newer, city.after, city.after);
    QCOMPARE(fate.repaired, 0);
    QCOMPARE(fate.fresh, 0);
    QCOMPARE(fate.before, fate.after);
    QVERIFY(!fate.isDifferenceTelling());
}

void ComparisonRulesTest::arrowsPointTheOtherWayBackwards()
{
    for (int before = 0; before <= 12; ++before) {
        for (int after = 0; after <= 12; ++after) {
            Counts then;
            then.yes = before;
            then.no = 12 - before;
            Counts now;
            now.yes = after;
            now.partial = 12 - after;
            const int direction = directionOf(then, now);
            QCOMPARE(directionOf(now, then), -direction);
            QCOMPARE(direction, std::abs(after - before) <= 2 ? 0 : after > before ? 1 : -1);
        }
    }
}

QTEST_GUILESS_MAIN(ComparisonRulesTest)
#include "tst_comparison_rules.moc"
