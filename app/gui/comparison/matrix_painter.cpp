#include "gui/comparison/matrix_painter.h"

#include "viewmodel/comparison/heat_map_model.h"
#include "wording/answer_words.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <QPainter>

namespace tenken {

namespace {

constexpr qsizetype mostPictures = 4000;

/// Half-width, as in the printed heat map
QString shareText(int yes, int n) { return QStringLiteral("%1/%2").arg(yes).arg(n); }

/// Shade by the share: the less, the darker. Text keeps its contrast on all of them.
Fill shadeFill(int shade)
{
    const QPalette colours = QGuiApplication::palette();
    const bool dark = colours.color(QPalette::Base).lightness() < 128;
    const QColor light[] = {QColor(0x8C, 0xAD, 0xF5), QColor(0xB4, 0xCB, 0xFA), QColor(0xDE, 0xE9, 0xFD),
                            colours.color(QPalette::Base)};
    const QColor night[] = {QColor(0x3A, 0x52, 0xA8), QColor(0x2B, 0x3C, 0x7A), QColor(0x20, 0x2A, 0x4D),
                            colours.color(QPalette::Base)};
    const QColor fill = shade < 0 ? colours.color(QPalette::Base) : dark ? night[shade] : light[shade];
    return {fill, colours.color(QPalette::Text)};
}

} // namespace

int MatrixPainter::widthFor(const QFont &font, const QString &scale)
{
    const QFontMetrics metrics(font);
    int width = metrics.horizontalAdvance(shareText(8888, 8888));
    for (const AnswerCode code : allAnswerCodes) {
        width = std::max(width, metrics.horizontalAdvance(wording::answerWithSymbol(code, scale)));
    }
    return std::max(width, metrics.horizontalAdvance(wording::answerWithSymbol(std::nullopt, scale)))
        + metrics.averageCharWidth();
}

void MatrixPainter::prepare(const QSize &cell, const QFont &font, const QString &scale, qreal pixelRatio)
{
    const QRgb base = QGuiApplication::palette().color(QPalette::Base).rgb();
    if (cell == m_size && font == m_font && scale == m_scale && pixelRatio == m_ratio && base == m_base
        && !m_answers.front().isNull()) {
        return;
    }
    m_size = cell;
    m_font = font;
    m_scale = scale;
    m_ratio = pixelRatio;
    m_base = base;
    m_shares.clear();
    for (size_t i = 0; i < std::size(allAnswerCodes); ++i) {
        m_answers[i] = answerPicture(allAnswerCodes[i]);
    }
    m_answers[5] = answerPicture(std::nullopt);
    m_answers[6] = blank();
}

QPixmap MatrixPainter::blank() const
{
    QPixmap picture(m_size * m_ratio);
    picture.setDevicePixelRatio(m_ratio);
    picture.fill(QGuiApplication::palette().color(QPalette::Base));
    QPainter painter(&picture);
    painter.setPen(Theme::current().border());
    painter.setFont(m_font);
    painter.drawText(QRect(QPoint(), m_size), Qt::AlignCenter, QStringLiteral("―"));
    return picture;
}

QPixmap MatrixPainter::answerPicture(std::optional<AnswerCode> answer) const
{
    const Fill fill = Theme::current().fill(answer);
    QPixmap picture(m_size * m_ratio);
    picture.setDevicePixelRatio(m_ratio);
    picture.fill(fill.background);
    QPainter painter(&picture);
    painter.setPen(fill.text);
    QFont font = m_font;
    font.setBold(answer == AnswerCode::No || answer == AnswerCode::Unknown);
    painter.setFont(font);
    painter.drawText(QRect(QPoint(), m_size), Qt::AlignCenter, wording::answerWithSymbol(answer, m_scale));
    return picture;
}

QPixmap MatrixPainter::sharePicture(const MatrixCell &cell) const
{
    const int shade = shadeOf(cell);
    const Fill fill = shadeFill(shade);
    QPixmap picture(m_size * m_ratio);
    picture.setDevicePixelRatio(m_ratio);
    picture.fill(fill.background);
    QPainter painter(&picture);
    if (shade < 0 && cell.n > 0) {
        QColor line = Theme::current().border();
        line.setAlpha(90);
        painter.fillRect(QRect(QPoint(), m_size), QBrush(line, Qt::BDiagPattern));
    }
    painter.setPen(fill.text);
    painter.setFont(m_font);
    const QString text = cell.n == 0 ? QStringLiteral("―") : shareText(cell.yes, cell.n);
    painter.drawText(QRect(QPoint(), m_size), Qt::AlignCenter, text);
    return picture;
}

void MatrixPainter::paint(QPainter &painter, const QPoint &at, const MatrixCell &cell)
{
    switch (cell.kind) {
    case MatrixCell::Kind::Nothing:
        painter.drawPixmap(at, m_answers[6]);
        return;
    case MatrixCell::Kind::Answer: {
        size_t place = 5;
        for (size_t i = 0; cell.answer && i < std::size(allAnswerCodes); ++i) {
            place = allAnswerCodes[i] == *cell.answer ? i : place;
        }
        painter.drawPixmap(at, m_answers[place]);
        return;
    }
    case MatrixCell::Kind::Share: {
        const quint64 key = static_cast<quint64>(cell.yes) << 32 | static_cast<quint64>(cell.n);
        auto picture = m_shares.constFind(key);
        if (picture == m_shares.constEnd()) {
            if (m_shares.size() >= mostPictures) {
                m_shares.clear();
            }
            picture = m_shares.insert(key, sharePicture(cell));
        }
        painter.drawPixmap(at, *picture);
        return;
    }
    }
}

} // namespace tenken
