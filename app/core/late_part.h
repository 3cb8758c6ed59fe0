#pragma once

#include "core/result.h"

#include <QtGlobal>

namespace tenken {

/// A function of the library that app/<room>/late/ makes. It is loaded at the first call: what it needs of outside
/// libraries would cost every start. RenderFailed with the detail "part-missing" when it is not installed.
Result<QFunctionPointer> latePart(const char *room, const char *function);

/// By the function's declaration: latePart<decltype(f)>(room, "f"); both sides are of one build.
template <typename Function> Result<Function *> latePart(const char *room, const char *function)
{
    const Result<QFunctionPointer> found = latePart(room, function);
    if (!found)
        return fail(found);
    return reinterpret_cast<Function *>(*found);
}

} // namespace tenken
