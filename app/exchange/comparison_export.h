#pragma once

#include "core/comparison/comparison.h"
#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace tenken {

/// {"by","checklist","columns":[{"key","label"}],"rows":[{"item","clause","change","cells":["YES",null],"differs"}],
/// "totals":[{"clause","cells":[{"yes","n"}]}]}. A cell of a column that sums several submissions is {"yes","n"} too;
/// n = effective answers.
QJsonObject comparisonJson(const Comparison &comparison);

/// One header row: item_id,clause,change,<column keys>,differs. A summing column is two: <key>_yes and <key>_n.
/// differs is 1 or 0; an empty cell was not asked or not submitted.
QByteArray comparisonCsv(const Comparison &comparison);

/// The same table as XLSX by the rules for machine-readable data: header in row 1 from A1, no merged cells, no
/// formulas; a second sheet 凡例 explains the codes, a third 列 the columns. FileUnwritable when the folder for
/// temporary files takes nothing.
Result<QByteArray> comparisonXlsx(const Comparison &comparison, const QDateTime &createdAt);

/// The rows of the table, header first, as texts; shared by CSV and XLSX
QList<QStringList> comparisonTable(const Comparison &comparison);

} // namespace tenken
