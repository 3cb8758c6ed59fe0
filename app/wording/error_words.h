#pragma once

#include "core/error.h"

namespace tenken::wording {

/// One to three short sentences: with what (the subject, in front), what happened and why, what to do next.
/// Never shows the error's detail, which is for the log.
QString sentence(const Error &error);

} // namespace tenken::wording
