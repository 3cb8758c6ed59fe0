#include "signing/pdf/document_profile.h"

#include <algorithm>
#include <array>

namespace tenken {

namespace {

constexpr std::array<DocumentKind, 6> kKinds = {DocumentKind::Submission, DocumentKind::Receipt,
                                                DocumentKind::Return,     DocumentKind::Findings,
                                                DocumentKind::Plan,       DocumentKind::Committee};

} // namespace

QByteArray attachmentName(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Submission:
        return "submission.json";
    case DocumentKind::Receipt:
        return "receipt.json";
    case DocumentKind::Return:
        return "return.json";
    case DocumentKind::Findings:
        return "findings.json";
    case DocumentKind::Plan:
        return "plan.json";
    case DocumentKind::Committee:
        return "committee.json";
    }
    return {};
}

std::optional<DocumentKind> documentKindFromAttachment(QByteArrayView name)
{
    for (const DocumentKind kind : kKinds) {
        if (name == attachmentName(kind))
            return kind;
    }
    return std::nullopt;
}

QList<QList<Role>> fieldSets(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Submission:
    case DocumentKind::Plan:
        return {{Role::Inspector, Role::Approver}};
    case DocumentKind::Return:
        return {{Role::Approver}, {Role::Division}};
    case DocumentKind::Receipt:
    case DocumentKind::Committee:
        return {{Role::Division}};
    case DocumentKind::Findings:
        return {{Role::Auditor}};
    }
    return {};
}

QString signingReason(DocumentKind kind, Role role, bool onBehalf)
{
    switch (kind) {
    case DocumentKind::Submission:
        if (onBehalf && role == Role::Approver) {
            return QStringLiteral("点検結果の承認（代決）");
        }
        return role == Role::Inspector ? QStringLiteral("点検の実施") : QStringLiteral("点検結果の承認");
    case DocumentKind::Receipt:
        return QStringLiteral("受領");
    case DocumentKind::Return:
        return QStringLiteral("差戻し");
    case DocumentKind::Findings:
        return QStringLiteral("監査結果の報告");
    case DocumentKind::Plan:
        return role == Role::Inspector ? QStringLiteral("改善計画の作成") : QStringLiteral("改善計画の承認");
    case DocumentKind::Committee:
        return QStringLiteral("委員会への報告");
    }
    return {};
}

std::optional<bool> isOnBehalf(DocumentKind kind, Role role, const QString &reason)
{
    if (reason == signingReason(kind, role)) {
        return false;
    }
    return reason == signingReason(kind, role, true) ? std::optional(true) : std::nullopt;
}

bool isSignerName(const QString &text)
{
    const auto isDangerous = [](QChar c) {
        const bool turnsText = c == u'\u200e' || c == u'\u200f' || (c >= u'\u202a' && c <= u'\u202e')
            || (c >= u'\u2066' && c <= u'\u2069');
        return turnsText || c.category() == QChar::Other_Control;
    };
    return text.size() <= 200 && text.isValidUtf16() && std::none_of(text.begin(), text.end(), isDangerous);
}

QByteArray pageMark(QByteArrayView sha256Hex)
{
    return QByteArray("/Tenken <</SHA256 (").append(sha256Hex).append(")>> BDC\n");
}

QByteArray pageMarkEnd() { return "\nEMC\n"; }

} // namespace tenken
