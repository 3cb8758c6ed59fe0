#pragma once

#include "report/layout/page_layout.h"

#include <QPrintPreviewDialog>

class QPrinter;

namespace tenken {

/// Paints the pages onto the printer's sheets, each as large as it fits; the printer's page range is kept. The very
/// layout that the PDF has.
void paintLayout(QPrinter &printer, const PageLayout &layout);

/// Qt's preview over a layout, from which it is printed. Opens beside its parent and deletes itself.
class PrintPreview final : public QPrintPreviewDialog {
    Q_OBJECT

public:
    PrintPreview(PageLayout layout, QWidget *parent);
    const PageLayout &layout() const { return m_layout; }

private:
    PageLayout m_layout;
};

} // namespace tenken
