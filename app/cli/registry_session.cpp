#include "cli/registry_session.h"

#include "cli/console.h"
#include "exchange/organisation_reader.h"
#include "wording/diagnostic_words.h"
#include "workflow/files.h"
#include "workflow/program_data.h"

#include <QCoreApplication>

#include <utility>

namespace tenken::cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::cli::RegistrySession)
};

constexpr qint64 largestCsv = 16 << 20;

} // namespace

RegistrySession::RegistrySession(std::unique_ptr<Registry> registry, ChecklistSet checklists)
    : m_registry(std::move(registry)), m_checklists(std::move(checklists))
{ }

Result<std::unique_ptr<RegistrySession>> RegistrySession::open(const Session &session, const Arguments &arguments,
                                                               OpenOptions::Mode mode)
{
    const QString path = arguments.value(QStringLiteral("registry"));
    if (path.startsWith(u"postgresql://")) {
        return fail(ErrorCode::NotSupportedYet, path.section(u'@', -1));
    }
    Result<ChecklistSet> checklists = loadChecklists(arguments.values(QStringLiteral("overlay")));
    if (!checklists) {
        return fail(checklists);
    }
    OpenOptions options;
    options.mode = mode;
    Result<std::unique_ptr<Registry>> registry = Registry::open(path, session.clock, options);
    if (!registry) {
        return fail(registry);
    }
    return std::unique_ptr<RegistrySession>(new RegistrySession(*std::move(registry), *std::move(checklists)));
}

Result<RegistryFilter> filterOf(const Arguments &arguments)
{
    RegistryFilter filter;
    const Result<int> year = arguments.number(QStringLiteral("year"), 0, 1900);
    const Result<int> round = arguments.number(QStringLiteral("round"), 1, 1);
    if (!year || !round) {
        return year ? fail(round) : fail(year);
    }
    if (*year > 0) {
        filter.fiscalYear = FiscalYear(*year);
    }
    if (arguments.has(QStringLiteral("round"))) {
        filter.round = *round;
    }
    return filter;
}

Result<Organisation> organisationOf(const Arguments &arguments)
{
    Organisation organisation;
    if (const QString path = arguments.value(QStringLiteral("org")); !path.isEmpty()) {
        const Result<QByteArray> content = readFile(path, largestCsv);
        if (!content) {
            return fail(content);
        }
        Reading<Organisation> read = readOrganisation(*content, path);
        if (!read) {
            return fail(ErrorCode::MalformedCsv, path, wording::located(read.problems.value(0)));
        }
        organisation = *std::move(read.value);
    }
    if (const QString path = arguments.value(QStringLiteral("systems")); !path.isEmpty()) {
        const Result<QByteArray> content = readFile(path, largestCsv);
        if (!content) {
            return fail(content);
        }
        const Reading<QList<InformationSystem>> systems = readSystems(*content, path);
        if (!systems) {
            return fail(ErrorCode::MalformedCsv, path, wording::located(systems.problems.value(0)));
        }
        organisation.systems = *systems.value;
    }
    return organisation;
}

int failWithoutRound(const Session &session, const Error &error)
{
    if (error.code != ErrorCode::Usage || error.subject != u"--org") {
        return session.console.fail(error);
    }
    return session.console.fail(error,
                                Words::tr("The registry knows no round of that year and number and no organisation, so "
                                          "nobody is expected. Import with --round-file, or give --org ORG.csv."));
}

} // namespace tenken::cli
