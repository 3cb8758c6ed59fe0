#pragma once

#include "viewmodel/inspection/inspection_session.h"
#include "viewmodel/inspection/signing_key.h"
#include "viewmodel/shell/page_preview.h"

namespace tenken {

/// The way from a complete inspection to its signed PDF: preview, sign, write, mark as signed. The pages and the
/// signature are made in the background; the inspection is marked only after the file is on disk.
class SigningSession final : public QObject {
    Q_OBJECT

public:
    explicit SigningSession(InspectionSession &session, QObject *parent = nullptr);
    bool isBusy() const { return m_busy; }
    QString suggestedFileName() const;
    PagePreview &preview() { return m_preview; }
    /// Orders the pages as they would print now, with this date of the inspection
    void orderPreview(const QDate &inspectionDate);
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
    PagePreview m_preview;
    CancelFlag m_cancelled;
    bool m_busy = false;
};

} // namespace tenken
