#pragma once

#include <atomic>
#include <memory>

namespace tenken {

/// Shared by the thread that works and the one that shows: how far, and whether to stop. total 0: not known.
struct TaskProgress {
    std::atomic_int done{0};
    std::atomic_int total{0};
    std::atomic_bool isCancelled{false};
};
using TaskProgressPtr = std::shared_ptr<TaskProgress>;

} // namespace tenken
