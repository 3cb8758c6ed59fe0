#include "exchange/canonical_json.h"
#include "exchange/json_parser.h"

#include "fuzz/fuzz_input.h"

using namespace tenken;

/// What parses has a canonical form that parses again to the same form (numbers other than integers aside).
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Reading<JsonValue> read = parseJson(fuzz::bytesOf(data, size), {});
    fuzz::require(read.value.has_value() == read.problems.isEmpty());
    if (!read)
        return 0;
    const QByteArray canonical = canonicalJson(toQJson(*read.value));
    fuzz::require(canonicalJson(*read.value) == canonical);
    const Reading<JsonValue> again = parseJson(canonical, {});
    fuzz::require(bool(again) || canonical.size() > JsonLimits{}.bytes);
    if (again)
        fuzz::require(canonicalJson(toQJson(*again.value)) == canonical);
    return 0;
}
