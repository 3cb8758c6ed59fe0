#pragma once

#include "cli/command.h"

namespace tenken::cli {

/// registry import, list, receipt
QList<Command> registryCommands();

} // namespace tenken::cli
