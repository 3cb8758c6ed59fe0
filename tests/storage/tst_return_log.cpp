#include "storage/return_log.h"

#include "result_checks.h"
#include "sample_submission.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tenken;
using namespace Qt::StringLiterals;

/// What the division sent back, and why
class TestReturnLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void startsEmpty();
    void keepsTheLastReason();
    void refusesWhatWasNeverSubmitted();
    void anyTextIsKept_data();
    void anyTextIsKept();
    void outlivesTheProgram();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    FixedClock m_clock{sample::moment()};
    std::unique_ptr<Registry> m_registry;
    QList<NewSubmission> m_submissions;
};

void TestReturnLog::init()
{
    m_registry.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_registry = Registry::open(m_folder->filePath(u"r.db"_s), m_clock).value();
    m_submissions = sample::round(2026, 1, 3);
    VERIFY_OK(RegistryRepository(*m_registry).addSubmissions(m_submissions));
}

void TestReturnLog::startsEmpty() { QVERIFY(ReturnLog(*m_registry).returns()->isEmpty()); }

void TestReturnLog::keepsTheLastReason()
{
    ReturnLog log(*m_registry);
    const QUuid first = m_submissions.at(0).entry.submission;
    const QUuid second = m_submissions.at(1).entry.submission;
    VERIFY_OK(log.record({first, u"資料がない"_s, u"情報政策課"_s, sample::moment()}));
    VERIFY_OK(log.record({second, u"日付が違う"_s, u"情報政策課"_s, sample::moment()}));
    VERIFY_OK(log.record({first, u"資料の日付がない"_s, u"監査人"_s, sample::moment().addDays(1)}));
    const QHash<QUuid, ReturnRecord> returns = log.returns().value();
    QCOMPARE(returns.size(), 2);
    QCOMPARE(returns.value(first).submission, first);
    QCOMPARE(returns.value(first).reason, u"資料の日付がない"_s);
    QCOMPARE(returns.value(first).returnedBy, u"監査人"_s);
    QCOMPARE(returns.value(first).at, sample::moment().addDays(1));
    QCOMPARE(returns.value(second).reason, u"日付が違う"_s);
}

void TestReturnLog::refusesWhatWasNeverSubmitted()
{
    COMPARE_CODE(ReturnLog(*m_registry).record({QUuid::createUuid(), u"?"_s, {}, sample::moment()}),
                 ErrorCode::UnknownInspection);
    QVERIFY(ReturnLog(*m_registry).returns()->isEmpty());
}

void TestReturnLog::anyTextIsKept_data()
{
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty") << QString();
    QTest::newRow("lines") << u"一行目\n二行目\t\"引用\" '; DROP TABLE returns; --"_s;
    QTest::newRow("beyond the BMP") << u"𠮷野 髙﨑"_s;
    QTest::newRow("long") << QString(50'000, u'長');
}

void TestReturnLog::anyTextIsKept()
{
    QFETCH(QString, reason);
    const QUuid submission = m_submissions.at(2).entry.submission;
    VERIFY_OK(ReturnLog(*m_registry).record({submission, reason, reason, sample::moment()}));
    const ReturnRecord record = ReturnLog(*m_registry).returns()->value(submission);
    QCOMPARE(record.reason, reason);
    QCOMPARE(record.returnedBy, reason);
}

void TestReturnLog::outlivesTheProgram()
{
    const QUuid submission = m_submissions.at(0).entry.submission;
    VERIFY_OK(ReturnLog(*m_registry).record({submission, u"資料がない"_s, {}, sample::moment()}));
    const QString path = m_registry->path();
    m_registry.reset();
    m_registry = Registry::open(path, m_clock).value();
    QCOMPARE(ReturnLog(*m_registry).returns()->value(submission).reason, u"資料がない"_s);
}

QTEST_GUILESS_MAIN(TestReturnLog)
#include "tst_return_log.moc"
