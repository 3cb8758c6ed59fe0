#include "cli/verification_json.h"

#include "cli/tokyo_time.h"
#include "wording/placeholders.h"
#include "wording/verdict_words.h"

#include <QJsonArray>

namespace tenken::cli {

namespace {

template <class Enum> QJsonArray codes(const QList<Enum> &values)
{
    QJsonArray array;
    for (const Enum value : values) {
        array << toCode(value);
    }
    return array;
}

QJsonValue orNull(const QString &text) { return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text); }

QJsonObject signatureJson(const SignatureFinding &signature)
{
    return {
        {QStringLiteral("role"), signature.role ? QJsonValue(toCode(*signature.role)) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("signer"), orNull(signature.signer)},
        {QStringLiteral("department"), orNull(signature.department)},
        {QStringLiteral("issuer"), orNull(signature.issuer)},
        {QStringLiteral("signedAt"), orNull(tokyoIso(signature.signedAt))},
        {QStringLiteral("timeSource"), toCode(signature.timeSource)},
        {QStringLiteral("integrity"), toCode(signature.integrity)},
        {QStringLiteral("trust"), toCode(signature.trust)},
        {QStringLiteral("level"), toCode(signature.level)},
    };
}

QJsonValue submissionJson(const VerifiedDocument &document)
{
    if (!document.submission) {
        return QJsonValue::Null;
    }
    const Submission &submission = *document.submission;
    return QJsonObject{
        {QStringLiteral("id"), submission.id.toString(QUuid::WithoutBraces)},
        {QStringLiteral("checklist"), submission.checklist},
        {QStringLiteral("edition"), submission.edition},
        {QStringLiteral("subject"), subjectJson(submission.subject)},
        {QStringLiteral("department"), departmentJson(submission.department.code, submission.department.name)},
        {QStringLiteral("fiscalYear"), submission.fiscalYear.startYear()},
        {QStringLiteral("round"), submission.round},
        {QStringLiteral("revision"), submission.revision},
        {QStringLiteral("sha256"), document.sha256},
    };
}

QJsonValue stateJson(const VerifiedDocument &document)
{
    if (document.kind != DocumentKind::Submission || !document.submission || document.signatures.isEmpty()) {
        return QJsonValue::Null;
    }
    return document.isApproved() ? QStringLiteral("approved") : QStringLiteral("signed");
}

} // namespace

QJsonObject subjectJson(const Subject &subject)
{
    return {{QStringLiteral("kind"), toCode(subject.kind)},
            {QStringLiteral("code"), subject.code},
            {QStringLiteral("name"), subject.name}};
}

QJsonObject departmentJson(const QString &code, const QString &name)
{
    return {{QStringLiteral("code"), code}, {QStringLiteral("name"), name}};
}

QJsonObject verificationJson(const VerifiedDocument &document)
{
    QJsonArray signatures;
    for (const SignatureFinding &signature : document.signatures) {
        signatures << signatureJson(signature);
    }
    return {
        {QStringLiteral("file"), document.file},
        {QStringLiteral("kind"), document.kind ? QJsonValue(toCode(*document.kind)) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("verdict"), toCode(document.verdict)},
        {QStringLiteral("state"), stateJson(document)},
        {QStringLiteral("reasons"), codes(document.reasons)},
        {QStringLiteral("warnings"), codes(document.warnings)},
        {QStringLiteral("signatures"), signatures},
        {QStringLiteral("submission"), submissionJson(document)},
    };
}

QString verificationText(const VerifiedDocument &document)
{
    QString line = QStringLiteral("%1 %2  %3")
                       .arg(wording::symbolOf(document.verdict))
                       .arg(wording::word(document.verdict), wording::shownName(document.file));
    for (const SignatureFinding &signature : document.signatures) {
        QStringList parts{wording::signedAs(signature),
                          signature.signer,
                          signature.department,
                          tokyoIso(signature.signedAt),
                          wording::word(signature.timeSource),
                          wording::word(signature.integrity),
                          wording::word(signature.trust)};
        parts.removeAll(QString());
        line += QStringLiteral("\n    ") + parts.join(QStringLiteral("  "));
    }
    for (const Reason reason : document.reasons) {
        line += QStringLiteral("\n    %1  %2").arg(toCode(reason), wording::explanation(reason));
    }
    for (const Warning warning : document.warnings) {
        line += QStringLiteral("\n    %1").arg(wording::explanation(warning));
    }
    return line;
}

int failRefused(const Session &session, const Error &error)
{
    const int code = session.console.fail(error);
    if (const std::optional<Reason> reason = reasonFromCode(error.detail)) {
        session.console.warn(QStringLiteral("    %1  %2").arg(error.detail, wording::explanation(*reason)));
    } else if (const std::optional<Verdict> verdict = verdictFromCode(error.detail)) {
        session.console.warn(QStringLiteral("    ") + wording::explanation(*verdict));
    }
    return code;
}

} // namespace tenken::cli
