#pragma once

#include "cli/command.h"

namespace tenken::cli {

/// authority init, issue, revoke, crl
QList<Command> authorityCommands();

} // namespace tenken::cli
