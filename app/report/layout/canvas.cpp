#include "report/layout/canvas.h"

#include "report/layout/units.h"

#include <QtMath>

#include <algorithm>

namespace tenken {

void Canvas::fill(const QRectF &area, const QColor &colour, Hatch hatch)
{
    if (area.isEmpty())
        return;
    m_items += RectsItem{{area}, colour, {}, 0};
    if (hatch != Hatch::None)
        m_items += hatchLines(area, hatch);
}

void Canvas::frame(const QRectF &area, qreal width, const QColor &colour)
{
    m_items += RectsItem{{area}, {}, colour, width};
}

void Canvas::line(const QPointF &from, const QPointF &to, qreal width, const QColor &colour)
{
    m_items += LinesItem{{QLineF(from, to)}, colour, width, false};
}

void Canvas::rects(const QList<QRectF> &rects, const QColor &colour) { m_items += RectsItem{rects, colour, {}, 0}; }

void Canvas::place(const TextLine &line, const QPointF &origin, qreal angle)
{
    for (GlyphItem item : line.items) {
        item.origin = origin;
        item.angle = angle;
        m_items += item;
    }
    for (const QString &cluster : line.missing) {
        const auto same = [&cluster](const MissingGlyph &glyph) { return glyph.text == cluster; };
        const auto known = std::find_if(m_missing.begin(), m_missing.end(), same);
        if (known != m_missing.end())
            ++known->count;
        else
            m_missing += {cluster, static_cast<char32_t>(cluster.toUcs4().first()), 1};
    }
}

void Canvas::lines(const QRectF &box, const QList<TextLine> &lines, const TextStyle &style)
{
    const qreal height = static_cast<qreal>(lines.size()) * style.lineHeight();
    qreal y = box.top();
    if (style.align & Qt::AlignVCenter)
        y += (box.height() - height) / 2;
    else if (style.align & Qt::AlignBottom)
        y += box.height() - height;
    for (const TextLine &line : lines) {
        qreal x = box.left();
        if (style.align & Qt::AlignHCenter)
            x += (box.width() - line.width) / 2;
        else if (style.align & Qt::AlignRight)
            x += box.width() - line.width;
        place(line, {x, y + baselineOf(style)});
        y += style.lineHeight();
    }
}

qreal Canvas::text(const QRectF &box, const QString &text, const TextStyle &style)
{
    if (text.isEmpty())
        return 0;
    const QList<TextLine> set = m_typesetter.set(text, style, box.width());
    lines(box, set, style);
    return static_cast<qreal>(set.size()) * style.lineHeight();
}

void Canvas::label(const QRectF &box, const QString &text, const TextStyle &style)
{
    TextStyle centred = style;
    centred.align = Qt::AlignCenter;
    const qreal width = m_typesetter.widthOf(text, centred) + points(4);
    const qreal height = centred.pointSize * 20 * 1.15;
    m_items += RectsItem{
        {QRectF(box.center().x() - width / 2, box.center().y() - height / 2, width, height)}, Qt::white, {}, 0};
    this->text(QRectF(box.center().x() - width, box.top(), 2 * width, box.height()), text, centred);
}

void Canvas::turned(const QPointF &centre, const QString &text, const TextStyle &style, qreal angle)
{
    const qreal radians = qDegreesToRadians(angle);
    for (const TextLine &line : m_typesetter.set(text, style, 1e6)) {
        const QPointF along(-line.width / 2, style.pointSize * 20 * 0.35);
        place(line,
              centre
                  + QPointF(along.x() * qCos(radians) - along.y() * qSin(radians),
                            along.x() * qSin(radians) + along.y() * qCos(radians)),
              angle);
    }
}

} // namespace tenken
