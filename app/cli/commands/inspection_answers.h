#pragma once

#include "cli/command.h"

namespace tenken::cli {

/// inspection answer and inspection fill
QList<Command> answerCommands();

} // namespace tenken::cli
