#include "storage/bulk_writing.h"

#include "result_checks.h"
#include "sample_submission.h"
#include "storage/registry.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tenken;
using namespace Qt::StringLiterals;

/// Whether a commit waits for the disk, before, during and after many of them
class TestBulkWriting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void waitsOnlyAtTheEnd();
    void flushesOnlyWhatWasWritten();
    void commitsAreSeenAtOnce();
    void rollsBackAsAlways();
    void tellsThatAnotherProgramWrites();

private:
    static constexpr int normal = 1;
    static constexpr int full = 2;
    int synchronous() { return m_registry->database().value(u"PRAGMA synchronous"_s)->toInt(); }
    Status addRound(int year)
    {
        const auto added = RegistryRepository(*m_registry).addSubmissions(sample::round(year, 1, 3));
        return added ? Status() : fail(added);
    }
    std::unique_ptr<Registry> open(int busyTimeoutMs = 5000)
    {
        OpenOptions options;
        options.busyTimeoutMs = busyTimeoutMs;
        return Registry::open(m_folder->filePath(u"r.db"_s), m_clock, options).value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    FixedClock m_clock{sample::moment()};
    std::unique_ptr<Registry> m_registry;
};

void TestBulkWriting::init()
{
    m_registry.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_registry = open(50);
}

void TestBulkWriting::waitsOnlyAtTheEnd()
{
    QCOMPARE(synchronous(), full);
    {
        BulkWriting writing(m_registry->database());
        QCOMPARE(synchronous(), normal);
        VERIFY_OK(addRound(2025));
        VERIFY_OK(writing.flush());
        QCOMPARE(synchronous(), normal);
        VERIFY_OK(addRound(2026));
        VERIFY_OK(writing.flush());
    }
    QCOMPARE(synchronous(), full);
    QCOMPARE(m_registry->database().value(u"PRAGMA wal_autocheckpoint"_s)->toInt(), 1000);
    QCOMPARE(RegistryRepository(*m_registry).entries()->size(), 6);
    QVERIFY(m_registry->check()->isEmpty());
}

/// An import that finds everything in place already needs no lock.
void TestBulkWriting::flushesOnlyWhatWasWritten()
{
    VERIFY_OK(addRound(2026));
    BulkWriting writing(m_registry->database());
    const auto other = open();
    const auto held = Transaction::begin(other->database(), Transaction::Kind::Write);
    VERIFY_OK(held);
    VERIFY_OK(writing.flush());
}

void TestBulkWriting::commitsAreSeenAtOnce()
{
    BulkWriting writing(m_registry->database());
    VERIFY_OK(addRound(2026));
    QCOMPARE(RegistryRepository(*open()).entries()->size(), 3); // by another connection, before the flush
}

void TestBulkWriting::rollsBackAsAlways()
{
    BulkWriting writing(m_registry->database());
    QList<NewSubmission> round = sample::round(2026, 1, 3);
    round[2].json += ' '; // no longer what its hash says
    QVERIFY(!RegistryRepository(*m_registry).addSubmissions(round));
    QVERIFY(RegistryRepository(*m_registry).entries()->isEmpty());
}

void TestBulkWriting::tellsThatAnotherProgramWrites()
{
    BulkWriting writing(m_registry->database());
    VERIFY_OK(addRound(2026));
    {
        const auto other = open();
        const auto held = Transaction::begin(other->database(), Transaction::Kind::Write);
        VERIFY_OK(held);
        COMPARE_CODE(writing.flush(), ErrorCode::StoreBusy);
        QCOMPARE(synchronous(), normal);
    }
    VERIFY_OK(writing.flush());
}

QTEST_GUILESS_MAIN(TestBulkWriting)
#include "tst_bulk_writing.moc"
