#pragma once

#include "core/comparison/comparison_columns.h"
#include "viewmodel/shell/task_progress.h"
#include "workflow/documents/verify_submission.h"
#include "workflow/trust_files.h"

namespace tenken {

/// One PDF that was brought to be compared: taken when it is accepted, otherwise shown with the reason and left out
struct ComparedFile {
    QString file;
    VerifiedDocument document; ///< of a file that could be read
    std::optional<Error> error;
    bool isTaken() const { return !error && document.isAccepted() && document.submission; }
};

/// Verifies them one by one; what was read when progress is cancelled is kept
QList<ComparedFile> readComparedFiles(const QStringList &files, const TrustPolicy &trust, const QDateTime &now,
                                      TaskProgress &progress);

/// The taken ones of a checklist, oldest round first; of each subject, round and revision the one read first
SubmissionList takenSubmissions(const QList<ComparedFile> &files, const QString &checklist);
/// Checklists of the taken ones, in the order of the files
QStringList takenChecklists(const QList<ComparedFile> &files);

} // namespace tenken
