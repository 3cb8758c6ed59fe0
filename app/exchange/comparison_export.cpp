#include "exchange/comparison_export.h"

#include "core/late_part.h"
#include "exchange/csv_writer.h"
#include "exchange/late/comparison_xlsx.h"

#include <QJsonArray>

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

bool isSum(const ComparisonColumn &column) { return column.submissions.size() > 1; }

QJsonObject share(const Counts &counts) { return {{u"yes"_s, counts.yes}, {u"n"_s, counts.effective()}}; }

QJsonValue cellJson(const ComparisonColumn &column, const ComparisonCell &cell)
{
    if (isSum(column))
        return cell.counts.target() > 0 ? QJsonValue(share(cell.counts)) : QJsonValue();
    return cell.answer ? QJsonValue(toCode(*cell.answer)) : QJsonValue();
}

QJsonObject rowJson(const Comparison &comparison, const ComparisonRow &row)
{
    QJsonArray cells;
    for (qsizetype i = 0; i < comparison.columns.size(); ++i)
        cells.append(cellJson(comparison.columns.at(i), row.cells.value(i)));
    return {{u"item"_s, row.item},
            {u"clause"_s, row.clause},
            {u"change"_s, toCode(row.change)},
            {u"cells"_s, cells},
            {u"differs"_s, row.differs}};
}

} // namespace

QJsonObject comparisonJson(const Comparison &comparison)
{
    QJsonArray columns;
    for (const ComparisonColumn &column : comparison.columns)
        columns.append(QJsonObject{{u"key"_s, column.key}, {u"label"_s, column.label}});
    QJsonArray rows;
    for (const ComparisonRow &row : comparison.rows)
        rows.append(rowJson(comparison, row));
    QJsonArray totals;
    for (const ClauseTotal &total : comparison.totals) {
        QJsonArray cells;
        for (const Counts &counts : total.cells)
            cells.append(share(counts));
        totals.append(QJsonObject{{u"clause"_s, total.clause}, {u"cells"_s, cells}});
    }
    return {{u"by"_s, comparison.by},
            {u"checklist"_s, comparison.checklist},
            {u"columns"_s, columns},
            {u"rows"_s, rows},
            {u"totals"_s, totals}};
}

QList<QStringList> comparisonTable(const Comparison &comparison)
{
    QStringList header{u"item_id"_s, u"clause"_s, u"change"_s};
    for (const ComparisonColumn &column : comparison.columns) {
        if (isSum(column))
            header << column.key + u"_yes"_s << column.key + u"_n"_s;
        else
            header << column.key;
    }
    QList<QStringList> table{header << u"differs"_s};
    for (const ComparisonRow &row : comparison.rows) {
        QStringList record{row.item, row.clause, toCode(row.change)};
        for (qsizetype i = 0; i < comparison.columns.size(); ++i) {
            const ComparisonCell cell = row.cells.value(i);
            if (!isSum(comparison.columns.at(i)))
                record << (cell.answer ? toCode(*cell.answer) : QString());
            else if (cell.counts.target() == 0)
                record << QString() << QString();
            else
                record << QString::number(cell.counts.yes) << QString::number(cell.counts.effective());
        }
        table.append(record << (row.differs ? u"1"_s : u"0"_s));
    }
    return table;
}

QByteArray comparisonCsv(const Comparison &comparison) { return writeCsv(comparisonTable(comparison)); }

Result<QByteArray> comparisonXlsx(const Comparison &comparison, const QDateTime &createdAt)
{
    const auto make = latePart<decltype(makeComparisonXlsx)>("exchange", "makeComparisonXlsx");
    if (!make)
        return fail(make);
    Result<QByteArray> bytes;
    (*make)(comparison, createdAt, bytes);
    return bytes;
}

} // namespace tenken
