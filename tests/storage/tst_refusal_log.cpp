#include "storage/refusal_log.h"

#include "support/enum_values.h"

#include "result_checks.h"
#include "sample_inspection.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tenken;
using namespace Qt::StringLiterals;

namespace {

Refusal refusal(const QString &file = u"a.pdf"_s)
{
    return {file, QString(64, u'a'), Verdict::Altered, {Reason::B2}, {}, {}, {}};
}

using Change = std::function<void(Refusal &)>;

/// Each makes it another refusal than refusal()
QList<std::pair<const char *, Change>> differences()
{
    return {
        {"another file", [](Refusal &r) { r.file = u"受付/b.pdf"_s; }},
        {"other bytes", [](Refusal &r) { r.sha256 = QString(64, u'b'); }},
        {"another verdict", [](Refusal &r) { r.verdict = Verdict::Untrusted; }},
        {"other reasons", [](Refusal &r) { r.reasons = {Reason::B3}; }},
        {"more reasons", [](Refusal &r) { r.reasons << Reason::B3; }},
        {"no reason", [](Refusal &r) { r.reasons.clear(); }},
        {"an error", [](Refusal &r) { r.error = u"unreadable"_s; }},
    };
}

} // namespace

/// What was not taken, each kind once with the last time
class TestRefusalLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void eachKindIsKept_data();
    void eachKindIsKept();
    void allCodesAreReadBack();
    void newestFirstAndNotMore();
    void foreignVerdictIsNotRead();
    void unknownReasonsAreLeftOut();
    void subjectsOfEachKind();

private:
    RefusalLog log() { return RefusalLog(*m_registry); }

    std::unique_ptr<QTemporaryDir> m_folder;
    FixedClock m_clock{sample::moment()};
    std::unique_ptr<Registry> m_registry;
};

void TestRefusalLog::init()
{
    m_registry.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock.set(sample::moment());
    m_registry = Registry::open(m_folder->filePath(u"r.db"_s), m_clock).value();
}

void TestRefusalLog::eachKindIsKept_data()
{
    QTest::addColumn<int>("number");
    int number = 0;
    for (const auto &[name, change] : differences()) {
        QTest::newRow(name) << number++;
    }
}

void TestRefusalLog::eachKindIsKept()
{
    QFETCH(int, number);
    Refusal other = refusal();
    differences().at(number).second(other);
    VERIFY_OK(log().record({refusal(), other, refusal()}));
    m_clock.advanceSeconds(60);
    VERIFY_OK(log().record({other}));
    const auto kept = log().refusals();
    VERIFY_OK(kept);
    QCOMPARE(kept->size(), 2);
    QCOMPARE(kept->first().file, other.file);
    QCOMPARE(kept->first().sha256, other.sha256);
    QCOMPARE(kept->first().verdict, other.verdict);
    QCOMPARE(kept->first().reasons, other.reasons);
    QCOMPARE(kept->first().error, other.error);
    QCOMPARE(kept->first().at, m_clock.now());
    QCOMPARE(kept->last().at, sample::moment());
}

void TestRefusalLog::allCodesAreReadBack()
{
    using namespace support;
    QList<Refusal> all;
    for (const Verdict verdict : enumValues<Verdict>()) {
        all.append(refusal(toCode(verdict)));
        all.last().verdict = verdict;
        all.last().reasons = enumValues<Reason>();
    }
    VERIFY_OK(log().record(all));
    const auto kept = log().refusals();
    VERIFY_OK(kept);
    QCOMPARE(kept->size(), all.size());
    for (const Refusal &one : *kept) {
        QCOMPARE(one.file, toCode(one.verdict));
        QCOMPARE(one.reasons, enumValues<Reason>());
    }
}

void TestRefusalLog::newestFirstAndNotMore()
{
    for (int n = 0; n < 5; ++n) {
        m_clock.advanceSeconds(1);
        VERIFY_OK(log().record({refusal(u"%1.pdf"_s.arg(n)), refusal(u"%1b.pdf"_s.arg(n))}));
    }
    QStringList files;
    const QList<Refusal> newest = log().refusals(3).value();
    for (const Refusal &one : newest) {
        files << one.file;
    }
    QCOMPARE(files, QStringList({u"4b.pdf"_s, u"4.pdf"_s, u"3b.pdf"_s}));
    QCOMPARE(log().refusals()->size(), 10);
    QVERIFY(log().refusals(0)->isEmpty());
    VERIFY_OK(log().record({}));
    QCOMPARE(log().refusals()->size(), 10);
}

void TestRefusalLog::foreignVerdictIsNotRead()
{
    VERIFY_OK(log().record({refusal()}));
    VERIFY_OK(m_registry->database().execute(u"UPDATE refusals SET verdict = 'fine'"_s));
    const auto read = log().refusals();
    COMPARE_CODE(read, ErrorCode::StoreCorrupt);
    QCOMPARE(read.error().detail, u"fine"_s);
}

/// A later program may have had more of them.
void TestRefusalLog::unknownReasonsAreLeftOut()
{
    VERIFY_OK(log().record({refusal()}));
    VERIFY_OK(m_registry->database().execute(u"UPDATE refusals SET reasons = '[\"Z9\",\"B2\",7]'"_s));
    QCOMPARE(log().refusals()->first().reasons, QList{Reason::B2});
}

void TestRefusalLog::subjectsOfEachKind()
{
    for (const SubjectKind kind : support::enumValues<SubjectKind>()) {
        Refusal one = refusal(toCode(kind));
        one.fiscalYear = FiscalYear(2026);
        one.round = 1;
        one.checklist = u"KC-X"_s;
        one.subject = {kind, u"X1"_s, u"名は残らない"_s};
        VERIFY_OK(log().record({one}));
    }
    VERIFY_OK(log().record({refusal(u"unknown"_s)}));
    const auto ofRound = log().refusalsOf(FiscalYear(2026), 1);
    VERIFY_OK(ofRound);
    QCOMPARE(ofRound->size(), 5);
    for (const Refusal &one : *ofRound) {
        QCOMPARE(toCode(one.subject.kind), one.file);
        QCOMPARE(one.subject.code, u"X1"_s);
        QCOMPARE(one.fiscalYear, std::optional(FiscalYear(2026)));
    }
    QVERIFY(log().refusalsOf(FiscalYear(2026), 2)->isEmpty());
    QVERIFY(log().refusalsOf(FiscalYear(2025), 1)->isEmpty());
    const Refusal unknown = log().refusals()->first();
    QCOMPARE(unknown.file, u"unknown"_s);
    QVERIFY(!unknown.fiscalYear);
    QVERIFY(unknown.subject.code.isEmpty());
}

QTEST_GUILESS_MAIN(TestRefusalLog)
#include "tst_refusal_log.moc"
