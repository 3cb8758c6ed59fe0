#pragma once

#include "cli/command.h"

namespace tenken::cli {

/// score --vectors
QList<Command> scoreCommands();

} // namespace tenken::cli
