#pragma once

#include "core/result.h"
#include "report/layout/page_layout.h"

class QWidget;

namespace tenken {

/// Qt's preview over a layout, from which it is printed. Opens beside its parent and deletes itself.
Status openPrintPreview(const PageLayout &layout, QWidget *parent);

} // namespace tenken
