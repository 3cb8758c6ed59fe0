#include "report/layout/page_composer.h"

#include "report/layout/palette.h"
#include "report/layout/units.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenken {
namespace {

constexpr qreal topMargin = millimetres(25);
constexpr qreal bottomMargin = millimetres(20);
constexpr qreal leftMargin = millimetres(25);
constexpr qreal rightMargin = millimetres(20);

/// Whole points, as QPageSize defines them: what the PDF's MediaBox will be
QSizeF pointSize(PaperSize size)
{
    switch (size) {
    case PaperSize::A4Portrait:
        return {595, 842};
    case PaperSize::A4Landscape:
        return {842, 595};
    case PaperSize::A3Landscape:
        break;
    }
    return {1191, 842};
}

TextStyle small(Qt::Alignment align)
{
    TextStyle style;
    style.pointSize = 8;
    style.align = align;
    style.leading = 1.3;
    return style;
}

} // namespace

PageComposer::PageComposer(const FontBook &book, QString title, RunningMatter running)
    : m_typesetter(book), m_running(std::move(running))
{
    m_layout.title = std::move(title);
}

void PageComposer::startPage(PaperSize size)
{
    m_size = size;
    m_layout.pages += LaidPage{pointSize(size), {}};
    m_y = topMargin;
    m_stopped = m_stopped || (m_progress && !m_progress(static_cast<int>(m_layout.pages.size())));
}

qreal PageComposer::width() const
{
    return m_columnWidth > 0 ? m_columnWidth : pointSize(m_size).width() * 20 - leftMargin - rightMargin;
}

void PageComposer::useColumn(qreal offset, qreal width)
{
    m_columnLeft = offset;
    m_columnWidth = width;
}

qreal PageComposer::pageHeight() const { return pointSize(m_size).height() * 20 - topMargin - bottomMargin; }
qreal PageComposer::remaining() const { return topMargin + pageHeight() - m_y; }
qreal PageComposer::left() const { return leftMargin + m_columnLeft; }
Canvas PageComposer::canvas() { return {m_typesetter, m_layout.pages.last().items, m_layout.missing}; }

void PageComposer::ensure(qreal height)
{
    if (remaining() < height && m_y > topMargin)
        breakPage();
}

void PageComposer::title(const QString &text)
{
    TextStyle style;
    style.pointSize = 15;
    style.bold = true;
    style.align = Qt::AlignHCenter;
    style.leading = 1.4;
    paragraph(text, style);
    space(points(5));
}

void PageComposer::heading(const QString &text, qreal keepWith)
{
    TextStyle style;
    style.pointSize = 11.5;
    style.bold = true;
    style.leading = 1.45;
    if (m_y > topMargin)
        space(points(9));
    ensure(style.lineHeight() + keepWith);
    const qreal top = m_y;
    paragraph(text, style, points(8));
    canvas().fill(QRectF(left(), top + points(2), points(3.2), m_y - top - points(4)), palette::primary);
    space(points(2.5));
}

void PageComposer::paragraph(const QString &text, const TextStyle &style, qreal indent)
{
    if (text.isEmpty())
        return;
    for (const TextLine &line : m_typesetter.set(text, style, width() - indent)) {
        ensure(style.lineHeight());
        canvas().lines(QRectF(left() + indent, m_y, width() - indent, style.lineHeight()), {line}, style);
        m_y += style.lineHeight();
    }
}

void PageComposer::box(qreal height, const std::function<void(Canvas &, const QRectF &)> &draw)
{
    ensure(height);
    Canvas target = canvas();
    draw(target, QRectF(left(), m_y, width(), height));
    m_y += height;
}

void PageComposer::reserveSignature(const QString &field, const QRectF &area)
{
    const qreal pageHeight = m_layout.pages.last().pointSize.height();
    m_layout.signatureBoxes +=
        PlacedBox{field, static_cast<int>(m_layout.pages.size()) - 1,
                  QRectF(area.left() / 20, pageHeight - area.bottom() / 20, area.width() / 20, area.height() / 20)};
}

/// What was printed from what on the first line, the page's number on the second: neither can run into the other.
void PageComposer::writeFooter(Canvas &canvas, int page, const QSizeF &size)
{
    const QRectF area(leftMargin, size.height() - millimetres(16), size.width() - leftMargin - rightMargin, points(11));
    canvas.line(area.topLeft() - QPointF(0, points(2)), area.topRight() - QPointF(0, points(2)), points(0.4),
                palette::rule);
    QStringList left;
    for (const QString &part :
         {m_running.edition, m_running.outputTime.isEmpty() ? QString() : u"出力 "_s + m_running.outputTime})
        if (!part.isEmpty())
            left += part;
    canvas.text(area, left.join(u"　"_s), small(Qt::AlignLeft));
    if (!m_running.fingerprint.isEmpty())
        canvas.text(area, u"要約値 "_s + m_running.fingerprint, small(Qt::AlignRight));
    TextStyle number = small(Qt::AlignHCenter);
    number.pointSize = 9;
    canvas.text(area.translated(0, points(12)), u"%1／%2"_s.arg(page + 1).arg(m_layout.pages.size()), number);
}

void PageComposer::writeRunningMatter(int page)
{
    LaidPage &laid = m_layout.pages[page];
    const QSizeF size = laid.pointSize * 20;
    QList<DrawItem> before;
    Canvas head(m_typesetter, before, m_layout.missing);
    if (!m_running.watermark.isEmpty()) {
        TextStyle style;
        style.pointSize = 110;
        style.bold = true;
        style.colour = palette::watermark;
        head.turned(QPointF(size.width() / 2, size.height() / 2), m_running.watermark, style, -35);
    }
    TextStyle mark = small(Qt::AlignCenter);
    mark.pointSize = 10;
    mark.bold = true;
    if (!m_running.handling.isEmpty()) {
        const QRectF box(leftMargin, millimetres(11), m_typesetter.widthOf(m_running.handling, mark) + points(12),
                         points(17));
        head.frame(box, points(0.9));
        head.text(box, m_running.handling, mark);
    }
    TextStyle right = small(Qt::AlignRight | Qt::AlignTop);
    right.pointSize = 9;
    QStringList lines;
    for (const QString &part : {m_running.document, m_running.date})
        if (!part.isEmpty())
            lines += part;
    const qreal width = (size.width() - leftMargin - rightMargin) * 0.55;
    head.text(QRectF(size.width() - rightMargin - width, millimetres(10.5), width, points(24)), lines.join(u'\n'),
              right);
    laid.items = before + laid.items;
    Canvas foot(m_typesetter, laid.items, m_layout.missing);
    writeFooter(foot, page, size);
}

PageLayout PageComposer::finish()
{
    for (int page = 0; page < m_layout.pages.size(); ++page)
        writeRunningMatter(page);
    return m_layout;
}

} // namespace tenken
