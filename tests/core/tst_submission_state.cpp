#include "core/submission_state.h"

#include "support/enum_values.h"

using namespace tenken;

class SubmissionStateTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void codes();
};

void SubmissionStateTest::codes()
{
    support::checkCodeList<SubmissionState>({"missing", "refused", "returned", "submitted", "approved"});
}

QTEST_GUILESS_MAIN(SubmissionStateTest)
#include "tst_submission_state.moc"
