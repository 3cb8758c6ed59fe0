#include "report/layout/table_block.h"

#include "report/layout/palette.h"
#include "report/layout/units.h"

#include <algorithm>

namespace tenken {
namespace {

constexpr qreal ruleWidth = points(0.45);

struct SetCell {
    const TableCell *source = nullptr;
    QRectF area; ///< left and width only
    TextStyle style;
    QList<TextLine> lines;
    qsizetype next = 0; ///< first line not placed yet
};

/// Sets and places one table; the pages belong to the composer.
class TablePlacer {
public:
    TablePlacer(PageComposer &composer, const Table &table) : m_composer(composer), m_table(table) { }

    void place()
    {
        setHeader();
        for (qsizetype i = 0; i < m_table.rows.size() && !m_composer.isStopped(); ++i) {
            const qreal together = togetherFrom(i);
            if (i == 0) {
                m_composer.ensure(beginning());
                drawHeader();
            } else if (together > m_composer.remaining() && together <= m_composer.pageHeight() - m_headerHeight) {
                nextPage();
            }
            QList<SetCell> cells = row(i);
            const qreal height = heightOf(cells);
            if (height <= m_composer.remaining())
                drawRow(cells, height);
            else
                splitRow(cells);
        }
    }

    /// What must not be torn apart: the header and the first row, as far as a heading and they fit a page
    qreal beginning()
    {
        constexpr qreal roomForHeading = points(45);
        setHeader();
        if (m_table.rows.isEmpty())
            return m_headerHeight;
        const qreal whole = m_headerHeight + togetherFrom(0);
        return whole + roomForHeading <= m_composer.pageHeight() ? whole : m_headerHeight + m_composer.pageHeight() / 3;
    }

    qreal wholeHeight()
    {
        setHeader();
        qreal height = m_headerHeight;
        for (qsizetype i = 0; i < m_table.rows.size(); ++i)
            height += heightOf(row(i));
        return height;
    }

    qsizetype rowsFitting(qreal height)
    {
        setHeader();
        height -= m_headerHeight;
        qsizetype count = 0;
        for (; count < m_table.rows.size(); ++count) {
            height -= heightOf(row(count));
            if (height < 0)
                break;
        }
        return count;
    }

private:
    bool headsOthers(const TableRow &row) const
    {
        return row.size() == 1 && row.first().span > 1 && row.first().span == m_table.columns.size();
    }

    /// The row, with the one that it heads
    qreal togetherFrom(qsizetype index)
    {
        const qreal height = heightOf(row(index));
        const bool heads = headsOthers(m_table.rows[index]) && index + 1 < m_table.rows.size();
        return heads ? height + heightOf(row(index + 1)) : height;
    }

    /// Set once, however often it is measured
    const QList<SetCell> &row(qsizetype index)
    {
        while (m_rows.size() <= index)
            m_rows += setRow(m_table.rows[m_rows.size()]);
        return m_rows[index];
    }

    QList<SetCell> setRow(const TableRow &row)
    {
        QList<SetCell> cells;
        qreal x = m_composer.left();
        qsizetype column = 0;
        for (const TableCell &cell : row) {
            if (column >= m_table.columns.size())
                break;
            SetCell set;
            set.source = &cell;
            set.style = m_table.style;
            set.style.bold = set.style.bold || cell.bold;
            set.style.align = cell.align.value_or(m_table.columns[column].align);
            qreal width = 0;
            for (int i = 0; i < cell.span && column < m_table.columns.size(); ++i, ++column)
                width += millimetres(m_table.columns[column].width);
            set.area = QRectF(x, 0, width, 0);
            x += width;
            if (!cell.text.isEmpty())
                set.lines = m_composer.typesetter().set(cell.text, set.style, width - 2 * m_table.sidePadding);
            cells += set;
        }
        return cells;
    }

    qreal heightOf(const QList<SetCell> &cells) const
    {
        qreal height = m_table.style.lineHeight();
        for (const SetCell &cell : cells) {
            height = std::max(height, static_cast<qreal>(cell.lines.size() - cell.next) * cell.style.lineHeight());
            height = std::max(height, cell.source->leastHeight - 2 * m_table.padding);
        }
        return height + 2 * m_table.padding;
    }

    void drawCell(Canvas &canvas, const SetCell &cell, const QList<TextLine> &lines, qreal height)
    {
        const QRectF area(cell.area.left(), m_composer.y(), cell.area.width(), height);
        if (cell.source->fill.isValid() || cell.source->hatch != Hatch::None)
            canvas.fill(area, cell.source->fill.isValid() ? cell.source->fill : QColor(Qt::white), cell.source->hatch);
        canvas.frame(area, ruleWidth, palette::rule);
        if (cell.source->draw)
            cell.source->draw(canvas, area);
        const QRectF inner =
            area.adjusted(m_table.sidePadding, m_table.padding, -m_table.sidePadding, -m_table.padding);
        if (cell.source->hatch != Hatch::None && !cell.source->text.isEmpty())
            canvas.label(area, cell.source->text, cell.style);
        else
            canvas.lines(inner, lines, cell.style);
    }

    void drawRow(const QList<SetCell> &cells, qreal height)
    {
        Canvas canvas = m_composer.canvas();
        for (const SetCell &cell : cells)
            drawCell(canvas, cell, cell.lines.mid(cell.next), height);
        m_composer.space(height);
    }

    /// Gives each page as many lines of each cell as it holds; the first cell says on each page which row this is.
    void splitRow(QList<SetCell> &cells)
    {
        const qreal lineHeight = m_table.style.lineHeight();
        while (heightOf(cells) > m_composer.remaining()) {
            const auto room = static_cast<qsizetype>((m_composer.remaining() - 2 * m_table.padding) / lineHeight);
            if (room < 3) {
                nextPage();
                continue;
            }
            Canvas canvas = m_composer.canvas();
            const qreal height = static_cast<qreal>(room) * lineHeight + 2 * m_table.padding;
            for (SetCell &cell : cells) {
                drawCell(canvas, cell, cell.lines.mid(cell.next, room), height);
                cell.next = std::min(cell.next + room, cell.lines.size());
            }
            if (std::all_of(cells.begin(), cells.end(), [](const SetCell &c) { return c.next == c.lines.size(); }))
                return;
            nextPage();
            nameAgain(cells.first());
        }
        drawRow(cells, heightOf(cells));
    }

    void nameAgain(SetCell &cell)
    {
        const bool isWhole = cell.next == cell.lines.size();
        if (!isWhole || cell.lines.isEmpty() || cell.lines.size() > 2)
            return;
        cell.lines = m_composer.typesetter().set(cell.source->text + QStringLiteral("\n（続き）"), cell.style,
                                                 cell.area.width() - 2 * m_table.sidePadding);
        cell.next = 0;
    }

    void nextPage()
    {
        m_composer.breakPage();
        drawHeader();
    }

    void setHeader()
    {
        if (!m_table.withHeader || !m_header.isEmpty())
            return;
        for (const TableColumn &column : m_table.columns) {
            TableCell cell(column.turnedHeader ? QString() : column.header);
            cell.bold = true;
            cell.align = Qt::AlignCenter;
            cell.fill = palette::header;
            m_headerCells += cell;
        }
        m_header = setRow(m_headerCells);
        m_headerHeight = std::max(heightOf(m_header), m_table.headerHeight);
    }

    void drawHeader()
    {
        if (!m_table.withHeader)
            return;
        const qreal top = m_composer.y();
        drawRow(m_header, m_headerHeight);
        Canvas canvas = m_composer.canvas();
        for (qsizetype i = 0; i < m_header.size(); ++i) {
            if (!m_table.columns[i].turnedHeader)
                continue;
            TextStyle style = m_header[i].style;
            canvas.turned(QPointF(m_header[i].area.center().x(), top + m_headerHeight / 2), m_table.columns[i].header,
                          style, -90);
        }
    }

    PageComposer &m_composer;
    const Table &m_table;
    TableRow m_headerCells;
    QList<SetCell> m_header;
    QList<QList<SetCell>> m_rows;
    qreal m_headerHeight = 0;
};

} // namespace

void place(PageComposer &composer, const Table &table) { TablePlacer(composer, table).place(); }

void placeUnder(PageComposer &composer, const QString &heading, const Table &table, const QString &ifEmpty)
{
    TablePlacer placer(composer, table);
    composer.heading(heading, placer.beginning() + points(4));
    if (table.rows.isEmpty())
        composer.paragraph(ifEmpty);
    placer.place();
}

qreal heightOf(PageComposer &composer, const Table &table) { return TablePlacer(composer, table).wholeHeight(); }

void placeTogether(PageComposer &composer, const Table &table)
{
    TablePlacer placer(composer, table);
    composer.ensure(std::min(placer.wholeHeight(), composer.pageHeight()));
    placer.place();
}

qsizetype rowsFitting(PageComposer &composer, const Table &table, qreal height)
{
    return TablePlacer(composer, table).rowsFitting(height);
}

} // namespace tenken
