#include "viewmodel/approval/approval_session.h"

#include "exchange/document_json.h"
#include "signing/keys/pkcs12_signer.h"
#include "viewmodel/shell/background.h"
#include "workflow/approve_submission.h"
#include "workflow/export_submission.h"
#include "workflow/files.h"
#include "workflow/return_submission.h"

#include <QDir>
#include <QFileInfo>

#include <functional>
#include <utility>

namespace tenken {

namespace {

constexpr qint64 largestPdf = 64 << 20;

/// The revision that this one supersedes, when its PDF lies beside it under the name of the rule
std::optional<Submission> revisionBefore(const QString &file, const Submission &submission, const TrustPolicy &trust,
                                         const QDateTime &now)
{
    if (submission.supersedes.isNull()) {
        return std::nullopt;
    }
    Submission named = submission;
    for (named.revision = submission.revision - 1; named.revision > 0; --named.revision) {
        const QString path = QFileInfo(file).dir().filePath(fileNameOf(named));
        const Result<VerifiedDocument> before = verifyFile(path, trust, now);
        if (before && before->submission && before->submission->id == submission.supersedes) {
            return before->submission;
        }
    }
    return std::nullopt;
}

using SealBytes = std::function<Result<QByteArray>(const SigningAct &)>;

Status sealAndWrite(const SigningKey &key, const QDateTime &at, const QString &outFile, const SealBytes &seal)
{
    const Result<std::unique_ptr<Signer>> signer = openPkcs12(key.file, key.passphrase);
    if (!signer) {
        return fail(signer);
    }
    SigningAct act;
    act.signer = signer->get();
    act.role = Role::Approver;
    act.author = key.author;
    act.at = at;
    const Result<QByteArray> sealed = seal(act);
    return sealed ? writeFile(outFile, *sealed) : Status(fail(sealed));
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
    : QObject(parent), m_desk(desk), m_differences(new SubmissionDifferenceModel(this))
{ }

void ApprovalSession::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged();
}

Result<ApprovalSession::Opened> ApprovalSession::read(const QString &file, const TrustFiles &files,
                                                      const QDateTime &now)
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
        opened.before = revisionBefore(file, *opened.document.submission, opened.trust, now);
    }
    return opened;
}

void ApprovalSession::open(const QString &file, const TrustFiles &trust)
{
    setBusy(true);
    const QDateTime now = m_desk.clock().now();
    runInBackground(
        this, [file, trust, now] { return read(file, trust, now); },
        [this](const Result<Opened> &opened) { takeOpened(opened); });
}

void ApprovalSession::takeOpened(const Result<Opened> &opened)
{
    setBusy(false);
    if (!opened) {
        Q_EMIT failed(opened.error());
        return;
    }
    m_file = opened->file;
    m_pdf = opened->pdf;
    m_trust = opened->trust;
    m_document = opened->document;
    if (m_document->submission) {
        m_differences->show(*m_document->submission, opened->before);
    } else {
        m_differences->clear();
    }
    Q_EMIT this->opened();
}

void ApprovalSession::close()
{
    m_file.clear();
    m_pdf.clear();
    m_document.reset();
    m_differences->clear();
    Q_EMIT opened();
}

bool ApprovalSession::canReturn() const
{
    return !m_busy && m_document && m_document->isAccepted() && m_document->submission;
}

bool ApprovalSession::canApprove() const { return canReturn() && !m_document->isApproved(); }

Result<PageLayout> ApprovalSession::preview() const
{
    const Result<const FontBook *> book = m_desk.fonts();
    if (!book) {
        return fail(book);
    }
    const ExportSubmission exporter(m_desk.checklists(), m_desk.eras(), **book);
    return exporter.layout(*m_document->submission, m_document->sha256, {});
}

QString ApprovalSession::suggestedFile(const QString &ending) const
{
    const QFileInfo info(m_file);
    return info.dir().filePath(info.completeBaseName() + ending + QStringLiteral(".pdf"));
}

void ApprovalSession::approve(const SigningKey &key, const QString &outFile)
{
    const Result<const FontBook *> book = m_desk.fonts();
    if (!book) {
        Q_EMIT failed(book.error());
        return;
    }
    setBusy(true);
    const QDateTime now = m_desk.clock().now();
    const auto work = [key, outFile, now, pdf = m_pdf, file = m_file, trust = m_trust, font = *book,
                       &eras = m_desk.eras()] {
        return sealAndWrite(key, now, outFile, [&](const SigningAct &act) {
            return ApproveSubmission(trust, eras, *font).approve(pdf, file, act);
        });
    };
    runInBackground(this, work, [this, outFile](const Status &done) { finish(done, outFile); });
}

void ApprovalSession::sendBack(const SigningKey &key, const QString &reason, const QString &outFile)
{
    const Result<const FontBook *> book = m_desk.fonts();
    if (!book) {
        Q_EMIT failed(book.error());
        return;
    }
    setBusy(true);
    const QDateTime now = m_desk.clock().now();
    const auto work = [key, reason, outFile, now, pdf = m_pdf, file = m_file, trust = m_trust, font = *book,
                       &eras = m_desk.eras()] {
        return sealAndWrite(key, now, outFile, [&](const SigningAct &act) {
            return ReturnSubmission(trust, eras, *font).sendBack(pdf, file, reason, act);
        });
    };
    runInBackground(this, work, [this, outFile](const Status &done) { finish(done, outFile); });
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
    const Result<Inspection> revision = repository.startRevision(found->inspection, who);
    if (!revision && revision.error().code != ErrorCode::AlreadyExists) {
        return fail(revision);
    }
    return found->inspection;
}

void ApprovalSession::finish(const Status &done, const QString &outFile)
{
    setBusy(false);
    if (!done) {
        Q_EMIT failed(done.error());
        return;
    }
    Q_EMIT written(outFile);
}

} // namespace tenken
