#include "gui/shell/icons.h"

#include "workflow/program_data.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QPixmap>
#include <QPixmapCache>

#include <algorithm>

namespace tenken {

namespace {

/// In a square whose side is 1
QPainterPath outline(Sign sign)
{
    QPainterPath path; // filled by the odd-even rule
    if (sign == Sign::Flag) {
        path.addRect(QRectF(0.18, 0.06, 0.1, 0.88));
        path.addPolygon(QPolygonF({{0.28, 0.1}, {0.9, 0.34}, {0.28, 0.58}, {0.28, 0.1}}));
    } else {
        path.addPolygon(QPolygonF({{0.5, 0.06}, {1, 0.94}, {0, 0.94}, {0.5, 0.06}}));
        path.addRect(QRectF(0.45, 0.36, 0.1, 0.3));
        path.addRect(QRectF(0.45, 0.73, 0.1, 0.1));
    }
    return path;
}

class SignEngine : public QIconEngine {
public:
    explicit SignEngine(Sign sign) : m_sign(sign) { }
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        painter->setPen(QGuiApplication::palette().color(group, QPalette::ButtonText));
        drawSign(painter, m_sign, rect);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, picture.rect(), mode, state);
        return picture;
    }
    QIconEngine *clone() const override { return new SignEngine(m_sign); }

private:
    Sign m_sign;
};

} // namespace

void drawSign(QPainter *painter, Sign sign, const QRectF &place)
{
    const qreal side = std::min(place.width(), place.height());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(place.center() - QPointF(side, side) / 2);
    painter->scale(side, side);
    painter->fillPath(outline(sign), painter->pen().color());
    painter->restore();
}

QIcon signIcon(Sign sign) { return QIcon(new SignEngine(sign)); }

QIcon applicationIcon()
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        icon.addFile(ProgramData::folder(QStringLiteral("icons/tenken-%1.png").arg(size)));
    }
    return icon;
}

QIcon pageIcon(const QString &page, const QColor &colour)
{
    const QString key = page + colour.name();
    QPixmap picture;
    if (QPixmapCache::find(key, &picture)) {
        return QIcon(picture);
    }
    QImageReader reader(ProgramData::folder(QStringLiteral("icons/pages/%1.png").arg(page)), "png");
    reader.setAutoDetectImageFormat(false); // else Qt loads every picture plugin that it has, and asks each
    picture = QPixmap::fromImageReader(&reader);
    if (picture.isNull()) {
        return {};
    }
    QPainter painter(&picture);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(picture.rect(), colour);
    painter.end();
    QPixmapCache::insert(key, picture);
    return QIcon(picture);
}

} // namespace tenken
