#include "viewmodel/inspection/signing_session.h"

#include "workflow/documents/mark_signed.h"
#include "workflow/files.h"

namespace tenken {

namespace {

/// Everything that the background needs, by value: the desk may be gone before it ends
struct Order {
    ChecklistSet set;
    EraTable eras;
    FontBook book;
    Inspection inspection;
    SigningKey key;
    QDateTime at;
    QString outFile;
};

constexpr int steps = 3; ///< the key is open, the pages are signed, the file is written

Result<Submission> carryOut(const Order &order, const TellProgress &tell)
{
    tell(0, steps);
    const Result<std::unique_ptr<Signer>> signer = openKey(order.key);
    if (!signer) {
        return fail(signer);
    }
    if (!tell(1, steps)) {
        return fail(ErrorCode::Cancelled);
    }
    SigningAct act;
    act.signer = signer->get();
    act.role = Role::Inspector;
    act.department = order.inspection.department.code;
    act.author = order.key.author;
    act.at = order.at;
    const ExportSubmission exporter(order.set, order.eras, order.book);
    const Result<ExportedSubmission> exported = exporter.exportSigned(order.inspection, act);
    if (!exported) {
        return fail(exported);
    }
    if (!tell(2, steps)) {
        return fail(ErrorCode::Cancelled);
    }
    if (const Status written = writeFile(order.outFile, exported->pdf); !written) {
        return fail(written);
    }
    tell(steps, steps);
    return exported->submission;
}

Status layOutDraft(const Order &order, const TellProgress &tell)
{
    const ExportSubmission exporter(order.set, order.eras, order.book);
    const Result<ExportedSubmission> draft = exporter.exportDraft(order.inspection, order.at);
    if (!draft) {
        return fail(draft);
    }
    return tell(1, 2) ? writeFile(order.outFile, draft->pdf) : Status(fail(ErrorCode::Cancelled));
}

} // namespace

SigningSession::SigningSession(InspectionSession &session, QObject *parent)
    : QObject(parent), m_session(session), m_preview(session.desk())
{ }

void SigningSession::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged();
}

QString SigningSession::suggestedFileName() const
{
    const InspectionSession &session = m_session;
    return fileNameOf(freeze(session.inspection(), session.checklist(), session.desk().clock().now()));
}

void SigningSession::orderPreview(const QDate &inspectionDate)
{
    Inspection inspection = m_session.inspection();
    if (inspectionDate.isValid()) {
        inspection.inspectionDate = inspectionDate;
    }
    InspectionReportOptions options = cityReportOptions();
    options.draft = !m_session.isReadOnly();
    const QDateTime now = m_session.desk().clock().now();
    m_preview.order(freeze(inspection, m_session.checklist(), now), {}, options);
}

void SigningSession::sign(const SigningKey &key, const QString &outFile)
{
    Desk &desk = m_session.desk();
    const Result<const FontBook *> book = desk.fonts();
    if (!book) {
        Q_EMIT failed(book.error());
        return;
    }
    setBusy(true);
    const Order order{desk.checklists(), desk.eras(), **book, m_session.inspection(), key, desk.clock().now(), outFile};
    m_cancelled = runWithProgress(
        this, [order](const TellProgress &tell) { return carryOut(order, tell); },
        [this](int done, int total) { Q_EMIT progressed(done, total); },
        [this, outFile](const Result<Submission> &submission) { finish(submission, outFile); });
}

void SigningSession::cancel()
{
    if (m_cancelled) {
        m_cancelled->store(true);
    }
}

void SigningSession::finish(const Result<Submission> &submission, const QString &outFile)
{
    setBusy(false);
    if (!submission) {
        Q_EMIT failed(submission.error());
        return;
    }
    MarkSigned marker(m_session.desk().repository());
    const Status marked = marker.mark(m_session.inspection().id, *submission, submission->inspector.name);
    if (!marked) {
        Q_EMIT failed(marked.error());
        return;
    }
    m_session.reload();
    Q_EMIT signedAs(outFile);
}

void SigningSession::writeDraft(const QString &outFile)
{
    Desk &desk = m_session.desk();
    const Result<const FontBook *> book = desk.fonts();
    if (!book) {
        Q_EMIT failed(book.error());
        return;
    }
    setBusy(true);
    const Order order{desk.checklists(), desk.eras(), **book, m_session.inspection(), {}, desk.clock().now(), outFile};
    m_cancelled = runWithProgress(
        this, [order](const TellProgress &tell) { return layOutDraft(order, tell); },
        [this](int done, int total) { Q_EMIT progressed(done, total); },
        [this, outFile](const Status &written) {
            setBusy(false);
            if (!written) {
                Q_EMIT failed(written.error());
                return;
            }
            Q_EMIT draftWritten(outFile);
        });
}

} // namespace tenken
