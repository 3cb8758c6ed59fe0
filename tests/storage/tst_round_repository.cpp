#include "storage/round_repository.h"

#include "storage/registry.h"
#include "support/enum_values.h"

#include "result_checks.h"
#include "sample_inspection.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tenken;
using namespace Qt::StringLiterals;

namespace {

Round sampleRound(int year = 2026, int number = 1)
{
    Round round;
    round.fiscalYear = FiscalYear(year);
    round.number = number;
    round.title = u"令和8年度 第%1回"_s.arg(number);
    round.policy = u"kumamoto-2023"_s;
    round.due = QDate(year, 12, 25);
    round.checklists = {{u"KC-B"_s, u"2026.1"_s, QString(64, u'c')}};
    round.expected = {{u"KC-B"_s, {SubjectKind::Section, u"U0004"_s, u"総務課"_s}, u"U0004"_s, u"総務課"_s}};
    round.trustAnchors = QStringList{u"-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n"_s};
    return round;
}

using Change = std::function<void(Round &)>;

QList<std::pair<const char *, Change>> changes()
{
    return {
        {"as it is", [](Round &) {}},
        {"no due date", [](Round &r) { r.due = {}; }},
        {"due in the year after", [](Round &r) { r.due = QDate(2027, 3, 31); }},
        {"asks nothing", [](Round &r) { r.checklists.clear(); }},
        {"of nobody", [](Round &r) { r.expected.clear(); }},
        {"trusts nobody", [](Round &r) { r.trustAnchors.clear(); }},
        {"quotes", [](Round &r) { r.title = u"'; DROP TABLE rounds; --\n\"𠮷\""_s; }},
        {"two editions",
         [](Round &r) {
             r.checklists.prepend({u"KC-B"_s, u"2025.1"_s, QString(64, u'0')});
         }},
        {"the same subject twice", [](Round &r) { r.expected.append(r.expected.first()); }},
        {"a department of another name",
         [](Round &r) {
             r.expected.first().departmentCode = u"U0101"_s;
             r.expected.first().departmentName = u"戸籍課"_s;
         }},
        {"two anchors, in their order", [](Round &r) { r.trustAnchors.prepend(u"another"_s); }},
        {"each kind of subject",
         [](Round &r) {
             r.expected.clear();
             for (const SubjectKind kind : support::enumValues<SubjectKind>()) {
                 r.expected.append({u"KC-X"_s, {kind, u"Z-"_s + toCode(kind), u"対象"_s}, u"U1"_s, u"課"_s});
             }
         }},
        {"a whole city",
         [](Round &r) {
             for (int n = 0; n < 3000; ++n) {
                 r.expected.append({u"KC-B"_s,
                                    {SubjectKind::Section, u"U%1"_s.arg(3000 - n), u"課%1"_s.arg(n)},
                                    u"U%1"_s.arg(n),
                                    u"課"_s});
             }
         }},
    };
}

} // namespace

/// Rounds as they were opened, in the order of their files
class TestRoundRepository : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isReadBack_data();
    void isReadBack();
    void takesThePlaceOfTheOneBefore();
    void listsTheNewestFirst();
    void refusesARoundZero();
    void foreignKindIsNotRead();
    void partsGoWithTheirRound();

private:
    Database &database() { return m_registry->database(); }
    int count(const QString &table) { return database().value(u"SELECT count(*) FROM "_s + table)->toInt(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    FixedClock m_clock{sample::moment()};
    std::unique_ptr<Registry> m_registry;
};

void TestRoundRepository::init()
{
    m_registry.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_registry = Registry::open(m_folder->filePath(u"r.db"_s), m_clock).value();
}

void TestRoundRepository::isReadBack_data()
{
    QTest::addColumn<int>("number");
    int number = 0;
    for (const auto &[name, change] : changes()) {
        QTest::newRow(name) << number++;
    }
}

void TestRoundRepository::isReadBack()
{
    QFETCH(int, number);
    Round round = sampleRound();
    changes().at(number).second(round);
    VERIFY_OK(RoundRepository(database()).saveRound(round));
    const auto found = RoundRepository(database()).findRound(FiscalYear(2026), 1);
    VERIFY_OK(found);
    QVERIFY(found->has_value());
    QVERIFY(**found == round);
    QVERIFY(*RoundRepository(database()).rounds() == QList<Round>{round});
}

void TestRoundRepository::takesThePlaceOfTheOneBefore()
{
    RoundRepository rounds(database());
    for (const auto &[name, change] : changes()) {
        Round round = sampleRound();
        change(round);
        VERIFY_OK(rounds.saveRound(round));
        QVERIFY2(**rounds.findRound(FiscalYear(2026), 1) == round, name);
        QCOMPARE(count(u"rounds"_s), 1);
        QCOMPARE(count(u"round_expected"_s), round.expected.size());
    }
}

void TestRoundRepository::listsTheNewestFirst()
{
    RoundRepository rounds(database());
    QVERIFY(rounds.rounds()->isEmpty());
    for (const auto &[year, number] : {std::pair(2025, 2), std::pair(2026, 1), std::pair(2024, 9), std::pair(2026, 10),
                                       std::pair(2026, 2), std::pair(2025, 1)}) {
        VERIFY_OK(rounds.saveRound(sampleRound(year, number)));
    }
    QStringList names;
    const QList<Round> all = rounds.rounds().value();
    for (const Round &round : all) {
        names << u"%1-%2"_s.arg(round.fiscalYear.startYear()).arg(round.number);
    }
    QCOMPARE(names.join(u' '), u"2026-10 2026-2 2026-1 2025-2 2025-1 2024-9"_s);
    QVERIFY(!rounds.findRound(FiscalYear(2026), 3)->has_value());
    QVERIFY(!rounds.findRound(FiscalYear(2027), 1)->has_value());
    QCOMPARE((*rounds.findRound(FiscalYear(2025), 2))->number, 2);
}

void TestRoundRepository::refusesARoundZero()
{
    RoundRepository rounds(database());
    VERIFY_OK(rounds.saveRound(sampleRound()));
    for (const int number : {0, -1}) {
        COMPARE_CODE(rounds.saveRound(sampleRound(2026, number)), ErrorCode::StoreFailed);
    }
    QVERIFY(*rounds.rounds() == QList<Round>{sampleRound()});
    QCOMPARE(count(u"round_expected"_s), 1);
}

void TestRoundRepository::foreignKindIsNotRead()
{
    RoundRepository rounds(database());
    VERIFY_OK(rounds.saveRound(sampleRound()));
    VERIFY_OK(rounds.saveRound(sampleRound(2025, 1)));
    VERIFY_OK(database().execute(u"UPDATE round_expected SET subject_kind = 'club' WHERE fiscal_year = 2026"_s));
    COMPARE_CODE(rounds.rounds(), ErrorCode::StoreCorrupt);
    COMPARE_CODE(rounds.findRound(FiscalYear(2026), 1), ErrorCode::StoreCorrupt);
    VERIFY_OK(rounds.findRound(FiscalYear(2025), 1));
}

void TestRoundRepository::partsGoWithTheirRound()
{
    VERIFY_OK(RoundRepository(database()).saveRound(sampleRound()));
    VERIFY_OK(database().execute(u"DELETE FROM rounds"_s));
    for (const QString &table : {u"round_checklists"_s, u"round_expected"_s, u"round_anchors"_s}) {
        QCOMPARE(count(table), 0);
    }
}

QTEST_GUILESS_MAIN(TestRoundRepository)
#include "tst_round_repository.moc"
