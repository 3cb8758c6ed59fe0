#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace tenken {

/// In order of precedence (files-and-cli, Verdicts)
enum class Verdict { NotASubmission, NewerFormat, Sanitised, Unsigned, Malformed, Altered, Untrusted, Accepted };
QString toCode(Verdict verdict);
std::optional<Verdict> verdictFromCode(const QString &code);

/// Why. S1…J4 are the rules of the verification profile (docs/verification-profile.md).
enum class Reason {
    S1,
    S2,
    S3,
    S4,
    S5,
    S6,
    S7,
    S8,
    A1,
    A2,
    A3,
    A4,
    B1,
    B2,
    B3,
    B4,
    C1,
    C2,
    C3,
    C4,
    C5,
    C6,
    C7,
    C8,
    C9,
    D1,
    D2,
    D3,
    D4,
    D5,
    D6,
    V1,
    V2,
    V3,
    V4,
    V5,
    J1,
    J2,
    J3,
    J4,
    UnknownIssuer,
    Expired,
    NotYetValid,
    Revoked,
    RoleMismatch,
    DepartmentMismatch,
    SamePerson,
    ForeignPdf,
    ForeignSigned,
    Scan,
    // only from the registry
    ApprovalMissing,
    WrongRound,
    Rollback,
    Conflict,
};
/// "S1" … "J4", "unknown-issuer", "foreign-pdf", …
QString toCode(Reason reason);
std::optional<Reason> reasonFromCode(const QString &code);

enum class Warning { CrlStale, RevocationNotChecked, ApprovalMissing, ClockSkew };
QString toCode(Warning warning);

/// What a certificate entitles its holder to sign. Codes: inspector approver auditor division
enum class Role { Inspector = 1, Approver = 2, Auditor = 3, Division = 4 };
QString toCode(Role role);
std::optional<Role> roleFromCode(const QString &code);

enum class DocumentKind { Submission, Receipt, Return, Findings, Plan, Committee };
QString toCode(DocumentKind kind);
/// From a format string such as tenken.submission/1
std::optional<DocumentKind> documentKindFromFormat(const QString &format);

enum class Integrity { Intact, Broken };
enum class Trust { Trusted, UnknownIssuer, Expired, NotYetValid, Revoked };
enum class TimeSource { Claimed, Timestamp };
enum class Level { BB, BT, BLT, BLTA };
QString toCode(Integrity);
QString toCode(Trust);
QString toCode(TimeSource);
QString toCode(Level);

/// One line of a roles file: a certificate of a city's own PKI, which carries no policy OID of ours
struct RoleMapping {
    QString certificateSha256; ///< lower-case hex
    Role role = Role::Inspector;
    QString department;
};

/// One signature as the verifier found it. Text fields come from the certificate and the signature dictionary.
struct SignatureFinding {
    std::optional<Role> role; ///< from the certificate's policy OID, or the roles file
    QString signer; ///< CN
    QString post; ///< typed name and post (/Name); shown as claimed
    QString department; ///< OU, or the roles file
    QString issuer;
    QString certificateSha256; ///< lower-case hex
    QString serial; ///< lower-case hex
    QDateTime signedAt;
    TimeSource timeSource = TimeSource::Claimed;
    Integrity integrity = Integrity::Broken;
    Trust trust = Trust::UnknownIssuer;
    Level level = Level::BB;
    QString field; ///< inspector approver auditor division
    bool onBehalf = false; ///< 代決: signed for the manager who was away, as the signature's reason says
};

/// What signing/ says about one PDF: everything but the meaning of its data. attachment holds the bytes that the
/// first signature covers; empty unless the structure holds.
struct SignatureReport {
    std::optional<DocumentKind> kind; ///< as far as the bytes tell
    Verdict verdict = Verdict::NotASubmission;
    QList<Reason> reasons;
    QList<Warning> warnings;
    QList<SignatureFinding> signatures;
    QByteArray attachment;
    QByteArray markedFingerprint; ///< hex SHA-256 that every page carries as marked content
};

} // namespace tenken
