#pragma once

#include "report/layout/page_layout.h"
#include "workflow/program_data.h"

#include <QBuffer>
#include <QDir>
#include <QFontDatabase>
#include <QPainter>
#include <QPdfWriter>

namespace tenken::bench {

/// The floor of every report: the same pages painted by QPdfWriter, without PDF/A, ToUnicode repair, attachment or
/// signature
inline void paintOnly(const PageLayout &layout)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(1440);
    writer.setPageMargins({});
    QPainter painter;
    for (int page = 0; page < layout.pages.size(); ++page) {
        writer.setPageSize(QPageSize(layout.pages.at(page).pointSize, QPageSize::Point));
        if (page == 0)
            painter.begin(&writer);
        else
            writer.newPage();
        layout.paintPage(painter, page, QRectF(0, 0, writer.width(), writer.height()));
    }
}

/// From here on QPdfWriter has the font files as they are, as another program would give them to it.
inline void useFontsAsTheyAre()
{
    QFontDatabase::removeAllApplicationFonts();
    const QDir folder(ProgramData::folder(QStringLiteral("fonts")));
    for (const QString &file : folder.entryList({QStringLiteral("BIZUD*.ttf")}))
        QFontDatabase::addApplicationFont(folder.filePath(file));
}

} // namespace tenken::bench
