#include "storage/organisation_repository.h"
#include "storage/round_repository.h"
#include "support/small_city.h"
#include "workflow/registry/round_status.h"

#include <QTest>

using namespace tenken;
using namespace tenken::support;

namespace {

Round roundOf(int year, const QStringList &departments)
{
    const Checklist &checklist = *shippedChecklists().forYear(QStringLiteral("KC-B"), FiscalYear(year));
    Round round;
    round.fiscalYear = FiscalYear(year);
    round.due = QDate(year, 7, 31);
    round.checklists = {{checklist.id, checklist.edition, checklist.fingerprint}};
    for (const QString &code : departments) {
        round.expected << Round::Expected{checklist.id, {SubjectKind::Section, code, code}, code, code};
    }
    return round;
}

} // namespace

/// Who has to submit what, who has, and whose file was refused
class TestRoundStatus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsTheRoundsOwnRefusals();
    void aSubmissionSettlesARefusal();
    void organisationStandsInForARound_data();
    void organisationStandsInForARound();
};

void TestRoundStatus::countsTheRoundsOwnRefusals()
{
    SmallCity city;
    const auto registry = city.openRegistry();
    const Round before = roundOf(2025, {"U0004"});
    const Round now = roundOf(2026, {"U0004", "U0005"});
    for (const Round &round : {before, now}) {
        QVERIFY(RoundRepository(registry->database()).saveRound(round));
    }
    const QString old = city.save(QStringLiteral("old.pdf"), city.signAndApprove(city.inspection("U0004", 2025)));
    const QString unapproved = city.save(QStringLiteral("b.pdf"), city.sign(city.inspection("U0005")));
    const QString foreign = city.save(QStringLiteral("c.pdf"), foreignPdf());
    QCOMPARE(outcomes(city.import(*registry, {old}, before)), QStringList("imported"));
    QCOMPARE(outcomes(city.import(*registry, {old, unapproved, foreign, foreign}, now)),
             QStringList({"already-there", "approval-missing", "foreign-pdf"}));
    QCOMPARE(outcomes(city.import(*registry, {unapproved}, now)), QStringList("approval-missing")); // the same file
    const Result<RoundStatus> status = ReadRoundStatus(*registry, shippedChecklists()).read(FiscalYear(2026), 1);
    QVERIFY(status);
    QCOMPARE(status->refused, 2);
    QCOMPARE(status->submitted, 0);
    QVERIFY(!status->rows.at(0).refusal);
    QCOMPARE(status->rows.at(1).refusal->reasons, QList<Reason>{Reason::ApprovalMissing});
    const Result<RoundStatus> other = ReadRoundStatus(*registry, shippedChecklists()).read(FiscalYear(2025), 1);
    QVERIFY(other);
    QCOMPARE(other->refused, 0);
    QCOMPARE(other->submitted, 1);
}

void TestRoundStatus::aSubmissionSettlesARefusal()
{
    SmallCity city;
    const auto registry = city.openRegistry();
    const Round round = roundOf(2026, {"U0004"});
    QVERIFY(RoundRepository(registry->database()).saveRound(round));
    const QByteArray pdf = city.sign(city.inspection("U0004"));
    const QString first = city.save(QStringLiteral("a.pdf"), pdf);
    const QString second = city.save(QStringLiteral("b.pdf"), city.approve(pdf, QStringLiteral("U0004")));
    QCOMPARE(outcomes(city.import(*registry, {first, second}, round)), QStringList({"approval-missing", "imported"}));
    const Result<RoundStatus> status = ReadRoundStatus(*registry, shippedChecklists()).read(FiscalYear(2026), 1);
    QVERIFY(status);
    QVERIFY(status->rows.first().entry && !status->rows.first().refusal);
    QVERIFY(status->missing().isEmpty());
}

void TestRoundStatus::organisationStandsInForARound_data()
{
    QTest::addColumn<bool>("given");
    QTest::addColumn<bool>("kept");
    QTest::addColumn<QStringList>("missing");
    QTest::newRow("given") << true << false << QStringList{"KC-B U0004", "KC-C S001"};
    QTest::newRow("kept in the registry") << false << true << QStringList{"KC-B U0004", "KC-C S001"};
    QTest::newRow("neither") << false << false << QStringList();
}

void TestRoundStatus::organisationStandsInForARound()
{
    QFETCH(bool, given);
    QFETCH(bool, kept);
    QFETCH(QStringList, missing);
    const SmallCity city;
    const auto registry = city.openRegistry();
    const Organisation organisation{{unitOf(QStringLiteral("U0004"))},
                                    {{QStringLiteral("S001"), QStringLiteral("給与"), QStringLiteral("U0004"), {}}}};
    if (kept) {
        QVERIFY(OrganisationRepository(*registry).saveOrganisation(organisation));
    }
    const Result<RoundStatus> status = ReadRoundStatus(*registry, shippedChecklists())
                                           .read(FiscalYear(2026), 1, given ? organisation : Organisation());
    QCOMPARE(status.has_value(), !missing.isEmpty());
    QStringList found;
    for (const Round::Expected &one : status ? status->missing() : QList<Round::Expected>()) {
        found << one.checklist + u' ' + one.subject.code;
    }
    QCOMPARE(found, missing);
}

QTEST_MAIN(TestRoundStatus)
#include "tst_round_status.moc"
