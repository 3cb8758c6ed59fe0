#pragma once

#include "core/checklist_set.h"
#include "core/fiscal_year.h"
#include "report/font_book.h"
#include "storage/inspection_repository.h"
#include "workflow/program_data.h"

#include <memory>
#include <optional>

namespace tenken {

/// What one person's work stands on: the installed checklists and eras, the local store, the clock.
class Desk {
public:
    /// Creates the store's folder when it is missing. Errors of ProgramData::eras and Store::open, and that of the
    /// checklists.
    static Result<std::unique_ptr<Desk>> open(const QString &storePath, const Clock &clock,
                                              Result<ChecklistSet> checklists = loadChecklists());
    const ChecklistSet &checklists() const { return m_checklists; }
    const EraTable &eras() const { return m_eras; }
    const Clock &clock() const { return m_clock; }
    Store &store() { return *m_store; }
    InspectionRepository &repository() { return m_repository; }
    /// The report's faces, loaded at the first call
    Result<const FontBook *> fonts();
    /// UnknownChecklist when the inspection's edition is not installed
    Result<const Checklist *> checklistOf(const Inspection &inspection) const;

private:
    Desk(std::unique_ptr<Store> store, ChecklistSet checklists, EraTable eras, const Clock &clock);

    std::unique_ptr<Store> m_store;
    InspectionRepository m_repository;
    ChecklistSet m_checklists;
    EraTable m_eras;
    const Clock &m_clock;
    std::optional<FontBook> m_fonts;
};

} // namespace tenken
