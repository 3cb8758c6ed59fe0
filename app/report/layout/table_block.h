#pragma once

#include "report/layout/page_composer.h"

#include <QList>
#include <QString>

#include <functional>

namespace tenken {

struct TableColumn {
    QString header;
    qreal width = 0; ///< millimetres
    Qt::Alignment align = Qt::AlignLeft | Qt::AlignTop;
    bool turnedHeader = false; ///< header written from bottom to top
};

/// One cell: text, or a drawing of its own with a least height. span counts columns.
struct TableCell {
    QString text;
    int span = 1;
    bool bold = false;
    std::optional<Qt::Alignment> align;
    QColor fill;
    Hatch hatch = Hatch::None;
    std::function<void(Canvas &, const QRectF &)> draw;
    qreal leastHeight = 0;
    TableCell() = default;
    TableCell(QString words) : text(std::move(words)) { }
};
using TableRow = QList<TableCell>;

/// Rows are kept together and the header is repeated on each page; a row that is one cell over all columns stays with
/// the row that it heads; only a row taller than a page is split, by lines.
struct Table {
    QList<TableColumn> columns;
    QList<TableRow> rows;
    TextStyle style{9, false, false, Qt::AlignLeft | Qt::AlignTop, 1.35, Qt::black};
    qreal headerHeight = 0; ///< least height of the header, layout units
    bool withHeader = true;
    qreal padding = 50; ///< above and below, layout units
    qreal sidePadding = 60; ///< left and right
};
void place(PageComposer &composer, const Table &table);
/// Below a heading that stays with the header and the first row; without rows this sentence stands there
void placeUnder(PageComposer &composer, const QString &heading, const Table &table, const QString &ifEmpty);
/// How many of the rows stand below the header in this height
qsizetype rowsFitting(PageComposer &composer, const Table &table, qreal height);
/// Height with the header, were the page long enough
qreal heightOf(PageComposer &composer, const Table &table);
/// All on one page, where a page holds it
void placeTogether(PageComposer &composer, const Table &table);

} // namespace tenken
