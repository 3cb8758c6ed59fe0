#include "gui/shell/rounded_frame.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace tenken {

void drawRoundedFrame(QPainter *painter, const QRectF &rect, double radius, double width, const QColor &colour)
{
    const double half = width / 2;
    const double inner = std::max(0.0, radius - half);
    QPainterPath path; // filled by the odd-even rule
    path.addRoundedRect(rect.adjusted(-half, -half, half, half), radius + half, radius + half);
    path.addRoundedRect(rect.adjusted(half, half, -half, -half), inner, inner);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillPath(path, colour);
}

void drawRoundedBox(QPainter *painter, const QRectF &rect, double radius, const QBrush &ground, double width,
                    const QColor &colour)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground);
    painter->drawRoundedRect(rect, radius, radius);
    drawRoundedFrame(painter, rect, radius, width, colour);
}

} // namespace tenken
