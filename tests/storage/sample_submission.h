#pragma once

#include "storage/registry_repository.h"

#include "sample_inspection.h"

#include <QCryptographicHash>

/// What the tests of the registry import. Ids are counted, so that the same calls give the same bytes.
namespace tenken::sample {

inline QUuid countedUuid(int year, int round, int subject, int part)
{
    return QUuid::fromString(QStringLiteral("%1%2-0000-4000-8000-%3%4")
                                 .arg(year, 4, 10, QLatin1Char('0'))
                                 .arg(round, 4, 10, QLatin1Char('0'))
                                 .arg(subject, 8, 10, QLatin1Char('0'))
                                 .arg(part, 4, 10, QLatin1Char('0')));
}

inline QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

inline SignatureFinding signature(Role role)
{
    SignatureFinding s;
    s.role = role;
    s.signer = QStringLiteral("山田 太郎");
    s.post = QStringLiteral("主査 山田 太郎");
    s.department = QStringLiteral("U0004");
    s.issuer = QStringLiteral("熊本市 点検認証局");
    s.certificateSha256 = QString(64, u'e');
    s.serial = QStringLiteral("0a1b");
    s.signedAt = moment();
    s.timeSource = TimeSource::Timestamp;
    s.integrity = Integrity::Intact;
    s.trust = Trust::Trusted;
    s.level = Level::BLT;
    s.field = toCode(role);
    return s;
}

inline SubmittedItem item(const QString &id, std::optional<AnswerCode> code)
{
    SubmittedItem submitted;
    submitted.id = id;
    submitted.revision = 2;
    submitted.fingerprint = QString(64, u'f');
    submitted.answer.code = code;
    return submitted;
}

/// Subject number n of a round
inline NewSubmission submissionOf(int year, int round, int subject, int revision = 1)
{
    const QString code = QStringLiteral("U%1").arg(subject, 4, 10, QLatin1Char('0'));
    NewSubmission s;
    s.json = QStringLiteral("{\"subject\":\"%1\",\"year\":%2,\"round\":%3,\"revision\":%4}")
                 .arg(code)
                 .arg(year)
                 .arg(round)
                 .arg(revision)
                 .toUtf8();
    s.entry.submission = countedUuid(year, round, subject, revision);
    s.entry.inspection = countedUuid(year, round, subject, 0);
    s.entry.sha256 = hashOf(s.json);
    s.entry.checklist = QStringLiteral("KC-B");
    s.entry.edition = QStringLiteral("2026.1");
    s.entry.subject = {SubjectKind::Section, code, QStringLiteral("総務課")};
    s.entry.department = {code, QStringLiteral("総務課"), {QStringLiteral("総務局")}, Body::Committee};
    s.entry.fiscalYear = FiscalYear(year);
    s.entry.round = round;
    s.entry.revision = revision;
    s.entry.fileName = QStringLiteral("%1-%2_%3_KC-B_r%4.pdf").arg(year).arg(round).arg(code).arg(revision);
    s.items = {item(QStringLiteral("KC-B-002"), AnswerCode::NotApplicable),
               item(QStringLiteral("KC-B-001"), AnswerCode::Yes), item(QStringLiteral("KC-B-003"), std::nullopt)};
    s.warnings = {Warning::CrlStale, Warning::ClockSkew};
    s.document.pdf = "%PDF of " + s.json;
    s.document.sha256 = hashOf(s.document.pdf);
    s.document.source = QStringLiteral("受付/") + s.entry.fileName;
    s.document.signatures = {signature(Role::Inspector)};
    return s;
}

inline NewSubmission submission(int revision = 1) { return submissionOf(2026, 1, 4, revision); }

inline QList<NewSubmission> round(int year, int number, int subjects)
{
    QList<NewSubmission> all;
    for (int subject = 1; subject <= subjects; ++subject) {
        all.append(submissionOf(year, number, subject));
    }
    return all;
}

} // namespace tenken::sample
