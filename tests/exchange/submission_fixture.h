#pragma once

#include "core/clock.h"
#include "core/submission.h"

#include <QRandomGenerator>

namespace tenken::fixture {

inline QString hex(quint32 seed) { return QStringLiteral("%1").arg(seed, 8, 16, QLatin1Char('0')).repeated(8); }

/// Arbitrary text of the kinds that people type: empty, kana, beyond the BMP, quotes, several lines
inline QString anyText(QRandomGenerator &random)
{
    static const QStringList texts{QString(),
                                   QStringLiteral("決めている。"),
                                   QStringLiteral("𠮷野 髙橋 﨑 ～ ―"),
                                   QStringLiteral("一行目\n二行目\t\"引用\" \\"),
                                   QStringLiteral("=cmd|' /C calc'!A0"),
                                   QStringLiteral(" "),
                                   QStringLiteral("\u2028\u00a0が\u3099")};
    return texts.at(random.bounded(texts.size()));
}

inline QDate anyDate(QRandomGenerator &random)
{
    return random.bounded(3) == 0 ? QDate() : QDate(2026, 4, 1).addDays(random.bounded(365));
}

inline Answer anyAnswer(QRandomGenerator &random)
{
    Answer answer;
    if (random.bounded(6) > 0)
        answer.code = allAnswerCodes[random.bounded(5)];
    answer.comment = anyText(random);
    answer.reason = anyText(random);
    if (random.bounded(2) == 0)
        answer.cause = static_cast<Cause>(random.bounded(5));
    answer.opinion = anyText(random);
    for (int count = random.bounded(3); count > 0; --count)
        answer.evidence.append({anyText(random), anyText(random), anyDate(random), anyText(random),
                                random.bounded(2) == 0 ? QString() : hex(random.generate())});
    answer.plan = {anyText(random), anyText(random), anyDate(random), anyText(random)};
    if (random.bounded(3) > 0)
        answer.answeredAt = fromIso(QStringLiteral("2026-11-22T21:03:00+09:00")).addSecs(random.bounded(100000));
    return answer;
}

inline Submission submission(quint32 seed = 1, int items = 3)
{
    QRandomGenerator random(seed);
    Submission submission;
    submission.id = QUuid(QStringLiteral("{22222222-2222-4222-8222-222222222222}"));
    submission.inspection = QUuid(QStringLiteral("{11111111-1111-4111-8111-111111111111}"));
    submission.revision = random.bounded(1, 5);
    if (submission.revision > 1)
        submission.supersedes = QUuid(QStringLiteral("{33333333-3333-4333-8333-333333333333}"));
    submission.fiscalYear = FiscalYear(2026);
    submission.policy = QStringLiteral("KC-ISP-BASIC");
    submission.policyFingerprint = hex(1);
    submission.checklist = QStringLiteral("KC-B");
    submission.edition = QStringLiteral("2026.1");
    submission.checklistFingerprint = hex(2);
    submission.subject = {SubjectKind::Section, QStringLiteral("U0004"), QStringLiteral("納税課")};
    submission.department = {QStringLiteral("U0004"),
                             QStringLiteral("納税課"),
                             {QStringLiteral("財政局"), QStringLiteral("税務部")},
                             Body::Mayor};
    submission.profile = {{QStringLiteral("sns"), QStringLiteral("website")},
                          {{QStringLiteral("wifi"), QStringLiteral("使わない")}, {QStringLiteral("cloud"), QString()}}};
    submission.inspector = {QStringLiteral("山田 花子"), anyText(random)};
    submission.inspectionDate = anyDate(random);
    submission.exportedAt = fromIso(QStringLiteral("2026-11-23T09:00:00+09:00"));
    for (int i = 0; i < items; ++i) {
        SubmittedItem item{QStringLiteral("B-6.1-%1").arg(i, 2, 10, QLatin1Char('0')), 1 + i % 3, hex(100 + quint32(i)),
                           QStringLiteral("決めていますか。"), anyAnswer(random)};
        if (i % 3 == 2)
            item.question.reset();
        submission.items.append(item);
    }
    submission.hiddenByProfile = {QStringLiteral("B-6.2-01")};
    if (seed % 2 == 0)
        submission.staffTally = StaffTally{
            QStringLiteral("KC-A"), QStringLiteral("2026.1"), 20, 18, {{QStringLiteral("A-6.1-01"), 10, 4, 2, 1, 1}}};
    submission.generatorName = QStringLiteral("Tenken");
    submission.generatorVersion = QStringLiteral("0.1.0");
    return submission;
}

} // namespace tenken::fixture
