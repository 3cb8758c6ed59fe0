#pragma once

#include "report/layout/font_book.h"

#include <QColor>
#include <QLineF>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <variant>

namespace tenken {

/// Positioned glyphs of one line in one face; positions are relative to origin, which lies on the baseline.
struct GlyphItem {
    Face face = Face::Text;
    qreal pointSize = 10.5;
    QColor colour;
    QPointF origin;
    qreal angle = 0; ///< degrees, clockwise, about origin
    QList<quint32> glyphs;
    QList<QPointF> positions;
    QString text; ///< what the glyphs mean
    QStringList clusters; ///< text of each glyph where it is not one character a glyph; else empty
};

/// Rectangles filled and framed alike. An invalid colour leaves that part out.
struct RectsItem {
    QList<QRectF> rects;
    QColor fill;
    QColor stroke;
    qreal strokeWidth = 0;
};

struct LinesItem {
    QList<QLineF> lines;
    QColor colour;
    qreal width = 0;
    bool hatch = false; ///< texture of an area, not a rule
};

/// What a page is made of, in layout units from the page's top left corner
using DrawItem = std::variant<GlyphItem, RectsItem, LinesItem>;

} // namespace tenken
