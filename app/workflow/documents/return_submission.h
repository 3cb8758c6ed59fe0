#pragma once

#include "core/fiscal_year.h"
#include "signing/cms/trust_policy.h"
#include "workflow/documents/sealed_document.h"
#include "workflow/documents/verify_submission.h"

namespace tenken {

/// The manager (or the division) sends a submission back: a signed PDF with the reason, tenken.return/1. The
/// submission itself is not touched. Errors: NotAccepted, ReasonRequired, InvalidValue, and those of signing.
class ReturnSubmission {
public:
    ReturnSubmission(const TrustPolicy &trust, const EraTable &eras, const FontBook &book)
        : m_trust(trust), m_eras(eras), m_book(book)
    { }
    /// act needs signer, author, at and timestamps; role follows from the signer's certificate
    Result<QByteArray> sendBack(const QByteArray &pdf, const QString &file, const QString &reason,
                                SigningAct act) const;

private:
    const TrustPolicy &m_trust;
    const EraTable &m_eras;
    const FontBook &m_book;
};

} // namespace tenken
