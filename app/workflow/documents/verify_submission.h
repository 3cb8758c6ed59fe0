#pragma once

#include "core/result.h"
#include "core/submission.h"
#include "core/verification.h"
#include "signing/cms/trust_policy.h"
#include "signing/keys/hashed_bytes.h"

#include <QFuture>
#include <QStringList>
#include <QtConcurrentMap>

#include <type_traits>

namespace tenken {

/// What Tenken holds of one file: the verdict with its reasons, the signatures, and the data when there are any.
struct VerifiedDocument {
    QString file;
    Verdict verdict = Verdict::NotASubmission;
    std::optional<DocumentKind> kind;
    QList<Reason> reasons;
    QList<Warning> warnings;
    QList<SignatureFinding> signatures;
    std::optional<Submission> submission; ///< readable data, whatever the verdict says about trust
    QString sha256; ///< of the attachment, lower-case hex; empty without one
    QByteArray attachment;
    /// approved when an approver's signature is among the valid ones
    bool isApproved() const;
    bool isAccepted() const { return verdict == Verdict::Accepted; }
};

/// Judges the bytes of one PDF: signing/ on structure and signatures, then J1, J3, J4 and V5 on the data.
VerifiedDocument verifyDocumentData(const QByteArray &pdf, const TrustPolicy &trust, const QDateTime &now);
VerifiedDocument verifyDocumentData(HashedBytes &pdf, const TrustPolicy &trust, const QDateTime &now);
/// The same for a file. FileNotFound, FileUnreadable; a file over 64 MiB is judged malformed (S1) without reading it.
Result<VerifiedDocument> verifyFile(const QString &path, const TrustPolicy &trust, const QDateTime &now);
/// Many files, on all cores; results in the order of paths. Kept is only what keep makes of each: a whole round's
/// documents are hundreds of megabytes.
template <class Keep>
QFuture<std::invoke_result_t<Keep, const Result<VerifiedDocument> &>>
verifyFiles(const QStringList &paths, const TrustPolicy &trust, const QDateTime &now, Keep keep)
{
    return QtConcurrent::mapped(paths,
                                [trust, now, keep](const QString &path) { return keep(verifyFile(path, trust, now)); });
}
/// The data, readable ones, of a PDF whose integrity holds, trusted or not (extract, restore, extend). MalformedPdf
/// with verdict and first reason otherwise.
Result<QByteArray> attachmentOf(const QByteArray &pdf);

} // namespace tenken
