#include "exchange/checklist_reader.h"
#include "exchange/policy_reader.h"

#include "exchange/checklist_fixture.h"
#include "fuzz/fuzz_input.h"

using namespace tenken;

/// The same bytes as a policy and as a checklist: a value or at most 200 problems, each with a place.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Policy policy = *readPolicy(fixture::pretty(fixture::policy()), {}).value;
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const Reading<Checklist> checklist = readChecklist(bytes, {}, policy);
    fuzz::require(checklist.value.has_value() == checklist.problems.isEmpty());
    fuzz::require(checklist.problems.size() <= 200);
    for (const Diagnostic &problem : checklist.problems)
        fuzz::require(problem.line > 0 || problem.code == DiagnosticCode::TooLarge);
    const Reading<Policy> other = readPolicy(bytes, {});
    fuzz::require(other.value.has_value() == other.problems.isEmpty());
    return 0;
}
