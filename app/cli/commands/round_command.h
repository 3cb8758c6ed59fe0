#pragma once

#include "cli/command.h"

namespace tenken::cli {

/// registry round
QList<Command> roundCommands();

} // namespace tenken::cli
