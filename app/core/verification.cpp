#include "core/verification.h"

#include <array>
#include <utility>

namespace tenken {

namespace {

template <class Enum> struct Word {
    Enum value;
    const char *code;
};

template <class Enum, size_t n> QString codeOf(const std::array<Word<Enum>, n> &words, Enum value)
{
    for (const Word<Enum> &word : words) {
        if (word.value == value) {
            return QString::fromLatin1(word.code);
        }
    }
    Q_UNREACHABLE();
}

template <class Enum, size_t n> std::optional<Enum> valueOf(const std::array<Word<Enum>, n> &words, const QString &code)
{
    for (const Word<Enum> &word : words) {
        if (code == QLatin1String(word.code)) {
            return word.value;
        }
    }
    return std::nullopt;
}

constexpr std::array<Word<Verdict>, 8> verdicts{{
    {Verdict::NotASubmission, "not-a-submission"},
    {Verdict::NewerFormat, "newer-format"},
    {Verdict::Sanitised, "sanitised"},
    {Verdict::Unsigned, "unsigned"},
    {Verdict::Malformed, "malformed"},
    {Verdict::Altered, "altered"},
    {Verdict::Untrusted, "untrusted"},
    {Verdict::Accepted, "accepted"},
}};

constexpr std::array<Word<Reason>, 54> reasons{{
    {Reason::S1, "S1"},
    {Reason::S2, "S2"},
    {Reason::S3, "S3"},
    {Reason::S4, "S4"},
    {Reason::S5, "S5"},
    {Reason::S6, "S6"},
    {Reason::S7, "S7"},
    {Reason::S8, "S8"},
    {Reason::A1, "A1"},
    {Reason::A2, "A2"},
    {Reason::A3, "A3"},
    {Reason::A4, "A4"},
    {Reason::B1, "B1"},
    {Reason::B2, "B2"},
    {Reason::B3, "B3"},
    {Reason::B4, "B4"},
    {Reason::C1, "C1"},
    {Reason::C2, "C2"},
    {Reason::C3, "C3"},
    {Reason::C4, "C4"},
    {Reason::C5, "C5"},
    {Reason::C6, "C6"},
    {Reason::C7, "C7"},
    {Reason::C8, "C8"},
    {Reason::C9, "C9"},
    {Reason::D1, "D1"},
    {Reason::D2, "D2"},
    {Reason::D3, "D3"},
    {Reason::D4, "D4"},
    {Reason::D5, "D5"},
    {Reason::D6, "D6"},
    {Reason::V1, "V1"},
    {Reason::V2, "V2"},
    {Reason::V3, "V3"},
    {Reason::V4, "V4"},
    {Reason::V5, "V5"},
    {Reason::J1, "J1"},
    {Reason::J2, "J2"},
    {Reason::J3, "J3"},
    {Reason::J4, "J4"},
    {Reason::UnknownIssuer, "unknown-issuer"},
    {Reason::Expired, "expired"},
    {Reason::NotYetValid, "not-yet-valid"},
    {Reason::Revoked, "revoked"},
    {Reason::RoleMismatch, "role-mismatch"},
    {Reason::DepartmentMismatch, "department-mismatch"},
    {Reason::SamePerson, "same-person"},
    {Reason::ForeignPdf, "foreign-pdf"},
    {Reason::ForeignSigned, "foreign-signed"},
    {Reason::Scan, "scan"},
    {Reason::ApprovalMissing, "approval-missing"},
    {Reason::WrongRound, "wrong-round"},
    {Reason::Rollback, "rollback"},
    {Reason::Conflict, "conflict"},
}};

constexpr std::array<Word<Warning>, 4> warnings{{
    {Warning::CrlStale, "crl-stale"},
    {Warning::RevocationNotChecked, "revocation-not-checked"},
    {Warning::ApprovalMissing, "approval-missing"},
    {Warning::ClockSkew, "clock-skew"},
}};

constexpr std::array<Word<Role>, 4> roles{{
    {Role::Inspector, "inspector"},
    {Role::Approver, "approver"},
    {Role::Auditor, "auditor"},
    {Role::Division, "division"},
}};

constexpr std::array<Word<DocumentKind>, 6> kinds{{
    {DocumentKind::Submission, "submission"},
    {DocumentKind::Receipt, "receipt"},
    {DocumentKind::Return, "return"},
    {DocumentKind::Findings, "findings"},
    {DocumentKind::Plan, "plan"},
    {DocumentKind::Committee, "committee"},
}};

constexpr std::array<Word<Trust>, 5> trusts{{
    {Trust::Trusted, "trusted"},
    {Trust::UnknownIssuer, "unknown-issuer"},
    {Trust::Expired, "expired"},
    {Trust::NotYetValid, "not-yet-valid"},
    {Trust::Revoked, "revoked"},
}};

constexpr std::array<Word<Level>, 4> levels{{
    {Level::BB, "B-B"},
    {Level::BT, "B-T"},
    {Level::BLT, "B-LT"},
    {Level::BLTA, "B-LTA"},
}};

} // namespace

QString toCode(Verdict verdict) { return codeOf(verdicts, verdict); }
std::optional<Verdict> verdictFromCode(const QString &code) { return valueOf(verdicts, code); }
QString toCode(Reason reason) { return codeOf(reasons, reason); }
std::optional<Reason> reasonFromCode(const QString &code) { return valueOf(reasons, code); }
QString toCode(Warning warning) { return codeOf(warnings, warning); }
QString toCode(Role role) { return codeOf(roles, role); }
std::optional<Role> roleFromCode(const QString &code) { return valueOf(roles, code); }
QString toCode(DocumentKind kind) { return codeOf(kinds, kind); }
QString toCode(Trust trust) { return codeOf(trusts, trust); }
QString toCode(Level level) { return codeOf(levels, level); }

QString toCode(Integrity integrity)
{
    return integrity == Integrity::Intact ? QStringLiteral("intact") : QStringLiteral("broken");
}

QString toCode(TimeSource source)
{
    return source == TimeSource::Timestamp ? QStringLiteral("timestamp") : QStringLiteral("claimed");
}

std::optional<DocumentKind> documentKindFromFormat(const QString &format)
{
    const QString prefix = QStringLiteral("tenken.");
    const qsizetype slash = format.indexOf(u'/');
    if (!format.startsWith(prefix) || slash < 0) {
        return std::nullopt;
    }
    return valueOf(kinds, format.mid(prefix.size(), slash - prefix.size()));
}

} // namespace tenken
