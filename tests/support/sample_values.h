#pragma once

#include "core/clock.h"
#include "core/inspection.h"
#include "core/submission.h"

#include <memory>

/// Small valid values that tests change where it matters to them.
namespace tenken::sample {

inline const QSet<Body> &allBodies()
{
    static const QSet<Body> bodies{Body::Mayor, Body::Assembly, Body::Committee, Body::BoardOfEducation,
                                   Body::Enterprise};
    return bodies;
}

/// Always applicable to everybody, without requirements, 該当なし not offered
inline Item item(const QString &id, const QString &clause = QStringLiteral("6(1)"), int revision = 1)
{
    Item item;
    item.id = id;
    item.revision = revision;
    item.fingerprint = QStringLiteral("f-%1-%2").arg(id).arg(revision);
    item.clause = clause;
    item.clauses = {clause};
    item.question.ja = QStringLiteral("%1を実施していますか。").arg(id);
    item.bodies = allBodies();
    return item;
}

inline Checklist checklist(const QList<Item> &items, const QString &edition = QStringLiteral("2026.1"))
{
    Checklist checklist;
    checklist.id = QStringLiteral("KC-B");
    checklist.edition = edition;
    checklist.fingerprint = QStringLiteral("f-KC-B-") + edition;
    checklist.policy = QStringLiteral("kumamoto-2023");
    checklist.title.ja = QStringLiteral("課・所属用 自己点検票");
    checklist.scale = QStringLiteral("IMPL4");
    checklist.items = items;
    return checklist;
}

inline Department department(const QString &code = QStringLiteral("U0004"))
{
    return {code, QStringLiteral("納税課"), {QStringLiteral("財政局"), QStringLiteral("税務部")}, Body::Mayor};
}

inline Inspection inspection(const Checklist &checklist, const QString &department = QStringLiteral("U0004"))
{
    Inspection inspection;
    inspection.id = QUuid(QStringLiteral("{11111111-1111-4111-8111-111111111111}"));
    inspection.submission = QUuid(QStringLiteral("{22222222-2222-4222-8222-222222222222}"));
    inspection.state = InspectionState::Answering;
    inspection.checklist = checklist.id;
    inspection.edition = checklist.edition;
    inspection.checklistFingerprint = checklist.fingerprint;
    inspection.policy = checklist.policy;
    inspection.policyFingerprint = QStringLiteral("f-policy");
    inspection.fiscalYear = FiscalYear(2026);
    inspection.department = sample::department(department);
    inspection.subject = {SubjectKind::Section, department, inspection.department.name};
    inspection.inspector = {QStringLiteral("髙𠮷 花子"), QStringLiteral("主事")};
    inspection.inspectionDate = QDate(2026, 11, 22);
    inspection.startedAt = fromIso(QStringLiteral("2026-11-22T09:00:00+09:00"));
    inspection.changedAt = inspection.startedAt;
    return inspection;
}

inline Answer answer(std::optional<AnswerCode> code)
{
    Answer answer;
    answer.code = code;
    return answer;
}

/// Y P N U A B for ○ △ × ？ － and unanswered
inline std::optional<AnswerCode> answerOf(QChar letter)
{
    switch (letter.unicode()) {
    case u'Y':
        return AnswerCode::Yes;
    case u'P':
        return AnswerCode::Partial;
    case u'N':
        return AnswerCode::No;
    case u'U':
        return AnswerCode::Unknown;
    case u'A':
        return AnswerCode::NotApplicable;
    default:
        return std::nullopt;
    }
}

/// One letter for each item of the checklist, in its order; '-' = not asked
inline std::shared_ptr<const Submission> submission(const Checklist &checklist, const QString &letters,
                                                    const QString &department = QStringLiteral("U0004"))
{
    Inspection answered = inspection(checklist, department);
    for (qsizetype i = 0; i < checklist.items.size(); ++i) {
        answered.answers.insert(checklist.items.at(i).id, answer(answerOf(letters.at(i))));
    }
    Submission frozen = freeze(answered, checklist, answered.changedAt);
    for (qsizetype i = checklist.items.size() - 1; i >= 0; --i) {
        if (letters.at(i) == u'-') {
            frozen.items.removeAt(i);
        }
    }
    return std::make_shared<const Submission>(frozen);
}

inline EraTable eras()
{
    return EraTable({{QDate(1868, 1, 25), QStringLiteral("明治"), QStringLiteral("M")},
                     {QDate(2019, 5, 1), QStringLiteral("令和"), QStringLiteral("R")},
                     {QDate(1989, 1, 8), QStringLiteral("平成"), QStringLiteral("H")},
                     {QDate(1926, 12, 25), QStringLiteral("昭和"), QStringLiteral("S")},
                     {QDate(1912, 7, 30), QStringLiteral("大正"), QStringLiteral("T")}});
}

} // namespace tenken::sample
