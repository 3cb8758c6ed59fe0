#pragma once

#include "viewmodel/approval/submission_difference_model.h"
#include "viewmodel/inspection/signing_key.h"
#include "viewmodel/shell/page_preview.h"
#include "workflow/documents/sealed_document.h"
#include "workflow/documents/verify_submission.h"
#include "workflow/trust_files.h"

#include <QObject>

#include <functional>

namespace tenken {

/// A PDF on the manager's desk: what it is, whether it may be believed, and the manager's decision. Verification and
/// signing run in the background.
class ApprovalSession final : public QObject {
    Q_OBJECT

public:
    explicit ApprovalSession(Desk &desk, QObject *parent = nullptr);
    /// opened() or failed() follows. The revision before is looked for beside the file, among others (files that were
    /// opened lately) and in the store.
    void open(const QString &file, const TrustFiles &trust, const QStringList &others = {});
    /// Compares with the submission in another file; compared(), notComparable() or failed() follows
    void compareWith(const QString &file);
    /// What runs is given up: nothing is shown, nothing is written that was not written yet
    void cancel();
    bool isBusy() const { return m_work != Work::None; }
    /// Another file may be opened while one is read, not while one is signed
    bool canOpen() const { return m_work != Work::Signing; }
    const std::optional<VerifiedDocument> &document() const { return m_document; }
    const QString &file() const { return m_file; }
    SubmissionDifferenceModel &differences() { return *m_differences; }
    bool canApprove() const;
    bool canReturn() const;
    /// The submission's pages, set anew from its data; ordered when it is opened
    PagePreview &preview() { return m_preview; }
    /// <name>_approved.pdf and <name>_return.pdf beside the file
    QString suggestedFile(const QString &ending) const;
    /// onBehalf: 代決, for the manager who is away
    void approve(const SigningKey &key, bool onBehalf, const QString &outFile);
    /// How the answers of the submission are called: the scale of its checklist
    QString scale() const;
    /// Why the submission was returned; empty when the document is no return
    QString returnReason() const;
    /// A return that came to the inspector: the inspection becomes the next revision, open again with the reason.
    /// UnknownInspection when this store does not hold the submission.
    Result<QUuid> acceptReturn();
    void sendBack(const SigningKey &key, const QString &reason, const QString &outFile);

Q_SIGNALS:
    void busyChanged();
    void progressed(int done, int total);
    void opened();
    void compared();
    void notComparable(const QString &file); ///< it holds no submission of this inspection
    void written(const QString &file);
    void failed(const tenken::Error &error);

private:
    struct Opened;
    static Result<Opened> read(const QString &file, const TrustFiles &files, const QStringList &others,
                               const QDateTime &now);
    std::optional<Submission> storedBefore(const Submission &submission) const;
    enum class Work { None, Reading, Signing };
    void setWork(Work work);
    using SealBytes = std::function<Result<QByteArray>(const SigningAct &)>;
    void seal(const SigningKey &key, bool onBehalf, const QString &outFile, const SealBytes &bytes);
    void takeOpened(const Result<Opened> &opened);
    void takeBefore(const Result<VerifiedDocument> &other, const QString &file);
    void finish(const Status &done, const QString &outFile);

    Desk &m_desk;
    PagePreview m_preview;
    SubmissionDifferenceModel *m_differences;
    QString m_file;
    QByteArray m_pdf;
    TrustPolicy m_trust;
    std::optional<VerifiedDocument> m_document;
    CancelFlag m_cancelled;
    int m_reading = 0; ///< number of the reading whose result is wanted
    Work m_work = Work::None;
};

} // namespace tenken
