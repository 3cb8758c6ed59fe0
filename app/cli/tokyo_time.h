#pragma once

#include "core/clock.h"

namespace tenken::cli {

/// toIso with +09:00, whatever the offset was: certificates and timestamps tell UTC. Empty for an invalid time.
inline QString tokyoIso(const QDateTime &time)
{
    constexpr int tokyoOffset = 9 * 3600;
    return time.isValid() ? toIso(time.toOffsetFromUtc(tokyoOffset)) : QString();
}

} // namespace tenken::cli
