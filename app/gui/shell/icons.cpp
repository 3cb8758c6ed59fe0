#include "gui/shell/icons.h"

#include "workflow/program_data.h"

#include <QImageReader>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>

namespace tenken {

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
