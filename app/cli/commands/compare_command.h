#pragma once

#include "cli/command.h"

namespace tenken::cli {

/// compare
QList<Command> compareCommands();

} // namespace tenken::cli
