#pragma once

#include "cli/command.h"

namespace tenken::cli {

/// inspection start, profile, answer, fill, check, status, list, history, revise, delete-draft
QList<Command> inspectionCommands();

} // namespace tenken::cli
