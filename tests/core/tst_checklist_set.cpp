#include "core/checklist_set.h"

#include "support/sample_values.h"

#include <QTest>

using namespace tenken;

class ChecklistSetTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void editionOfAYear_data();
    void editionOfAYear();
    void finds();
    void editions();
    void anEmptySetHasNothing();
    void checklistOfASubject();
};

namespace {

Checklist edition(const QString &id, const QString &name)
{
    Checklist checklist = sample::checklist({}, name);
    checklist.id = id;
    return checklist;
}

ChecklistSet someEditions()
{
    return {{},
            {edition("KC-A", "2026.1"), edition("KC-B", "2025.1"), edition("KC-B", "2026.1"), edition("KC-B", "2026.2"),
             edition("KC-B", "2028.1"), edition("KC-C", "2025.1")}};
}

QStringList names(const QList<Checklist> &checklists)
{
    QStringList names;
    for (const Checklist &checklist : checklists) {
        names << checklist.id + u' ' + checklist.edition;
    }
    return names;
}

} // namespace

void ChecklistSetTest::editionOfAYear_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("year");
    QTest::addColumn<QString>("expected");
    QTest::newRow("its year") << "KC-B" << 2025 << "2025.1";
    QTest::newRow("newest of its year") << "KC-B" << 2026 << "2026.2";
    QTest::newRow("no edition of its own") << "KC-B" << 2027 << "2026.2";
    QTest::newRow("newest") << "KC-B" << 2030 << "2028.1";
    QTest::newRow("before all: the oldest") << "KC-B" << 2020 << "2025.1";
    QTest::newRow("before the only one") << "KC-A" << 2024 << "2026.1";
    QTest::newRow("unknown") << "KC-X" << 2026 << "";
}

void ChecklistSetTest::editionOfAYear()
{
    QFETCH(QString, id);
    QFETCH(int, year);
    const ChecklistSet set = someEditions();
    const Checklist *checklist = set.forYear(id, FiscalYear(year));
    QTEST(checklist ? checklist->edition : QString(), "expected");
    QVERIFY(!checklist || checklist->id == id);
}

void ChecklistSetTest::finds()
{
    const ChecklistSet set = someEditions();
    QCOMPARE(set.find("KC-B", "2026.1"), &set.checklists.at(2));
    QCOMPARE(set.find("KC-B", "2027.1"), nullptr);
    QCOMPARE(set.find("KC-A", "2025.1"), nullptr);
    QCOMPARE(set.latest("KC-B"), &set.checklists.at(4));
    QCOMPARE(set.latest("KC-X"), nullptr);
}

void ChecklistSetTest::editions()
{
    const ChecklistSet set = someEditions();
    QCOMPARE(names(set.editionsOf("KC-B")), (QStringList{"KC-B 2025.1", "KC-B 2026.1", "KC-B 2026.2", "KC-B 2028.1"}));
    QCOMPARE(names(set.editionsOf("KC-X")), QStringList());
    QCOMPARE(names(set.latestEditions()), (QStringList{"KC-A 2026.1", "KC-B 2028.1", "KC-C 2025.1"}));
}

void ChecklistSetTest::anEmptySetHasNothing()
{
    const ChecklistSet set;
    QCOMPARE(set.forYear("KC-B", FiscalYear(2026)), nullptr);
    QVERIFY(set.latestEditions().isEmpty());
}

void ChecklistSetTest::checklistOfASubject()
{
    ChecklistSet set = someEditions();
    for (Checklist &checklist : set.checklists) {
        checklist.subject = checklist.id == "KC-A" ? SubjectKind::Person
            : checklist.id == "KC-B"               ? SubjectKind::Section
                                                   : SubjectKind::System;
    }
    QCOMPARE(set.idFor(SubjectKind::Person), "KC-A");
    QCOMPARE(set.idFor(SubjectKind::Section), "KC-B");
    QCOMPARE(set.idFor(SubjectKind::System), "KC-C");
    QCOMPARE(set.idFor(SubjectKind::City), QString());
}

QTEST_GUILESS_MAIN(ChecklistSetTest)
#include "tst_checklist_set.moc"
