#pragma once

#include "report/page_layout.h"
#include "viewmodel/approval/submission_difference_model.h"
#include "viewmodel/inspection/signing_key.h"
#include "viewmodel/shell/desk.h"
#include "workflow/trust_files.h"
#include "workflow/verify_submission.h"

#include <QObject>

namespace tenken {

/// A PDF on the manager's desk: what it is, whether it may be believed, and the manager's decision. Verification and
/// signing run in the background.
class ApprovalSession final : public QObject {
    Q_OBJECT

public:
    explicit ApprovalSession(Desk &desk, QObject *parent = nullptr);
    /// opened() or failed() follows
    void open(const QString &file, const TrustFiles &trust);
    void close();
    bool isBusy() const { return m_busy; }
    const std::optional<VerifiedDocument> &document() const { return m_document; }
    const QString &file() const { return m_file; }
    SubmissionDifferenceModel &differences() { return *m_differences; }
    bool canApprove() const;
    bool canReturn() const;
    /// The submission's pages, set anew from its data
    Result<PageLayout> preview() const;
    /// <name>_approved.pdf and <name>_return.pdf beside the file
    QString suggestedFile(const QString &ending) const;
    void approve(const SigningKey &key, const QString &outFile);
    /// A return that came to the inspector: the inspection becomes the next revision, open again with the reason.
    /// UnknownInspection when this store does not hold the submission.
    Result<QUuid> acceptReturn();
    void sendBack(const SigningKey &key, const QString &reason, const QString &outFile);

Q_SIGNALS:
    void busyChanged();
    void opened();
    void written(const QString &file);
    void failed(const tenken::Error &error);

private:
    struct Opened;
    static Result<Opened> read(const QString &file, const TrustFiles &files, const QDateTime &now);
    void setBusy(bool busy);
    void takeOpened(const Result<Opened> &opened);
    void finish(const Status &done, const QString &outFile);

    Desk &m_desk;
    SubmissionDifferenceModel *m_differences;
    QString m_file;
    QByteArray m_pdf;
    TrustPolicy m_trust;
    std::optional<VerifiedDocument> m_document;
    bool m_busy = false;
};

} // namespace tenken
