#include "viewmodel/shell/desk.h"

#include "workflow/fonts.h"

#include <QDir>
#include <QFileInfo>
#include <QtConcurrentRun>

#include <utility>

namespace tenken {

Desk::Desk(std::unique_ptr<Store> store, ChecklistReading checklists, EraTable eras, const Clock &clock)
    : m_store(std::move(store)),
      m_repository(*m_store),
      m_reading(std::move(checklists)),
      m_eras(std::move(eras)),
      m_clock(clock)
{ }

Result<std::unique_ptr<Desk>> Desk::open(const QString &storePath, const Clock &clock, ChecklistReading checklists)
{
    Result<EraTable> eras = ProgramData::eras();
    if (!eras) {
        return fail(eras);
    }
    const QString folder = QFileInfo(storePath).absolutePath();
    if (!QDir().mkpath(folder)) {
        return fail(ErrorCode::StoreUnwritable, folder);
    }
    Result<std::unique_ptr<Store>> store = Store::open(storePath, clock);
    if (!store) {
        return fail(store);
    }
    return std::unique_ptr<Desk>(new Desk(*std::move(store), std::move(checklists), *std::move(eras), clock));
}

void Desk::beginReading() const
{
    if (!m_checklists && !m_reading.isValid()) {
        m_reading = QtConcurrent::run([] { return loadChecklists(); });
    }
}

void Desk::takeChecklists() const
{
    if (m_checklists) {
        return;
    }
    beginReading();
    const Result<ChecklistSet> read = m_reading.result(); // waits
    m_reading = {};
    if (!read) {
        m_unreadable = read.error();
    }
    m_checklists = read.value_or(ChecklistSet());
}

const ChecklistSet &Desk::checklists() const
{
    takeChecklists();
    return *m_checklists;
}

Status Desk::checklistsRead() const
{
    takeChecklists();
    return m_unreadable ? Status(fail(*m_unreadable)) : Status();
}

Result<const FontBook *> Desk::fonts()
{
    if (!m_fonts) {
        Result<FontBook> book = loadFonts();
        if (!book) {
            return fail(book);
        }
        m_fonts = *std::move(book);
    }
    return &*m_fonts;
}

Result<const Checklist *> Desk::checklistOf(const Inspection &inspection) const
{
    const Checklist *checklist = checklists().find(inspection.checklist, inspection.edition);
    if (!checklist) {
        return fail(ErrorCode::UnknownChecklist, QStringLiteral("%1 %2").arg(inspection.checklist, inspection.edition));
    }
    return checklist;
}

} // namespace tenken
