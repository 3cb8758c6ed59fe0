#pragma once

#include "core/error.h"
#include "gui/shell/prompts.h"
#include "viewmodel/registry/registry_workspace.h"
#include "viewmodel/shell/desk.h"
#include "viewmodel/shell/settings.h"

namespace tenken {

/// What every page is built with; all of it outlives the pages.
struct Context {
    Desk &desk;
    Settings &settings;
    Prompts &prompts;
    RegistryWorkspace &registry;
};

} // namespace tenken
