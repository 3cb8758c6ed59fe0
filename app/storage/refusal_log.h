#pragma once

#include "core/verification.h"
#include "storage/registry.h"

#include <QUuid>

namespace tenken {

/// A file that the registry did not take, and why. It stays where it was.
struct Refusal {
    QString file;
    QString sha256; ///< of the file; empty when it could not be read
    Verdict verdict = Verdict::NotASubmission;
    QList<Reason> reasons;
    QString error; ///< unreadable, too-large; empty otherwise
    QUuid submission; ///< null when it is not known
    QDateTime at; ///< of the last attempt; from the registry's clock
};

/// Refusals, the same one once however often it is tried
class RefusalLog {
public:
    explicit RefusalLog(Registry &registry) : m_database(registry.database()), m_clock(registry.clock()) { }
    Status record(const QList<Refusal> &refusals);
    /// Newest first
    Result<QList<Refusal>> refusals(int limit = 1000);

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace tenken
