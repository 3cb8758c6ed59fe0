#include "core/registry_entry.h"

#include "support/enum_values.h"

using namespace tenken;

class RegistryEntryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void outcomes() { support::checkCodeList<ImportOutcome>({"imported", "already-there", "refused"}); }
    void nothingIsImportedByDefault()
    {
        QCOMPARE(ImportResult().outcome, ImportOutcome::Refused);
        QCOMPARE(ImportResult().verdict, Verdict::NotASubmission);
    }
};

QTEST_GUILESS_MAIN(RegistryEntryTest)
#include "tst_registry_entry.moc"
