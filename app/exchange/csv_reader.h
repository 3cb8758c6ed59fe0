#pragma once

#include "core/diagnostic.h"
#include "exchange/text_encoding.h"

#include <QByteArray>

namespace tenken {

struct CsvLimits {
    qsizetype bytes = 16 * 1024 * 1024;
    qsizetype rows = 50'000;
    qsizetype columns = 200;
    qsizetype fieldCharacters = 100'000;
    qsizetype fields = 1'000'000;
};

/// One value with the place where it begins (line and column from 1, in characters)
struct CsvField {
    QString text;
    int line = 0;
    int column = 0;
};

/// A record; as many fields as the header has. Empty records do not count.
struct CsvRow {
    int line = 0;
    QList<CsvField> fields;
};

/// The table with its header taken off
struct CsvTable {
    QString file;
    TextEncoding encoding = TextEncoding::Utf8;
    QStringList header; ///< trimmed, unique
    QList<CsvRow> rows;
    /// The field of that column; an empty one when there is no such column
    CsvField field(const CsvRow &row, const QString &column) const;
    /// Trimmed text of that field
    QString text(const CsvRow &row, const QString &column) const;
    Diagnostic problem(DiagnosticCode code, const CsvRow &row, const QString &column, QStringList args) const;
    /// MissingColumn for each of these that the header lacks
    QList<Diagnostic> missingColumns(const QStringList &needed) const;
    /// UnknownColumn for each column that is not one of these
    QList<Diagnostic> unknownColumns(const QStringList &known) const;
};

/// RFC 4180 with a header row: comma, quotes only around a whole field, CRLF or LF or CR. UTF-8 (with or without mark)
/// or CP932. One formula guard is taken off each field, line ends inside fields become LF. Short rows are filled up,
/// longer ones refused unless what is left over is empty. At most 200 problems.
Reading<CsvTable> readCsv(const QByteArray &bytes, const QString &file, const CsvLimits &limits = {});

/// Would a spreadsheet take this text for a formula once its leading apostrophes are gone? = + - @ TAB CR and the
/// full-width ＝＋－＠. A lone － is the symbol of 該当なし and no formula.
bool needsFormulaGuard(const QString &text);
/// Takes off the one apostrophe that writeCsv put before such a text
QString withoutFormulaGuard(const QString &text);

} // namespace tenken
