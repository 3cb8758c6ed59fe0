#pragma once

#include "core/checklist.h"
#include "core/diagnostic.h"
#include "storage/inspection_repository.h"

namespace tenken {

/// One item that filling would change
struct FillDifference {
    QString item;
    Answer before;
    Answer after;
};

/// Answers from a file, in one transaction: all rows or none.
class FillInspection {
public:
    FillInspection(const Checklist &checklist, InspectionRepository &repository)
        : m_checklist(checklist), m_repository(repository)
    { }
    /// What would change; the problems when the file or one of its rows cannot be used
    Result<Reading<QList<FillDifference>>> preview(const QUuid &inspection, const QByteArray &content,
                                                   const QString &file);
    /// Writes exactly these differences; StoreConflict when somebody changed one meanwhile
    Result<int> apply(const QUuid &inspection, const QList<FillDifference> &differences, const QString &who);

private:
    const Checklist &m_checklist;
    InspectionRepository &m_repository;
};

} // namespace tenken
