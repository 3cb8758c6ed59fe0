#pragma once

#include <QStringList>

namespace tenken {

/// A table as other programs paste it. What a spreadsheet would take for a formula (= + - @ tab return, or their wide
/// forms, in front) is guarded by an apostrophe; line breaks within a cell become " / ".
QString tableAsTsv(const QList<QStringList> &rows);
/// The same as an HTML table, the first row as its head; every cell is marked as text
QString tableAsHtml(const QList<QStringList> &rows);

} // namespace tenken
