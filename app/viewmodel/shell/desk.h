#pragma once

#include "core/checklist_set.h"
#include "core/fiscal_year.h"
#include "report/layout/font_book.h"
#include "storage/inspection_repository.h"
#include "workflow/program_data.h"

#include <QFuture>
#include <QFutureWatcher>

#include <memory>
#include <optional>
#include <utility>

namespace tenken {

/// What one person's work stands on: the installed checklists and eras, the local store, the clock. Reading the
/// checklists takes longer than all the rest of a start, so that begins when somebody asks for them.
class Desk {
public:
    using ChecklistReading = QFuture<Result<ChecklistSet>>;
    /// Creates the store's folder when it is missing. Errors of ProgramData::eras and Store::open. The installed
    /// checklists unless others are given.
    static Result<std::unique_ptr<Desk>> open(const QString &storePath, const Clock &clock,
                                              ChecklistReading checklists = {});
    /// The first call waits until they are read; none when that failed
    const ChecklistSet &checklists() const;
    bool hasChecklists() const { return m_checklists || (m_reading.isValid() && m_reading.isFinished()); }
    /// Why there are no checklists; waits until that is known
    Status checklistsRead() const;
    /// done() as soon as checklists() need not wait, in the thread and the lifetime of context
    template <class Done> void whenChecklistsAreRead(QObject *context, Done done) const
    {
        beginReading();
        if (hasChecklists()) {
            done();
            return;
        }
        auto *watcher = new QFutureWatcher<Result<ChecklistSet>>(context);
        QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)] {
            watcher->deleteLater();
            done();
        });
        watcher->setFuture(m_reading);
    }
    const EraTable &eras() const { return m_eras; }
    const Clock &clock() const { return m_clock; }
    Store &store() { return *m_store; }
    InspectionRepository &repository() { return m_repository; }
    /// The report's faces, loaded at the first call
    Result<const FontBook *> fonts();
    /// UnknownChecklist when the inspection's edition is not installed
    Result<const Checklist *> checklistOf(const Inspection &inspection) const;

private:
    Desk(std::unique_ptr<Store> store, ChecklistReading checklists, EraTable eras, const Clock &clock);
    void beginReading() const;
    void takeChecklists() const;

    std::unique_ptr<Store> m_store;
    InspectionRepository m_repository;
    mutable ChecklistReading m_reading;
    mutable std::optional<ChecklistSet> m_checklists;
    mutable std::optional<Error> m_unreadable;
    EraTable m_eras;
    const Clock &m_clock;
    std::optional<FontBook> m_fonts;
};

} // namespace tenken
