#pragma once

#include "core/comparison/formality_signs.h"

namespace tenken::wording {

/// "All ○", "Much not applicable" …
QString word(FormalitySignKind kind);
/// The numbers behind it, and from where on it is shown
QString sentence(const FormalitySign &sign);

} // namespace tenken::wording
