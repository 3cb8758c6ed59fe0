#pragma once

#include "cli/command.h"
#include "core/checklist_set.h"
#include "storage/inspection_repository.h"

#include <memory>

namespace tenken::cli {

/// The store, the checklists and one inspection that a command of `inspection …` works on
class StoreSession {
public:
    /// Opens --store and loads the checklists. Only what begins something makes a new store.
    static Result<std::unique_ptr<StoreSession>> open(const Session &session, const Arguments &arguments,
                                                      OpenOptions::Mode mode = OpenOptions::Mode::MustExist);
    Store &store() { return *m_store; }
    InspectionRepository &repository() { return m_repository; }
    const ChecklistSet &checklists() const { return m_checklists; }
    /// --inspection as an id, UnknownInspection for any other text
    static Result<QUuid> inspectionId(const Arguments &arguments);
    /// --inspection, its newest revision
    Result<Inspection> inspection(const Arguments &arguments);
    Result<const Checklist *> checklistOf(const Inspection &inspection) const;

private:
    StoreSession(std::unique_ptr<Store> store, ChecklistSet checklists);
    std::unique_ptr<Store> m_store;
    InspectionRepository m_repository;
    ChecklistSet m_checklists;
};

/// One inspection with the edition that it answers
struct OpenInspection {
    std::unique_ptr<StoreSession> store;
    Inspection inspection;
    const Checklist *checklist = nullptr; ///< lives in store
};
/// Opens --store and reads --inspection
Result<OpenInspection> openInspection(const Session &session, const Arguments &arguments);

/// --store --inspection --overlay
QList<Option> inspectionOptions();

} // namespace tenken::cli
