#pragma once

#include "report/layout/hatch.h"
#include "report/layout/typesetter.h"

#include <QRectF>
#include <QString>

namespace tenken {

/// Adds items to one page. Coordinates in layout units.
class Canvas {
public:
    /// missing gathers what was printed as a stand-in
    Canvas(const Typesetter &typesetter, QList<DrawItem> &items, QList<MissingGlyph> &missing)
        : m_typesetter(typesetter), m_items(items), m_missing(missing)
    { }
    const Typesetter &typesetter() const { return m_typesetter; }
    void fill(const QRectF &area, const QColor &colour, Hatch hatch = Hatch::None);
    void frame(const QRectF &area, qreal width, const QColor &colour = Qt::black);
    void line(const QPointF &from, const QPointF &to, qreal width, const QColor &colour = Qt::black);
    void rects(const QList<QRectF> &rects, const QColor &colour);
    /// Sets text into the box, aligned as the style says; returns the height that it takes. Never cuts.
    qreal text(const QRectF &box, const QString &text, const TextStyle &style);
    /// Lines that were set before, from top downwards
    void lines(const QRectF &box, const QList<TextLine> &lines, const TextStyle &style);
    /// Text on a white ground, so that it reads over a texture; centred in the box
    void label(const QRectF &box, const QString &text, const TextStyle &style);
    /// One line turned about its centre
    void turned(const QPointF &centre, const QString &text, const TextStyle &style, qreal angle);

private:
    void place(const TextLine &line, const QPointF &origin, qreal angle = 0);
    const Typesetter &m_typesetter;
    QList<DrawItem> &m_items;
    QList<MissingGlyph> &m_missing;
};

} // namespace tenken
