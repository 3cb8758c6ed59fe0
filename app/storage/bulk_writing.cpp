#include "storage/bulk_writing.h"

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

constexpr int pagesInLog = 1024; // 16 MiB of a registry: what one batch writes, copied while the next is verified
constexpr int pagesByDefault = 1000;

} // namespace

BulkWriting::BulkWriting(Database &database) : m_database(database)
{
    // Neither can fail but by a broken connection, which the first transaction tells.
    static_cast<void>(m_database.execute(u"PRAGMA synchronous = NORMAL"_s));
    static_cast<void>(m_database.execute(u"PRAGMA wal_autocheckpoint = %1"_s.arg(pagesInLog)));
    m_flushed = changes().value_or(0);
}

BulkWriting::~BulkWriting()
{
    static_cast<void>(m_database.execute(u"PRAGMA synchronous = FULL"_s));
    static_cast<void>(m_database.execute(u"PRAGMA wal_autocheckpoint = %1"_s.arg(pagesByDefault)));
}

Result<qint64> BulkWriting::changes()
{
    const auto count = m_database.value(u"SELECT total_changes()"_s);
    return count ? Result<qint64>(count->toLongLong()) : fail(count);
}

// A commit that waits for the disk waits for the whole log: one that changes nothing is enough.
Status BulkWriting::flush()
{
    const auto count = changes();
    if (!count || *count == m_flushed) {
        return count ? Status() : fail(count);
    }
    const auto version = m_database.version();
    if (!version) {
        return fail(version);
    }
    if (const Status full = m_database.execute(u"PRAGMA synchronous = FULL"_s); !full) {
        return full;
    }
    const Status flushed = inTransaction(m_database, Transaction::Kind::Write, [&] {
        return m_database.execute(u"PRAGMA user_version = %1"_s.arg(*version));
    });
    m_flushed = flushed ? *count : m_flushed;
    const Status again = m_database.execute(u"PRAGMA synchronous = NORMAL"_s);
    return flushed ? again : flushed;
}

} // namespace tenken
