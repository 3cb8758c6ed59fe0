#include "core/comparison/comparison_columns.h"

#include "support/enum_values.h"
#include "support/sample_values.h"

#include <QTest>

#include <functional>

using namespace tenken;

class ComparisonColumnsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void codes();
    void columns_data();
    void columns();
    void auditsStandInNoOtherComparison();
    void auditPairsDifferWithinThemselves();
    void worsened_data();
    void worsened();
    void sumsWorsenByMoreThanTwo();
    void directions_data();
    void directions();
};

namespace {

const Checklist &three()
{
    static const Checklist list =
        sample::checklist({sample::item("B-1"), sample::item("B-2"), sample::item("B-3", "6(2)")});
    return list;
}

std::shared_ptr<const Submission> changed(const QString &letters, const QString &department,
                                          const std::function<void(Submission &)> &change)
{
    Submission submission = *sample::submission(three(), letters, department);
    change(submission);
    return std::make_shared<const Submission>(submission);
}

std::shared_ptr<const Submission> auditOf(const QString &letters, const QString &department)
{
    return changed(letters, department, [](Submission &one) { one.subject.kind = SubjectKind::Audit; });
}

/// Two departments, one with a second revision and an audit, and last year
SubmissionList everything()
{
    return {sample::submission(three(), "YPN", "U1"), sample::submission(three(), "YYY", "U2"),
            changed("YYN", "U1", [](Submission &one) { one.revision = 2; }), auditOf("YNN", "U1"),
            changed("NNN", "U2", [](Submission &one) { one.fiscalYear = FiscalYear(2025); })};
}

QString keysOf(const QList<ComparisonColumn> &columns)
{
    QStringList keys;
    for (const ComparisonColumn &column : columns) {
        keys << QStringLiteral("%1:%2").arg(column.key).arg(column.submissions.size());
    }
    return keys.join(u' ');
}

} // namespace

void ComparisonColumnsTest::codes() { support::checkCodes<CompareBy>(compareByFromCode); }

void ComparisonColumnsTest::columns_data()
{
    QTest::addColumn<CompareBy>("by");
    QTest::addColumn<QStringList>("departments");
    QTest::addColumn<QString>("expected");
    const QStringList all;
    const QStringList first{QStringLiteral("U1")};
    QTest::newRow("departments") << CompareBy::Department << all << "U1:1 U2:1 U1:1 U2:1";
    QTest::newRow("one department") << CompareBy::Department << first << "U1:1 U1:1";
    QTest::newRow("years") << CompareBy::Year << all << "2026:3 2025:1";
    QTest::newRow("revisions") << CompareBy::Revision << first << "r1:1 r2:1";
    QTest::newRow("audit") << CompareBy::Audit << QStringList{QStringLiteral("U2")} << "";
    QTest::newRow("audit of one") << CompareBy::Audit << first << "U1:1 U1-audit:1 U1:1 U1-audit:1";
    QTest::newRow("city") << CompareBy::City << all << "city:4";
    QTest::newRow("department and city") << CompareBy::City << first << "U1:1 U1:1 city:4";
    QTest::newRow("nobody of that name") << CompareBy::Department << QStringList{QStringLiteral("U9")} << "";
}

void ComparisonColumnsTest::columns()
{
    QFETCH(CompareBy, by);
    QFETCH(QStringList, departments);
    QFETCH(QString, expected);
    QCOMPARE(keysOf(comparisonColumns(by, everything(), departments)), expected);
}

void ComparisonColumnsTest::auditsStandInNoOtherComparison()
{
    const SubmissionList audits{auditOf("NNN", "U1")};
    for (const CompareBy by : {CompareBy::Department, CompareBy::Year, CompareBy::Revision, CompareBy::Audit}) {
        QVERIFY(comparisonColumns(by, audits).isEmpty());
    }
    QVERIFY(comparisonColumns(CompareBy::City, audits).first().submissions.isEmpty());
}

void ComparisonColumnsTest::auditPairsDifferWithinThemselves()
{
    const SubmissionList both{sample::submission(three(), "YYN", "U1"), auditOf("YNN", "U1"),
                              sample::submission(three(), "NYN", "U2"), auditOf("NYY", "U2")};
    const Comparison comparison =
        compare(QStringLiteral("audit"), {three()}, comparisonColumns(CompareBy::Audit, both));
    QCOMPARE(comparison.columns.size(), 4);
    QVERIFY(!comparison.rows.at(0).differs); // the departments differ, the audits agree with them
    QVERIFY(comparison.rows.at(1).differs && comparison.rows.at(1).worsened);
    QVERIFY(comparison.rows.at(2).differs && !comparison.rows.at(2).worsened); // the audit found it better
}

void ComparisonColumnsTest::worsened_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<bool>("worse");
    QTest::newRow("○ to △") << "Y"
                            << "P" << true;
    QTest::newRow("○ to ×") << "Y"
                            << "N" << true;
    QTest::newRow("△ to ？") << "P"
                             << "U" << true;
    QTest::newRow("× to ？") << "N"
                             << "U" << false;
    QTest::newRow("the same") << "P"
                              << "P" << false;
    QTest::newRow("better") << "N"
                            << "P" << false;
    QTest::newRow("no longer applies") << "Y"
                                       << "A" << false;
    QTest::newRow("applies now") << "A"
                                 << "N" << false;
    QTest::newRow("not asked before") << "-"
                                      << "N" << false;
}

void ComparisonColumnsTest::worsened()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(bool, worse);
    const SubmissionList years{changed(before + "YY", "U1", [](Submission &one) { one.fiscalYear = FiscalYear(2025); }),
                               sample::submission(three(), after + "YY", "U1")};
    for (const QString &by : {QStringLiteral("year"), QStringLiteral("department")}) {
        const Comparison comparison = compare(by, {three()}, comparisonColumns(CompareBy::Year, years));
        const bool isOrdered = by == u"year"; // departments have no before and after
        QCOMPARE(comparison.rows.first().item, QStringLiteral("B-1"));
        QCOMPARE(comparison.rows.first().worsened, worse && isOrdered);
        QVERIFY(!comparison.rows.last().worsened);
    }
}

void ComparisonColumnsTest::sumsWorsenByMoreThanTwo()
{
    SubmissionList years;
    for (int department = 0; department < 20; ++department) {
        const QString code = QStringLiteral("U%1").arg(department);
        years << changed("YYY", code, [](Submission &one) { one.fiscalYear = FiscalYear(2025); })
              << sample::submission(three(),
                                    department < 2       ? "NNY"
                                        : department < 3 ? "YNY"
                                                         : "YYY",
                                    code);
    }
    const Comparison comparison = compare(QStringLiteral("year"), {three()}, comparisonColumns(CompareBy::Year, years));
    QVERIFY(!comparison.rows.at(0).worsened); // two of twenty
    QVERIFY(comparison.rows.at(1).worsened); // three
    QVERIFY(!comparison.rows.at(2).worsened);
}

void ComparisonColumnsTest::directions_data()
{
    QTest::addColumn<QList<int>>("numbers"); // yes and n before, yes and n after
    QTest::addColumn<int>("direction");
    QTest::newRow("two more") << QList<int>{10, 20, 12, 20} << 0;
    QTest::newRow("three more") << QList<int>{10, 20, 13, 20} << 1;
    QTest::newRow("three fewer") << QList<int>{10, 20, 7, 20} << -1;
    QTest::newRow("more of many more") << QList<int>{10, 20, 15, 40} << -1;
    QTest::newRow("the same share") << QList<int>{10, 20, 20, 40} << 0;
    QTest::newRow("nothing before") << QList<int>{0, 0, 5, 5} << 0;
}

void ComparisonColumnsTest::directions()
{
    QFETCH(QList<int>, numbers);
    QFETCH(int, direction);
    Counts before;
    before.yes = numbers.at(0);
    before.no = numbers.at(1) - numbers.at(0);
    Counts after;
    after.yes = numbers.at(2);
    after.no = numbers.at(3) - numbers.at(2);
    QCOMPARE(directionOf(before, after), direction);
}

QTEST_GUILESS_MAIN(ComparisonColumnsTest)
#include "tst_comparison_columns.moc"
