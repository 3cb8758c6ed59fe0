#pragma once

#include "cli/command.h"

namespace tenken::cli {

/// verify, extract, restore: what a PDF says and holds
QList<Command> verifyCommands();

} // namespace tenken::cli
