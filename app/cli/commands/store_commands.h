#pragma once

#include "cli/command.h"

namespace tenken::cli {

/// store backup, restore, check
QList<Command> storeCommands();

} // namespace tenken::cli
