#include "cli/commands/tally_command.h"

#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/store_session.h"
#include "workflow/files.h"
#include "workflow/import_tally.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace tenken::cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::cli::TallyCommand)
};

QJsonValue tallyJson(const std::optional<StaffTally> &tally)
{
    if (!tally) {
        return QJsonValue::Null;
    }
    QJsonArray items;
    for (const TallyRow &row : tally->items) {
        items << QJsonObject{{QStringLiteral("id"), row.item},         {QStringLiteral("yes"), row.yes},
                             {QStringLiteral("partial"), row.partial}, {QStringLiteral("no"), row.no},
                             {QStringLiteral("unknown"), row.unknown}, {QStringLiteral("na"), row.na}};
    }
    return QJsonObject{{QStringLiteral("checklist"), tally->checklist},
                       {QStringLiteral("edition"), tally->edition},
                       {QStringLiteral("population"), tally->population},
                       {QStringLiteral("respondents"), tally->respondents},
                       {QStringLiteral("items"), items}};
}

int tell(const Session &session, const std::optional<StaffTally> &tally, bool isWritten)
{
    if (tally) {
        session.console.say(Words::tr("Personal checklists %1 %2: %3 of %4 persons answered, %5 items.")
                                .arg(tally->checklist, tally->edition)
                                .arg(tally->respondents)
                                .arg(tally->population)
                                .arg(tally->items.size()));
    } else {
        session.console.say(Words::tr("No personal checklists were counted in."));
    }
    if (session.console.isJson()) {
        session.console.document(
            QJsonObject{{QStringLiteral("written"), isWritten}, {QStringLiteral("staffTally"), tallyJson(tally)}});
    }
    return Done;
}

int tally(const Session &session, const Arguments &arguments)
{
    const Result<OpenInspection> opened = openInspection(session, arguments);
    if (!opened) {
        return session.console.fail(opened.error());
    }
    const Inspection &inspection = opened->inspection;
    const QString path = arguments.value(QStringLiteral("from"));
    if (path.isEmpty()) {
        return tell(session, inspection.staffTally, false);
    }
    constexpr qint64 largest = 64 << 20;
    const Result<QByteArray> content = readFile(path, largest);
    if (!content) {
        return session.console.fail(content.error());
    }
    ImportTally importing(opened->store->checklists(), opened->store->repository());
    const Result<Reading<StaffTally>> preview = importing.preview(inspection, *content, path);
    if (!preview) {
        return session.console.fail(preview.error());
    }
    if (!*preview) {
        return session.console.fail(path, preview->problems);
    }
    const StaffTally &tally = *preview->value;
    if (arguments.has(QStringLiteral("dry-run"))) {
        session.console.say(Words::tr("Nothing was written."));
        return tell(session, tally, false);
    }
    if (const Status written = importing.apply(inspection.id, tally, arguments.value(QStringLiteral("who")));
        !written) {
        return session.console.fail(written.error());
    }
    return tell(session, tally, true);
}

} // namespace

QList<Command> tallyCommands()
{
    return {
        {QStringLiteral("inspection tally"),
         {},
         0,
         0,
         inspectionOptions() + QList<Option>{optional("from", "FILE.csv"), flag("dry-run"), optional("who", "NAME")},
         tally}};
}

} // namespace tenken::cli
