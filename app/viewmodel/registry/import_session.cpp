#include "viewmodel/registry/import_session.h"

#include "workflow/registry/import_submissions.h"

namespace tenken {

struct ImportSession::Pile {
    QStringList tables;
    QStringList documents;
    TrustFiles trust;
    std::optional<Round> onlyRound;
    const ChecklistSet *checklists = nullptr;
};

ImportSession::ImportSession(RegistryWorkspace &workspace, QObject *parent)
    : QObject(parent), m_workspace(workspace) { }

ImportSession::~ImportSession() { cancel(); }

void ImportSession::cancel()
{
    if (m_cancel) {
        *m_cancel = true;
    }
}

ImportSession::Outcome ImportSession::importPile(const Pile &pile, Registry &registry, const TellProgress &tell)
{
    Outcome outcome;
    for (const QString &path : pile.tables) {
        const Result<ImportedTable> table = importTable(registry, path);
        if (!table) {
            outcome.error = table.error();
            return outcome;
        }
        outcome.tables << *table;
    }
    if (pile.documents.isEmpty()) {
        return outcome;
    }
    Result<TrustPolicy> trust = loadTrust(pile.trust);
    if (!trust) {
        outcome.error = trust.error();
        return outcome;
    }
    ImportSubmissions importing(registry, *pile.checklists, *std::move(trust));
    if (pile.onlyRound) {
        importing.setRound(*pile.onlyRound);
    }
    const Result<QList<ImportResult>> results = importing.import(pile.documents, tell);
    if (results) {
        outcome.results = *results;
    } else {
        outcome.error = results.error();
    }
    return outcome;
}

void ImportSession::import(const QStringList &paths, const std::optional<Round> &onlyRound)
{
    if (m_isRunning || paths.isEmpty()) {
        return;
    }
    Pile pile;
    for (const QString &path : paths) {
        (isTableFile(path) ? pile.tables : pile.documents) << path;
    }
    pile.trust = m_workspace.trustFiles();
    pile.onlyRound = onlyRound;
    pile.checklists = &m_workspace.desk().checklists();
    m_isRunning = true;
    m_wasCancelled = false;
    Q_EMIT started();
    m_cancel = m_workspace.runLong(
        this, RegistryWorkspace::Access::Write,
        [pile](Registry &registry, const TellProgress &tell) -> Result<Outcome> {
            return importPile(pile, registry, tell);
        },
        [this](int done, int total) { Q_EMIT progressed(done, total); },
        [this](const Result<Outcome> &outcome) { take(outcome); });
}

void ImportSession::take(const Result<Outcome> &outcome)
{
    m_isRunning = false;
    m_wasCancelled = *m_cancel;
    m_tables = outcome ? outcome->tables : QList<ImportedTable>();
    m_results.show(outcome ? outcome->results : QList<ImportResult>());
    m_workspace.refresh();
    if (const std::optional<Error> error = outcome ? outcome->error : outcome.error()) {
        Q_EMIT failed(*error);
    }
    Q_EMIT finished();
}

} // namespace tenken
