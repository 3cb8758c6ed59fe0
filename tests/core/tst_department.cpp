#include "core/department.h"

#include "support/enum_values.h"
#include "support/sample_values.h"

using namespace tenken;

class DepartmentTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void codes();
    void findsUnits();
};

void DepartmentTest::codes()
{
    support::checkCodes<Body>(bodyFromCode);
    support::checkCodes<SubjectKind>(subjectKindFromCode);
    support::checkCodeList<Body>({"mayor", "assembly", "committee", "boe", "enterprise"});
    support::checkCodeList<SubjectKind>({"person", "section", "system", "city", "audit"});
}

void DepartmentTest::findsUnits()
{
    Organisation organisation;
    for (const char *code : {"U0001", "U0002"}) {
        OrganisationUnit unit;
        unit.department = sample::department(QString::fromLatin1(code));
        organisation.units << unit;
    }
    QCOMPARE(organisation.find("U0002"), &organisation.units.at(1));
    QCOMPARE(organisation.find("U0003"), nullptr);
    QCOMPARE(Organisation().find(""), nullptr);
}

QTEST_GUILESS_MAIN(DepartmentTest)
#include "tst_department.moc"
