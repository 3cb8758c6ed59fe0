#include "core/patience.h"

#include <QThread>

namespace tenken {

namespace {
constexpr int attempts = 6; // 20 + 40 + … + 320 ms at most
constexpr unsigned long firstWaitMs = 20;
} // namespace

Status patiently(const std::function<Attempt()> &attempt)
{
    Attempt last = attempt();
    for (int i = 1; i < attempts && !last.status && last.isWorthAnother; ++i) {
        QThread::msleep(firstWaitMs << (i - 1));
        last = attempt();
    }
    return last.status;
}

} // namespace tenken
