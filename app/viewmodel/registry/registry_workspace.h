#pragma once

#include "viewmodel/registry/registry_contents.h"
#include "viewmodel/shell/background.h"
#include "viewmodel/shell/desk.h"
#include "viewmodel/shell/settings.h"
#include "workflow/trust_files.h"

#include <QObject>

namespace tenken {

/// The division's registry on this desk, shared by the pages that work with it. A Registry belongs to one thread, so
/// no page holds one: run() opens it in a thread of the pool, and readers do not wait for an import. The file is the
/// settings' registryFile or registry.db beside the store; it comes to be with the first thing that is imported.
class RegistryWorkspace final : public QObject {
    Q_OBJECT

public:
    enum class Access { Read, Write }; ///< Write creates the file when it is missing

    /// Both must outlive it. Reads nothing before refresh().
    RegistryWorkspace(Desk &desk, Settings &settings, QObject *parent = nullptr);
    Desk &desk() const { return m_desk; }
    QString path() const;
    /// Whether the file exists: otherwise pages say how to begin
    bool isSet() const;
    /// As last read; empty before that
    const RegistryContents &contents() const { return m_contents; }
    bool hasRead() const { return m_hasRead; }
    /// The round that the pages are about: the one chosen, else the newest; null when there is none
    const Round *selectedRound() const;
    /// changed() follows: at once, or when a round older than the newest ones has been read
    void selectRound(FiscalYear year, int number);
    /// Reads in the background; changed() or failed() follows. Nothing is read when there is no file.
    void refresh();
    /// The settings' anchors and revocation list
    TrustFiles trustFiles() const;

    /// work(Registry &) → Result<T> in a thread of the pool; done(Result<T>) in owner's thread unless owner is gone.
    /// Errors of Registry::open come as the result. work holds values only; desk(), with its checklists, outlives it.
    template <class Work, class Done> void run(QObject *owner, Access access, Work work, Done done)
    {
        using Outcome = std::invoke_result_t<Work, Registry &>;
        const auto opened = [file = path(), access, &clock = m_desk.clock(),
                             work = std::move(work)]() mutable -> Outcome {
            const auto registry = open(file, access, clock);
            return registry ? work(**registry) : Outcome(fail(registry));
        };
        runInBackground(owner, opened, std::move(done));
    }
    /// The same for work(Registry &, const TellProgress &); the owner cancels by the flag, and when it dies.
    template <class Work, class Progress, class Done>
    CancelFlag runLong(QObject *owner, Access access, Work work, Progress progress, Done done)
    {
        using Outcome = std::invoke_result_t<Work, Registry &, const TellProgress &>;
        const auto opened = [file = path(), access, &clock = m_desk.clock(),
                             work = std::move(work)](const TellProgress &tell) mutable -> Outcome {
            const auto registry = open(file, access, clock);
            return registry ? work(**registry, tell) : Outcome(fail(registry));
        };
        return runWithProgress(owner, opened, std::move(progress), std::move(done));
    }

Q_SIGNALS:
    /// contents(), the file or the selected round are others now
    void changed();
    void failed(const tenken::Error &error);

private:
    static Result<std::unique_ptr<Registry>> open(const QString &file, Access access, const Clock &clock);
    void take(const QString &file, const Result<RegistryContents> &contents);

    Desk &m_desk;
    Settings &m_settings;
    RegistryContents m_contents;
    QPair<FiscalYear, int> m_selected;
    bool m_hasRead = false;
};

} // namespace tenken
