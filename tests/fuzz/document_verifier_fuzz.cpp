#include "signing/cms/trust_policy.h"
#include "signing/pdf/document_verifier.h"

#include "fuzz/fuzz_input.h"

using namespace tenken;

/// No anchors: whatever the bytes are, nothing is accepted, every refusal has a reason, and what extract gives out is
/// what the report holds.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const QDateTime now(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC);
    const SignatureReport report = verifyDocument(bytes, TrustPolicy(), now);
    fuzz::require(report.verdict != Verdict::Accepted);
    fuzz::require(report.verdict == Verdict::Unsigned || !report.reasons.isEmpty());
    fuzz::require(report.attachment.isEmpty() || report.verdict == Verdict::Untrusted);
    const auto attachment = extractAttachment(bytes);
    fuzz::require(bool(attachment) == !report.attachment.isEmpty());
    return 0;
}
