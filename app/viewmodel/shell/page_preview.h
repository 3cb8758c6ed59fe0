#pragma once

#include "viewmodel/shell/background.h"
#include "viewmodel/shell/desk.h"
#include "workflow/documents/export_submission.h"

#include <QObject>

namespace tenken {

/// The pages of a submission as they print, set in the background. What is ordered later overtakes what runs.
class PagePreview final : public QObject {
    Q_OBJECT

public:
    explicit PagePreview(Desk &desk, QObject *parent = nullptr);
    ~PagePreview() override;
    /// ready() or failed() follows, unless it is overtaken or cancelled
    void order(const Submission &submission, const QString &sha256, const InspectionReportOptions &options);
    void cancel();
    bool isBusy() const { return m_cancelled != nullptr; }

Q_SIGNALS:
    void busyChanged();
    void progressed(int pages);
    void ready(const tenken::PageLayout &layout);
    void failed(const tenken::Error &error);

private:
    void giveUp();
    void finish(const Result<PageLayout> &layout);

    Desk &m_desk;
    CancelFlag m_cancelled; ///< of the order that runs; null when none does
    int m_number = 0; ///< of the order whose pages are wanted
};

} // namespace tenken
