#pragma once

#include "viewmodel/home/start_form.h"
#include "viewmodel/inspection/inspection_session.h"

#include <QTemporaryDir>

namespace tenken::support {

/// A desk over an empty store, with the shipped checklists
struct DeskFixture {
    QTemporaryDir folder;
    FixedClock clock{fromIso(QStringLiteral("2026-11-22T21:03:00+09:00"))};
    std::unique_ptr<Desk> desk;

    bool open()
    {
        auto opened = Desk::open(folder.filePath(QStringLiteral("tenken.db")), clock);
        if (opened) {
            desk = *std::move(opened);
        }
        return desk != nullptr;
    }
    /// KC-B of 企画課 in that year
    QUuid start(int year = 2026)
    {
        StartForm form(*desk, {});
        form.setYear(FiscalYear(year));
        form.chooseDepartment(QStringLiteral("U0004"));
        form.setAuthor({QStringLiteral("点検 花子"), QStringLiteral("主査")});
        return form.start().value_or(QUuid());
    }
    std::unique_ptr<InspectionSession> session(const QUuid &id)
    {
        auto opened = InspectionSession::open(*desk, id);
        return opened ? *std::move(opened) : nullptr;
    }
};

} // namespace tenken::support
