#pragma once

#include "cli/command.h"

namespace tenken::cli {

/// registry import, list, status, missing, receipt
QList<Command> registryCommands();

} // namespace tenken::cli
