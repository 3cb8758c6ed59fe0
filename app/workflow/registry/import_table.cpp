#include "workflow/registry/import_table.h"

#include "exchange/organisation_reader.h"
#include "exchange/round_file.h"
#include "storage/organisation_repository.h"
#include "storage/round_repository.h"
#include "wording/diagnostic_words.h"
#include "workflow/files.h"

#include <algorithm>

namespace tenken {

namespace {

constexpr qint64 largestTable = 16 << 20;

bool lacksAColumn(const QList<Diagnostic> &problems)
{
    return std::any_of(problems.begin(), problems.end(),
                       [](const Diagnostic &problem) { return problem.code == DiagnosticCode::MissingColumn; });
}

Result<ImportedTable> importRound(Registry &registry, const QString &path, const QByteArray &content)
{
    const Reading<Round> round = readRound(content, path);
    if (!round) {
        return fail(ErrorCode::InvalidContent, path, wording::located(round.problems.value(0)));
    }
    if (const Status saved = RoundRepository(registry.database()).saveRound(*round.value); !saved) {
        return fail(saved);
    }
    return ImportedTable{ImportedTable::Kind::Round, path, static_cast<int>(round.value->expected.size()),
                         round.value->fiscalYear, round.value->number};
}

Result<ImportedTable> importCsv(Registry &registry, const QString &path, const QByteArray &content)
{
    OrganisationRepository repository(registry);
    Result<Organisation> kept = repository.organisation();
    if (!kept) {
        return fail(kept);
    }
    ImportedTable table{ImportedTable::Kind::Organisation, path, 0, {}, 0};
    const Reading<Organisation> units = readOrganisation(content, path);
    if (units) {
        kept->units = units.value->units;
        table.count = static_cast<int>(kept->units.size());
    } else {
        const Reading<QList<InformationSystem>> systems = readSystems(content, path);
        if (!systems) {
            const auto &problems =
                lacksAColumn(units.problems) && !lacksAColumn(systems.problems) ? systems.problems : units.problems;
            return fail(ErrorCode::MalformedCsv, path, wording::located(problems.value(0)));
        }
        kept->systems = *systems.value;
        table.kind = ImportedTable::Kind::Systems;
        table.count = static_cast<int>(kept->systems.size());
    }
    if (const Status saved = repository.saveOrganisation(*kept); !saved) {
        return fail(saved);
    }
    return table;
}

} // namespace

bool isTableFile(const QString &path)
{
    return path.endsWith(u".csv", Qt::CaseInsensitive) || path.endsWith(u".tenken-round", Qt::CaseInsensitive);
}

Result<ImportedTable> importTable(Registry &registry, const QString &path)
{
    const Result<QByteArray> content = readFile(path, largestTable);
    if (!content) {
        return fail(content);
    }
    return path.endsWith(u".csv", Qt::CaseInsensitive) ? importCsv(registry, path, *content)
                                                       : importRound(registry, path, *content);
}

} // namespace tenken
