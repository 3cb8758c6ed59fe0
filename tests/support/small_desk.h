#pragma once

#include "storage/inspection_repository.h"
#include "workflow/program_data.h"
#include "workflow/start_inspection.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

/// One person's store with one started inspection. For tests of workflow.
namespace tenken::support {

class SmallDesk {
public:
    QTemporaryDir folder;
    FixedClock clock{fromIso(QStringLiteral("2026-11-22T21:03:00+09:00"))};
    ChecklistSet set = loadChecklists().value();
    std::unique_ptr<Store> store = Store::open(file(), clock).value();
    std::unique_ptr<InspectionRepository> repository = std::make_unique<InspectionRepository>(*store);

    QString file() const { return folder.filePath(QStringLiteral("tenken.db")); }
    Inspection start(const QStringList &flags = {})
    {
        StartRequest request;
        request.checklist = QStringLiteral("KC-B");
        request.year = FiscalYear(2026);
        request.department = {QStringLiteral("U0004"), QStringLiteral("総務課"), {}, Body::Mayor};
        request.flags = flags;
        return StartInspection(set, *repository).start(request).value();
    }
    const Checklist &checklist() const { return *set.latest(QStringLiteral("KC-B")); }
    /// The store and everything beside it are gone; an empty one stands there
    void loseEverything()
    {
        repository.reset();
        store.reset();
        for (const QString &name :
             {QStringLiteral("tenken.db"), QStringLiteral("tenken.db-wal"), QStringLiteral("tenken.db-shm")}) {
            QFile::remove(folder.filePath(name));
        }
        if (folder.isValid()) { // an empty path would mean the folder in which the program was started
            QDir(folder.filePath(QStringLiteral("backups"))).removeRecursively();
        }
        store = Store::open(file(), clock).value();
        repository = std::make_unique<InspectionRepository>(*store);
    }
};

} // namespace tenken::support
