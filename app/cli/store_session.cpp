#include "cli/store_session.h"

#include "cli/options.h"
#include "workflow/program_data.h"

#include <utility>

namespace tenken::cli {

StoreSession::StoreSession(std::unique_ptr<Store> store, ChecklistSet checklists)
    : m_store(std::move(store)), m_repository(*m_store), m_checklists(std::move(checklists))
{ }

Result<std::unique_ptr<StoreSession>> StoreSession::open(const Session &session, const Arguments &arguments,
                                                         OpenOptions::Mode mode)
{
    Result<ChecklistSet> checklists = loadChecklists(arguments.values(QStringLiteral("overlay")));
    if (!checklists) {
        return fail(checklists);
    }
    OpenOptions options;
    options.mode = mode;
    Result<std::unique_ptr<Store>> store =
        Store::open(arguments.value(QStringLiteral("store")), session.clock, options);
    if (!store) {
        return fail(store);
    }
    return std::unique_ptr<StoreSession>(new StoreSession(*std::move(store), *std::move(checklists)));
}

Result<QUuid> StoreSession::inspectionId(const Arguments &arguments)
{
    const QString text = arguments.value(QStringLiteral("inspection"));
    const QUuid id = QUuid::fromString(text);
    if (id.isNull()) {
        return fail(ErrorCode::UnknownInspection, text);
    }
    return id;
}

Result<Inspection> StoreSession::inspection(const Arguments &arguments)
{
    const Result<QUuid> id = inspectionId(arguments);
    return id ? m_repository.load(*id) : Result<Inspection>(fail(id));
}

Result<const Checklist *> StoreSession::checklistOf(const Inspection &inspection) const
{
    const Checklist *checklist = m_checklists.find(inspection.checklist, inspection.edition);
    if (!checklist) {
        return fail(ErrorCode::UnknownChecklist, QStringLiteral("%1 %2").arg(inspection.checklist, inspection.edition));
    }
    return checklist;
}

Result<OpenInspection> openInspection(const Session &session, const Arguments &arguments)
{
    Result<std::unique_ptr<StoreSession>> store = StoreSession::open(session, arguments);
    if (!store) {
        return fail(store);
    }
    Result<Inspection> inspection = (*store)->inspection(arguments);
    if (!inspection) {
        return fail(inspection);
    }
    const Result<const Checklist *> checklist = (*store)->checklistOf(*inspection);
    if (!checklist) {
        return fail(checklist);
    }
    return OpenInspection{*std::move(store), *std::move(inspection), *checklist};
}

QList<Option> inspectionOptions() { return {required("store", "DB"), required("inspection", "ID"), overlayOption()}; }

} // namespace tenken::cli
