#include "cli/commands/round_command.h"

#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/registry_session.h"
#include "core/text_fold.h"
#include "exchange/round_file.h"
#include "wording/diagnostic_words.h"
#include "workflow/files.h"
#include "workflow/program_data.h"
#include "workflow/registry/make_round.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace tenken::cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::cli::RoundCommand)
};

QString text(const Arguments &arguments, const char *name) { return arguments.value(QString::fromLatin1(name)); }

/// A round that asks nobody is a mistake in the file's name, or in the file.
Result<Organisation> askedOrganisation(const Arguments &arguments)
{
    const QString path = text(arguments, "org");
    if (path.isEmpty()) {
        return fail(ErrorCode::InvalidValue, QStringLiteral("--org"));
    }
    Result<Organisation> organisation = organisationOf(arguments);
    if (organisation && organisation->units.isEmpty()) {
        const Diagnostic nobody{DiagnosticCode::EmptyText, path, 0, 0, {}, {QStringLiteral("所属コード")}};
        return fail(ErrorCode::MalformedCsv, path, wording::located(nobody));
    }
    return organisation;
}

Result<Round> roundOf(const Arguments &arguments)
{
    // The years and numbers that a submission can carry
    const Result<int> year = arguments.number(QStringLiteral("year"), 0, 1900, 9999);
    const Result<int> number = arguments.number(QStringLiteral("round"), 1, 1, 99);
    if (!year || !number) {
        return year ? fail(number) : fail(year);
    }
    const Result<QDate> due = dateOf(arguments, QStringLiteral("due"));
    if (!due || !due->isValid()) {
        return due ? fail(ErrorCode::InvalidDate, text(arguments, "due")) : fail(due);
    }
    const Result<ChecklistSet> checklists = loadShippedChecklists();
    const Result<Organisation> organisation = askedOrganisation(arguments);
    if (!checklists || !organisation) {
        return checklists ? fail(organisation) : fail(checklists);
    }
    const Result<TrustPolicy> trust = trustOf(arguments);
    if (!trust) {
        return fail(trust);
    }
    Result<Round> round = makeRound(*checklists, *organisation, FiscalYear(*year), *number, *due);
    if (!round) {
        return round;
    }
    for (const Certificate &anchor : trust->anchors) {
        round->trustAnchors << QString::fromLatin1(anchor.pem());
    }
    if (arguments.has(QStringLiteral("title"))) {
        round->title = text(arguments, "title");
        if (round->title.trimmed().isEmpty() || hasForbiddenCharacter(round->title)) {
            return fail(ErrorCode::InvalidValue, QStringLiteral("--title"));
        }
    }
    return round;
}

int makeRoundFile(const Session &session, const Arguments &arguments)
{
    const Result<Round> round = roundOf(arguments);
    if (!round) {
        return session.console.fail(round.error());
    }
    const QString out = text(arguments, "out");
    const QByteArray content = writeRound(*round);
    if (const Reading<Round> readBack = readRound(content, out); !readBack) {
        return session.console.fail(out, readBack.problems); // rather told now than by everybody who opens it
    }
    if (const Status written = writeFile(out, content); !written) {
        return session.console.fail(written.error());
    }
    session.console.say(Words::tr("Wrote %1: %2 submissions are expected.").arg(out).arg(round->expected.size()));
    if (session.console.isJson()) {
        session.console.document(QJsonObject{{QStringLiteral("file"), out},
                                             {QStringLiteral("expected"), static_cast<int>(round->expected.size())}});
    }
    return Done;
}

} // namespace

QList<Command> roundCommands()
{
    Option trust = optional("trust", "CA.pem");
    trust.repeatable = true;
    return {
        {QStringLiteral("registry round"),
         {},
         0,
         0,
         {required("year", "YEAR"), optional("round", "N"), required("due", "DATE"), required("org", "ORG.csv"),
          optional("systems", "SYSTEMS.csv"), optional("title", "TEXT"), trust, required("out", "FILE.tenken-round")},
         makeRoundFile}};
}

} // namespace tenken::cli
