#pragma once

#include "core/diagnostic.h"

namespace tenken::wording {

/// What is wrong at that place of the file and what is expected there
QString sentence(const Diagnostic &diagnostic);
/// The sentence with its place in front: "checklists/x.json:42:13 /items/3/weight: …"
QString located(const Diagnostic &diagnostic);

} // namespace tenken::wording
