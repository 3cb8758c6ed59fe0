#pragma once

#include "core/result.h"

#include <functional>

namespace tenken {

struct Attempt {
    Status status;
    bool isWorthAnother = false; ///< when it failed: time may help
};

/// Attempts until one succeeds or is not worth another: six within 0.7 s, with longer and longer pauses. For files:
/// on Windows a virus scanner or the indexer may hold one for a moment.
Status patiently(const std::function<Attempt()> &attempt);

} // namespace tenken
