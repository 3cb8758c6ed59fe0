#pragma once

#include "cli/command.h"

namespace tenken::cli {

/// registry status, missing, signs
QList<Command> registryStatusCommands();

} // namespace tenken::cli
