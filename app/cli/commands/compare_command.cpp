#include "cli/commands/compare_command.h"

#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/registry_session.h"
#include "cli/written_file.h"
#include "exchange/comparison_export.h"
#include "workflow/registry/compare_submissions.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace tenken::cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::cli::CompareCommand)
};

QString text(const Arguments &arguments, const char *name) { return arguments.value(QString::fromLatin1(name)); }

Result<CompareRequest> requestOf(const Arguments &arguments)
{
    CompareRequest request;
    request.checklist = text(arguments, "checklist");
    const std::optional<CompareRequest::By> by = compareByFromCode(text(arguments, "by"));
    if (!by) {
        return tenken::fail(ErrorCode::Usage, QStringLiteral("--by %1").arg(text(arguments, "by")));
    }
    request.by = *by;
    const Result<RegistryFilter> filter = filterOf(arguments);
    if (!filter) {
        return tenken::fail(filter);
    }
    request.year = filter->fiscalYear;
    request.round = filter->round;
    request.departments = arguments.list(QStringLiteral("departments"));
    for (const QString &year : arguments.list(QStringLiteral("years"))) {
        bool ok = false;
        request.years << FiscalYear(year.toInt(&ok));
        if (!ok) {
            return tenken::fail(ErrorCode::InvalidValue, QStringLiteral("--years %1").arg(year));
        }
    }
    return request;
}

void keepDifferences(Comparison &comparison)
{
    QList<ComparisonRow> &rows = comparison.rows;
    rows.erase(std::remove_if(rows.begin(), rows.end(), [](const ComparisonRow &row) { return !row.differs; }),
               rows.end());
}

Result<Comparison> comparisonOf(RegistrySession &registry, const Arguments &arguments, const CompareRequest &request)
{
    const Result<Organisation> organisation = organisationOf(arguments);
    if (!organisation) {
        return tenken::fail(organisation);
    }
    CompareSubmissions comparing(registry.checklists(), registry.registry());
    if (!organisation->units.isEmpty()) {
        comparing.setOrganisation(*organisation);
    }
    return comparing.compare(request);
}

/// Year on year the base is not everybody; on standard error, so that the table stays a table
void tellWhatIsCompared(const Session &session, const Comparison &comparison)
{
    session.console.warn(
        Words::tr("Compared: %1 items of %2 departments (%3 of them in place of others before a reorganisation). Left "
                  "out: %4 departments that are not in every year.")
            .arg(comparison.commonItems)
            .arg(comparison.commonDepartments)
            .arg(comparison.succeededDepartments)
            .arg(comparison.leftOutDepartments));
}

int compare(const Session &session, const Arguments &arguments)
{
    const QString format = arguments.has(QStringLiteral("format")) ? text(arguments, "format") : QStringLiteral("json");
    const QString out = text(arguments, "out");
    if (!QStringList{QStringLiteral("json"), QStringLiteral("csv"), QStringLiteral("xlsx")}.contains(format)
        || (format == u"xlsx" && out.isEmpty()) || (format != u"json" && session.console.isJson() && out.isEmpty())) {
        return session.console.fail({ErrorCode::Usage, QStringLiteral("--format %1").arg(format), {}});
    }
    const Result<CompareRequest> request = requestOf(arguments);
    if (!request) {
        return session.console.fail(request.error());
    }
    const auto opened = RegistrySession::open(session, arguments, OpenOptions::Mode::MustExist);
    if (!opened) {
        return session.console.fail(opened.error());
    }
    Result<Comparison> comparison = comparisonOf(**opened, arguments, *request);
    if (!comparison) {
        return session.console.fail(comparison.error());
    }
    if (request->by == CompareRequest::By::Year) {
        tellWhatIsCompared(session, *comparison);
    }
    if (arguments.has(QStringLiteral("differences-only"))) {
        keepDifferences(*comparison);
    }
    if (format == u"json") {
        return writeResult(session, QJsonDocument(comparisonJson(*comparison)).toJson(), out);
    }
    if (format == u"csv") {
        return writeResult(session, comparisonCsv(*comparison), out);
    }
    const Result<QByteArray> xlsx = comparisonXlsx(*comparison, session.clock.now());
    return xlsx ? writeResult(session, *xlsx, out) : session.console.fail(xlsx.error());
}

} // namespace

QList<Command> compareCommands()
{
    return {
        {QStringLiteral("compare"),
         {},
         0,
         0,
         {required("registry", "REG"), required("checklist", "ID"),
          required("by", "department|year|revision|audit|city"), optional("year", "YEAR"), optional("round", "N"),
          optional("departments", "CODE,..."), optional("years", "YEAR,..."), flag("differences-only"),
          optional("format", "json|csv|xlsx"), overlayOption(), optional("out", "FILE"), optional("org", "ORG.csv")},
         compare}};
}

} // namespace tenken::cli
