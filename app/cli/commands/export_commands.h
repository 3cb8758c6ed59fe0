#pragma once

#include "cli/command.h"

namespace tenken::cli {

/// inspection export, approve, return: what a person signs
QList<Command> exportCommands();

} // namespace tenken::cli
