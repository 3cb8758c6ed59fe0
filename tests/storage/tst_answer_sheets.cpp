#include "storage/answer_sheets.h"

#include "result_checks.h"
#include "sample_submission.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tenken;

/// Answers without what stands beside them, in the order in which they were asked
class TestAnswerSheets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryAnswerInItsOrder();
    void stopsWhenAskedTo();
    void idsMayHoldAnything();

private:
    std::unique_ptr<Registry> open(QTemporaryDir &folder)
    {
        return Registry::open(folder.filePath(QStringLiteral("r.db")), m_clock).value();
    }
    FixedClock m_clock{sample::moment()};
};

void TestAnswerSheets::readsEveryAnswerInItsOrder()
{
    QTemporaryDir folder;
    const auto registry = open(folder);
    QVERIFY(RegistryRepository(*registry).addSubmissions(sample::round(2025, 1, 3)));
    QVERIFY(RegistryRepository(*registry).addSubmissions(sample::round(2026, 1, 4)));
    RegistryFilter filter;
    filter.fiscalYear = FiscalYear(2026);
    QList<Submission> sheets;
    QVERIFY(forEachAnswerSheet(*registry, filter, [&](const Submission &sheet) {
        sheets << sheet;
        return true;
    }));
    QCOMPARE(sheets.size(), 4);
    for (int subject = 1; subject <= 4; ++subject) {
        const NewSubmission written = sample::submissionOf(2026, 1, subject);
        const Submission &read = sheets.at(subject - 1);
        QCOMPARE(read.id, written.entry.submission);
        QCOMPARE(read.subject.code, written.entry.subject.code);
        QCOMPARE(read.department.path, written.entry.department.path);
        QCOMPARE(read.items.size(), written.items.size());
        for (qsizetype i = 0; i < read.items.size(); ++i) {
            QCOMPARE(read.items.at(i).id, written.items.at(i).id);
            QCOMPARE(read.items.at(i).revision, written.items.at(i).revision);
            QCOMPARE(read.items.at(i).answer.code, written.items.at(i).answer.code);
        }
    }
}

void TestAnswerSheets::stopsWhenAskedTo()
{
    QTemporaryDir folder;
    const auto registry = open(folder);
    QVERIFY(RegistryRepository(*registry).addSubmissions(sample::round(2026, 1, 5)));
    int read = 0;
    const Status status = forEachAnswerSheet(*registry, {}, [&](const Submission &) { return ++read < 2; });
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::Cancelled);
    QCOMPARE(read, 2);
}

void TestAnswerSheets::idsMayHoldAnything()
{
    QTemporaryDir folder;
    const auto registry = open(folder);
    NewSubmission odd = sample::submission();
    odd.items = {sample::item(QStringLiteral("条 '6'\"; --"), AnswerCode::Unknown),
                 sample::item(QStringLiteral("NA"), AnswerCode::NotApplicable),
                 sample::item(QStringLiteral("%1"), AnswerCode::Partial),
                 sample::item(QStringLiteral("N"), AnswerCode::No)};
    QVERIFY(RegistryRepository(*registry).addSubmission(odd));
    QVERIFY(forEachAnswerSheet(*registry, {}, [&](const Submission &sheet) {
        for (qsizetype i = 0; i < odd.items.size(); ++i) {
            if (sheet.items.value(i).id != odd.items.at(i).id
                || sheet.items.value(i).answer.code != odd.items.at(i).answer.code) {
                return false;
            }
        }
        return sheet.items.size() == odd.items.size();
    }));
}

QTEST_GUILESS_MAIN(TestAnswerSheets)
#include "tst_answer_sheets.moc"
