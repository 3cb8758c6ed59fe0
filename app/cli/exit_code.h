#pragma once

#include "core/error.h"

namespace tenken::cli {

/// Exit codes of tenken-cli; with several files the highest counts.
enum ExitCode {
    Done = 0,
    Negative = 1, ///< not accepted, invalid content, incomplete, refused
    WrongUsage = 2,
    UnreadableFile = 3,
    StorageFailed = 4,
    SigningFailed = 5,
};

/// What an error means for the caller's shell
ExitCode exitCodeOf(ErrorCode code);

} // namespace tenken::cli
