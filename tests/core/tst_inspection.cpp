#include "core/inspection.h"

#include "support/enum_values.h"
#include "support/sample_values.h"

using namespace tenken;

class InspectionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void codes();
    void readOnly();
    void answers();
};

void InspectionTest::codes()
{
    support::checkCodes<InspectionState>(inspectionStateFromCode);
    support::checkCodeList<InspectionState>({"not-started", "answering", "signed", "returned", "superseded"});
}

void InspectionTest::readOnly()
{
    Inspection inspection;
    QSet<InspectionState> readOnly;
    for (const InspectionState state : support::enumValues<InspectionState>()) {
        inspection.state = state;
        if (inspection.isReadOnly()) {
            readOnly << state;
        }
    }
    QCOMPARE(readOnly, (QSet{InspectionState::Signed, InspectionState::Superseded}));
}

void InspectionTest::answers()
{
    Inspection inspection;
    inspection.answers.insert("B-1", sample::answer(AnswerCode::No));
    QVERIFY(inspection.answer("B-1")->code == AnswerCode::No);
    QCOMPARE(inspection.answer("B-2"), nullptr);
}

QTEST_GUILESS_MAIN(InspectionTest)
#include "tst_inspection.moc"
