#include "workflow/demo/demo_answers.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

namespace tenken {

namespace {

// What the invented city looks like: shares of departments and of answers
constexpr double allYesDepartments = 0.05;
constexpr double weakestDepartment = 0.72;
constexpr double bestDepartment = 0.97;
constexpr double yearlyImprovement = 0.02;
constexpr double naShare = 0.10;
constexpr double partialOfRest = 0.68;
constexpr int referenceYear = 2024;

Cause causeFor(double share)
{
    if (share < 0.35) {
        return Cause::NoCapacity;
    }
    if (share < 0.6) {
        return Cause::RuleUnknown;
    }
    return share < 0.8 ? Cause::NoMeans : share < 0.92 ? Cause::RuleUnfit : Cause::Other;
}

QString opinionFor(Cause cause, const Item &item)
{
    return cause == Cause::RuleUnfit
        ? QStringLiteral("「%1」は、現場の業務の流れに合わせた手順の見直しを希望します。").arg(item.title.ja)
        : QString();
}

} // namespace

QUuid demoUuid(quint32 seed, const QString &name)
{
    static const QUuid city(QStringLiteral("{8d1c0a2e-5e0b-5d0e-9a50-0d1f8f6b2c11}"));
    return QUuid::createUuidV5(city, QStringLiteral("%1/%2").arg(seed).arg(name));
}

DemoAnswers::DemoAnswers(quint32 seed, const OrganisationUnit &unit) : m_seed(seed), m_unit(unit) { }

double DemoAnswers::chance(const QString &what, const QString &item) const
{
    const QByteArray key = QStringLiteral("%1/%2/%3/%4").arg(m_seed).arg(m_unit.department.code, what, item).toUtf8();
    const QByteArray digest = QCryptographicHash::hash(key, QCryptographicHash::Sha256);
    return qFromBigEndian<quint32>(digest.constData()) / 4294967296.0;
}

AnswerCode DemoAnswers::answerFor(const Item &item, FiscalYear year) const
{
    if (item.isNaAllowed() && chance(QStringLiteral("na"), item.id) < naShare) {
        return AnswerCode::NotApplicable;
    }
    if (chance(QStringLiteral("all-yes"), {}) < allYesDepartments) {
        return AnswerCode::Yes;
    }
    const double quality =
        weakestDepartment + (bestDepartment - weakestDepartment) * chance(QStringLiteral("quality"), {});
    const double difficulty = item.critical ? 0.05 : 0.0;
    const double reached =
        std::min(0.995, quality + difficulty + yearlyImprovement * (year.startYear() - referenceYear));
    const double drawn = chance(QStringLiteral("answer"), item.id);
    if (drawn < reached) {
        return AnswerCode::Yes;
    }
    const double within = (drawn - reached) / (1.0 - reached);
    return within < (item.critical ? 0.85 : partialOfRest) ? AnswerCode::Partial : AnswerCode::No;
}

Answer DemoAnswers::complete(const Item &item, AnswerCode code, const QDate &day) const
{
    Answer answer;
    answer.code = code;
    if (code == AnswerCode::NotApplicable) {
        answer.reason = *item.naCondition;
        return answer;
    }
    if (item.evidenceRequiredOn.testFlag(code) || chance(QStringLiteral("evidence"), item.id) < 0.2) {
        const int number = 1 + static_cast<int>(chance(QStringLiteral("number"), item.id) * 300);
        answer.evidence << Evidence{item.evidenceExamples.value(0),
                                    QStringLiteral("第%1号").arg(number),
                                    day.addDays(-20),
                                    QStringLiteral("課の共有フォルダ「情報セキュリティ」"),
                                    {}};
    }
    if (code == AnswerCode::Yes) {
        return answer;
    }
    answer.comment = item.criteria.value(code);
    answer.cause = causeFor(chance(QStringLiteral("cause"), item.id));
    answer.opinion = opinionFor(*answer.cause, item);
    if (item.planRequiredOn.testFlag(code)) {
        const int days = item.critical ? 30 : 60 + static_cast<int>(chance(QStringLiteral("due"), item.id) * 120);
        answer.plan = {item.remediation, QStringLiteral("%1 係長").arg(m_unit.department.name), day.addDays(days), {}};
        if (item.critical) {
            answer.plan.interim = QStringLiteral("改善が終わるまで、課長が毎週確認します。");
        }
    }
    return answer;
}

Inspection DemoAnswers::inspectionFor(const Checklist &checklist, const QString &policyFingerprint, FiscalYear year,
                                      const Subject &subject) const
{
    const QString name = QStringLiteral("%1/%2/%3").arg(subject.code, checklist.id).arg(year.startYear());
    const QDate day(year.startYear(), 7, 1 + static_cast<int>(chance(QStringLiteral("day"), {}) * 20));
    Inspection inspection;
    inspection.id = demoUuid(m_seed, QStringLiteral("inspection/") + name);
    inspection.submission = demoUuid(m_seed, QStringLiteral("submission/") + name);
    inspection.state = InspectionState::Answering;
    inspection.checklist = checklist.id;
    inspection.edition = checklist.edition;
    inspection.checklistFingerprint = checklist.fingerprint;
    inspection.policy = checklist.policy;
    inspection.policyFingerprint = policyFingerprint;
    inspection.fiscalYear = year;
    inspection.subject = subject;
    inspection.department = m_unit.department;
    inspection.profile.flags = m_unit.flags;
    inspection.profile.flags.sort();
    inspection.inspector = {QStringLiteral("点検 花子"), QStringLiteral("主査")};
    inspection.inspectionDate = day;
    inspection.startedAt = QDateTime(day, QTime(9, 0), Qt::OffsetFromUTC, 9 * 3600);
    inspection.changedAt = inspection.startedAt.addSecs(8 * 3600);
    QDateTime answered = inspection.startedAt;
    for (const QString &id : checklist.applicableItems(inspection.profile.set(), m_unit.department.body)) {
        const Item &item = *checklist.find(id);
        Answer answer = complete(item, answerFor(item, year), day);
        answered = answered.addSecs(40 + static_cast<qint64>(chance(QStringLiteral("seconds"), id) * 120));
        answer.answeredAt = answered;
        inspection.answers.insert(id, answer);
    }
    return inspection;
}

} // namespace tenken
