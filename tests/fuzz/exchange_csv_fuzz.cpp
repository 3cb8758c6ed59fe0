#include "exchange/csv_reader.h"
#include "exchange/csv_writer.h"
#include "exchange/organisation_reader.h"
#include "exchange/roles_reader.h"

#include "fuzz/fuzz_input.h"

using namespace tenken;

namespace {

QList<QStringList> rowsOf(const CsvTable &table)
{
    QList<QStringList> rows{table.header};
    for (const CsvRow &row : table.rows) {
        QStringList texts;
        for (const CsvField &field : row.fields)
            texts.append(field.text);
        rows.append(texts);
    }
    return rows;
}

} // namespace

/// What was read and written is read again as the same table, once line ends inside values are gone.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const Reading<CsvTable> read = readCsv(bytes, {});
    fuzz::require(read.value.has_value() == read.problems.isEmpty());
    if (read && !read.value->header.isEmpty()) {
        const QByteArray once = writeCsv(rowsOf(*read.value));
        const Reading<CsvTable> again = readCsv(once, {});
        if (again)
            fuzz::require(writeCsv(rowsOf(*again.value)) == once);
    }
    const Reading<Organisation> organisation = readOrganisation(bytes, {});
    fuzz::require(organisation.value.has_value() == organisation.problems.isEmpty());
    const Reading<QList<RoleMapping>> roles = readRoles(bytes, {});
    fuzz::require(roles.value.has_value() == roles.problems.isEmpty());
    return 0;
}
