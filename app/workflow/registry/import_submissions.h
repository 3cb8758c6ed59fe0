#pragma once

#include "core/checklist_set.h"
#include "core/registry_entry.h"
#include "core/round.h"
#include "signing/cms/trust_policy.h"
#include "storage/refusal_log.h"
#include "storage/registry_repository.h"
#include "workflow/documents/verify_submission.h"

#include <QFuture>
#include <QThreadPool>

#include <functional>

namespace tenken {

/// Takes a pile of PDFs into the registry: each is verified strictly (on all cores, while the ones before it are
/// stored), imported once, or refused with its reasons. The files are never touched. Cancelling or dying keeps whole
/// batches; the next run goes on.
class ImportSubmissions {
public:
    /// files done, of total; false cancels after the batch under way
    using Progress = std::function<bool(int done, int total)>;

    ImportSubmissions(Registry &registry, const ChecklistSet &set, TrustPolicy trust);
    /// Only this round is taken: another year, number or checklist is refused (wrong-round)
    void setRound(const Round &round) { m_round = round; }
    /// False: the registry keeps where a PDF lies and its SHA-256 in place of its bytes. Its data are kept all the
    /// same.
    void setKeepsPdfs(bool keeps) { m_keepsPdfs = keeps; }
    /// Folders are walked for *.pdf, in the order of their names. Results come in that order. Cancelled is no error:
    /// the results end there. FileUnreadable, "name-not-utf8", and nothing taken, when a name below cannot be opened.
    Result<QList<ImportResult>> import(const QStringList &paths, const Progress &progress = {});

private:
    struct Candidate;
    Result<QList<ImportResult>> importFiles(const QStringList &files, const Progress &progress);
    QList<Candidate> nextBatch(const QStringList &files, qsizetype from);
    Status skipKnown(QList<Candidate> &batch);
    QFuture<void> verify(QList<Candidate> &batch);
    Status decide(QList<Candidate> &batch);
    std::optional<Reason> refusalOf(const VerifiedDocument &document) const;
    Status settle(Candidate &candidate, AddOutcome outcome);
    Status settleKnown(Candidate &candidate);
    Status logRefusals(const QList<Candidate> &batch);
    Refusal refusalRecord(const Candidate &candidate) const;

    RegistryRepository m_repository;
    Registry &m_registry;
    const ChecklistSet &m_set;
    TrustPolicy m_trust;
    std::optional<Round> m_round;
    bool m_keepsPdfs = true;
    QThreadPool m_pool; ///< of its own: the caller may be a thread of the shared one, which would leave a core idle
};

} // namespace tenken
