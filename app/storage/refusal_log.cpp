#include "storage/refusal_log.h"

#include "storage/row_text.h"

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

QString reasonsText(const QList<Reason> &reasons)
{
    QStringList codes;
    for (const Reason reason : reasons) {
        codes.append(toCode(reason));
    }
    return listText(codes);
}

QList<Reason> reasonsFrom(const QString &text)
{
    QList<Reason> reasons;
    const QStringList codes = listFrom(text);
    for (const QString &code : codes) {
        if (const auto reason = reasonFromCode(code)) {
            reasons.append(*reason);
        }
    }
    return reasons;
}

} // namespace

Status RefusalLog::record(const QList<Refusal> &refusals)
{
    return inTransaction(m_database, Transaction::Kind::Write, [&]() -> Status {
        QList<QVariantList> rows;
        for (const Refusal &one : refusals) {
            rows.append({one.file, one.sha256, toCode(one.verdict), reasonsText(one.reasons), one.error,
                         one.submission.isNull() ? QVariant() : uuidText(one.submission), toIso(m_clock.now())});
        }
        return m_database.executeForEach(
            u"INSERT INTO refusals (file, sha256, verdict, reasons, error, submission, at) VALUES (?, ?, ?, ?, ?, ?, "
            u"?) "
            "ON CONFLICT (sha256, verdict, reasons, error, file) DO UPDATE SET at = excluded.at"_s,
            rows);
    });
}

Result<QList<Refusal>> RefusalLog::refusals(int limit)
{
    auto rows = m_database.select(u"SELECT file, sha256, verdict, reasons, error, submission, at FROM refusals "
                                  "ORDER BY at DESC, id DESC LIMIT ?"_s,
                                  {limit});
    if (!rows) {
        return fail(rows);
    }
    QList<Refusal> refusals;
    while (rows->next()) {
        const auto verdict = verdictFromCode(rows->value(2).toString());
        if (!verdict) {
            return fail(ErrorCode::StoreCorrupt, m_database.path(), rows->value(2).toString());
        }
        refusals.append({rows->value(0).toString(), rows->value(1).toString(), *verdict,
                         reasonsFrom(rows->value(3).toString()), rows->value(4).toString(),
                         QUuid::fromString(rows->value(5).toString()), fromIso(rows->value(6).toString())});
    }
    return refusals;
}

} // namespace tenken
