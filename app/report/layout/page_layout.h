#pragma once

#include "report/layout/draw_item.h"

#include <QList>
#include <QSizeF>
#include <QString>
#include <QStringList>

class QPainter;

namespace tenken {

/// Where a signature will stand. field: inspector approver auditor division. page counts from 0; the rectangle is in
/// points from the page's bottom left corner, as in PDF.
struct PlacedBox {
    QString field;
    int page = 0;
    QRectF pointsFromBottomLeft;
    friend bool operator==(const PlacedBox &, const PlacedBox &) = default;
};

/// One page: size in whole points (A4 = 595 × 842), items in reading order in layout units.
struct LaidPage {
    QSizeF pointSize;
    QList<DrawItem> items;
};

/// A finished report: the same list of items is painted into a PDF, on a printer and on the screen. A plain value
/// without font engines or devices behind it.
struct PageLayout {
    QString title;
    QList<LaidPage> pages;
    QList<PlacedBox> signatureBoxes;
    QList<MissingGlyph> missing; ///< printed as 〓
    /// Paints page (from 0) so that it fills target, in the painter's own coordinates. A FontBook must have been
    /// loaded.
    void paintPage(QPainter &painter, int page, const QRectF &target) const;
    /// Intended text of each page, a line per set line, in reading order
    QStringList plainText() const;
};

} // namespace tenken
