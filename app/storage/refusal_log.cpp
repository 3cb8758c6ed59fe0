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

QVariantList valuesOf(const Refusal &one, const QDateTime &now)
{
    const bool hasSubject = !one.subject.code.isEmpty();
    return {one.file,
            one.sha256,
            toCode(one.verdict),
            reasonsText(one.reasons),
            one.error,
            one.submission.isNull() ? QVariant() : uuidText(one.submission),
            toIso(now),
            one.fiscalYear ? QVariant(one.fiscalYear->startYear()) : QVariant(),
            one.fiscalYear ? QVariant(one.round) : QVariant(),
            one.checklist,
            hasSubject ? toCode(one.subject.kind) : u""_s,
            one.subject.code};
}

Result<Refusal> refusalFrom(const QSqlQuery &row, const QString &path)
{
    const auto verdict = verdictFromCode(row.value(2).toString());
    if (!verdict) {
        return fail(ErrorCode::StoreCorrupt, path, row.value(2).toString());
    }
    Refusal one{row.value(0).toString(),
                row.value(1).toString(),
                *verdict,
                reasonsFrom(row.value(3).toString()),
                row.value(4).toString(),
                QUuid::fromString(row.value(5).toString()),
                fromIso(row.value(6).toString())};
    if (!row.value(7).isNull()) {
        one.fiscalYear = FiscalYear(row.value(7).toInt());
        one.round = row.value(8).toInt();
    }
    one.checklist = row.value(9).toString();
    const auto kind = subjectKindFromCode(row.value(10).toString());
    one.subject = {kind.value_or(SubjectKind::Section), row.value(11).toString(), {}};
    return one;
}

} // namespace

Status RefusalLog::record(const QList<Refusal> &refusals)
{
    return inTransaction(m_database, Transaction::Kind::Write, [&]() -> Status {
        QList<QVariantList> rows;
        for (const Refusal &one : refusals) {
            rows.append(valuesOf(one, m_clock.now()));
        }
        return m_database.executeForEach(
            u"INSERT INTO refusals (file, sha256, verdict, reasons, error, submission, at, fiscal_year, round, "
            "checklist, subject_kind, subject_code) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (sha256, verdict, reasons, error, file) DO UPDATE SET at = excluded.at, "
            "fiscal_year = excluded.fiscal_year, round = excluded.round, checklist = excluded.checklist, "
            "subject_kind = excluded.subject_kind, subject_code = excluded.subject_code, "
            "submission = excluded.submission"_s,
            rows);
    });
}

Result<QList<Refusal>> RefusalLog::refusals(int limit)
{
    return select(u"1 = 1 ORDER BY at DESC, id DESC LIMIT ?"_s, {limit});
}

Result<QList<Refusal>> RefusalLog::refusalsOf(FiscalYear year, int round)
{
    return select(u"fiscal_year = ? AND round = ? ORDER BY at DESC, id DESC"_s, {year.startYear(), round});
}

Result<QList<Refusal>> RefusalLog::select(const QString &condition, const QVariantList &values)
{
    return m_database.list(u"SELECT file, sha256, verdict, reasons, error, submission, at, fiscal_year, round, "
                           "checklist, subject_kind, subject_code FROM refusals WHERE "_s
                               + condition,
                           values, [this](const QSqlQuery &row) { return refusalFrom(row, m_database.path()); });
}

} // namespace tenken
