#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace tenken {

/// Data CSV by the government's rules for machine-readable data: UTF-8 with byte order mark, CRLF, one record a line
/// (a line end inside a value becomes " / "), RFC 4180 quotes, an apostrophe before what a spreadsheet would compute.
QByteArray writeCsv(const QList<QStringList> &rows);

} // namespace tenken
