#pragma once

#include "core/diagnostic.h"
#include "core/document.h"

#include <QByteArray>

namespace tenken {

// Attachments of the division's and the managers' signed PDFs. Same rules as submission.json: canonical bytes, every
// key present, absent = null; a reader accepts exactly what its writer makes.

/// {"format":"tenken.return/1","id","submission","inspection","submissionSha256","subject","department","round",
/// "checklist","revision","reason","returnedAt","returnedBy":{"name","post"},"generator"}
QByteArray writeReturn(const ReturnNote &note);
Reading<ReturnNote> readReturn(const QByteArray &bytes, const QString &file);

/// {"format":"tenken.receipt/1","id","submission","submissionSha256","subject","department","round","checklist",
/// "edition","revision","state":"signed|approved","receivedAt","issuer":{"name","post"},"generator"}
QByteArray writeReceipt(const Receipt &receipt);
Reading<Receipt> readReceipt(const QByteArray &bytes, const QString &file);

/// {"format":"tenken.committee/1","id","round","policy","checklists":[{"id","edition","expected","submitted",
/// "approved","counts"}],"clauses":[{"clause","counts"}],"createdAt","author","generator"}; counts = {"yes","partial",
/// "no","unknown","na","blank"}
QByteArray writeCommitteeSummary(const CommitteeSummary &summary);
Reading<CommitteeSummary> readCommitteeSummary(const QByteArray &bytes, const QString &file);

} // namespace tenken
