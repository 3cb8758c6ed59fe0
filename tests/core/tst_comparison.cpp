#include "core/comparison/comparison.h"
#include "core/comparison/year_on_year.h"

#include "support/enum_values.h"
#include "support/sample_values.h"

using namespace tenken;

class ComparisonTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void codes();
    void changes_data();
    void changes();
    void newAndWithdrawn();
    void departmentsSideBySide();
    void onlyAnswersDiffer_data();
    void onlyAnswersDiffer();
    void sumsDifferByTheirShares_data();
    void sumsDifferByTheirShares();
    void suppressedItemsAreShownButNotCounted();
    void yearsCompareCommonDepartmentsAndItems();
    void threeEditions();
    void aColumnWithoutSubmissions();
    void nothingToCompare();
    void whereTheNoesWent_data();
    void whereTheNoesWent();
    void yearOnYearUsesCommonItemsAndSubjects();
    void reorganisedDepartments_data();
    void reorganisedDepartments();
    void mergedDepartmentsCountAsOne();
    void systemsAreComparedBySystem();
    void smallDifferencesTellNothing_data();
    void smallDifferencesTellNothing();
};

namespace {

using Kind = ItemChange::Kind;

Item revised(int revision, const QList<std::pair<int, Kind>> &history)
{
    Item item = sample::item("B-1", "6(1)", revision);
    for (const auto &[at, kind] : history) {
        item.history << ItemChange{at, "2026.1", kind, {}};
    }
    return item;
}

ComparisonColumn column(const QString &key, const SubmissionList &submissions) { return {key, key, submissions}; }

QStringList rowTexts(const Comparison &comparison)
{
    QStringList texts;
    for (const ComparisonRow &row : comparison.rows) {
        QString cells;
        for (const ComparisonCell &cell : row.cells) {
            cells += cell.answer ? symbolOf(*cell.answer) : QChar(u' ');
        }
        texts << QStringLiteral("%1 %2 [%3]%4").arg(row.item, toCode(row.change), cells, row.differs ? "!" : "");
    }
    return texts;
}

} // namespace

void ComparisonTest::codes()
{
    support::checkCodeList<ItemChangeState>({"same", "reworded", "criteria-changed", "new", "withdrawn"});
}

void ComparisonTest::changes_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<Item>("item");
    QTest::addColumn<ItemChangeState>("state");
    using enum ItemChangeState;
    QTest::newRow("same") << 2 << revised(2, {{2, Kind::CriteriaChanged}}) << Same;
    QTest::newRow("reworded") << 1 << revised(2, {{2, Kind::Reworded}}) << Reworded;
    QTest::newRow("criteria") << 1 << revised(2, {{2, Kind::CriteriaChanged}}) << CriteriaChanged;
    QTest::newRow("chain of rewordings") << 1 << revised(3, {{2, Kind::Reworded}, {3, Kind::Reworded}}) << Reworded;
    QTest::newRow("criteria in the middle")
        << 1 << revised(4, {{2, Kind::Reworded}, {3, Kind::CriteriaChanged}, {4, Kind::Reworded}}) << CriteriaChanged;
    QTest::newRow("criteria before") << 2 << revised(3, {{2, Kind::CriteriaChanged}, {3, Kind::Reworded}}) << Reworded;
    QTest::newRow("no history") << 1 << revised(2, {}) << CriteriaChanged;
    QTest::newRow("gap in the history") << 1 << revised(3, {{3, Kind::Reworded}}) << CriteriaChanged;
    QTest::newRow("older than it was") << 3 << revised(2, {{2, Kind::Reworded}}) << CriteriaChanged;
}

void ComparisonTest::changes()
{
    QFETCH(int, from);
    QFETCH(Item, item);
    const Checklist older = sample::checklist({sample::item("B-1", "6(1)", from)}, "2025.1");
    QTEST(changesBetween(older, sample::checklist({item})).value("B-1"), "state");
}

void ComparisonTest::newAndWithdrawn()
{
    const Checklist older = sample::checklist({sample::item("B-1"), sample::item("B-2")}, "2025.1");
    const Checklist newer = sample::checklist({sample::item("B-2"), sample::item("B-3")});
    using enum ItemChangeState;
    QCOMPARE(changesBetween(older, newer),
             (QMap<QString, ItemChangeState>{{"B-1", Withdrawn}, {"B-2", Same}, {"B-3", New}}));
}

void ComparisonTest::departmentsSideBySide()
{
    const Checklist checklist =
        sample::checklist({sample::item("B-1", "6(1)"), sample::item("B-2", "6(1)"), sample::item("B-3", "7")});
    const Comparison comparison = compare(
        "department", {checklist},
        {column("U1", {sample::submission(checklist, "YN-", "U1")}),
         column("U2", {sample::submission(checklist, "YP-", "U2")}),
         column("city", {sample::submission(checklist, "YN-", "U1"), sample::submission(checklist, "YP-", "U2")})});
    QCOMPARE(comparison.checklist, QStringLiteral("KC-B"));
    QCOMPARE(rowTexts(comparison), (QStringList{"B-1 same [○○ ]", "B-2 same [×△ ]!"})); // B-3: asked of nobody
    QCOMPARE(comparison.commonItems, 2);
    QCOMPARE(comparison.rows.at(1).cells.at(2).counts, (Counts{0, 1, 1, 0, 0, 0}));
    QCOMPARE(comparison.totals.size(), 1);
    QCOMPARE(comparison.totals.at(0).clause, QStringLiteral("6(1)"));
    QCOMPARE(comparison.totals.at(0).cells,
             (QList<Counts>{{1, 0, 1, 0, 0, 0}, {1, 1, 0, 0, 0, 0}, {2, 1, 1, 0, 0, 0}}));
}

void ComparisonTest::onlyAnswersDiffer_data()
{
    QTest::addColumn<QString>("answers"); // one department each
    QTest::addColumn<bool>("differs");
    QTest::newRow("equal") << "YY" << false;
    QTest::newRow("not equal") << "YN" << true;
    QTest::newRow("not applicable is an answer") << "YA" << true;
    QTest::newRow("unanswered is none") << "YB" << false;
    QTest::newRow("not asked is none") << "Y-" << false;
    QTest::newRow("third one differs") << "YBN" << true;
    QTest::newRow("all unanswered") << "BB" << false;
}

void ComparisonTest::onlyAnswersDiffer()
{
    QFETCH(QString, answers);
    const Checklist checklist = sample::checklist({sample::item("B-1")});
    QList<ComparisonColumn> columns;
    for (const QChar letter : answers) {
        const QString key = QStringLiteral("U%1").arg(columns.size());
        columns << column(key, {sample::submission(checklist, letter, key)});
    }
    QTEST(compare("department", {checklist}, columns).rows.at(0).differs, "differs");
}

/// Years and the city: sums differ by their shares, and are not compared with single answers
void ComparisonTest::sumsDifferByTheirShares_data()
{
    QTest::addColumn<QStringList>("columns"); // one letter for each submission of a column
    QTest::addColumn<bool>("differs");
    QTest::newRow("same") << QStringList{"YN", "NY"} << false;
    QTest::newRow("one more ○") << QStringList{"YN", "YY"} << true;
    QTest::newRow("same ○ of fewer") << QStringList{"YN", "YA"} << true;
    QTest::newRow("△ for ×: the share is the same") << QStringList{"YN", "YP"} << false;
    QTest::newRow("not asked") << QStringList{"YN", "--"} << false;
    QTest::newRow("a sum and a single answer") << QStringList{"YN", "Y"} << false;
    QTest::newRow("two answers and a sum") << QStringList{"Y", "N", "YN"} << true;
}

void ComparisonTest::sumsDifferByTheirShares()
{
    QFETCH(QStringList, columns);
    const Checklist checklist = sample::checklist({sample::item("B-1")});
    QList<ComparisonColumn> all;
    for (const QString &letters : columns) {
        SubmissionList submissions;
        for (const QChar letter : letters) {
            submissions << sample::submission(checklist, letter, QStringLiteral("U%1").arg(submissions.size()));
        }
        all << column(QStringLiteral("c%1").arg(all.size()), submissions);
    }
    QTEST(compare("city", {checklist}, all).rows.at(0).differs, "differs");
}

void ComparisonTest::suppressedItemsAreShownButNotCounted()
{
    const Checklist older =
        sample::checklist({sample::item("B-1"), sample::item("B-2"), sample::item("B-4")}, "2025.1");
    const Checklist newer =
        sample::checklist({revised(2, {{2, Kind::CriteriaChanged}}), sample::item("B-3"), sample::item("B-2")});
    const Comparison comparison =
        compare("revision", {older, newer},
                {column("r1", {sample::submission(older, "YNY")}), column("r2", {sample::submission(newer, "NYY")})});
    QCOMPARE(rowTexts(comparison),
             (QStringList{"B-1 criteria-changed [○×]", "B-3 new [ ○]", "B-2 same [×○]!", "B-4 withdrawn [○ ]"}));
    QCOMPARE(comparison.commonItems, 1);
    QCOMPARE(comparison.totals.at(0).cells, (QList<Counts>{{0, 0, 1, 0, 0, 0}, {1, 0, 0, 0, 0, 0}}));
}

void ComparisonTest::yearsCompareCommonDepartmentsAndItems()
{
    const Checklist checklist = sample::checklist({sample::item("B-1"), sample::item("B-2")});
    const auto of = [&](const char *letters, const char *department) {
        return sample::submission(checklist, QString::fromLatin1(letters), QString::fromLatin1(department));
    };
    const Comparison comparison = compare("year", {checklist},
                                          {column("2025", {of("Y-", "U1"), of("N-", "U2"), of("NN", "U3")}),
                                           column("2026", {of("YY", "U1"), of("YY", "U2")})});
    QCOMPARE(comparison.commonDepartments, 2);
    QCOMPARE(comparison.commonItems, 1); // B-2 was not asked of U1 and U2 in 2025
    QCOMPARE(comparison.rows.at(0).cells.at(0).counts, (Counts{1, 0, 1, 0, 0, 0}));
    QCOMPARE(comparison.totals.at(0).cells, (QList<Counts>{{1, 0, 1, 0, 0, 0}, {2, 0, 0, 0, 0, 0}}));
}

void ComparisonTest::threeEditions()
{
    const Checklist first = sample::checklist({sample::item("B-1"), sample::item("B-2")}, "2024.1");
    const Checklist second = sample::checklist({revised(2, {{2, Kind::Reworded}}), sample::item("B-3")}, "2025.1");
    const Checklist third = sample::checklist({revised(3, {{2, Kind::Reworded}, {3, Kind::Reworded}})});
    const Comparison comparison =
        compare("revision", {first, second, third},
                {column("1", {sample::submission(first, "NY")}), column("2", {sample::submission(second, "PY")}),
                 column("3", {sample::submission(third, "Y")})});
    QCOMPARE(rowTexts(comparison), (QStringList{"B-1 reworded [×△○]!", "B-3 withdrawn [ ○ ]", "B-2 withdrawn [○  ]"}));
}

void ComparisonTest::aColumnWithoutSubmissions()
{
    const Checklist checklist = sample::checklist({sample::item("B-1")});
    const Comparison comparison =
        compare("department", {checklist}, {column("U1", {sample::submission(checklist, "Y")}), column("U2", {})});
    QCOMPARE(rowTexts(comparison), QStringList{"B-1 same [○ ]"});
    QCOMPARE(comparison.commonItems, 0);
    QCOMPARE(comparison.totals.at(0).cells.at(1), Counts());
}

void ComparisonTest::nothingToCompare()
{
    const Comparison comparison = compare("city", {}, {});
    QVERIFY(comparison.rows.isEmpty() && comparison.totals.isEmpty());
    const Checklist checklist = sample::checklist({sample::item("B-1")});
    QVERIFY(compare("department", {checklist}, {column("U1", {})}).rows.isEmpty());
}

void ComparisonTest::whereTheNoesWent_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QList<int>>("fates"); // repaired, remaining, fresh
    QTest::newRow("repaired") << "N"
                              << "Y" << QList<int>{1, 0, 0};
    QTest::newRow("partly repaired") << "N"
                                     << "P" << QList<int>{1, 0, 0};
    QTest::newRow("remaining") << "N"
                               << "N" << QList<int>{0, 1, 0};
    QTest::newRow("nobody knows") << "N"
                                  << "U" << QList<int>{0, 1, 0};
    QTest::newRow("no longer applicable") << "N"
                                          << "A" << QList<int>{0, 0, 0};
    QTest::newRow("unanswered is not repaired") << "N"
                                                << "B" << QList<int>{0, 0, 0};
    QTest::newRow("new") << "Y"
                         << "N" << QList<int>{0, 0, 1};
    QTest::newRow("new where it was unknown") << "U"
                                              << "N" << QList<int>{0, 0, 1};
    QTest::newRow("never open") << "Y"
                                << "P" << QList<int>{0, 0, 0};
}

void ComparisonTest::whereTheNoesWent()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const Checklist checklist = sample::checklist({sample::item("B-1")});
    const YearOnYear result = yearOnYear(checklist, checklist, {sample::submission(checklist, before)},
                                         {sample::submission(checklist, after)});
    QTEST((QList<int>{result.repaired, result.remaining, result.fresh}), "fates");
}

void ComparisonTest::yearOnYearUsesCommonItemsAndSubjects()
{
    const Checklist older =
        sample::checklist({sample::item("B-1"), sample::item("B-2"), sample::item("B-4")}, "2025.1");
    const Checklist newer =
        sample::checklist({revised(2, {{2, Kind::CriteriaChanged}}), sample::item("B-2"), sample::item("B-3")});
    const YearOnYear result =
        yearOnYear(older, newer, {sample::submission(older, "NNN", "U1"), sample::submission(older, "NNN", "U2")},
                   {sample::submission(newer, "YYN", "U1"), sample::submission(newer, "NNN", "U3")});
    QCOMPARE(result.commonItems, 1);
    QCOMPARE(result.commonDepartments, 1);
    QCOMPARE(result.before, (Counts{0, 0, 1, 0, 0, 0}));
    QCOMPARE(result.after, (Counts{1, 0, 0, 0, 0, 0}));
    QCOMPARE(result.repaired, 1);
    QCOMPARE(result.fresh, 0); // the × of the changed and of the new item do not count
}

void ComparisonTest::reorganisedDepartments_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    QTest::addColumn<QList<int>>("counts"); // compared, in place of others, left out, answers before, answers after
    QTest::newRow("nothing changed") << QStringList{"X"} << QStringList{"X"} << QList<int>{1, 0, 0, 1, 1};
    QTest::newRow("merged") << QStringList{"A", "B"} << QStringList{"C"} << QList<int>{1, 1, 0, 2, 1};
    QTest::newRow("one of the merged did not answer")
        << QStringList{"A"} << QStringList{"C"} << QList<int>{0, 0, 2, 0, 0};
    QTest::newRow("split") << QStringList{"D"} << QStringList{"E", "F"} << QList<int>{2, 2, 0, 1, 2};
    QTest::newRow("one of the split did not answer")
        << QStringList{"D", "X"} << QStringList{"E", "X"} << QList<int>{1, 0, 2, 1, 1};
    QTest::newRow("new and gone") << QStringList{"X", "Y"} << QStringList{"X", "Z"} << QList<int>{1, 0, 2, 1, 1};
}

/// C continues A and B, E and F continue D
void ComparisonTest::reorganisedDepartments()
{
    QFETCH(QStringList, before);
    QFETCH(QStringList, after);
    QFETCH(QList<int>, counts);
    const Checklist checklist = sample::checklist({sample::item("B-1")});
    const auto of = [&](const QStringList &departments) {
        SubmissionList list;
        for (const QString &code : departments) {
            list << sample::submission(checklist, "N", code);
        }
        return list;
    };
    const auto unit = [](const QString &code, const QStringList &predecessors) {
        return OrganisationUnit{sample::department(code), {}, predecessors, 0, 0};
    };
    const Succession succession({unit("C", {"A", "B"}), unit("E", {"D"}), unit("F", {"D"})});
    const Comparison comparison =
        compare("year", {checklist}, {column("2025", of(before)), column("2026", of(after))}, succession);
    const auto answers = [&](qsizetype column) {
        return comparison.rows.isEmpty() ? 0 : comparison.rows.at(0).cells.at(column).counts.no;
    };
    QCOMPARE((QList<int>{comparison.commonDepartments, comparison.succeededDepartments, comparison.leftOutDepartments,
                         answers(0), answers(1)}),
             counts);
    const YearOnYear fate = yearOnYear(checklist, checklist, of(before), of(after), succession);
    QCOMPARE((QList<int>{fate.commonDepartments, fate.leftOutDepartments, fate.before.no, fate.after.no}),
             (QList<int>{counts.at(0), counts.at(2), counts.at(3), counts.at(4)}));
}

/// A merger repairs a × only when the department that stands for all has repaired it, and one × is one ×.
void ComparisonTest::mergedDepartmentsCountAsOne()
{
    const Checklist checklist = sample::checklist({sample::item("B-1"), sample::item("B-2"), sample::item("B-3")});
    const Succession succession({OrganisationUnit{sample::department("C"), {}, {"A", "B"}, 0, 0}});
    const YearOnYear fate = yearOnYear(
        checklist, checklist, {sample::submission(checklist, "NNY", "A"), sample::submission(checklist, "NYA", "B")},
        {sample::submission(checklist, "YNN", "C")}, succession);
    QCOMPARE((QList<int>{fate.repaired, fate.remaining, fate.fresh}), (QList<int>{1, 1, 1}));
    QCOMPARE(fate.before, (Counts{2, 0, 3, 0, 1, 0}));
    QCOMPARE(fate.after, (Counts{1, 0, 2, 0, 0, 0}));
}

/// KC-C: one department owns several systems
void ComparisonTest::systemsAreComparedBySystem()
{
    const Checklist checklist = sample::checklist({sample::item("C-1")});
    const auto of = [&](const QString &letters, const QString &code) {
        Submission submission = *sample::submission(checklist, letters, "U0004");
        submission.subject = {SubjectKind::System, code, code};
        return std::make_shared<const Submission>(submission);
    };
    const SubmissionList before{of("N", "S001"), of("N", "S002")};
    const SubmissionList after{of("Y", "S001"), of("N", "S003")};
    const Comparison comparison = compare("year", {checklist}, {column("2025", before), column("2026", after)});
    QCOMPARE(comparison.commonDepartments, 1);
    QCOMPARE(comparison.leftOutDepartments, 2);
    QCOMPARE(comparison.rows.at(0).cells.at(1).counts, (Counts{1, 0, 0, 0, 0, 0}));
    const YearOnYear fate = yearOnYear(checklist, checklist, before, after);
    QCOMPARE(fate.commonDepartments, 1);
    QCOMPARE(fate.repaired, 1);
}

void ComparisonTest::smallDifferencesTellNothing_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::addColumn<bool>("telling");
    QTest::newRow("equal") << 10 << 10 << false;
    QTest::newRow("one") << 10 << 11 << false;
    QTest::newRow("two less") << 10 << 8 << false;
    QTest::newRow("three") << 10 << 13 << true;
    QTest::newRow("three less") << 10 << 7 << true;
}

void ComparisonTest::smallDifferencesTellNothing()
{
    QFETCH(int, before);
    QFETCH(int, after);
    YearOnYear result;
    result.before.yes = before;
    result.after.yes = after;
    QTEST(result.isDifferenceTelling(), "telling");
}

QTEST_GUILESS_MAIN(ComparisonTest)
#include "tst_comparison.moc"
