#pragma once

#include "storage/database.h"

namespace tenken {

/// Many transactions, one wait for the disk. While it lives a commit is still whole and outlives the program, but may
/// be lost when the power fails before flush(): for work that is told as done only afterwards and can be done again.
class BulkWriting {
public:
    explicit BulkWriting(Database &database);
    ~BulkWriting();
    BulkWriting(const BulkWriting &) = delete;
    BulkWriting &operator=(const BulkWriting &) = delete;
    /// Everything committed so far is on the disk when this returns. The lock is waited for as for any transaction.
    Status flush();

private:
    Result<qint64> changes();
    Database &m_database;
    qint64 m_flushed = 0; ///< changes that need no flush any more
};

} // namespace tenken
