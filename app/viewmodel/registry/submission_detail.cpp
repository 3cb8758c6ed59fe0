#include "viewmodel/registry/submission_detail.h"

#include "exchange/submission_json.h"
#include "workflow/files.h"
#include "workflow/press.h"
#include "workflow/registry/issue_receipts.h"
#include "workflow/registry/return_registered.h"

#include <QFileInfo>

namespace tenken {

namespace {

/// The division signs with its own key
Result<QStringList> withKey(const SigningKey &key, const QDateTime &now,
                            const std::function<Result<QStringList>(const SigningAct &)> &act)
{
    const Result<std::unique_ptr<Signer>> signer = openKey(key);
    if (!signer) {
        return fail(signer);
    }
    return act({signer->get(), Role::Division, {}, key.author, now, nullptr});
}

Result<VerifiedDocument> documentOf(RegistryRepository &repository, const RegistryEntry &entry)
{
    const Result<RegisteredDocument> registered = repository.document(entry.submission);
    const Result<FirstImport> first = repository.firstImport(entry.submission);
    const Result<QByteArray> json = repository.submissionJson(entry.submission);
    if (!registered || !first || !json) {
        return !registered ? fail(registered) : !first ? fail(first) : fail(json);
    }
    VerifiedDocument document;
    document.file = registered->source;
    document.verdict = first->verdict;
    document.warnings = first->warnings;
    document.kind = DocumentKind::Submission;
    document.signatures = registered->signatures;
    document.sha256 = entry.sha256;
    document.submission = readSubmission(*json, entry.fileName).value;
    return document;
}

} // namespace

SubmissionDetail::SubmissionDetail(RegistryWorkspace &workspace, QObject *parent)
    : QObject(parent), m_workspace(workspace)
{ }

SubmissionDetail::~SubmissionDetail() { cancel(); }

void SubmissionDetail::setBusy(bool busy)
{
    m_isBusy = busy;
    Q_EMIT busyChanged();
}

void SubmissionDetail::cancel()
{
    if (m_cancel) {
        *m_cancel = true;
    }
}

/// Work that the person waits for: one at a time, its failure is told
template <class Work, class Done> void SubmissionDetail::runBusy(RegistryWorkspace::Access access, Work work, Done done)
{
    setBusy(true);
    m_cancel = m_workspace.runLong(
        this, access, std::move(work), [this](int now, int total) { Q_EMIT progressed(now, total); },
        [this, done = std::move(done)](const auto &result) {
            setBusy(false);
            if (result) {
                done(*result);
            } else {
                Q_EMIT failed(result.error());
            }
        });
}

Result<SubmissionDetail::Read> SubmissionDetail::read(Registry &registry, const BoardLeaf &leaf, FiscalYear year,
                                                      int round)
{
    RegistryRepository repository(registry);
    const Result<QList<RegistryEntry>> revisions = repository.findBySubject(leaf.subject, leaf.checklist, year, round);
    if (!revisions) {
        return fail(revisions);
    }
    Read found{*revisions, {}};
    if (!revisions->isEmpty()) {
        const Result<VerifiedDocument> document = documentOf(repository, revisions->last());
        if (!document) {
            return fail(document);
        }
        found.document = *document;
    }
    return found;
}

void SubmissionDetail::show(const BoardLeaf &leaf, FiscalYear year, int round)
{
    m_leaf = leaf;
    m_year = year;
    m_round = round;
    const auto isStill = [this, leaf, year, round] {
        return m_leaf && m_leaf->subject == leaf.subject && m_leaf->checklist == leaf.checklist && m_year == year
            && m_round == round;
    };
    m_workspace.run(
        this, RegistryWorkspace::Access::Read,
        [leaf, year, round](Registry &registry) { return read(registry, leaf, year, round); },
        [this, isStill](const Result<Read> &found) {
            if (!isStill()) {
                return; // another one was chosen meanwhile
            }
            m_read = found ? *found : Read();
            Q_EMIT shown();
            if (!found) {
                Q_EMIT failed(found.error());
            }
        });
}

void SubmissionDetail::clear()
{
    m_leaf.reset();
    m_read = {};
    Q_EMIT shown();
}

std::optional<ReturnRecord> SubmissionDetail::returned() const
{
    const auto &returns = m_workspace.contents().returns;
    const auto found = latest() ? returns.constFind(latest()->submission) : returns.constEnd();
    return found == returns.constEnd() ? std::nullopt : std::optional(*found);
}

QString SubmissionDetail::receiptName() const { return latest() ? IssueReceipts::fileNameFor(*latest()) : QString(); }

QString SubmissionDetail::returnName() const
{
    return latest() ? QFileInfo(latest()->fileName).completeBaseName() + QStringLiteral("_return.pdf") : QString();
}

void SubmissionDetail::openPdf()
{
    if (!latest() || m_isBusy) {
        return;
    }
    const QString file = m_copies.filePath(QFileInfo(latest()->fileName).fileName());
    const auto work = [submission = latest()->submission, file](Registry &registry,
                                                                const TellProgress &) -> Result<QString> {
        const Result<QByteArray> pdf = registeredPdf(registry, submission);
        const Status written = pdf ? writeFile(file, *pdf) : Status(fail(pdf));
        return written ? Result<QString>(file) : fail(written);
    };
    runBusy(RegistryWorkspace::Access::Read, work, [this](const QString &copy) { Q_EMIT pdfReady(copy); });
}

void SubmissionDetail::issueReceipt(const SigningKey &key, const QString &file)
{
    if (!latest() || m_isBusy) {
        return;
    }
    const QDateTime now = m_workspace.desk().clock().now();
    const auto work = [submission = latest()->submission, key, now, file](Registry &registry, const TellProgress &) {
        return withKey(key, now, [&](const SigningAct &act) -> Result<QStringList> {
            const Result<Press> press = openPress();
            if (!press) {
                return fail(press);
            }
            const Result<QByteArray> pdf = IssueReceipts(registry, *press).issueFor(submission, act);
            const Status written = pdf ? writeFile(file, *pdf) : Status(fail(pdf));
            return written ? Result<QStringList>(QStringList{file}) : fail(written);
        });
    };
    runBusy(RegistryWorkspace::Access::Read, work, [this](const QStringList &files) { Q_EMIT receiptsWritten(files); });
}

void SubmissionDetail::issueReceipts(const SigningKey &key, FiscalYear year, int round, const QString &folder)
{
    if (m_isBusy) {
        return;
    }
    const QDateTime now = m_workspace.desk().clock().now();
    const auto work = [key, year, round, folder, now](Registry &registry, const TellProgress &tell) {
        return withKey(key, now, [&](const SigningAct &act) -> Result<QStringList> {
            const Result<Press> press = openPress();
            return press ? IssueReceipts(registry, *press).issue(year, round, act, folder, tell) : fail(press);
        });
    };
    runBusy(RegistryWorkspace::Access::Read, work, [this](const QStringList &files) { Q_EMIT receiptsWritten(files); });
}

void SubmissionDetail::sendBack(const SigningKey &key, const QString &reason, const QString &file)
{
    if (!latest() || m_isBusy) {
        return;
    }
    const QDateTime now = m_workspace.desk().clock().now();
    const auto work = [submission = latest()->submission, key, reason, now, file,
                       trustFiles = m_workspace.trustFiles()](Registry &registry, const TellProgress &) {
        return withKey(key, now, [&](const SigningAct &act) -> Result<QStringList> {
            const Result<Press> press = openPress();
            const Result<TrustPolicy> trust = loadTrust(trustFiles);
            if (!press || !trust) {
                return press ? fail(trust) : fail(press);
            }
            const Status sent =
                ReturnRegistered(registry, *trust, press->eras, press->book).sendBack(submission, reason, act, file);
            return sent ? Result<QStringList>(QStringList{file}) : fail(sent);
        });
    };
    runBusy(RegistryWorkspace::Access::Write, work, [this](const QStringList &files) {
        m_workspace.refresh();
        Q_EMIT returnWritten(files.first());
    });
}

} // namespace tenken
