#pragma once

#include <QBuffer>
#include <QFontDatabase>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>

namespace tenken::test {

inline void loadFonts()
{
    for (const auto *face : {"BIZUDGothic-Regular", "BIZUDPGothic-Regular", "BIZUDPGothic-Bold"})
        QFontDatabase::addApplicationFont(
            QStringLiteral("/usr/share/fonts/truetype/bizud-gothic/%1.ttf").arg(QLatin1String(face)));
}

/// A report as report/ draws it: text, lines, fills, hatching, a one-bit and a colour picture
inline QByteArray samplePages(int pages, const QString &words = QStringLiteral("点検日 髙 﨑 ～ ―"))
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPdfWriter::PdfVersion_A1b);
    writer.setResolution(1200);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter(&writer);
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        painter.setFont(QFont(QStringLiteral("BIZ UDGothic"), 10));
        for (int line = 0; line < 40; ++line)
            painter.drawText(
                QPointF(800, 800 + 220 * line),
                QStringLiteral("%1 %2-%3 情報資産の分類と管理方法を確認している。").arg(words).arg(page).arg(line));
        painter.setFont(QFont(QStringLiteral("BIZ UDPGothic"), 12, QFont::Bold));
        painter.drawText(QPointF(800, 500), QStringLiteral("自己点検票 checklist"));
        painter.fillRect(QRectF(800, 10000, 2000, 300), QColor(210, 230, 240));
        painter.fillRect(QRectF(3000, 10000, 2000, 300), QBrush(Qt::Dense5Pattern));
        painter.drawLine(QPointF(800, 10500), QPointF(9000, 10500));
        painter.drawRoundedRect(QRectF(800, 10600, 3000, 500), 90, 90);
        QImage code(29, 29, QImage::Format_Mono);
        code.fill(0);
        for (int i = 0; i < 29; ++i)
            code.setPixel(i, (i * 7) % 29, 1);
        painter.drawImage(QRectF(7000, 10600, 900, 900), code);
        QImage picture(32, 32, QImage::Format_RGB32);
        picture.fill(QColor(20, 90, 160));
        painter.drawImage(QRectF(8000, 10600, 900, 900), picture);
    }
    painter.end();
    return bytes;
}

/// The mini page that becomes a signature's appearance
inline QByteArray sampleAppearance(const QString &words)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPdfWriter::PdfVersion_A1b);
    writer.setResolution(1200);
    writer.setPageSize(QPageSize(QSizeF(200, 40), QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter(&writer);
    painter.setFont(QFont(QStringLiteral("BIZ UDGothic"), 9));
    painter.drawText(QPointF(100, 300), words);
    painter.drawRect(QRectF(20, 20, 3200, 600));
    painter.end();
    return bytes;
}

} // namespace tenken::test
