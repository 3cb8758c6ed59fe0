#pragma once

#include "cli/command.h"

namespace tenken::cli {

/// checklist list, show, validate, coverage
QList<Command> checklistCommands();

} // namespace tenken::cli
