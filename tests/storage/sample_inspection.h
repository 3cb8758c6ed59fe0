#pragma once

#include "core/clock.h"
#include "core/inspection.h"

#include <QTimeZone>

/// What the tests of storage write: a section's KC-B, made anew for each test.
namespace tenken::sample {

inline QDateTime moment() { return {QDate(2026, 11, 22), QTime(21, 3), Qt::OffsetFromUTC, 9 * 3600}; }

inline const QUuid inspectionId = QUuid::fromString(u"0b7e6a70-5a2c-4c0e-9d55-1d8a3a4f0001");
inline const QUuid submissionId = QUuid::fromString(u"0b7e6a70-5a2c-4c0e-9d55-1d8a3a4f0002");

inline Inspection inspection(const QUuid &id = inspectionId, const QUuid &submission = submissionId)
{
    Inspection i;
    i.id = id;
    i.submission = submission;
    i.checklist = QStringLiteral("KC-B");
    i.edition = QStringLiteral("2026.1");
    i.checklistFingerprint = QString(64, u'c');
    i.policy = QStringLiteral("kumamoto-2023");
    i.policyFingerprint = QString(64, u'p');
    i.fiscalYear = FiscalYear(2026);
    i.subject = {SubjectKind::Section, QStringLiteral("U0004"), QStringLiteral("総務課")};
    i.department = {QStringLiteral("U0004"),
                    QStringLiteral("総務課"),
                    {QStringLiteral("総務局"), QStringLiteral("行政管理部")},
                    Body::BoardOfEducation};
    i.profile.flags = QStringList{QStringLiteral("cloud"), QStringLiteral("mynumber")};
    i.profile.removed = {{QStringLiteral("sns"), QStringLiteral("廃止した")}};
    i.inspector = {QStringLiteral("山田 太郎"), QStringLiteral("主査")};
    i.inspectionDate = QDate(2026, 11, 20);
    i.staffTally = StaffTally{
        QStringLiteral("KC-A"), QStringLiteral("2026.1"), 20, 18, {{QStringLiteral("A-01"), 10, 3, 2, 1, 2}}};
    return i;
}

/// Every field given, with characters beyond the BMP and quotes
inline Answer fullAnswer()
{
    Answer a;
    a.code = AnswerCode::Partial;
    a.comment = QStringLiteral("𠮷野家の\"鍵\"\n\\ ～ ― が'ない");
    a.reason = QStringLiteral("理由");
    a.cause = Cause::RuleUnfit;
    a.opinion = QStringLiteral("規程が実態に合わない");
    a.evidence = {{QStringLiteral("入退室記録"), QStringLiteral("総第12号"), QDate(2026, 10, 1),
                   QStringLiteral("書庫3"), QString(64, u'a')},
                  {QStringLiteral("台帳"), {}, {}, {}, {}}};
    a.plan = {QStringLiteral("鍵を交換する"), QStringLiteral("庶務係"), QDate(2027, 3, 31), QStringLiteral("施錠確認")};
    a.flagged = true;
    return a;
}

inline Answer coded(AnswerCode code, const QString &comment = {})
{
    Answer a;
    a.code = code;
    a.comment = comment;
    return a;
}

/// Equal but for the operation time
inline bool sameContent(Answer a, Answer b)
{
    a.answeredAt = b.answeredAt = {};
    return a == b;
}

} // namespace tenken::sample
