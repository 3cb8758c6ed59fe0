#include "signing/cms/cms_verifier.h"
#include "signing/cms/der.h"
#include "signing/cms/signed_data.h"
#include "signing/cms/timestamp.h"

#include "fuzz/fuzz_input.h"

using namespace tenken;

namespace {

QByteArray hashOf(QCryptographicHash::Algorithm algorithm) { return QCryptographicHash::hash("document", algorithm); }

} // namespace

/// Without anchors nothing is trusted, whatever it claims; what parses as SignedData is DER of the first element.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    const CmsFinding finding = verifyCms(bytes, hashOf(QCryptographicHash::Sha256), hashOf, {}, now);
    fuzz::require(!finding.isAccepted() && finding.signature.trust != Trust::Trusted);
    fuzz::require(!verifyTimestampToken(bytes, hashOf, {}, now).isAccepted());
    fuzz::require(der::firstLength(bytes) <= bytes.size());
    if (der::isCanonical(bytes))
        fuzz::require(der::firstLength(bytes) == bytes.size());
    (void)parseSignedData(bytes);
    static const QByteArray request = timestampRequest(hashOf(QCryptographicHash::Sha256)).value();
    fuzz::require(!tokenFromResponse(bytes, request));
    return 0;
}
