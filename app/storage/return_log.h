#pragma once

#include "storage/registry.h"

#include <QHash>
#include <QUuid>

namespace tenken {

/// A submission that the division sent back
struct ReturnRecord {
    QUuid submission;
    QString reason;
    QString returnedBy;
    QDateTime at;
};

/// What was sent back, each submission once with the last reason
class ReturnLog {
public:
    explicit ReturnLog(Registry &registry) : m_database(registry.database()) { }
    /// UnknownInspection when the registry does not hold the submission
    Status record(const ReturnRecord &record);
    Result<QHash<QUuid, ReturnRecord>> returns();

private:
    Database &m_database;
};

} // namespace tenken
