#pragma once

#include "core/fiscal_year.h"
#include "core/inspection.h"
#include "core/result.h"
#include "core/verification.h"
#include "report/layout/font_book.h"
#include "report/layout/page_layout.h"
#include "signing/cms/timestamp.h"
#include "signing/keys/signer.h"

namespace tenken {

struct TrustPolicy;

/// Pages and data that become one signed PDF
struct SealedParts {
    PageLayout layout;
    QByteArray attachment; ///< canonical JSON
    DocumentKind kind = DocumentKind::Submission;
    QString author;
    QString subject;
    QDateTime created;
};

/// Who signs, with what, when. department: what the certificate's must be, empty for auditor and division.
struct SigningAct {
    const Signer *signer = nullptr;
    Role role = Role::Inspector;
    QString department;
    Author author; ///< name and post as typed; the certificate's name when empty
    QDateTime at;
    const TimestampAuthority *timestamps = nullptr;
    bool onBehalf = false; ///< 代決: an approver signs for the one who is away
};

/// Pages with their data, not yet signed
Result<QByteArray> buildSealed(const SealedParts &parts);
/// Whether this key may sign this: CertificateWrongRole, CertificateWrongDepartment (of certificates that carry a
/// role), CertificateExpired, CertificateNotYetValid, CertificateWeak
Status checkSigner(const SigningAct &act);
/// Adds the signature with its visible box; the signer is checked first
Result<QByteArray> sign(const QByteArray &pdf, const SigningAct &act, const EraTable &eras, const FontBook &book);
/// What Tenken itself would refuse must never leave the desk: SamePerson (V3, also under another certificate), and
/// NotAccepted with the signer's name and the first reason, for by now it is the certificate that is refused.
Status checkSigned(const QByteArray &pdf, const TrustPolicy &trust, const SigningAct &act);
/// The author's typed name, or the certificate's
Author signingAuthor(const SigningAct &act);
/// What stands in /Name: post and name
QString signatureName(const Author &author);

} // namespace tenken
