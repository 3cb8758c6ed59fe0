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
    auto rows = m_database.select(
        u"SELECT fiscal_year, number, title, policy, due FROM rounds WHERE %1"_s.arg(condition), values);
    if (!rows) {
        return fail(rows);
    }
    QList<Round> rounds;
    while (rows->next()) {
        Round round;
        round.fiscalYear = FiscalYear(rows->value(0).toInt());
        round.number = rows->value(1).toInt();
        round.title = rows->value(2).toString();
        round.policy = rows->value(3).toString();
        round.due = QDate::fromString(rows->value(4).toString(), Qt::ISODate);
        if (const Status parts = readParts(round); !parts) {
            return fail(parts);
        }
        rounds.append(round);
    }
    return rounds;
}

Status RoundRepository::readParts(Round &round)
{
    const QString where = u" WHERE fiscal_year = ? AND number = ? ORDER BY position"_s;
    auto checklists =
        m_database.select(u"SELECT checklist, edition, fingerprint FROM round_checklists"_s + where, keyOf(round));
    if (!checklists) {
        return fail(checklists);
    }
    while (checklists->next()) {
        round.checklists.append(
            {checklists->value(0).toString(), checklists->value(1).toString(), checklists->value(2).toString()});
    }
    auto expected = m_database.select(u"SELECT checklist, subject_kind, subject_code, subject_name, department_code, "
                                      "department_name FROM round_expected"_s
                                          + where,
                                      keyOf(round));
    if (!expected) {
        return fail(expected);
    }
    while (expected->next()) {
        const auto kind = subjectKindFromCode(expected->value(1).toString());
        if (!kind) {
            return fail(ErrorCode::StoreCorrupt, m_database.path(), expected->value(1).toString());
        }
        round.expected.append({expected->value(0).toString(),
                               {*kind, expected->value(2).toString(), expected->value(3).toString()},
                               expected->value(4).toString(),
                               expected->value(5).toString()});
    }
    auto anchors = m_database.select(u"SELECT pem FROM round_anchors"_s + where, keyOf(round));
    if (!anchors) {
        return fail(anchors);
    }
    while (anchors->next()) {
        round.trustAnchors.append(anchors->value(0).toString());
    }
    return {};
}

} // namespace tenken
