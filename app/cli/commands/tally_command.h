#pragma once

#include "cli/command.h"

namespace tenken::cli {

/// inspection tally
QList<Command> tallyCommands();

} // namespace tenken::cli
