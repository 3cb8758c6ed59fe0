#include "report/layout/page_layout.h"

#include <QGlyphRun>
#include <QHash>
#include <QPainter>
#include <QRawFont>

#include <utility>

namespace tenken {
namespace {

/// Paints items one by one; keeps the raw fonts of this thread while it does.
class ItemPainter {
public:
    explicit ItemPainter(QPainter &painter) : m_painter(painter) { }

    void operator()(const GlyphItem &item)
    {
        QGlyphRun run;
        run.setRawFont(rawFont(item.face, item.pointSize));
        run.setGlyphIndexes(item.glyphs);
        run.setPositions(item.positions);
        m_painter.setPen(item.colour);
        if (item.angle == 0) {
            m_painter.drawGlyphRun(item.origin, run);
            return;
        }
        m_painter.save();
        m_painter.translate(item.origin);
        m_painter.rotate(item.angle);
        m_painter.drawGlyphRun({}, run);
        m_painter.restore();
    }

    void operator()(const RectsItem &item)
    {
        if (item.stroke.isValid())
            m_painter.setPen(QPen(item.stroke, item.strokeWidth, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        else
            m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(item.fill.isValid() ? QBrush(item.fill) : QBrush(Qt::NoBrush));
        m_painter.setRenderHint(QPainter::Antialiasing, item.stroke.isValid());
        m_painter.drawRects(item.rects);
        m_painter.setRenderHint(QPainter::Antialiasing, true);
    }

    void operator()(const LinesItem &item)
    {
        m_painter.setPen(QPen(item.colour, item.width, Qt::SolidLine, Qt::FlatCap));
        m_painter.drawLines(item.lines);
    }

private:
    QRawFont rawFont(Face face, qreal pointSize)
    {
        QRawFont &font = m_fonts[{static_cast<int>(face), qRound(pointSize * 20)}];
        if (!font.isValid())
            font = QRawFont::fromFont(fontOf(face, pointSize));
        return font;
    }
    QPainter &m_painter;
    QHash<std::pair<int, int>, QRawFont> m_fonts;
};

} // namespace

void PageLayout::paintPage(QPainter &painter, int page, const QRectF &target) const
{
    if (page < 0 || page >= pages.size())
        return;
    const LaidPage &laid = pages[page];
    painter.save();
    painter.translate(target.topLeft());
    painter.scale(target.width() / (laid.pointSize.width() * 20), target.height() / (laid.pointSize.height() * 20));
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    ItemPainter paint(painter);
    for (const DrawItem &item : laid.items)
        std::visit(paint, item);
    painter.restore();
}

QStringList PageLayout::plainText() const
{
    QStringList texts;
    for (const LaidPage &page : pages) {
        QString text;
        qreal baseline = -1;
        for (const DrawItem &item : page.items) {
            const auto *glyphs = std::get_if<GlyphItem>(&item);
            if (!glyphs)
                continue;
            if (!text.isEmpty() && !qFuzzyCompare(glyphs->origin.y(), baseline))
                text += u'\n';
            baseline = glyphs->origin.y();
            text += glyphs->text;
        }
        texts += text;
    }
    return texts;
}

} // namespace tenken
