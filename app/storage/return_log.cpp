#include "storage/return_log.h"

#include "storage/row_text.h"

namespace tenken {

using namespace Qt::StringLiterals;

Status ReturnLog::record(const ReturnRecord &record)
{
    return inTransaction(m_database, Transaction::Kind::Write, [&]() -> Status {
        const QString submission = uuidText(record.submission);
        const auto id = m_database.value(u"SELECT id FROM submissions WHERE submission = ?"_s, {submission});
        if (!id) {
            return fail(id);
        }
        if (!id->isValid()) {
            return fail(ErrorCode::UnknownInspection, submission);
        }
        return m_database.execute(u"INSERT INTO returns (submission_id, reason, returned_by, at) VALUES (?, ?, ?, ?) "
                                  "ON CONFLICT (submission_id) DO UPDATE SET reason = excluded.reason, "
                                  "returned_by = excluded.returned_by, at = excluded.at"_s,
                                  {*id, record.reason, record.returnedBy, toIso(record.at)});
    });
}

Result<QHash<QUuid, ReturnRecord>> ReturnLog::returns()
{
    QHash<QUuid, ReturnRecord> returns;
    const Status read =
        m_database.forEach(u"SELECT submission, reason, returned_by, at FROM returns "
                           "JOIN submissions ON submissions.id = submission_id"_s,
                           {}, [&](const QSqlQuery &row) -> Status {
                               const QUuid submission = QUuid::fromString(row.value(0).toString());
                               returns.insert(submission,
                                              {submission, row.value(1).toString(), row.value(2).toString(),
                                               fromIso(row.value(3).toString())});
                               return {};
                           });
    return read ? Result<QHash<QUuid, ReturnRecord>>(returns) : fail(read);
}

} // namespace tenken
