#include "cli/command_line.h"
#include "cli/commands/authority_commands.h"
#include "cli/commands/checklist_commands.h"
#include "cli/commands/compare_command.h"
#include "cli/commands/demo_command.h"
#include "cli/commands/export_commands.h"
#include "cli/commands/inspection_commands.h"
#include "cli/commands/registry_commands.h"
#include "cli/commands/registry_status_commands.h"
#include "cli/commands/report_command.h"
#include "cli/commands/round_command.h"
#include "cli/commands/score_command.h"
#include "cli/commands/store_commands.h"
#include "cli/commands/tally_command.h"
#include "cli/commands/timestamp_commands.h"
#include "cli/commands/verify_commands.h"

namespace tenken::cli {

QList<Command> allCommands()
{
    QList<Command> commands;
    for (const auto &group :
         {checklistCommands, authorityCommands, inspectionCommands, tallyCommands, exportCommands, verifyCommands,
          timestampCommands, registryCommands, roundCommands, registryStatusCommands, compareCommands, reportCommands,
          scoreCommands, storeCommands, demoCommands}) {
        commands << group();
    }
    return commands;
}

} // namespace tenken::cli
