#include "viewmodel/shell/page_preview.h"

namespace tenken {

PagePreview::PagePreview(Desk &desk, QObject *parent) : QObject(parent), m_desk(desk) { }

PagePreview::~PagePreview() { giveUp(); }

/// What runs ends soon and is not heard any more
void PagePreview::giveUp()
{
    ++m_number;
    if (m_cancelled) {
        m_cancelled->store(true);
    }
    m_cancelled.reset();
}

void PagePreview::cancel()
{
    if (isBusy()) {
        giveUp();
        Q_EMIT busyChanged();
    }
}

void PagePreview::order(const Submission &submission, const QString &sha256, const InspectionReportOptions &options)
{
    giveUp();
    const Result<const FontBook *> book = m_desk.fonts();
    if (!book) {
        Q_EMIT failed(book.error());
        return;
    }
    // values: the desk may be gone while what was given up ends
    const auto work = [submission, sha256, options, set = m_desk.checklists(), eras = m_desk.eras(),
                       font = **book](const TellProgress &tell) {
        const auto progress = [&tell](int pages) { return tell(pages, 0); };
        return ExportSubmission(set, eras, font).layout(submission, sha256, options, progress);
    };
    m_cancelled = runWithProgress(
        this, work,
        [this, number = m_number](int pages, int) {
            if (number == m_number) {
                Q_EMIT progressed(pages);
            }
        },
        [this, number = m_number](const Result<PageLayout> &layout) {
            if (number == m_number) {
                finish(layout);
            }
        });
    Q_EMIT busyChanged();
}

void PagePreview::finish(const Result<PageLayout> &layout)
{
    m_cancelled.reset();
    Q_EMIT busyChanged();
    if (layout) {
        Q_EMIT ready(*layout);
    } else {
        Q_EMIT failed(layout.error());
    }
}

} // namespace tenken
