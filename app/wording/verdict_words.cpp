#include "wording/verdict_words.h"

#include <QCoreApplication>

namespace tenken::wording {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::VerdictWords)
};

} // namespace

QChar symbolOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Accepted:
        return u'✓';
    case Verdict::NewerFormat:
    case Verdict::Sanitised:
    case Verdict::Unsigned:
    case Verdict::Untrusted:
        return u'！';
    case Verdict::Malformed:
    case Verdict::Altered:
        return u'×';
    case Verdict::NotASubmission:
        return u'－';
    }
    Q_UNREACHABLE();
}

QString word(Verdict verdict)
{
    switch (verdict) {
    case Verdict::NotASubmission:
        return Words::tr("Not from Tenken");
    case Verdict::NewerFormat:
        return Words::tr("Newer format");
    case Verdict::Sanitised:
        return Words::tr("Sanitised copy");
    case Verdict::Unsigned:
        return Words::tr("Unsigned");
    case Verdict::Malformed:
        return Words::tr("Malformed");
    case Verdict::Altered:
        return Words::tr("Altered");
    case Verdict::Untrusted:
        return Words::tr("Untrusted");
    case Verdict::Accepted:
        return Words::tr("Accepted");
    }
    Q_UNREACHABLE();
}

QString signedAs(const SignatureFinding &signature)
{
    const QString role = signature.role ? word(*signature.role) : QString();
    return signature.onBehalf ? Words::tr("%1 (on behalf)").arg(role) : role;
}

QString explanation(Verdict verdict)
{
    switch (verdict) {
    case Verdict::NotASubmission:
        return Words::tr("This file was not made by Tenken.");
    case Verdict::NewerFormat:
        return Words::tr("This file was made by a newer version of Tenken.");
    case Verdict::Sanitised:
        return Words::tr("This is a copy of a Tenken file that has lost its signatures or its data, as sanitising "
                         "does.");
    case Verdict::Unsigned:
        return Words::tr("This Tenken file carries no signature.");
    case Verdict::Malformed:
        return Words::tr("This file is not built as Tenken builds it.");
    case Verdict::Altered:
        return Words::tr("This file was changed after it was signed.");
    case Verdict::Untrusted:
        return Words::tr("The content is as it was signed, but a signature cannot be trusted.");
    case Verdict::Accepted:
        return Words::tr("The content is as it was signed, and the signatures are trusted.");
    }
    Q_UNREACHABLE();
}

QString nextStep(Verdict verdict)
{
    switch (verdict) {
    case Verdict::NotASubmission:
        return Words::tr("Ask the sender for the PDF that Tenken exported.");
    case Verdict::NewerFormat:
        return Words::tr("Update Tenken and open the file again.");
    case Verdict::Sanitised:
        return Words::tr("Ask for the original file by a way that does not sanitise it.");
    case Verdict::Unsigned:
        return Words::tr("Ask the sender to sign the submission and to send it again.");
    case Verdict::Malformed:
        return Words::tr("Ask the sender for the file as Tenken exported it, not saved again by another program.");
    case Verdict::Altered:
        return Words::tr("Do not use the content. Tell the sender and ask for the original file.");
    case Verdict::Untrusted:
        return Words::tr("Check the certificate with the sender and the issuer before you use the content.");
    case Verdict::Accepted:
        return Words::tr("Nothing more to do: the file can be used.");
    }
    Q_UNREACHABLE();
}

QString word(Warning warning)
{
    switch (warning) {
    case Warning::CrlStale:
        return Words::tr("Old revocation list");
    case Warning::RevocationNotChecked:
        return Words::tr("Revocation not checked");
    case Warning::ApprovalMissing:
        return Words::tr("Not approved yet");
    case Warning::ClockSkew:
        return Words::tr("Clock differs");
    }
    Q_UNREACHABLE();
}

QString explanation(Warning warning)
{
    switch (warning) {
    case Warning::CrlStale:
        return Words::tr("The revocation list is past its date; a certificate revoked since then is not noticed.");
    case Warning::RevocationNotChecked:
        return Words::tr("No revocation list is at hand, so a revoked certificate is not noticed.");
    case Warning::ApprovalMissing:
        return Words::tr("The approver has not signed yet.");
    case Warning::ClockSkew:
        return Words::tr("The time of signing does not fit the clock of this PC; check the clock.");
    }
    Q_UNREACHABLE();
}

QString word(Trust trust)
{
    switch (trust) {
    case Trust::Trusted:
        return Words::tr("Trusted");
    case Trust::UnknownIssuer:
        return Words::tr("Unknown issuer");
    case Trust::Expired:
        return Words::tr("Expired");
    case Trust::NotYetValid:
        return Words::tr("Not yet valid");
    case Trust::Revoked:
        return Words::tr("Revoked");
    }
    Q_UNREACHABLE();
}

QString explanation(Trust trust)
{
    switch (trust) {
    case Trust::Trusted:
        return Words::tr("The certificate comes from an issuer that is trusted here.");
    case Trust::UnknownIssuer:
        return Words::tr("The issuer of the certificate is not among those trusted here.");
    case Trust::Expired:
        return Words::tr("The certificate had expired at the time of the check.");
    case Trust::NotYetValid:
        return Words::tr("The certificate was not valid yet at the time of the check.");
    case Trust::Revoked:
        return Words::tr("The issuer has revoked the certificate.");
    }
    Q_UNREACHABLE();
}

QString word(Integrity integrity)
{
    switch (integrity) {
    case Integrity::Intact:
        return Words::tr("Unchanged");
    case Integrity::Broken:
        return Words::tr("Changed or damaged");
    }
    Q_UNREACHABLE();
}

QString explanation(Integrity integrity)
{
    switch (integrity) {
    case Integrity::Intact:
        return Words::tr("What this signature covers is as it was signed.");
    case Integrity::Broken:
        return Words::tr("What this signature covers is not what was signed.");
    }
    Q_UNREACHABLE();
}

QString word(Role role)
{
    switch (role) {
    case Role::Inspector:
        return Words::tr("Inspector");
    case Role::Approver:
        return Words::tr("Approver");
    case Role::Auditor:
        return Words::tr("Auditor");
    case Role::Division:
        return Words::tr("Information policy division");
    }
    Q_UNREACHABLE();
}

QString explanation(Role role)
{
    switch (role) {
    case Role::Inspector:
        return Words::tr("Answers the checklist for the department and signs the submission.");
    case Role::Approver:
        return Words::tr("Approves or returns the submission as the information security manager.");
    case Role::Auditor:
        return Words::tr("Audits the department and signs the findings.");
    case Role::Division:
        return Words::tr("Collects the submissions and signs receipts and reports.");
    }
    Q_UNREACHABLE();
}

QString word(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Submission:
        return Words::tr("Submission");
    case DocumentKind::Receipt:
        return Words::tr("Receipt");
    case DocumentKind::Return:
        return Words::tr("Return notice");
    case DocumentKind::Findings:
        return Words::tr("Audit findings");
    case DocumentKind::Plan:
        return Words::tr("Improvement plan");
    case DocumentKind::Committee:
        return Words::tr("Committee report");
    }
    Q_UNREACHABLE();
}

QString explanation(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Submission:
        return Words::tr("The signed answers of one inspection.");
    case DocumentKind::Receipt:
        return Words::tr("The division's confirmation that submissions have arrived.");
    case DocumentKind::Return:
        return Words::tr("A submission that goes back to its inspector, with the reason.");
    case DocumentKind::Findings:
        return Words::tr("The findings of an audit.");
    case DocumentKind::Plan:
        return Words::tr("The corrective actions that a department plans.");
    case DocumentKind::Committee:
        return Words::tr("The results of the whole city for the committee.");
    }
    Q_UNREACHABLE();
}

QString word(Level level)
{
    switch (level) {
    case Level::BB:
        return Words::tr("Signature only");
    case Level::BT:
        return Words::tr("With timestamp");
    case Level::BLT:
        return Words::tr("Long term");
    case Level::BLTA:
        return Words::tr("Archive");
    }
    Q_UNREACHABLE();
}

QString explanation(Level level)
{
    switch (level) {
    case Level::BB:
        return Words::tr("The signature and its certificate, without a proof of the time.");
    case Level::BT:
        return Words::tr("A timestamp authority proves that the signature existed at that time.");
    case Level::BLT:
        return Words::tr("Certificates and revocation lists are inside, so it can be verified years later.");
    case Level::BLTA:
        return Words::tr("An archive timestamp also protects what is needed to verify it for decades.");
    }
    Q_UNREACHABLE();
}

QString word(TimeSource source)
{
    switch (source) {
    case TimeSource::Claimed:
        return Words::tr("Clock of the PC");
    case TimeSource::Timestamp:
        return Words::tr("Timestamp");
    }
    Q_UNREACHABLE();
}

QString explanation(TimeSource source)
{
    switch (source) {
    case TimeSource::Claimed:
        return Words::tr("The time is what the signer's PC said; nobody has confirmed it.");
    case TimeSource::Timestamp:
        return Words::tr("A timestamp authority has confirmed the time.");
    }
    Q_UNREACHABLE();
}

} // namespace tenken::wording
