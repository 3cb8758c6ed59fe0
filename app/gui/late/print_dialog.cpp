#include "gui/late/print_dialog.h"

#include <QAction>
#include <QCoreApplication>
#include <QPainter>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace tenken {

namespace {

/// The printer's first and last page of the layout, from 0
std::pair<int, int> rangeOf(const QPrinter &printer, int pages)
{
    if (printer.printRange() != QPrinter::PageRange || printer.fromPage() < 1) {
        return {0, pages - 1};
    }
    return {printer.fromPage() - 1, std::min(printer.toPage(), pages) - 1};
}

QRectF fitted(const QSizeF &page, const QRectF &sheet)
{
    const QSizeF size = page.scaled(sheet.size(), Qt::KeepAspectRatio);
    return {sheet.center() - QPointF(size.width(), size.height()) / 2, size};
}

/// What most sheets of a report are: its first page's size, A4 or A3, upright or across
QPageLayout firstPageLayout(const PageLayout &layout)
{
    const QSizeF size = layout.pages.isEmpty() ? QSizeF(595, 842) : layout.pages.first().pointSize;
    const bool isLarge = std::max(size.width(), size.height()) > 1000;
    return QPageLayout(QPageSize(isLarge ? QPageSize::A3 : QPageSize::A4),
                       size.width() > size.height() ? QPageLayout::Landscape : QPageLayout::Portrait, {});
}

/// Qt's own buttons can be reached with the mouse only
void openToKeys(QPrintPreviewDialog &dialog)
{
    for (QToolButton *button : dialog.findChildren<QToolButton *>()) {
        button->setFocusPolicy(Qt::TabFocus);
    }
    constexpr const char *word = "Print"; // in Qt's own catalogue, so not for ours to hold
    const QString print = QCoreApplication::translate("QPrintPreviewDialog", word);
    for (QAction *action : dialog.findChildren<QAction *>()) {
        if (action->text() == print) {
            action->setShortcut(QKeySequence::Print);
        }
    }
}

/// Paints the pages onto the printer's sheets, each as large as it fits; the printer's page range is kept. The very
/// layout that the PDF has.
void paintLayout(QPrinter &printer, const PageLayout &layout)
{
    QPainter painter(&printer);
    const auto [first, last] = rangeOf(printer, static_cast<int>(layout.pages.size()));
    for (int page = first; page <= last; ++page) {
        if (page > first) {
            printer.newPage();
        }
        const QRectF sheet(QPointF(), printer.pageLayout().fullRectPixels(printer.resolution()).size());
        layout.paintPage(painter, page, fitted(layout.pages.at(page).pointSize, sheet));
    }
}

} // namespace

void openPrintDialog(const PageLayout &layout, QWidget *parent)
{
    auto *dialog = new QPrintPreviewDialog(parent);
    dialog->setObjectName(QStringLiteral("printPreview"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(layout.title);
    QPrinter &printer = *dialog->printer();
    printer.setDocName(layout.title);
    printer.setFullPage(true);
    printer.setPageLayout(firstPageLayout(layout));
    printer.setFullPage(true);
    QObject::connect(dialog, &QPrintPreviewDialog::paintRequested, dialog,
                     [layout](QPrinter *to) { paintLayout(*to, layout); });
    openToKeys(*dialog);
    dialog->resize(parent ? parent->window()->size() * 9 / 10 : QSize(1000, 700));
    dialog->open();
}

} // namespace tenken
