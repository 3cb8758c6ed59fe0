#pragma once

#include "signing/cms/trust_policy.h"
#include "signing/keys/authority.h"
#include "signing/pdf/document_builder.h"
#include "signing/pdf/document_signer.h"
#include "signing/pdf/document_verifier.h"
#include "support/sample_pages.h"

#include <QTemporaryDir>

#include <map>

namespace tenken::test {

inline QDateTime sampleTime() { return fromIso(QStringLiteral("2026-11-22T10:00:00+09:00")); }

inline QByteArray sampleData(const QByteArray &answer = "YES")
{
    return "{\"answer\":\"" + answer + "\",\"format\":\"tenken.submission/1\",\"note\":\"" + QByteArray(4000, 'x')
        + "\"}";
}

inline SignatureBox boxFor(Role role, int page = 0)
{
    return {role, page, QRectF(40, role == Role::Approver ? 40 : 90, 200, 40)};
}

inline DocumentParts sampleParts(const QByteArray &rendered, DocumentKind kind = DocumentKind::Submission,
                                 const QList<Role> &roles = {Role::Inspector, Role::Approver})
{
    DocumentParts parts;
    parts.rendered = rendered;
    parts.attachment = sampleData();
    parts.kind = kind;
    parts.title = QStringLiteral("情報セキュリティ自己点検票 2026");
    parts.author = QStringLiteral("危機管理課 髙橋");
    parts.subject = QStringLiteral("KC-B (r1)");
    parts.created = sampleTime();
    for (const Role role : roles)
        parts.boxes.append(boxFor(role));
    return parts;
}

template <class T> T valueOrDie(Result<T> result, const char *what)
{
    if (!result)
        qFatal("%s: %s %s", what, qPrintable(result.error().subject), qPrintable(result.error().detail));
    return std::move(*result);
}

/// One city: an authority and one signer for each role; a second authority that only looks alike
class SampleCity {
public:
    SampleCity() : clock(sampleTime().addDays(-30))
    {
        authority.emplace(valueOrDie(Authority::create(folder.filePath(QStringLiteral("ca")), QStringLiteral("熊本市"),
                                                       SecretBytes("ca"), AuthorityKey::EcP256, clock, 1000),
                                     "authority"));
        policy.anchors = {authority->certificate()};
        policy.crls = {valueOrDie(authority->crl(), "crl")};
        appearance = sampleAppearance(QStringLiteral("課長 山田花子 承認 2026-11-22"));
    }

    std::unique_ptr<Signer> issue(Role role, const QString &name, const QString &department = QStringLiteral("U0004"),
                                  AuthorityKey key = AuthorityKey::EcP256)
    {
        IssueRequest request;
        request.department = department;
        request.role = role;
        request.name = name;
        request.algorithm = key;
        return valueOrDie(authority->issue(request), "issue").toSigner();
    }

    /// The usual holder of a role, issued once
    const Signer &signer(Role role)
    {
        auto &slot = m_signers[role];
        if (!slot)
            slot = issue(role, QStringLiteral("職員 %1").arg(toCode(role)));
        return *slot;
    }

    SignRequest request(Role field, int minutes = 0) const
    {
        return {field, QStringLiteral("主査 山田花子"), sampleTime().addSecs(minutes * 60), appearance};
    }

    QByteArray sign(const QByteArray &pdf, Role role, int minutes = 0)
    {
        return valueOrDie(signDocument(pdf, request(role, minutes), signer(role)), "sign");
    }

    SignatureReport verify(const QByteArray &pdf) const { return verifyDocument(pdf, policy, sampleTime().addDays(1)); }

    QTemporaryDir folder;
    FixedClock clock;
    std::optional<Authority> authority;
    TrustPolicy policy;
    QByteArray appearance;

private:
    std::map<Role, std::unique_ptr<Signer>> m_signers;
};

/// Codes of the reasons, for comparing in one line
inline QString reasonsOf(const SignatureReport &report)
{
    QStringList codes;
    for (const Reason reason : report.reasons)
        codes.append(toCode(reason));
    return codes.join(QLatin1Char(' '));
}

inline QByteArray buildOrDie(const DocumentParts &parts) { return valueOrDie(buildDocument(parts), "build"); }

} // namespace tenken::test
