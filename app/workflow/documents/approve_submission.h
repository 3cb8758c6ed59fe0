#pragma once

#include "core/fiscal_year.h"
#include "signing/cms/trust_policy.h"
#include "workflow/documents/sealed_document.h"
#include "workflow/documents/verify_submission.h"

namespace tenken {

/// The manager's second signature. Only a submission that is accepted and not yet approved is signed; the first
/// signature stays valid. Errors: NotAccepted (detail: the verdict), AlreadyExists (approved already), SamePerson, and
/// the errors of signing.
class ApproveSubmission {
public:
    ApproveSubmission(const TrustPolicy &trust, const EraTable &eras, const FontBook &book)
        : m_trust(trust), m_eras(eras), m_book(book)
    { }
    /// act needs signer, author, at and timestamps; role and department follow from the submission
    Result<QByteArray> approve(const QByteArray &pdf, const QString &file, SigningAct act) const;

private:
    const TrustPolicy &m_trust;
    const EraTable &m_eras;
    const FontBook &m_book;
};

} // namespace tenken
