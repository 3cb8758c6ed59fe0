#pragma once

#include "gui/reports/print_preview.h"

namespace tenken {

/// What openPrintPreview() calls, for latePart()
extern "C" Q_DECL_EXPORT void openPrintDialog(const PageLayout &layout, QWidget *parent);

} // namespace tenken
