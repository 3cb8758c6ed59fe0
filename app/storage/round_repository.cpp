#include "storage/round_repository.h"

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

using Kind = Transaction::Kind;

QVariantList keyOf(const Round &round) { return {round.fiscalYear.startYear(), round.number}; }

} // namespace

Status RoundRepository::saveRound(const Round &round)
{
    return inTransaction(m_database, Kind::Write, [&]() -> Status {
        const Status replaced =
            m_database.execute(u"DELETE FROM rounds WHERE fiscal_year = ? AND number = ?"_s, keyOf(round));
        return replaced ? insert(round) : replaced;
    });
}

Status RoundRepository::insert(const Round &round)
{
    const QVariantList key = keyOf(round);
    const QString due = round.due.isValid() ? round.due.toString(Qt::ISODate) : u""_s;
    if (const Status head =
            m_database.execute(u"INSERT INTO rounds (fiscal_year, number, title, policy, due) VALUES (?, ?, ?, ?, ?)"_s,
                               key + QVariantList{round.title, round.policy, due});
        !head) {
        return head;
    }
    QList<QVariantList> checklists;
    for (const Round::ChecklistRef &one : round.checklists) {
        checklists.append(key + QVariantList{checklists.size(), one.id, one.edition, one.fingerprint});
    }
    QList<QVariantList> expected;
    for (const Round::Expected &one : round.expected) {
        expected.append(key
                        + QVariantList{expected.size(), one.checklist, toCode(one.subject.kind), one.subject.code,
                                       one.subject.name, one.departmentCode, one.departmentName});
    }
    QList<QVariantList> anchors;
    for (const QString &pem : round.trustAnchors) {
        anchors.append(key + QVariantList{anchors.size(), pem});
    }
    Status parts = m_database.executeForEach(
        u"INSERT INTO round_checklists (fiscal_year, number, position, checklist, edition, fingerprint) "
        "VALUES (?, ?, ?, ?, ?, ?)"_s,
        checklists);
    if (parts) {
        parts = m_database.executeForEach(
            u"INSERT INTO round_expected (fiscal_year, number, position, checklist, subject_kind, subject_code, "
            "subject_name, department_code, department_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            expected);
    }
    if (parts) {
        parts = m_database.executeForEach(
            u"INSERT INTO round_anchors (fiscal_year, number, position, pem) VALUES (?, ?, ?, ?)"_s, anchors);
    }
    return parts;
}

Result<QList<Round>> RoundRepository::rounds()
{
    return inTransaction(m_database, Kind::Read,
                         [&] { return select(u"1 = 1 ORDER BY fiscal_year DESC, number DESC"_s, {}); });
}

Result<std::optional<Round>> RoundRepository::findRound(FiscalYear year, int number)
{
    return inTransaction(m_database, Kind::Read, [&]() -> Result<std::optional<Round>> {
        const auto found = select(u"fiscal_year = ? AND number = ?"_s, {year.startYear(), number});
        if (!found) {
            return fail(found);
        }
        return found->isEmpty() ? std::optional<Round>() : found->first();
    });
}

Result<QList<Round>> RoundRepository::select(const QString &condition, const QVariantList &values)
{
    return m_database.list(u"SELECT fiscal_year, number, title, policy, due FROM rounds WHERE %1"_s.arg(condition),
                           values, [this](const QSqlQuery &row) -> Result<Round> {
                               Round round;
                               round.fiscalYear = FiscalYear(row.value(0).toInt());
                               round.number = row.value(1).toInt();
                               round.title = row.value(2).toString();
                               round.policy = row.value(3).toString();
                               round.due = QDate::fromString(row.value(4).toString(), Qt::ISODate);
                               const Status parts = readParts(round);
                               return parts ? Result<Round>(round) : fail(parts);
                           });
}

Status RoundRepository::readParts(Round &round)
{
    const QString where = u" WHERE fiscal_year = ? AND number = ? ORDER BY position"_s;
    const Status checklists = m_database.forEach(
        u"SELECT checklist, edition, fingerprint FROM round_checklists"_s + where, keyOf(round),
        [&](const QSqlQuery &row) -> Status {
            round.checklists.append({row.value(0).toString(), row.value(1).toString(), row.value(2).toString()});
            return {};
        });
    if (!checklists) {
        return checklists;
    }
    const Status expected =
        m_database.forEach(u"SELECT checklist, subject_kind, subject_code, subject_name, department_code, "
                           "department_name FROM round_expected"_s
                               + where,
                           keyOf(round), [&](const QSqlQuery &row) -> Status {
                               const auto kind = subjectKindFromCode(row.value(1).toString());
                               if (!kind) {
                                   return fail(ErrorCode::StoreCorrupt, m_database.path(), row.value(1).toString());
                               }
                               round.expected.append({row.value(0).toString(),
                                                      {*kind, row.value(2).toString(), row.value(3).toString()},
                                                      row.value(4).toString(),
                                                      row.value(5).toString()});
                               return {};
                           });
    if (!expected) {
        return expected;
    }
    return m_database.forEach(u"SELECT pem FROM round_anchors"_s + where, keyOf(round),
                              [&](const QSqlQuery &row) -> Status {
                                  round.trustAnchors.append(row.value(0).toString());
                                  return {};
                              });
}

} // namespace tenken
