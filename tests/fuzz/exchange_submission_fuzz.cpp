#include "exchange/document_json.h"
#include "exchange/round_file.h"
#include "exchange/submission_json.h"

#include "fuzz/fuzz_input.h"

using namespace tenken;

/// What is accepted is byte for byte what would be written.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    if (const Reading<Submission> read = readSubmission(bytes, {}))
        fuzz::require(writeSubmission(*read.value) == bytes);
    if (const Reading<ReturnNote> read = readReturn(bytes, {}))
        fuzz::require(writeReturn(*read.value) == bytes);
    if (const Reading<Receipt> read = readReceipt(bytes, {}))
        fuzz::require(writeReceipt(*read.value) == bytes);
    if (const Reading<CommitteeSummary> read = readCommitteeSummary(bytes, {}))
        fuzz::require(writeCommitteeSummary(*read.value) == bytes);
    if (const Reading<Round> read = readRound(bytes, {}))
        fuzz::require(readRound(writeRound(*read.value), {}).value == read.value);
    return 0;
}
