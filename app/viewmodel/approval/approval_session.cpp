#include "viewmodel/approval/approval_session.h"

#include "exchange/document_json.h"
#include "workflow/documents/approve_submission.h"
#include "workflow/documents/return_submission.h"
#include "workflow/files.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace tenken {

namespace {

constexpr qint64 largestPdf = 64 << 20;

/// The revision that this one supersedes, when its PDF lies beside it under the name of the rule, or among the others
std::optional<Submission> revisionBefore(const QString &file, const QStringList &others, const Submission &submission,
                                         const TrustPolicy &trust, const QDateTime &now)
{
    if (submission.supersedes.isNull()) {
        return std::nullopt;
    }
    QStringList candidates;
    Submission named = submission;
    for (named.revision = submission.revision - 1; named.revision > 0; --named.revision) {
        candidates << QFileInfo(file).dir().filePath(fileNameOf(named));
    }
    for (const QString &path : candidates + others) {
        const Result<VerifiedDocument> before = verifyFile(path, trust, now);
        if (before && before->submission && before->submission->id == submission.supersedes) {
            return before->submission;
        }
    }
    return std::nullopt;
}

constexpr int steps = 3; ///< the key is open, the PDF is signed, the file is written

/// With which key, when, where to: what approving and returning share
struct Order {
    SigningKey key;
    bool onBehalf = false;
    QDateTime at;
    QString outFile;
};

Status sealAndWrite(const Order &order, const std::function<Result<QByteArray>(const SigningAct &)> &seal,
                    const TellProgress &tell)
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
    act.role = Role::Approver;
    act.author = order.key.author;
    act.at = order.at;
    act.onBehalf = order.onBehalf;
    const Result<QByteArray> sealed = seal(act);
    if (!sealed) {
        return fail(sealed);
    }
    if (!tell(2, steps)) {
        return fail(ErrorCode::Cancelled);
    }
    return writeFile(order.outFile, *sealed);
}

} // namespace

struct ApprovalSession::Opened {
    QString file;
    QByteArray pdf;
    TrustPolicy trust;
    VerifiedDocument document;
    std::optional<Submission> before;
};

ApprovalSession::ApprovalSession(Desk &desk, QObject *parent)
    : QObject(parent), m_desk(desk), m_preview(desk), m_differences(new SubmissionDifferenceModel(this))
{ }

void ApprovalSession::setWork(Work work)
{
    m_work = work;
    Q_EMIT busyChanged();
}

void ApprovalSession::cancel()
{
    if (m_work == Work::Signing) {
        m_cancelled->store(true);
    } else if (m_work == Work::Reading) {
        ++m_reading;
        setWork(Work::None);
        Q_EMIT failed({ErrorCode::Cancelled, {}, {}});
    }
}

Result<ApprovalSession::Opened> ApprovalSession::read(const QString &file, const TrustFiles &files,
                                                      const QStringList &others, const QDateTime &now)
{
    Result<TrustPolicy> trust = loadTrust(files);
    if (!trust) {
        return fail(trust);
    }
    Result<QByteArray> pdf = readFile(file, largestPdf);
    if (!pdf) {
        return fail(pdf);
    }
    Opened opened{file, *std::move(pdf), *std::move(trust), {}, {}};
    opened.document = verifyDocumentData(opened.pdf, opened.trust, now);
    opened.document.file = file;
    if (opened.document.submission) {
        opened.before = revisionBefore(file, others, *opened.document.submission, opened.trust, now);
    }
    return opened;
}

void ApprovalSession::open(const QString &file, const TrustFiles &trust, const QStringList &others)
{
    setWork(Work::Reading);
    const QDateTime now = m_desk.clock().now();
    const int number = ++m_reading; // what was being read before is no longer wanted
    runInBackground(
        this, [file, trust, others, now] { return read(file, trust, others, now); },
        [this, number](const Result<Opened> &opened) {
            if (number == m_reading) {
                takeOpened(opened);
            }
        });
}

/// The store holds it on the PC where it was made
std::optional<Submission> ApprovalSession::storedBefore(const Submission &submission) const
{
    InspectionRepository &repository = m_desk.repository();
    const Result<InspectionSummary> found = repository.findBySubmission(submission.supersedes);
    if (!found) {
        return std::nullopt;
    }
    const Result<Inspection> before = repository.load(found->inspection, found->revision);
    const Result<const Checklist *> checklist =
        before ? m_desk.checklistOf(*before) : Result<const Checklist *>(fail(before));
    return checklist ? std::optional(freeze(*before, **checklist, before->changedAt)) : std::nullopt;
}

void ApprovalSession::compareWith(const QString &file)
{
    setWork(Work::Reading);
    const int number = ++m_reading;
    runInBackground(
        this, [file, trust = m_trust, now = m_desk.clock().now()] { return verifyFile(file, trust, now); },
        [this, number, file](const Result<VerifiedDocument> &other) {
            if (number == m_reading) {
                takeBefore(other, file);
            }
        });
}

void ApprovalSession::takeBefore(const Result<VerifiedDocument> &other, const QString &file)
{
    setWork(Work::None);
    if (!other) {
        Q_EMIT failed(other.error());
        return;
    }
    if (!other->submission || other->submission->inspection != m_document->submission->inspection) {
        Q_EMIT notComparable(file);
        return;
    }
    m_differences->show(*m_document->submission, other->submission);
    Q_EMIT compared();
}

void ApprovalSession::takeOpened(const Result<Opened> &opened)
{
    setWork(Work::None);
    if (!opened) {
        Q_EMIT failed(opened.error());
        return;
    }
    m_file = opened->file;
    m_pdf = opened->pdf;
    m_trust = opened->trust;
    m_document = opened->document;
    if (m_document->submission) {
        const Submission &submission = *m_document->submission;
        m_differences->show(submission, opened->before ? opened->before : storedBefore(submission));
        m_preview.order(submission, m_document->sha256, {});
    } else {
        m_differences->clear();
        m_preview.cancel();
    }
    Q_EMIT this->opened();
}

bool ApprovalSession::canReturn() const
{
    return !isBusy() && m_document && m_document->isAccepted() && m_document->submission;
}

bool ApprovalSession::canApprove() const { return canReturn() && !m_document->isApproved(); }

QString ApprovalSession::suggestedFile(const QString &ending) const
{
    const QFileInfo info(m_file);
    return info.dir().filePath(info.completeBaseName() + ending + QStringLiteral(".pdf"));
}

void ApprovalSession::approve(const SigningKey &key, bool onBehalf, const QString &outFile)
{
    const Result<const FontBook *> book = m_desk.fonts();
    if (!book) {
        Q_EMIT failed(book.error());
        return;
    }
    seal(key, onBehalf, outFile,
         [pdf = m_pdf, file = m_file, trust = m_trust, font = *book, &eras = m_desk.eras()](const SigningAct &act) {
             return ApproveSubmission(trust, eras, *font).approve(pdf, file, act);
         });
}

void ApprovalSession::sendBack(const SigningKey &key, const QString &reason, const QString &outFile)
{
    const Result<const FontBook *> book = m_desk.fonts();
    if (!book) {
        Q_EMIT failed(book.error());
        return;
    }
    seal(key, false, outFile,
         [reason, pdf = m_pdf, file = m_file, trust = m_trust, font = *book, &eras = m_desk.eras()](
             const SigningAct &act) { return ReturnSubmission(trust, eras, *font).sendBack(pdf, file, reason, act); });
}

void ApprovalSession::seal(const SigningKey &key, bool onBehalf, const QString &outFile, const SealBytes &bytes)
{
    setWork(Work::Signing);
    const Order order{key, onBehalf, m_desk.clock().now(), outFile};
    m_cancelled = runWithProgress(
        this, [order, bytes](const TellProgress &tell) { return sealAndWrite(order, bytes, tell); },
        [this](int done, int total) { Q_EMIT progressed(done, total); },
        [this, outFile](const Status &done) { finish(done, outFile); });
}

QString ApprovalSession::scale() const
{
    const Submission &submission = *m_document->submission;
    const Checklist *checklist = m_desk.checklists().find(submission.checklist, submission.edition);
    return checklist ? checklist->scale : QStringLiteral("IMPL4");
}

QString ApprovalSession::returnReason() const
{
    if (!m_document || m_document->kind != DocumentKind::Return) {
        return {};
    }
    const Reading<ReturnNote> note = readReturn(m_document->attachment, m_file);
    return note ? note.value->reason : QString();
}

Result<QUuid> ApprovalSession::acceptReturn()
{
    if (!m_document || !m_document->isAccepted() || m_document->kind != DocumentKind::Return) {
        return fail(ErrorCode::NotAccepted, m_file);
    }
    const Reading<ReturnNote> note = readReturn(m_document->attachment, m_file);
    if (!note) {
        return fail(ErrorCode::InvalidContent, m_file);
    }
    InspectionRepository &repository = m_desk.repository();
    const Result<InspectionSummary> found = repository.findBySubmission(note.value->about.submission);
    if (!found) {
        return fail(found);
    }
    const QString who = note.value->returnedBy.name;
    if (found->state != InspectionState::Returned) {
        const Status returned =
            repository.setState(found->inspection, InspectionState::Returned, note.value->reason, who);
        if (!returned) {
            return fail(returned);
        }
    }
    return found->inspection;
}

void ApprovalSession::finish(const Status &done, const QString &outFile)
{
    setWork(Work::None);
    if (!done) {
        Q_EMIT failed(done.error());
        return;
    }
    Q_EMIT written(outFile);
}

} // namespace tenken
