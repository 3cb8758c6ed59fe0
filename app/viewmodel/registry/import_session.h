#pragma once

#include "viewmodel/registry/import_result_model.h"
#include "viewmodel/registry/registry_workspace.h"
#include "workflow/registry/import_table.h"

namespace tenken {

/// One pile of files on its way into the registry: tables and round files first, then PDFs and folders of them. Runs
/// in the background; cancelled, it keeps what is in, and the same pile can be imported again.
class ImportSession final : public QObject {
    Q_OBJECT

public:
    explicit ImportSession(RegistryWorkspace &workspace, QObject *parent = nullptr);
    ~ImportSession() override;
    /// Nothing happens while one is running. onlyRound: PDFs of other rounds are refused
    void import(const QStringList &paths, const std::optional<Round> &onlyRound);
    void cancel();
    bool isRunning() const { return m_isRunning; }
    bool wasCancelled() const { return m_wasCancelled; }
    /// Of the last import; kept until the next
    ImportResultModel &results() { return m_results; }
    const QList<ImportedTable> &tables() const { return m_tables; }
    /// PDFs were among the files
    bool hasResults() const { return m_results.rowCount() > 0; }

Q_SIGNALS:
    void started();
    void progressed(int done, int total);
    /// The workspace is being read anew
    void finished();
    void failed(const tenken::Error &error);

private:
    struct Outcome {
        QList<ImportedTable> tables;
        QList<ImportResult> results;
        std::optional<Error> error; ///< why the rest was not imported
    };
    struct Pile;
    static Outcome importPile(const Pile &pile, Registry &registry, const TellProgress &tell);
    void take(const Result<Outcome> &outcome);

    RegistryWorkspace &m_workspace;
    ImportResultModel m_results;
    QList<ImportedTable> m_tables;
    CancelFlag m_cancel;
    bool m_isRunning = false;
    bool m_wasCancelled = false;
};

} // namespace tenken
