#include "workflow/documents/extend_document.h"

#include "signing/cms/crl.h"
#include "signing/pdf/long_term.h"
#include "workflow/documents/verify_submission.h"

namespace tenken {

Result<QByteArray> ExtendDocument::timestamp(const QByteArray &pdf, const TimestampAuthority &authority) const
{
    const Result<QByteArray> whole = attachmentOf(pdf);
    return whole ? addSignatureTimestamp(pdf, authority) : whole;
}

Result<QByteArray> ExtendDocument::toLongTerm(const QByteArray &pdf, const QList<QByteArray> &crls) const
{
    if (const Result<QByteArray> whole = attachmentOf(pdf); !whole) {
        return whole;
    }
    QList<QByteArray> lists;
    for (const QByteArray &crl : crls) {
        const Result<QByteArray> der = crlToDer(crl);
        if (!der) {
            return der;
        }
        lists << *der;
    }
    const Result<QList<QByteArray>> certificates = signerCertificates(pdf);
    return certificates ? addDss(pdf, *certificates, lists) : fail(certificates);
}

Result<QByteArray> ExtendDocument::toArchive(const QByteArray &pdf, const QList<QByteArray> &crls,
                                             const TimestampAuthority &authority) const
{
    const Result<QByteArray> longTerm = toLongTerm(pdf, crls);
    return longTerm ? addDocumentTimestamp(*longTerm, authority) : longTerm;
}

} // namespace tenken
