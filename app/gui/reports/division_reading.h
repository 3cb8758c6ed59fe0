#pragma once

#include "gui/shell/context.h"

namespace tenken {

class MainWindow;

/// The pages on which what was collected is read: Compare and Reports
void addReadingPages(MainWindow &window, const Context &context);

} // namespace tenken
