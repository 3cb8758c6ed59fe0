#pragma once

#include "cli/command.h"

namespace tenken::cli {

/// report submission-status, committee, department
QList<Command> reportCommands();

} // namespace tenken::cli
