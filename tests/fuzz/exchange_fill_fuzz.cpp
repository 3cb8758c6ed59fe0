#include "exchange/fill_reader.h"
#include "exchange/score_vectors.h"

#include "fuzz/fuzz_input.h"

using namespace tenken;

/// Rows or problems, never both; every row has an item.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const Reading<QList<FillRow>> read = readFill(bytes, {});
    fuzz::require(read.value.has_value() == read.problems.isEmpty());
    if (read) {
        for (const FillRow &row : *read.value)
            fuzz::require(!row.item.isEmpty() && row.line > 0);
    }
    const Reading<QJsonObject> vectors = computeScoreVectors(bytes, {});
    fuzz::require(vectors.value.has_value() == vectors.problems.isEmpty());
    return 0;
}
