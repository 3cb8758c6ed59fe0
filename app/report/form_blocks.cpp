#include "report/form_blocks.h"

#include "report/layout/palette.h"
#include "report/layout/table_block.h"
#include "report/layout/units.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenken {
namespace {

TextStyle style(qreal size, bool bold, Qt::Alignment align, qreal leading = 1.3)
{
    TextStyle result;
    result.pointSize = size;
    result.bold = bold;
    result.align = align;
    result.leading = leading;
    return result;
}

} // namespace

void placeKeyValues(PageComposer &composer, const QList<std::pair<QString, QString>> &rows, qreal labelWidth)
{
    Table table;
    table.withHeader = false;
    table.style.pointSize = 9.5;
    table.padding = points(4);
    const qreal rest = composer.width() / millimetres(1) - labelWidth;
    table.columns = {{QString(), labelWidth}, {QString(), rest}};
    for (const auto &[label, value] : rows) {
        TableCell head(label);
        head.bold = true;
        head.fill = palette::band;
        table.rows += TableRow{head, TableCell(value)};
    }
    place(composer, table);
}

qreal approvalBoxesWidth(qsizetype count) { return static_cast<qreal>(count) * millimetres(20); }

void drawApprovalBoxes(PageComposer &composer, const QStringList &posts, qreal y, qreal inset)
{
    Canvas canvas = composer.canvas();
    qreal x = composer.left() + composer.width() - approvalBoxesWidth(posts.size()) - inset;
    const qreal width = millimetres(20);
    const qreal headHeight = millimetres(7);
    const qreal height = millimetres(24);
    for (const QString &post : posts) {
        const QRectF head(x, y, width, headHeight);
        canvas.frame(head, points(0.6));
        const QRectF inner = head.adjusted(points(1.5), 0, -points(1.5), 0);
        TextStyle words = style(9, false, Qt::AlignCenter, 1.1);
        if (canvas.typesetter().widthOf(post, words) > inner.width())
            words.pointSize = 7; // two lines
        canvas.text(inner, post, words);
        canvas.frame(QRectF(x, head.bottom(), width, height - headHeight), points(0.6));
        x += width;
    }
}

void placeSignatures(PageComposer &composer, const QList<SignaturePlace> &places)
{
    const qreal gap = millimetres(5);
    const qreal heading = points(13);
    const qreal height = millimetres(20);
    composer.ensure(heading + height + points(4));
    const qreal width =
        std::min((composer.width() - gap * static_cast<qreal>(places.size() - 1)) / static_cast<qreal>(places.size()),
                 millimetres(80));
    qreal x = composer.left();
    Canvas canvas = composer.canvas();
    for (const SignaturePlace &one : places) {
        canvas.text(QRectF(x, composer.y(), width, heading), one.label, style(9, true, Qt::AlignLeft));
        const QRectF area(x, composer.y() + heading, width, height);
        canvas.frame(area, points(0.6), palette::rule);
        composer.reserveSignature(one.field, area);
        x += width + gap;
    }
    composer.space(heading + height + points(4));
}

void placeVerdict(PageComposer &composer, const QString &label, const QString &verdict, const QString &detail,
                  bool alarming)
{
    const TextStyle detailStyle = style(9.5, false, Qt::AlignLeft, 1.35);
    const qreal inner = composer.width() - points(20);
    const auto lines = detail.isEmpty() ? QList<TextLine>() : composer.typesetter().set(detail, detailStyle, inner);
    const qreal height = points(30) + static_cast<qreal>(lines.size()) * detailStyle.lineHeight();
    composer.box(height, [&](Canvas &canvas, const QRectF &area) {
        canvas.fill(area, alarming ? palette::alarmFill : palette::band);
        canvas.frame(area, points(1.2), alarming ? palette::alarm : palette::ink);
        const QRectF line(area.left() + points(10), area.top() + points(6), inner, points(20));
        const TextStyle labelStyle = style(10.5, false, Qt::AlignLeft | Qt::AlignVCenter);
        canvas.text(line, label, labelStyle);
        const qreal x = canvas.typesetter().widthOf(label, labelStyle) + points(10);
        canvas.text(line.adjusted(x, 0, 0, 0), verdict, style(14, true, Qt::AlignLeft | Qt::AlignVCenter));
        canvas.lines(QRectF(line.left(), line.bottom(), inner, 0), lines, detailStyle);
    });
    composer.space(points(5));
}

void placeKeyNumbers(PageComposer &composer, const QList<KeyNumber> &numbers)
{
    const qreal gap = millimetres(4);
    const auto count = static_cast<qreal>(numbers.size());
    const qreal width = (composer.width() - gap * (count - 1)) / count;
    composer.box(points(66), [&](Canvas &canvas, const QRectF &area) {
        qreal x = area.left();
        for (const KeyNumber &one : numbers) {
            const QRectF box(x, area.top(), width, area.height());
            canvas.fill(box, one.alarming ? palette::alarmFill : palette::band);
            canvas.frame(box, one.alarming ? points(1.6) : points(0.8), one.alarming ? palette::alarm : palette::ink);
            const QRectF inner = box.adjusted(points(8), points(4), -points(8), -points(4));
            canvas.text(inner, one.label, style(10, true, Qt::AlignLeft | Qt::AlignTop));
            canvas.text(inner.translated(0, points(-5)), one.number,
                        style(22, true, Qt::AlignHCenter | Qt::AlignVCenter));
            canvas.text(inner, one.detail, style(8.5, false, Qt::AlignRight | Qt::AlignBottom, 1.2));
            x += width + gap;
        }
    });
    composer.space(points(4));
}

void placeNumbered(PageComposer &composer, const QStringList &lines)
{
    Table table;
    table.withHeader = false;
    table.style.pointSize = 10.5;
    table.columns = {{QString(), 10, Qt::AlignHCenter | Qt::AlignTop},
                     {QString(), composer.width() / millimetres(1) - 10}};
    int number = 0;
    for (const QString &line : lines) {
        TableCell head(u"%1"_s.arg(++number));
        head.bold = true;
        head.fill = palette::band;
        table.rows += TableRow{head, TableCell(line)};
    }
    place(composer, table);
}

} // namespace tenken
