#pragma once

#include "core/submission.h"
#include "core/verification.h"

namespace tenken {

/// One submission in the division's registry
struct RegistryEntry {
    QUuid submission;
    QUuid inspection;
    QString sha256; ///< of submission.json, lower-case hex
    QString checklist;
    QString edition;
    Subject subject;
    Department department;
    FiscalYear fiscalYear;
    int round = 1;
    int revision = 1;
    bool approved = false; ///< state: approved or signed
    int signatures = 1;
    bool latest = true; ///< highest revision of its inspection
    QDateTime importedAt;
    QString fileName;
};

enum class ImportOutcome { Imported, AlreadyThere, Refused };
QString toCode(ImportOutcome outcome);

struct ImportResult {
    QString file;
    ImportOutcome outcome = ImportOutcome::Refused;
    Verdict verdict = Verdict::NotASubmission;
    QList<Reason> reasons;
    QUuid submission;
    QString error; ///< machine word for what is no matter of signatures: unreadable, too-large, empty, other-document
};

} // namespace tenken
