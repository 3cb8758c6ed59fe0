#pragma once

#include "cli/command.h"

namespace tenken::cli {

/// demo: the whole demo city
QList<Command> demoCommands();

} // namespace tenken::cli
