#include "signing/cms/crl.h"
#include "signing/keys/certificate.h"

#include "fuzz/fuzz_input.h"

using namespace tenken;

/// A certificate or list that is read has exactly the bytes that were given, and its fields can be asked for.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    if (const auto certificate = Certificate::fromDer(bytes)) {
        fuzz::require(certificate->der() == bytes);
        fuzz::require(Certificate::fromPem(certificate->pem()).value() == *certificate);
        (void)certificate->commonName();
        (void)certificate->organisationalUnit();
        (void)certificate->issuerName();
        (void)certificate->serialHex();
        (void)certificate->notAfter();
        (void)certificate->role();
        (void)certificate->keyAlgorithm();
        (void)certificate->isTimestamping();
        (void)certificate->isForDocuments();
        fuzz::require(bytes.contains(certificate->spkiDer()));
    }
    (void)Certificate::listFromFile(bytes);
    if (const auto crl = Crl::read(bytes)) {
        fuzz::require(Crl::read(crl->der())->der() == crl->der());
        (void)crl->nextUpdate();
        (void)crl->isComplete();
    }
    return 0;
}
