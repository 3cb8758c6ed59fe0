#pragma once

#include "core/checklist.h"
#include "core/department.h"
#include "core/inspection.h"

namespace tenken {

/// Invented answers of one department, complete by the checklist's own rules. The same seed, department and year give
/// the same answers on every machine; a department mostly answers as in the year before, and slowly improves.
class DemoAnswers {
public:
    DemoAnswers(quint32 seed, const OrganisationUnit &unit);
    /// A signed-ready inspection dated within the year
    Inspection inspectionFor(const Checklist &checklist, const QString &policyFingerprint, FiscalYear year,
                             const Subject &subject) const;

private:
    /// 0 … 1, fixed by the seed and these words
    double chance(const QString &what, const QString &item) const;
    AnswerCode answerFor(const Item &item, FiscalYear year) const;
    Answer complete(const Item &item, AnswerCode code, const QDate &day) const;

    quint32 m_seed;
    const OrganisationUnit &m_unit;
};

/// Version 5 UUID of the demo city: a name always gives the same one
QUuid demoUuid(quint32 seed, const QString &name);

} // namespace tenken
