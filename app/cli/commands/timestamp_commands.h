#pragma once

#include "cli/command.h"

namespace tenken::cli {

/// timestamp and extend: B-T, B-LT and B-LTA
QList<Command> timestampCommands();

} // namespace tenken::cli
