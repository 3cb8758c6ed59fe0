#include "report/committee_report.h"
#include "support/filled_registry.h"
#include "support/small_city.h"
#include "workflow/registry/make_reports.h"

#include <QRegularExpression>
#include <QTest>

using namespace tenken;
using namespace tenken::support;
using namespace Qt::StringLiterals;

namespace {

constexpr int departments = 40;
const QString kcb = u"KC-B"_s;
const FiscalYear reported(2026);

QStringList textOf(const CommitteeFigures &figures)
{
    return committeeReport(sharedPress().book, figures, sharedPress().eras, {}).plainText();
}

/// Without the digest of the data, which carry an id of their own each time
QStringList textOf(const MakeReports::Report &report)
{
    static const QRegularExpression digest(u"要約値 [0-9a-f]+"_s);
    return report.layout.plainText().replaceInStrings(digest, {});
}

} // namespace

/// The committee's report is made of the registry's answers and of the few submissions that have red flags: it says
/// what all submissions as they were handed in say.
class TestCommitteeReading : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersTellWhatTheWholeTells();
    void wholeSubmissionsComeInTheirOrder();
    void anEarlierRegistryReportsTheSame();

private:
    QString file() const { return m_folder.filePath(u"registry.db"_s); }
    Result<MakeReports::Report> report(Registry &registry) const
    {
        return MakeReports(shippedChecklists(), registry, sharedPress()).committee(kcb, reported, 1, m_clock.now());
    }
    QTemporaryDir m_folder;
    FixedClock m_clock{fromIso(u"2026-11-22T21:03:00+09:00"_s)};
};

void TestCommitteeReading::initTestCase()
{
    FilledRegistry filled(shippedChecklists());
    const auto registry = Registry::open(file(), m_clock);
    QVERIFY(registry && filled.fill(**registry, departments, {2025, 2026}));
    // of the same department an auditor's submission, which must not count, and a later revision, which must
    const QString department = filled.units().at(3).department.code;
    QVERIFY(filled.addAudit(**registry, 2026, department, {u"B-6.1-02"_s}));
    QVERIFY(filled.addRevision(**registry, 2026, department, [](Submission &next) {
        for (SubmittedItem &item : next.items) {
            item.answer = withCode(item.answer, AnswerCode::No);
            item.answer.cause = Cause::RuleUnfit;
            item.answer.plan = {u"直す"_s, u"課長"_s, QDate(2027, 3, 31), u"紙で行う"_s};
        }
    }));
}

void TestCommitteeReading::answersTellWhatTheWholeTells()
{
    const auto registry = Registry::open(file(), m_clock);
    CompareSubmissions reader(shippedChecklists(), **registry);
    QList<YearOfSubmissions> whole;
    QList<YearOfSubmissions> sheets;
    for (const int year : {2025, 2026}) {
        CompareRequest request;
        request.checklist = kcb;
        request.year = FiscalYear(year);
        request.round = 1;
        whole << YearOfSubmissions{*request.year, withoutAudits(*reader.submissions(kcb, *request.year, 1))};
        sheets << YearOfSubmissions{*request.year, withoutAudits(*reader.sheets(request))};
    }
    const CommitteeFigures wanted = CommitteeCounting(shippedChecklists(), kcb, whole, {}).figures(1, m_clock.now());
    QVERIFY(wanted.redFlags.size() > 5);
    QVERIFY(!wanted.redFlags.first().interim.isEmpty() && !wanted.redFlags.first().owner.isEmpty());
    QCOMPARE(wanted.weaknesses.size(), 5);
    QVERIFY(!wanted.weaknesses.first().causes.isEmpty());
    const CommitteeCounting counting(shippedChecklists(), kcb, sheets, {});
    const SubmissionList flagged = counting.flagged();
    QVERIFY(!flagged.isEmpty() && flagged.size() < departments);
    CommitteeFigures figures = counting.counted(1, m_clock.now());
    QVERIFY(figures.redFlags.isEmpty());
    counting.addRedFlags(figures, *reader.whole(flagged).result());
    QCOMPARE(textOf(figures), textOf(wanted));
    CommitteeFigures told = counting.counted(1, m_clock.now());
    counting.addRedFlags(told, whole.last().submissions); // who has none adds none
    QCOMPARE(textOf(told), textOf(wanted));
}

void TestCommitteeReading::wholeSubmissionsComeInTheirOrder()
{
    const auto registry = Registry::open(file(), m_clock);
    CompareSubmissions reader(shippedChecklists(), **registry);
    SubmissionList all = *reader.submissions(kcb, reported, 1);
    std::reverse(all.begin(), all.end());
    const Result<SubmissionList> again = reader.whole(all).result();
    QVERIFY(again);
    QCOMPARE(again->size(), all.size());
    for (qsizetype i = 0; i < all.size(); ++i) {
        QCOMPARE(again->at(i)->id, all.at(i)->id);
        QVERIFY(again->at(i)->items == all.at(i)->items);
    }
    Submission other = *all.first();
    other.id = QUuid::createUuid();
    const Result<SubmissionList> none = reader.whole({std::make_shared<const Submission>(other)}).result();
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::UnknownInspection);
    const auto undone = Transaction::begin((*registry)->database(), Transaction::Kind::Write);
    QVERIFY(undone && (*registry)->database().execute(u"UPDATE payloads SET json = x'7b'"_s));
    const Result<SubmissionList> broken = reader.whole(all).result();
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, ErrorCode::StoreCorrupt);
}

void TestCommitteeReading::anEarlierRegistryReportsTheSame()
{
    QStringList today;
    {
        const auto registry = Registry::open(file(), m_clock);
        const auto made = report(**registry);
        QVERIFY(made);
        today = textOf(*made);
        QVERIFY((*registry)->database().execute(u"ALTER TABLE sheets DROP COLUMN causes"_s));
        QVERIFY((*registry)->database().execute(u"PRAGMA user_version = 6"_s));
    }
    const auto registry = Registry::open(file(), m_clock);
    QVERIFY(registry);
    QVERIFY((*registry)->database().value(u"SELECT sum(causes != '') FROM sheets"_s)->toInt() > departments);
    const auto made = report(**registry);
    QVERIFY(made);
    QCOMPARE(textOf(*made), today);
}

QTEST_MAIN(TestCommitteeReading)
#include "tst_committee_reading.moc"
