#include "viewmodel/inspection/signing_session.h"

#include "signing/keys/pkcs12_signer.h"
#include "viewmodel/shell/background.h"
#include "workflow/files.h"
#include "workflow/mark_signed.h"

#include <memory>

namespace tenken {

namespace {

/// Everything that the background needs, by value where the desk might change meanwhile
struct Order {
    const ChecklistSet &set;
    const EraTable &eras;
    const FontBook &book;
    Inspection inspection;
    SigningKey key;
    QDateTime at;
    QString outFile;
    std::shared_ptr<std::atomic_bool> cancelled;
};

Result<Submission> carryOut(const Order &order)
{
    const Result<std::unique_ptr<Signer>> signer = openPkcs12(order.key.file, order.key.passphrase);
    if (!signer) {
        return fail(signer);
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
    if (order.cancelled->load()) {
        return fail(ErrorCode::Cancelled);
    }
    if (const Status written = writeFile(order.outFile, exported->pdf); !written) {
        return fail(written);
    }
    return exported->submission;
}

} // namespace

SigningSession::SigningSession(InspectionSession &session, QObject *parent)
    : QObject(parent), m_session(session), m_cancelled(std::make_shared<std::atomic_bool>(false))
{ }

QString SigningSession::suggestedFileName() const
{
    const InspectionSession &session = m_session;
    return fileNameOf(freeze(session.inspection(), session.checklist(), session.desk().clock().now()));
}

Result<PageLayout> SigningSession::preview() const
{
    Desk &desk = m_session.desk();
    const Result<const FontBook *> book = desk.fonts();
    if (!book) {
        return fail(book);
    }
    const Submission submission = freeze(m_session.inspection(), m_session.checklist(), desk.clock().now());
    InspectionReportOptions options;
    options.draft = !m_session.isReadOnly();
    return ExportSubmission(desk.checklists(), desk.eras(), **book).layout(submission, {}, options);
}

void SigningSession::sign(const SigningKey &key, const QString &outFile)
{
    Desk &desk = m_session.desk();
    const Result<const FontBook *> book = desk.fonts();
    if (!book) {
        Q_EMIT failed(book.error());
        return;
    }
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    m_busy = true;
    Q_EMIT busyChanged();
    Order order{desk.checklists(),  desk.eras(), **book,     m_session.inspection(), key,
                desk.clock().now(), outFile,     m_cancelled};
    runInBackground(
        this, [order] { return carryOut(order); },
        [this, outFile](const Result<Submission> &submission) { finish(submission, outFile); });
}

void SigningSession::cancel() { m_cancelled->store(true); }

void SigningSession::finish(const Result<Submission> &submission, const QString &outFile)
{
    m_busy = false;
    Q_EMIT busyChanged();
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

Status SigningSession::writeDraft(const QString &outFile) const
{
    Desk &desk = m_session.desk();
    const Result<const FontBook *> book = desk.fonts();
    if (!book) {
        return fail(book);
    }
    const ExportSubmission exporter(desk.checklists(), desk.eras(), **book);
    const Result<ExportedSubmission> draft = exporter.exportDraft(m_session.inspection(), desk.clock().now());
    return draft ? writeFile(outFile, draft->pdf) : Status(fail(draft));
}

} // namespace tenken
