#pragma once

#include "viewmodel/inspection/inspection_session.h"
#include "viewmodel/inspection/signing_key.h"
#include "viewmodel/shell/background.h"
#include "workflow/export_submission.h"

namespace tenken {

/// The way from a complete inspection to its signed PDF: preview, sign, write, mark as signed. Signing runs in the
/// background; the inspection is marked only after the file is on disk.
class SigningSession final : public QObject {
    Q_OBJECT

public:
    explicit SigningSession(InspectionSession &session, QObject *parent = nullptr);
    bool isBusy() const { return m_busy; }
    QString suggestedFileName() const;
    /// The pages as they would print now
    Result<PageLayout> preview() const;
    void sign(const SigningKey &key, const QString &outFile);
    /// Nothing is written when the file was not written yet
    void cancel();
    /// The same pages marked as a draft, without a signature; draftWritten() or failed() follows
    void writeDraft(const QString &outFile);

Q_SIGNALS:
    void busyChanged();
    void progressed(int done, int total);
    void draftWritten(const QString &file);
    void signedAs(const QString &file);
    void failed(const tenken::Error &error);

private:
    void setBusy(bool busy);
    void finish(const Result<Submission> &submission, const QString &outFile);

    InspectionSession &m_session;
    CancelFlag m_cancelled;
    bool m_busy = false;
};

} // namespace tenken
