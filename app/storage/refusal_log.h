#pragma once

#include "core/department.h"
#include "core/fiscal_year.h"
#include "core/verification.h"
#include "storage/registry.h"

#include <QUuid>

#include <optional>

namespace tenken {

/// A file that the registry did not take, and why. It stays where it was.
struct Refusal {
    QString file;
    QString sha256; ///< of the file; empty when it could not be read
    Verdict verdict = Verdict::NotASubmission;
    QList<Reason> reasons;
    QString error; ///< as in ImportResult
    QUuid submission; ///< null when it is not known
    QDateTime at; ///< of the last attempt; from the registry's clock
    std::optional<FiscalYear> fiscalYear = {}; ///< of the round that it was handed in for, when anything tells
    int round = 0;
    QString checklist = {}; ///< of the submission that it holds; empty when that is not known
    Subject subject = {}; ///< the same
};

/// Refusals, the same one once however often it is tried
class RefusalLog {
public:
    explicit RefusalLog(Registry &registry) : m_database(registry.database()), m_clock(registry.clock()) { }
    Status record(const QList<Refusal> &refusals);
    /// Newest first
    Result<QList<Refusal>> refusals(int limit = 1000);
    /// All that were handed in for that round, newest first
    Result<QList<Refusal>> refusalsOf(FiscalYear year, int round);

private:
    Result<QList<Refusal>> select(const QString &condition, const QVariantList &values);
    Database &m_database;
    const Clock &m_clock;
};

} // namespace tenken
