#include "workflow/registry/make_round.h"

#include "exchange/round_file.h"
#include "support/small_city.h"

#include <QTest>

using namespace tenken;
using namespace tenken::support;
using namespace Qt::StringLiterals;

namespace {

Organisation twoSectionsAndASystem()
{
    Organisation organisation;
    for (const auto &[code, name] : {std::pair(u"U0004"_s, u"企画課"_s), std::pair(u"U0005"_s, u"都市連携課"_s)}) {
        OrganisationUnit unit;
        unit.department.code = code;
        unit.department.name = name;
        organisation.units << unit;
    }
    organisation.systems << InformationSystem{u"S001"_s, u"住民記録"_s, u"U0005"_s, {}};
    return organisation;
}

} // namespace

/// The round file of a city that has its organisation as a table and nothing else
class TestMakeRound : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksEverySectionAndSystem();
    void takesTheEditionOfItsYear();
    void canBeReadBack();
    void needsAChecklistForWhatThereIs();
};

void TestMakeRound::asksEverySectionAndSystem()
{
    const Result<Round> round =
        makeRound(shippedChecklists(), twoSectionsAndASystem(), FiscalYear(2026), 2, QDate(2026, 12, 18));
    QVERIFY(round);
    QCOMPARE(round->title, u"2026年度 第2回 情報セキュリティ自己点検"_s);
    QCOMPARE(round->policy, u"kumamoto-2023"_s);
    QCOMPARE(round->due, QDate(2026, 12, 18));
    QStringList asked;
    for (const Round::Expected &one : round->expected) {
        asked << u"%1 %2 %3 %4"_s.arg(one.checklist, one.subject.code, one.departmentCode, one.departmentName);
    }
    QCOMPARE(
        asked,
        QStringList({u"KC-B U0004 U0004 企画課"_s, u"KC-B U0005 U0005 都市連携課"_s, u"KC-C S001 U0005 都市連携課"_s}));
}

void TestMakeRound::takesTheEditionOfItsYear()
{
    Organisation sections = twoSectionsAndASystem();
    sections.systems.clear();
    for (const int year : {2025, 2026}) {
        const Result<Round> round = makeRound(shippedChecklists(), sections, FiscalYear(year), 1, QDate(year, 7, 31));
        QVERIFY(round);
        QCOMPARE(round->checklists.size(), 1);
        const Checklist *checklist = shippedChecklists().forYear(u"KC-B"_s, FiscalYear(year));
        QCOMPARE(round->checklists.first().edition, u"%1.1"_s.arg(year));
        QCOMPARE(round->checklists.first().fingerprint, checklist->fingerprint);
    }
}

void TestMakeRound::canBeReadBack()
{
    const Result<Round> round =
        makeRound(shippedChecklists(), twoSectionsAndASystem(), FiscalYear(2026), 1, QDate(2026, 7, 31));
    QVERIFY(round);
    const Reading<Round> read = readRound(writeRound(*round), u"2026-1.tenken-round"_s);
    QVERIFY(read);
    QCOMPARE(*read.value, *round);
}

void TestMakeRound::needsAChecklistForWhatThereIs()
{
    ChecklistSet sectionsOnly = shippedChecklists();
    sectionsOnly.checklists.removeIf(
        [](const Checklist &checklist) { return checklist.subject == SubjectKind::System; });
    const Result<Round> round =
        makeRound(sectionsOnly, twoSectionsAndASystem(), FiscalYear(2026), 1, QDate(2026, 7, 31));
    QVERIFY(!round);
    QCOMPARE(round.error().code, ErrorCode::UnknownChecklist);
}

QTEST_GUILESS_MAIN(TestMakeRound)
#include "tst_make_round.moc"
