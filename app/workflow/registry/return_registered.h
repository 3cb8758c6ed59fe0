#pragma once

#include "signing/cms/trust_policy.h"
#include "storage/registry_repository.h"
#include "workflow/documents/sealed_document.h"
#include "workflow/press.h"

namespace tenken {

/// The PDF of a submission in the registry, from the registry itself or from where it was found. FileUnreadable or
/// FileNotFound when only its place was recorded and it is gone; FileChanged when another file lies there.
Result<QByteArray> registeredPdf(Registry &registry, const QUuid &submission);

/// The division sends a submission of the registry back: a signed return in a file, and the registry remembers it.
class ReturnRegistered {
public:
    ReturnRegistered(Registry &registry, const TrustPolicy &trust, const EraTable &eras, const FontBook &book)
        : m_registry(registry), m_trust(trust), m_eras(eras), m_book(book)
    { }
    /// Errors of ReturnSubmission, registeredPdf and writeFile
    Status sendBack(const QUuid &submission, const QString &reason, const SigningAct &act, const QString &file);

private:
    Registry &m_registry;
    const TrustPolicy &m_trust;
    const EraTable &m_eras;
    const FontBook &m_book;
};

} // namespace tenken
