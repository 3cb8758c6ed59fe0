#pragma once

#include <QBrush>
#include <QColor>
#include <QRectF>

class QPainter;

namespace tenken {

/// What drawRoundedRect() draws with a pen of this width, as the area between two outlines: Qt's stroker takes several
/// times as long, and a page has dozens of frames.
void drawRoundedFrame(QPainter *painter, const QRectF &rect, double radius, double width, const QColor &colour);
/// The same around a ground of this colour
void drawRoundedBox(QPainter *painter, const QRectF &rect, double radius, const QBrush &ground, double width,
                    const QColor &colour);

} // namespace tenken
