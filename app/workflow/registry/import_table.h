#pragma once

#include "core/fiscal_year.h"
#include "storage/registry.h"

namespace tenken {

/// What a table or round file brought into the registry
struct ImportedTable {
    enum class Kind { Organisation, Systems, Round };
    Kind kind = Kind::Organisation;
    QString file;
    int count = 0; ///< departments, systems, or expected submissions
    FiscalYear fiscalYear; ///< of a round
    int round = 0;
};

/// Whether importTable takes it: *.csv and *.tenken-round
bool isTableFile(const QString &path);
/// Organisation CSV, systems CSV (told apart by their columns) or a round file, each in the place of the one before.
/// MalformedCsv or InvalidContent, detail the place and what is wrong there in words; errors of files and storage.
Result<ImportedTable> importTable(Registry &registry, const QString &path);

} // namespace tenken
