#include "gui/shell/running_text.h"

#include <QFontMetrics>
#include <QPainter>

#include <cmath>

namespace tenken {

namespace {

constexpr double lineHeight = 1.3;

QString withLineSeparators(QString text) { return text.replace(u'\n', QChar::LineSeparator); }

} // namespace

RunningText::RunningText(const QString &text, const QFont &font, int width) : m_layout(withLineSeparators(text), font)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout.setTextOption(option);
    m_layout.setCacheEnabled(true);
    const QFontMetrics metrics(font);
    const double step = metrics.height() * lineHeight;
    const double air = metrics.height() * (lineHeight - 1) / 2;
    int lines = 0;
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(width);
        // by its base line: a character of another font makes a line higher and would push it out of its place
        line.setPosition({0, lines * step + air + metrics.ascent() - line.ascent()});
        ++lines;
    }
    m_layout.endLayout();
    m_height = static_cast<int>(std::ceil(lines * step));
}

int RunningText::width() const
{
    double widest = 0;
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        widest = std::max(widest, m_layout.lineAt(i).naturalTextWidth());
    }
    return static_cast<int>(std::ceil(widest));
}

void RunningText::draw(QPainter *painter, const QPoint &topLeft) const { m_layout.draw(painter, topLeft); }

int RunningTextHeights::height(const QString &text, const QFont &font, int width) const
{
    constexpr qsizetype mostWidths = 16; // a window that is being resized asks for ever new ones
    if (m_text != text || m_font != font || m_heights.size() >= mostWidths) {
        m_heights.clear();
        m_text = text;
        m_font = font;
    }
    auto known = m_heights.constFind(width);
    if (known == m_heights.constEnd()) {
        known = m_heights.insert(width, RunningText(text, font, width).height());
    }
    return *known;
}

} // namespace tenken
