#include "gui/reports/print_preview.h"

#include "core/late_part.h"
#include "gui/late/print_dialog.h"

namespace tenken {

Status openPrintPreview(const PageLayout &layout, QWidget *parent)
{
    const auto open = latePart<decltype(openPrintDialog)>("gui", "openPrintDialog");
    if (!open) {
        return fail(open);
    }
    (*open)(layout, parent);
    return {};
}

} // namespace tenken
